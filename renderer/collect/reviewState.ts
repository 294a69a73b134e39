import type { AppError } from '../../shared/errors.ts'
import { noAnswers, type ImportAnswers } from '../../shared/import/importAnswers.ts'
import type { PreviewDocument } from '../../shared/import/previewDocument.ts'
import type { PreviewReply } from '../../shared/ipc/importCalls.ts'
import { shownRows } from './reviewItems.ts'
import {
  type Choices,
  choiceKey,
  isDecidable,
  isLeft,
  type ReviewRow,
  reviewRows,
  type Section,
  stopsOf,
  type Stop,
} from './reviewRows.ts'

/** What a review is of: workbooks on the disk, or the values that an import left open. */
export type Source =
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | { readonly kind: 'open-values'; readonly importId: string }

/** Everything a person has decided so far. */
export type Decided = {
  readonly choices: Choices
  readonly answers: ImportAnswers
  /** The clean rows were looked at, or taken unseen. */
  readonly cleanTaken: boolean
}

/** A decision in words, with everything as it stood before it. */
export type Step = { readonly said: string; readonly before: Decided; readonly at: Stop | null }

export type Review = Decided & {
  readonly step: 'review'
  /** The same for as long as the review lasts, however often it is planned again. */
  readonly id: string
  readonly source: Source
  readonly planId: string
  readonly document: PreviewDocument
  readonly rows: readonly ReviewRow[]
  readonly steps: {
    readonly deliveryRating: PreviewReply['deliverySteps']
    readonly impactRating: PreviewReply['impactSteps']
  }
  readonly senders: readonly string[]
  /** The decisions in the order they were taken, newest last. */
  readonly history: readonly Step[]
  /** What was done last, in words. */
  readonly said: string
  /** The file whose rows are shown; null for all. */
  readonly file: string | null
  readonly opened: ReadonlySet<Section>
  readonly cursor: Stop | null
  /** The field that is being written in. */
  readonly editing: Stop | null
  /** The row that is being matched by hand, or the file whose columns are being set. */
  readonly dialog:
    | { readonly kind: 'match'; readonly rowKey: string }
    | { readonly kind: 'columns'; readonly file: string }
    | null
  readonly busy: 'no' | 'planning' | 'committing'
  readonly error: AppError | null
}

/** The review of a preview that has just come, with what an earlier one had decided where it still fits. */
export function toReview(
  source: Source,
  reply: PreviewReply,
  answers: ImportAnswers,
  earlier: Review | null,
): Review {
  const rows = reviewRows(reply.document)
  const review: Review = {
    step: 'review',
    id: earlier?.id ?? reply.planId,
    source,
    planId: reply.planId,
    document: reply.document,
    rows,
    steps: { deliveryRating: reply.deliverySteps, impactRating: reply.impactSteps },
    senders: reply.senders,
    choices: earlier ? stillFitting(rows, earlier) : new Map(),
    answers,
    cleanTaken: earlier?.cleanTaken ?? false,
    history: earlier?.history ?? [],
    said: '',
    file: earlier?.file ?? null,
    opened: earlier?.opened ?? openedFirst(rows),
    cursor: earlier?.cursor ?? null,
    editing: null,
    dialog: null,
    busy: 'no',
    error: null,
  }
  return placed(review)
}

/** Nothing answered: the answers of a first preview. */
export const firstAnswers: ImportAnswers = noAnswers

/** Clean rows stay folded while something needs a person. */
function openedFirst(rows: readonly ReviewRow[]): ReadonlySet<Section> {
  const asks = rows.some((r) => r.section === 'needs-you')
  return new Set<Section>(asks ? ['needs-you'] : ['needs-you', 'changed'])
}

/** The answers of an earlier reading whose field is asked again with the very same values. */
function stillFitting(rows: readonly ReviewRow[], earlier: Review): Choices {
  const before = valuesOf(earlier.rows)
  const now = valuesOf(rows)
  return new Map([...earlier.choices].filter(([key]) => now.has(key) && now.get(key) === before.get(key)))
}

const valuesOf = (rows: readonly ReviewRow[]): ReadonlyMap<string, string> =>
  new Map(
    rows.flatMap((r) =>
      r.row.changes
        .filter((c) => isDecidable(c, r.row))
        .map((c) => [choiceKey(r.key, c.field), JSON.stringify([c.current, c.returned])] as const),
    ),
  )

/** The cursor where it stood, else on the same row, else on the first stop that is shown. */
export function placed(review: Review): Review {
  const stops = stopsOf(shownRows(review))
  const { cursor } = review
  const at =
    stops.find((s) => isSame(s, cursor)) ?? stops.find((s) => s.rowKey === cursor?.rowKey) ?? stops[0] ?? null
  return { ...review, cursor: at }
}

export const isSame = (a: Stop, b: Stop | null): boolean => a.rowKey === b?.rowKey && a.field === b.field

/** The stop so many places on in the order of the cards; the last one stays the last. */
export function neighbour(review: Review, by: 1 | -1): Stop | null {
  const stops = stopsOf(shownRows(review))
  const here = stops.findIndex((s) => isSame(s, review.cursor))
  if (here === -1) return stops[0] ?? null
  return stops[here + by] ?? stops[here] ?? null
}

/** The next stop after the cursor at which nothing is decided yet; the cursor itself where there is none. */
export function nextLeft(review: Review): Stop | null {
  const stops = stopsOf(shownRows(review))
  const rows = new Map(review.rows.map((r) => [r.key, r]))
  const here = stops.findIndex((s) => isSame(s, review.cursor))
  const isToDo = (s: Stop): boolean => {
    const row = rows.get(s.rowKey)
    if (!row || row.section !== 'needs-you') return false
    return s.field === null ? isLeft(row, review.choices) : !review.choices.has(choiceKey(s.rowKey, s.field))
  }
  return stops.slice(here + 1).find(isToDo) ?? review.cursor
}

/** Takes a decision, remembering how everything stood before it. */
export function decided(review: Review, change: Partial<Decided>, said: string): Review {
  const { choices, answers, cleanTaken, cursor } = review
  const step: Step = { said, before: { choices, answers, cleanTaken }, at: cursor }
  return { ...review, ...change, history: [...review.history, step], said, error: null }
}
