import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReviewRow, Stop } from './reviewRows.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '150px 56px minmax(0, 1fr)',
    gap: '12px',
    padding: '6px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderRadius: tokens.borderRadiusSmall,
    outlineStyle: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  here: {
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  text: {
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
  },
})

type Props = { readonly row: ReviewRow; readonly cursor: Stop | null; readonly showFile: boolean }

/** A row that asks nothing and changes nothing, in one line: where it stands, and why it is here. */
export function PlainRow({ row, cursor, showFile }: Props) {
  const styles = useStyles()
  const here = cursor?.rowKey === row.key
  const reasons = [...row.row.problems.map((p) => p.message), ...row.row.changes.map((c) => c.why)].filter(
    Boolean,
  )
  return (
    <div
      className={mergeClasses(styles.row, here && styles.here)}
      tabIndex={-1}
      data-here={here}
      data-row={row.row.row}
      data-stop={row.key}
    >
      <span className={styles.quiet}>
        {showFile && `${row.file}, `}
        {row.row.sheet}, row {row.row.row}
      </span>
      <span>{row.row.ref ?? ''}</span>
      <span>
        <span className={styles.text}>{row.row.action ?? ''}</span>
        <span className={styles.quiet}>{[...new Set(reasons)].join(' ')}</span>
      </span>
    </div>
  )
}
