import { makeStyles, mergeClasses, shorthands, Text, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import type { FieldChange } from '../../shared/import/previewDocument.ts'
import type { FieldValue } from '../../shared/workbook/draft.ts'
import { RatingBadge } from '../ui/RatingBadge.tsx'
import type { Review } from './collectStore.ts'
import { DiffText } from './DiffText.tsx'
import { EditField } from './EditField.tsx'
import { FieldButtons } from './FieldButtons.tsx'
import { isRating, sayChange, sayRowName } from './fieldWords.ts'
import { choiceKey, isDecidable, isMatched, isOpen, type ReviewRow, type Take } from './reviewRows.ts'
import { isSame } from './reviewState.ts'
import { type Steps, textsOf } from './valueTexts.ts'
import type { Piece } from './wordDiff.ts'

const useStyles = makeStyles({
  block: {
    margin: 0,
    minWidth: 0,
    padding: '8px 12px 10px',
    ...shorthands.borderWidth('1px', 0, 0),
    ...shorthands.borderStyle('solid', 'none', 'none'),
    ...shorthands.borderColor(tokens.colorNeutralStroke3),
    outlineStyle: 'none',
  },
  here: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    '@media (forced-colors: active)': { outline: '1px dashed Highlight', outlineOffset: '-2px' },
  },
  head: { display: 'flex', alignItems: 'center', gap: '4px 12px', minHeight: '28px', flexWrap: 'wrap' },
  name: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
  state: { color: tokens.colorNeutralForeground2 },
  values: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    gap: '12px',
    margin: 0,
  },
  side: { minWidth: 0, padding: '2px 8px 4px', borderRadius: tokens.borderRadiusMedium },
  winner: {
    boxShadow: `inset 0 0 0 2px ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  caption: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  value: { margin: 0 },
  empty: { color: tokens.colorNeutralForeground3 },
  why: { display: 'block', marginTop: '4px', paddingLeft: '8px', color: tokens.colorNeutralForeground2 },
})

type Props = { readonly change: FieldChange; readonly row: ReviewRow; readonly review: Review }

/** A field that differs: as issued, in the programme, as returned, and what becomes of it. */
export function FieldBlock({ change, row, review }: Props) {
  const styles = useStyles()
  const stop = { rowKey: row.key, field: change.field }
  const here = isSame(stop, review.cursor)
  const stops = isDecidable(change, row.row)
  const choice = review.choices.get(choiceKey(row.key, change.field)) ?? null
  const editing = review.editing !== null && isSame(stop, review.editing)
  const name = `${sayChange(change)} of ${sayRowName(row.row)}`
  return (
    <fieldset
      className={mergeClasses(styles.block, here && styles.here)}
      aria-label={name}
      tabIndex={stops ? -1 : undefined}
      data-here={stops ? here : undefined}
      data-field={change.field}
      data-stop={stops ? row.key : undefined}
    >
      <div className={styles.head}>
        <Text className={styles.name}>{sayChange(change)}</Text>
        {stops && !editing ? (
          <FieldButtons row={row} change={change} take={choice?.take ?? null} name={name} />
        ) : (
          <Text size={200} className={styles.state}>
            {editing ? '' : sayState(row)}
          </Text>
        )}
      </div>
      <Sides change={change} row={row} review={review} take={takeOf(change, row, choice?.take ?? null)} />
      {choice?.take === 'edited' && !editing && (
        <Edited change={change} review={review} value={choice.value} />
      )}
      {editing && <EditField change={change} row={row} review={review} />}
      {isMatched(row.row) && change.why !== '' && (
        <Text size={200} className={styles.why}>
          {change.why}
        </Text>
      )}
    </fieldset>
  )
}

const baseWords = { tracker: 'When last returned', issued: 'As issued', copy: 'As copied' } as const

const sayState = (row: ReviewRow): string => (isMatched(row.row) ? 'Stays as it is' : '')

/** What becomes of a field as things stand: clean values are taken unless a person says otherwise. */
function takeOf(change: FieldChange, row: ReviewRow, chosen: Take | null): Take | null {
  if (chosen !== null || !isMatched(row.row)) return chosen
  if (isOpen(change, row.row)) return null
  return change.resolution === 'take-returned' ? 'returned' : 'current'
}

const stepsOf = (review: Review, change: FieldChange): Steps =>
  change.field === 'impactRating' ? review.steps.impactRating : review.steps.deliveryRating

function Sides({ change, row, review, take }: Props & { readonly take: Take | null }) {
  const styles = useStyles()
  const steps = stepsOf(review, change)
  const texts = useMemo(() => textsOf(change, steps), [change, steps])
  const asks = isDecidable(change, row.row)
  const base = change.baseIs === 'last' ? 'Last time' : baseWords[row.kind]
  const side = { change, steps }
  return (
    <dl className={styles.values}>
      {change.base !== null && (
        <Side {...side} caption={base} value={change.base} pieces={texts.base} winner={false} />
      )}
      {isMatched(row.row) && row.row.answer?.kind !== 'new' && (
        <Side
          {...side}
          caption="In the programme"
          value={change.current}
          pieces={texts.current}
          winner={asks && (take === 'current' || take === 'both')}
        />
      )}
      <Side
        {...side}
        caption="Returned"
        value={change.returned}
        pieces={texts.returned}
        winner={asks && (take === 'returned' || take === 'both')}
      />
      {change.also?.map((o) => (
        <Side
          {...side}
          key={choiceKey(`${o.file} ${o.sheet} ${o.row}`, change.field)}
          caption={`The other: “${o.file}”, row ${o.row}`}
          value={o.value}
          pieces={textsOf({ ...change, current: null, returned: o.value }, steps).returned}
          winner={asks && take === 'both'}
        />
      ))}
    </dl>
  )
}

type SideProps = {
  readonly change: FieldChange
  readonly steps: Steps
  readonly caption: string
  readonly value: FieldValue | null
  readonly pieces: readonly Piece[]
  readonly winner: boolean
}

function Side({ change, steps, caption, value, pieces, winner }: SideProps) {
  const styles = useStyles()
  return (
    <div className={mergeClasses(styles.side, winner && styles.winner)} data-winner={winner}>
      <dt className={styles.caption}>{caption}</dt>
      <dd className={styles.value}>
        <Value change={change} value={value} pieces={pieces} steps={steps} />
      </dd>
    </div>
  )
}

type ValueProps = Omit<SideProps, 'caption' | 'winner'>

function Value({ change, value, pieces, steps }: ValueProps) {
  const styles = useStyles()
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return <span className={styles.empty}>Nothing</span>
  const mark = isRating(change.field) ? steps.find((s) => s.code === value) : undefined
  return mark ? <RatingBadge mark={mark} /> : <DiffText pieces={pieces} />
}

function Edited({
  change,
  review,
  value,
}: {
  change: FieldChange
  review: Review
  value: FieldValue | undefined
}) {
  const styles = useStyles()
  const steps = stepsOf(review, change)
  const texts = useMemo(
    () => textsOf({ ...change, current: null, returned: value ?? null }, steps),
    [change, value, steps],
  )
  return (
    <dl className={styles.values}>
      <Side
        change={change}
        steps={steps}
        caption="Written by you"
        value={value ?? null}
        pieces={texts.returned}
        winner
      />
    </dl>
  )
}
