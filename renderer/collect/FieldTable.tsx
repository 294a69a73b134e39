import { makeStyles, mergeClasses, shorthands, Text, ToggleButton, tokens } from '@fluentui/react-components'
import { ArrowLeft16Regular, ArrowRight16Regular, Checkmark16Regular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import type { FieldChange } from '../../shared/import/previewDocument.ts'
import type { FieldName, FieldValue } from '../../shared/workbook/draft.ts'
import { RatingBadge } from '../ui/RatingBadge.tsx'
import type { Review } from './collectStore.ts'
import { DiffText } from './DiffText.tsx'
import { isRating, sayField, sayValue } from './fieldWords.ts'
import { choiceKey, isMatched, type ReviewRow, type Take } from './reviewRows.ts'
import { useCollect } from './useCollect.ts'
import { type Piece, type WordDiff, wordDiff } from './wordDiff.ts'

const useStyles = makeStyles({
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse', borderSpacing: 0 },
  fieldColumn: { width: '124px' },
  decisionColumn: { width: '184px' },
  heading: {
    padding: '0 12px 2px',
    textAlign: 'left',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  field: {
    padding: '8px 12px',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  cell: { padding: '8px 12px', verticalAlign: 'top' },
  line: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  here: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    outlineStyle: 'none',
    '@media (forced-colors: active)': { outline: '1px dashed Highlight', outlineOffset: '-2px' },
  },
  winner: {
    boxShadow: `inset 0 0 0 2px ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  empty: { color: tokens.colorNeutralForeground3 },
  why: { display: 'block', marginTop: '4px', color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '4px', margin: 0, padding: 0, minWidth: 0, ...shorthands.borderWidth(0) },
  button: { minWidth: '0', paddingLeft: '8px', paddingRight: '8px' },
  settled: { display: 'flex', gap: '4px', alignItems: 'center' },
})

/** The fields of a row that differ: as issued, in the programme, as returned, and what becomes of them. */
export function FieldTable({ row, review }: { row: ReviewRow; review: Review }) {
  const styles = useStyles()
  const withBase = row.row.changes.some((c) => c.base !== null)
  const issued = row.kind === 'issued' ? 'As issued' : 'When last returned'
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.heading, styles.fieldColumn)}>
            Field
          </th>
          {withBase && (
            <th scope="col" className={styles.heading}>
              {issued}
            </th>
          )}
          <th scope="col" className={styles.heading}>
            In the programme
          </th>
          <th scope="col" className={styles.heading}>
            Returned
          </th>
          <th scope="col" className={mergeClasses(styles.heading, styles.decisionColumn)}>
            Becomes
          </th>
        </tr>
      </thead>
      <tbody>
        {row.row.changes.map((change) => (
          <FieldRow key={change.field} change={change} row={row} review={review} withBase={withBase} />
        ))}
      </tbody>
    </table>
  )
}

type Steps = Review['steps'][keyof Review['steps']]

type RowProps = {
  readonly change: FieldChange
  readonly row: ReviewRow
  readonly review: Review
  readonly withBase: boolean
}

function FieldRow({ change, row, review, withBase }: RowProps) {
  const styles = useStyles()
  const moveTo = useCollect((s) => s.moveTo)
  const { field } = change
  const open = row.open.includes(field)
  const here = review.cursor?.rowKey === row.key && review.cursor.field === field
  const take = review.choices.get(choiceKey(row.key, field))?.take ?? null
  const steps = field === 'impactRating' ? review.steps.impactRating : review.steps.deliveryRating
  const texts = useMemo(() => textsOf(change, steps), [change, steps])
  const taken = isTaken(row, change, take)
  return (
    <tr
      className={mergeClasses(styles.line, here && styles.here)}
      tabIndex={open ? -1 : undefined}
      data-here={open ? here : undefined}
      data-field={field}
      onFocus={() => {
        if (open && !here) moveTo({ rowKey: row.key, field })
      }}
    >
      <th scope="row" className={styles.field}>
        {sayField(field)}
      </th>
      {withBase && (
        <td className={styles.cell}>
          <Value field={field} value={change.base} pieces={plain(texts.base)} steps={steps} />
        </td>
      )}
      <td className={mergeClasses(styles.cell, open && take === 'current' && styles.winner)}>
        <Value field={field} value={change.current} pieces={texts.current} steps={steps} />
      </td>
      <td className={mergeClasses(styles.cell, open && taken && styles.winner)}>
        <Value field={field} value={change.returned} pieces={texts.returned} steps={steps} />
      </td>
      <td className={styles.cell}>
        {open ? <Decision row={row} field={field} take={take} /> : <Settled taken={taken} row={row} />}
        {isMatched(row.row) && (
          <Text size={200} className={styles.why}>
            {change.why}
          </Text>
        )}
      </td>
    </tr>
  )
}

const isTaken = (row: ReviewRow, change: FieldChange, take: Take | null): boolean =>
  isMatched(row.row) && (change.resolution === 'take-returned' || take === 'returned')

const plain = (text: string): readonly Piece[] => [{ text, differs: false }]

/** The values in words, with the words marked that the programme and the returned row don't share. */
function textsOf(
  change: FieldChange,
  steps: Steps,
): { base: string; current: readonly Piece[]; returned: readonly Piece[] } {
  const say = (value: FieldValue | null): string =>
    value === null ? '' : sayValue(change.field, value, steps)
  const current = say(change.current)
  const returned = say(change.returned)
  if (current === '' || returned === '')
    return { base: say(change.base), current: plain(current), returned: plain(returned) }
  const diff = wordDiff(current, returned)
  if (!isWorthMarking(diff))
    return { base: say(change.base), current: plain(current), returned: plain(returned) }
  return { base: say(change.base), current: diff.before, returned: diff.after }
}

/** Where two texts share next to nothing, marks on every word would only shout. */
function isWorthMarking(diff: WordDiff): boolean {
  const length = (pieces: readonly Piece[]): number => pieces.reduce((n, p) => n + p.text.length, 0)
  const shared = length(diff.after.filter((p) => !p.differs))
  return shared >= length(diff.after) / 5
}

type ValueProps = {
  readonly field: FieldName
  readonly value: FieldValue | null
  readonly pieces: readonly Piece[]
  readonly steps: Steps
}

function Value({ field, value, pieces, steps }: ValueProps) {
  const styles = useStyles()
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return <span className={styles.empty}>Nothing</span>
  const mark = isRating(field) ? steps.find((s) => s.code === value) : undefined
  return mark ? <RatingBadge mark={mark} /> : <DiffText pieces={pieces} />
}

type DecisionProps = { readonly row: ReviewRow; readonly field: FieldName; readonly take: Take | null }

function Decision({ row, field, take }: DecisionProps) {
  const styles = useStyles()
  const decide = useCollect((s) => s.decide)
  const name = `${sayField(field)} of ${row.row.ref ?? `row ${row.row.row}`}`
  return (
    <fieldset aria-label={name} className={styles.buttons}>
      <ToggleButton
        size="small"
        className={styles.button}
        icon={<ArrowLeft16Regular />}
        checked={take === 'current'}
        appearance={take === 'current' ? 'primary' : 'secondary'}
        aria-label={`Keep what the programme says: ${name}`}
        onClick={() => decide(row.key, field, 'current')}
      >
        Keep
      </ToggleButton>
      <ToggleButton
        size="small"
        className={styles.button}
        icon={<ArrowRight16Regular />}
        iconPosition="after"
        checked={take === 'returned'}
        appearance={take === 'returned' ? 'primary' : 'secondary'}
        aria-label={`Take what came back: ${name}`}
        onClick={() => decide(row.key, field, 'returned')}
      >
        Take
      </ToggleButton>
    </fieldset>
  )
}

function Settled({ taken, row }: { taken: boolean; row: ReviewRow }) {
  const styles = useStyles()
  if (taken)
    return (
      <span className={styles.settled}>
        <Checkmark16Regular aria-hidden /> Will be written
      </span>
    )
  return <span>{isMatched(row.row) ? 'Stays as it is' : 'Left out'}</span>
}
