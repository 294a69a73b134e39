import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError } from '../../shared/errors.ts'
import type { Choice, CommitDocument, PreviewDocument } from '../../shared/import/previewDocument.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { FieldName } from '../../shared/workbook/draft.ts'
import type { Client } from '../ipc/client.ts'
import {
  choiceKey,
  type Choices,
  isOpen,
  type ReviewRow,
  reviewRows,
  type Section,
  stopsOf,
  type Stop,
  type Take,
} from './reviewRows.ts'

export type Review = {
  readonly step: 'review'
  readonly paths: readonly string[]
  readonly planId: string
  readonly document: PreviewDocument
  readonly rows: readonly ReviewRow[]
  readonly steps: {
    readonly deliveryRating: Output<'import.preview'>['deliverySteps']
    readonly impactRating: Output<'import.preview'>['impactSteps']
  }
  readonly choices: Choices
  /** The file whose rows are shown; null for all. */
  readonly file: string | null
  readonly opened: ReadonlySet<Section>
  readonly cursor: Stop | null
  readonly committing: boolean
  readonly error: AppError | null
}

/** Where the collecting stands: one of these at a time. */
export type Flow =
  | { readonly step: 'start'; readonly error: AppError | null }
  | { readonly step: 'reading'; readonly paths: readonly string[] }
  | Review
  | { readonly step: 'done'; readonly document: CommitDocument }

export type CollectState = {
  readonly flow: Flow
  /** Asks for files in the system's dialog, then reads them. */
  readonly choose: () => Promise<void>
  readonly preview: (paths: readonly string[]) => Promise<void>
  readonly decide: (rowKey: string, field: FieldName, take: Take) => void
  /** Answers every field that is not decided yet; null takes those answers back that this gave. */
  readonly decideAll: (take: Take) => void
  readonly clearDecisions: () => void
  readonly showFile: (file: string | null) => void
  readonly toggle: (section: Section) => void
  /** Moves the keyboard's place by so many stops; a place may be given instead. */
  readonly move: (by: 1 | -1) => void
  readonly moveTo: (stop: Stop) => void
  readonly decideHere: (take: Take) => void
  readonly commit: () => Promise<void>
  /** Reads the same files again, keeping the answers that still fit. */
  readonly previewAgain: () => Promise<void>
  readonly leave: () => void
}

export type CollectStore = StoreApi<CollectState>

const start: Flow = { step: 'start', error: null }

/** The state of "Collect updates" over the calls of the core. Nothing is written before `commit`. */
export function makeCollectStore(call: Client): CollectStore {
  return createStore<CollectState>()((set, get) => {
    const patch = (change: (review: Review) => Partial<Review>): void =>
      set(({ flow }) => (flow.step === 'review' ? { flow: { ...flow, ...change(flow) } } : {}))

    const read = async (paths: readonly string[], earlier: Review | null): Promise<void> => {
      set({ flow: { step: 'reading', paths } })
      const answer = await call('import.preview', { paths: [...paths], sender: null })
      const now = get().flow
      if (now.step !== 'reading' || now.paths !== paths) return
      set({
        flow: answer.ok ? toReview(paths, answer.value, earlier) : { step: 'start', error: answer.error },
      })
    }

    return {
      flow: start,
      choose: async () => {
        const chosen = await call('import.choose', {})
        if (!chosen.ok) set({ flow: { step: 'start', error: chosen.error } })
        else if (chosen.value.length > 0) await read(chosen.value, null)
      },
      preview: async (paths) => {
        if (paths.length > 0) await read(paths, null)
      },
      decide: (rowKey, field, take) => patch((r) => ({ choices: withChoice(r, rowKey, field, take) })),
      decideAll: (take) => patch((r) => ({ choices: withAll(r, take) })),
      clearDecisions: () => patch(() => ({ choices: new Map() })),
      showFile: (file) => patch((r) => placed({ ...r, file })),
      toggle: (section) => patch((r) => ({ opened: toggled(r.opened, section) })),
      move: (by) => patch((r) => ({ cursor: neighbour(r, by) })),
      moveTo: (cursor) => patch(() => ({ cursor })),
      decideHere: (take) =>
        patch((r) =>
          r.cursor?.field ? { choices: withChoice(r, r.cursor.rowKey, r.cursor.field, take) } : {},
        ),
      commit: async () => {
        const { flow } = get()
        if (flow.step !== 'review' || flow.committing) return
        patch(() => ({ committing: true, error: null }))
        const answer = await call('import.commit', {
          planId: flow.planId,
          choices: [...flow.choices.values()],
        })
        if (answer.ok) set({ flow: { step: 'done', document: answer.value } })
        else patch(() => ({ committing: false, error: answer.error }))
      },
      previewAgain: async () => {
        const { flow } = get()
        if (flow.step === 'review') await read(flow.paths, flow)
      },
      leave: () => set({ flow: start }),
    }
  })
}

