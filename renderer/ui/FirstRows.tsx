import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { VisuallyHidden } from './VisuallyHidden.tsx'

const useStyles = makeStyles({
  frame: { overflow: 'auto', maxHeight: '46vh', border: `1px solid ${tokens.colorNeutralStroke2}` },
  table: {
    borderCollapse: 'separate',
    borderSpacing: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  letter: {
    padding: '2px 8px',
    textAlign: 'center',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  choice: {
    padding: '4px 6px',
    minWidth: '168px',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  gutter: {
    position: 'sticky',
    left: 0,
    padding: '4px 8px',
    minWidth: '92px',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    padding: '4px 8px',
    verticalAlign: 'top',
    maxWidth: '260px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: {
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflowWrap: 'anywhere',
  },
  headings: { backgroundColor: tokens.colorBrandBackground2, fontWeight: tokens.fontWeightSemibold },
  row: { display: 'flex', alignItems: 'center', gap: '6px' },
})

type Row = { readonly row: number; readonly cells: readonly string[] }

type Props = {
  /** The sheet or table. */
  readonly name: string
  readonly columns: readonly { readonly column: string }[]
  readonly rows: readonly Row[]
  /** The row with the headings; null where there is none yet. */
  readonly headings: number | null
  readonly onHeadings: (row: number) => void
  /** What stands over each column: the choice of its field. Null where nothing can be chosen yet. */
  readonly choices: readonly ReactNode[] | null
  /** Headings that are no row of the sheet, as row 0; with a sentence where there are no words for each column. */
  readonly above?: {
    readonly cells: readonly string[] | null
    readonly label: string
    readonly only: boolean
  }
}

/** The first rows of a sheet as in Excel: over each column its field, beside each row whether the headings stand in it. */
export function FirstRows(props: Props) {
  const styles = useStyles()
  const { name, columns, rows, choices, above } = props
  return (
    // A part that scrolls is to be reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.frame} tabIndex={0} aria-label={`First rows of “${name}”`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.letter}>
              <VisuallyHidden>Row</VisuallyHidden>
            </th>
            {columns.map((c) => (
              <th key={c.column} scope="col" className={styles.letter}>
                {c.column}
              </th>
            ))}
          </tr>
          {choices && (
            <tr>
              <th scope="row" className={styles.gutter}>
                <Text size={200}>Is read as</Text>
              </th>
              {columns.map((c, n) => (
                <td key={c.column} className={styles.choice}>
                  {choices[n]}
                </td>
              ))}
            </tr>
          )}
        </thead>
        <tbody>
          {above && <Line {...props} row={0} cells={above.cells ?? []} />}
          {rows.map(({ row, cells }) => (
            <Line key={row} {...props} row={row} cells={cells} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Line({ row, cells, columns, headings, above, onHeadings }: Props & Row) {
  const styles = useStyles()
  const isHeadings = row === headings
  const isSentence = row === 0 && above?.cells === null
  return (
    <tr className={isHeadings ? styles.headings : undefined}>
      <th scope="row" className={styles.gutter}>
        {above?.only ? (
          row || above.label
        ) : (
          <label className={styles.row}>
            <input
              type="radio"
              name="heading-row"
              checked={isHeadings}
              aria-label={row === 0 ? (above?.label ?? '') : `The headings stand in row ${row}`}
              onChange={() => onHeadings(row)}
            />
            {row === 0 ? 'none' : row}
            {isHeadings && row > 0 && ' headings'}
          </label>
        )}
      </th>
      {isSentence ? (
        <td colSpan={columns.length} className={styles.cell}>
          {above.label}
        </td>
      ) : (
        columns.map((c, n) => (
          <td key={c.column} className={styles.cell}>
            <span className={styles.text}>{cells[n]}</span>
          </td>
        ))
      )}
    </tr>
  )
}
