import { Badge, makeStyles, mergeClasses, shorthands, Text, tokens } from '@fluentui/react-components'
import { Info16Regular, Warning16Regular } from '@fluentui/react-icons'
import { adviceFor, sayMatch, sayOutcome } from './collectWords.ts'
import type { Review } from './collectStore.ts'
import { FieldTable } from './FieldTable.tsx'
import type { ReviewRow } from './reviewRows.ts'

const useStyles = makeStyles({
  card: {
    marginBottom: '8px',
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke2),
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    outlineStyle: 'none',
  },
  here: {
    ...shorthands.borderColor(tokens.colorCompoundBrandStroke),
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  head: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'baseline',
    gap: '10px',
    padding: '10px 12px 8px',
  },
  title: { display: 'flex', gap: '8px', minWidth: 0 },
  ref: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  action: {
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
  },
  where: {
    color: tokens.colorNeutralForeground2,
    textAlign: 'right',
    maxWidth: '280px',
    overflowWrap: 'anywhere',
  },
  file: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  notes: { margin: 0, padding: '6px 12px 10px', listStyleType: 'none' },
  note: { display: 'flex', gap: '6px', alignItems: 'baseline', color: tokens.colorNeutralForeground2 },
  noteIcon: { flexShrink: 0, alignSelf: 'center', lineHeight: 0 },
})

/** A row that needs a person, or will be written: what it is, and each of its fields on three sides. */
export function RowCard({ row, review }: { row: ReviewRow; review: Review }) {
  const styles = useStyles()
  const here = review.cursor?.rowKey === row.key
  const whole = here && review.cursor?.field === null
  const label = `${row.row.ref ?? 'No reference'}, ${row.row.sheet} row ${row.row.row}: ${sayOutcome(row)}`
  return (
    <article
      className={mergeClasses(styles.card, here && styles.here)}
      aria-label={label}
      tabIndex={-1}
      data-here={whole}
      data-row={row.row.row}
      data-outcome={row.row.outcome}
    >
      <div className={styles.head}>
        <OutcomeBadge row={row} />
        <div className={styles.title}>
          {row.row.ref && <span className={styles.ref}>{row.row.ref}</span>}
          <span className={styles.action}>{row.row.action ?? 'No action text in this row'}</span>
        </div>
        <Text size={200} className={styles.where}>
          {review.file === null && review.document.files.length > 1 && (
            <span className={styles.file} title={row.file}>
              {row.file}
            </span>
          )}
          {row.row.sheet}, row {row.row.row}
          {sayMatch(row.row) && `, ${sayMatch(row.row)}`}
        </Text>
      </div>
      {row.row.changes.length > 0 && <FieldTable row={row} review={review} />}
      <Notes row={row} />
    </article>
  )
}

function OutcomeBadge({ row }: { row: ReviewRow }) {
  const person = row.section === 'needs-you'
  return (
    <Badge appearance="tint" color={person ? 'warning' : 'brand'} shape="rounded">
      {sayOutcome(row)}
    </Badge>
  )
}

function Notes({ row }: { row: ReviewRow }) {
  const styles = useStyles()
  const advice = adviceFor(row.row)
  if (row.row.problems.length === 0 && !advice) return null
  return (
    <ul className={styles.notes}>
      {row.row.problems.map((p) => (
        <li key={`${p.code} ${p.cell ?? ''} ${p.message}`} className={styles.note}>
          <span className={styles.noteIcon} aria-hidden>
            <Warning16Regular />
          </span>
          <Text size={200}>
            {p.cell && `${p.cell}: `}
            {p.message}
          </Text>
        </li>
      ))}
      {advice && (
        <li className={styles.note}>
          <span className={styles.noteIcon} aria-hidden>
            <Info16Regular />
          </span>
          <Text size={200}>{advice}</Text>
        </li>
      )}
    </ul>
  )
}
