import { Badge, Button, makeStyles, mergeClasses, shorthands, Text, tokens } from '@fluentui/react-components'
import { ArrowUndo16Regular, Info16Regular, Link16Regular, Warning16Regular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { adviceFor, sayAnswer, sayMatch, sayOutcome } from './collectWords.ts'
import type { Review } from './collectStore.ts'
import { FieldBlock } from './FieldBlock.tsx'
import { sayRowName } from './fieldWords.ts'
import type { ReviewRow } from './reviewRows.ts'
import { useCollect } from './useCollect.ts'
import { canMatch } from './useReviewKeys.ts'

const useStyles = makeStyles({
  card: {
    marginBottom: '8px',
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke2),
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    outlineStyle: 'none',
    overflow: 'hidden',
  },
  here: {
    ...shorthands.borderColor(tokens.colorCompoundBrandStroke),
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  head: { padding: '10px 12px 8px' },
  top: { display: 'flex', alignItems: 'center', gap: '4px 10px', flexWrap: 'wrap', minHeight: '24px' },
  ref: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  where: {
    flexGrow: 1,
    flexBasis: '160px',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
  action: {
    marginTop: '4px',
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
  },
  notes: { margin: 0, padding: '6px 12px 10px', listStyleType: 'none' },
  note: { display: 'flex', gap: '6px', alignItems: 'center', color: tokens.colorNeutralForeground2 },
  noteIcon: { flexShrink: 0, lineHeight: 0 },
})

/** A row that needs a person, or will be written: what it is, and each of its fields on three sides. */
export function RowCard({ row, review }: { row: ReviewRow; review: Review }) {
  const styles = useStyles()
  const here = review.cursor?.rowKey === row.key
  const whole = here && review.cursor?.field === null
  const label = `${row.row.ref ?? 'No reference'}, ${row.row.sheet} row ${row.row.row}: ${sayOutcome(row)}`
  const many = review.file === null && review.document.files.length > 1
  return (
    <article
      className={mergeClasses(styles.card, here && styles.here)}
      aria-label={label}
      tabIndex={-1}
      data-here={whole}
      data-row={row.row.row}
      data-outcome={row.row.outcome}
      data-stop={row.key}
    >
      <div className={styles.head}>
        <div className={styles.top}>
          <OutcomeBadge row={row} />
          {row.row.ref && <span className={styles.ref}>{row.row.ref}</span>}
          <Text
            size={200}
            className={styles.where}
            title={`${row.file}: ${row.row.sheet}, row ${row.row.row}`}
          >
            Row {row.row.row}, {row.row.sheet}
            {sayMatch(row.row) && `, ${sayMatch(row.row)}`}
            {many && `, ${row.file}`}
          </Text>
          <MatchButton row={row} />
        </div>
        <div className={styles.action}>{row.row.action ?? 'No action text in this row'}</div>
      </div>
      <Answer row={row} />
      {row.row.changes.map((change) => (
        <FieldBlock key={`${change.field} ${change.label ?? ''}`} change={change} row={row} review={review} />
      ))}
      <Notes row={row} />
    </article>
  )
}

function OutcomeBadge({ row }: { row: ReviewRow }) {
  const person = row.section === 'needs-you' && !row.row.answer
  return (
    <Badge appearance="tint" color={person ? 'warning' : 'brand'} shape="rounded">
      {sayOutcome(row)}
    </Badge>
  )
}

function MatchButton({ row }: { row: ReviewRow }) {
  const open = useCollect((s) => s.open)
  if (!canMatch(row.kind) || row.row.answer) return null
  const unsure = row.row.outcome === 'new' || row.row.outcome === 'unmatched'
  const word = unsure ? 'Match…' : 'Not this action…'
  return (
    <Button
      size="small"
      appearance={unsure ? 'primary' : 'subtle'}
      icon={<Link16Regular />}
      aria-keyshortcuts="M"
      aria-label={`${word} ${sayRowName(row.row)}, ${row.row.sheet} row ${row.row.row}`}
      title="Say which action this row is, make a new one of it, or set it aside"
      data-match={row.key}
      onClick={() => open({ kind: 'match', rowKey: row.key })}
    >
      {word}
    </Button>
  )
}

/** What a person said that this row is, with the way to take it back. */
function Answer({ row }: { row: ReviewRow }) {
  const styles = useStyles()
  const answerRow = useCollect((s) => s.answerRow)
  const open = useCollect((s) => s.open)
  const { answer } = row.row
  if (!answer) return null
  const name = `${row.row.sheet} row ${row.row.row}`
  return (
    <ul className={styles.notes} data-answer={answer.kind}>
      <Note icon={<Link16Regular />}>
        <Text size={200}>{sayAnswer(row.row)}</Text>
        {answer.remembered ? (
          <Button
            size="small"
            aria-label={`Not this time: ${name}`}
            onClick={() => void answerRow(row.key, { kind: 'forget' }, `Not this time: ${name}.`)}
          >
            Not this time
          </Button>
        ) : (
          <Button
            size="small"
            icon={<ArrowUndo16Regular />}
            aria-label={`Undo: ${name}`}
            onClick={() => void answerRow(row.key, null, `Undone: what ${name} is.`)}
          >
            Undo
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          aria-label={`Something else: ${name}`}
          data-match={row.key}
          onClick={() => open({ kind: 'match', rowKey: row.key })}
        >
          Something else…
        </Button>
      </Note>
    </ul>
  )
}

function Note({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  const styles = useStyles()
  return (
    <li className={styles.note}>
      <span className={styles.noteIcon} aria-hidden>
        {icon}
      </span>
      {children}
    </li>
  )
}

function Notes({ row }: { row: ReviewRow }) {
  const styles = useStyles()
  const advice = adviceFor(row.row)
  const problems = row.row.answer ? row.row.problems.filter((p) => p.code !== 'set-aside') : row.row.problems
  if (problems.length === 0 && !advice) return null
  return (
    <ul className={styles.notes}>
      {problems.map((p) => (
        <Note key={`${p.code} ${p.cell ?? ''} ${p.message}`} icon={<Warning16Regular />}>
          <Text size={200}>
            {p.cell && `${p.cell}: `}
            {p.message}
          </Text>
        </Note>
      ))}
      {advice && (
        <Note icon={<Info16Regular />}>
          <Text size={200}>{advice}</Text>
        </Note>
      )}
    </ul>
  )
}