/** The rows that are on screen: those of the chosen file, in the sections that are open. */
export const shownRows = (review: Pick<Review, 'rows' | 'file' | 'opened'>): readonly ReviewRow[] =>
  review.rows.filter((r) => (review.file === null || r.file === review.file) && review.opened.has(r.section))

function toReview(
  paths: readonly string[],
  answer: Output<'import.preview'>,
  earlier: Review | null,
): Review {
  const rows = reviewRows(answer.document)
  const review: Review = {
    step: 'review',
    paths,
    planId: answer.planId,
    document: answer.document,
    rows,
    steps: { deliveryRating: answer.deliverySteps, impactRating: answer.impactSteps },
    choices: earlier ? stillFitting(rows, earlier) : new Map(),
    file: earlier?.file ?? null,
    opened: earlier?.opened ?? new Set<Section>(['needs-you', 'changed']),
    cursor: null,
    committing: false,
    error: null,
  }
  return { ...review, ...placed(review) }
}

/** The answers of an earlier reading whose field is asked again with the very same values. */
function stillFitting(rows: readonly ReviewRow[], earlier: Review): Choices {
  const asked = (list: readonly ReviewRow[]): ReadonlyMap<string, string> =>
    new Map(
      list.flatMap((r) =>
        r.row.changes
          .filter((c) => isOpen(c) && r.open.includes(c.field))
          .map((c) => [choiceKey(r.key, c.field), JSON.stringify([c.current, c.returned])] as const),
      ),
    )
  const before = asked(earlier.rows)
  const now = asked(rows)
  return new Map([...earlier.choices].filter(([key]) => now.has(key) && now.get(key) === before.get(key)))
}

/** The cursor on the first stop that is shown, where it stood on none of them. */
function placed(review: Review): Partial<Review> {
  const stops = stopsOf(shownRows(review))
  return { file: review.file, cursor: stops.find((s) => isSame(s, review.cursor)) ?? stops[0] ?? null }
}

function neighbour(review: Review, by: 1 | -1): Stop | null {
  const stops = stopsOf(shownRows(review))
  const here = stops.findIndex((s) => isSame(s, review.cursor))
  if (here === -1) return stops[0] ?? null
  return stops[here + by] ?? stops[here] ?? null
}

const isSame = (a: Stop, b: Stop | null): boolean => a.rowKey === b?.rowKey && a.field === b.field

function withChoice(review: Review, rowKey: string, field: FieldName, take: Take): Choices {
  const row = review.rows.find((r) => r.key === rowKey)
  if (!row?.open.includes(field)) return review.choices
  return new Map(review.choices).set(choiceKey(rowKey, field), toChoice(row, field, take))
}

function withAll(review: Review, take: Take): Choices {
  const choices = new Map(review.choices)
  for (const row of review.rows) {
    if (review.file !== null && row.file !== review.file) continue
    for (const field of row.open) {
      const key = choiceKey(row.key, field)
      if (!choices.has(key)) choices.set(key, toChoice(row, field, take))
    }
  }
  return choices
}

const toChoice = (row: ReviewRow, field: FieldName, take: Take): Choice => ({
  file: row.file,
  sheet: row.row.sheet,
  row: row.row.row,
  field,
  take,
})

function toggled(opened: ReadonlySet<Section>, section: Section): ReadonlySet<Section> {
  const next = new Set(opened)
  if (!next.delete(section)) next.add(section)
  return next
}
