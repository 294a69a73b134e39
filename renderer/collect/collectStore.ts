import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError } from '../../shared/errors.ts'
import type {
  FileAnswer,
  ImportAnswers,
  MappingAnswer,
  RowAnswer,
} from '../../shared/import/importAnswers.ts'
import type { ChangeField, CommitDocument } from '../../shared/import/previewDocument.ts'
import type { Notice } from '../../shared/ipc/notices.ts'
import type { FieldValue } from '../../shared/workbook/draft.ts'
import type { Client } from '../ipc/client.ts'
import { rowOf, withFile, withMapping, withRow } from './decisions.ts'
import {
  chosen,
  chosenHere,
  cleanDone,
  isStillRefused,
  restChosen,
  stepBack,
  toggled,
  written,
} from './reviewMoves.ts'
import type { Section, Stop, Take } from './reviewRows.ts'
import {
  decided,
  firstAnswers,
  neighbour,
  placed,
  type Review,
  type Source,
  toReview,
} from './reviewState.ts'

export type { Review } from './reviewState.ts'

type Progress = Omit<Extract<Notice, { kind: 'progress' }>, 'kind' | 'task'>

/** Workbooks being read: how far it is, and the files so far in their order, the last one at hand. */
export type Reading = {
  readonly step: 'reading'
  readonly source: Source
  readonly progress: Progress | null
  readonly files: readonly string[]
  readonly stopping: boolean
}

/** Where the collecting stands: one of these at a time. */
export type Flow =
  | { readonly step: 'start'; readonly error: AppError | null }
  | Reading
  | Review
  | { readonly step: 'done'; readonly document: CommitDocument }

export type CollectState = {
  readonly flow: Flow
  /** Asks for files in the system's dialog, then reads them. */
  readonly choose: () => Promise<void>
  readonly preview: (paths: readonly string[]) => Promise<void>
  /** The values that an import left open, as a review of their own. */
  readonly resume: (importId: string) => Promise<void>
  readonly progress: (progress: Progress) => void
  /** Stops the reading for good. */
  readonly stop: () => Promise<void>

  readonly decide: (rowKey: string, field: ChangeField, take: Take, value?: FieldValue) => void
  /** Decides where the cursor stands, then goes to what is next to be decided. */
  readonly decideHere: (take: Take) => void
  /** Answers every field that is not decided yet. */
  readonly decideAll: (take: Take) => void
  /** Done with the rows that nobody needs to look at: only the questions remain. */
  readonly takeClean: () => void
  readonly undoDecision: () => Promise<void>
  readonly edit: (stop: Stop | null) => void
  /** What the row is; null takes back what was said of it in this review. Whether it could be done. */
  readonly answerRow: (rowKey: string, as: RowAnswer['as'] | null, said: string) => Promise<boolean>
  readonly setColumns: (mapping: MappingAnswer) => Promise<boolean>
  readonly setFile: (answer: FileAnswer) => Promise<boolean>
  readonly open: (dialog: Review['dialog']) => void

  readonly showFile: (file: string | null) => void
  readonly toggle: (section: Section) => void
  /** Moves the keyboard's place by so many stops; a place may be given instead. */
  readonly move: (by: 1 | -1) => void
  readonly moveTo: (stop: Stop) => void
  readonly commit: () => Promise<void>
  /** Reads the same files again, keeping the answers that still fit. */
  readonly previewAgain: () => Promise<void>
  readonly leave: () => void
}

export type CollectStore = StoreApi<CollectState>

const start: Flow = { step: 'start', error: null }

/** The state of "Bring back" over the calls of the core. Nothing is written before `commit`. */
export function makeCollectStore(call: Client): CollectStore {
  return createStore<CollectState>()((set, get) => {
    const store: Store = { set, get, call }
    return {
      flow: start,
      ...readingPart(store),
      ...decidingPart(store),
      ...movingPart(store),
      commit: () => commit(store),
      leave: () => set({ flow: start }),
    }
  })
}

type Store = {
  readonly set: CollectStore['setState']
  readonly get: CollectStore['getState']
  readonly call: Client
}

/** Changes the review, where there is one; null leaves it. */
function patch({ set }: Store, change: (review: Review) => Partial<Review> | null): void {
  set(({ flow }) => {
    const next = flow.step === 'review' ? change(flow) : null
    return flow.step === 'review' && next ? { flow: { ...flow, ...next } } : {}
  })
}

type Reads = 'choose' | 'preview' | 'previewAgain' | 'resume' | 'progress' | 'stop'

function readingPart(store: Store): Pick<CollectState, Reads> {
  const { set, get, call } = store
  return {
    choose: async () => {
      const files = await call('import.choose', {})
      if (!files.ok) set({ flow: { step: 'start', error: files.error } })
      else if (files.value.length > 0) await read(store, { kind: 'files', paths: files.value }, null)
    },
    preview: async (paths) => {
      if (paths.length > 0) await read(store, { kind: 'files', paths }, null)
    },
    previewAgain: async () => {
      const { flow } = get()
      if (flow.step === 'review') await read(store, flow.source, flow)
    },
    resume: (importId) => read(store, { kind: 'open-values', importId }, null),
    progress: (progress) =>
      set(({ flow }) => (flow.step === 'reading' ? { flow: advanced(flow, progress) } : {})),
    stop: async () => {
      const { flow } = get()
      if (flow.step !== 'reading') return
      set({ flow: { ...flow, stopping: true } })
      await call('import.cancel', {})
    },
  }
}

async function read(store: Store, source: Source, earlier: Review | null): Promise<void> {
  const { set, get, call } = store
  set({ flow: { step: 'reading', source, progress: null, files: [], stopping: false } })
  const answer =
    source.kind === 'files'
      ? await call('import.preview', { paths: [...source.paths], sender: null, on: null })
      : await call('import.resume', { importId: source.importId })
  const now = get().flow
  if (now.step !== 'reading' || now.source !== source) return
  if (!answer.ok) {
    set({ flow: { step: 'start', error: answer.error } })
    return
  }
  set({ flow: toReview(source, answer.value, firstAnswers, earlier) })
  if (earlier && hasAny(earlier.answers)) await plan(store, earlier.answers, null, earlier)
}

function advanced(reading: Reading, progress: Progress): Reading {
  const { files } = reading
  const known = progress.file === '' || files.includes(progress.file)
  return { ...reading, progress, files: known ? files : [...files, progress.file] }
}

const hasAny = (answers: ImportAnswers): boolean =>
  answers.rows.length + answers.mappings.length + answers.files.length > 0

/**
 * Plans again with other answers, and says whether it could; where they are refused everything stays, and the refusal is
 * shown. `said` makes it a decision; without it `keep` is the review whose decisions go on.
 */
async function plan(
  store: Store,
  answers: ImportAnswers,
  said: string | null,
  keep: Review | null = null,
): Promise<boolean> {
  const { set, get, call } = store
  const { flow } = get()
  if (flow.step !== 'review' || flow.busy !== 'no') return false
  patch(store, () => ({ busy: 'planning', error: null }))
  const answer = await call('import.replan', { planId: flow.planId, answers })
  const now = get().flow
  if (now.step !== 'review' || now.planId !== flow.planId) return false
  if (!answer.ok) {
    patch(store, () => ({ busy: 'no', error: answer.error }))
    return false
  }
  const before = said === null ? (keep ?? now) : decided(now, {}, said)
  set({ flow: { ...toReview(flow.source, answer.value, answers, before), said: said ?? now.said } })
  return true
}

type Decides =
  | 'decide'
  | 'decideHere'
  | 'decideAll'
  | 'takeClean'
  | 'undoDecision'
  | 'answerRow'
  | 'setColumns'
  | 'setFile'

function decidingPart(store: Store): Pick<CollectState, Decides> {
  const reviewNow = (): Review | null => {
    const { flow } = store.get()
    return flow.step === 'review' ? flow : null
  }
  return {
    decide: (rowKey, field, take, value) =>
      patch(store, (r) =>
        take === 'edited' && value !== undefined
          ? written(r, rowKey, field, value)
          : chosen(r, rowKey, field, take, value),
      ),
    decideHere: (take) => patch(store, (r) => chosenHere(r, take)),
    decideAll: (take) => patch(store, (r) => restChosen(r, take)),
    takeClean: () => patch(store, cleanDone),
    undoDecision: async () => {
      const review = reviewNow()
      const last = review?.history.at(-1)
      if (!review || !last || review.busy !== 'no') return
      if (last.before.answers !== review.answers && !(await plan(store, last.before.answers, null))) return
      patch(store, stepBack)
    },
    answerRow: async (rowKey, as, said) => {
      const review = reviewNow()
      const row = review && rowOf(review, rowKey)
      return review && row ? plan(store, withRow(review.answers, row, as), said) : false
    },
    setColumns: async (mapping) => {
      const { file, sheet } = mapping
      const review = reviewNow()
      if (!review) return false
      const done = await plan(store, withMapping(review.answers, mapping), `Columns of “${sheet}” set.`)
      // A file that still has no table of actions is said where its columns are set.
      if (done) patch(store, (r) => (isStillRefused(r, file) ? { dialog: { kind: 'columns', file } } : null))
      return done
    },
    setFile: async (answer) => {
      const review = reviewNow()
      const said = `Sender and day of “${answer.file}” set.`
      return review ? plan(store, withFile(review.answers, answer), said) : false
    },
  }
}

type Moves = 'edit' | 'open' | 'showFile' | 'toggle' | 'move' | 'moveTo'

const movingPart = (store: Store): Pick<CollectState, Moves> => ({
  edit: (editing) => patch(store, (r) => ({ editing, cursor: editing ?? r.cursor })),
  open: (dialog) => patch(store, () => ({ dialog, error: null, editing: null })),
  showFile: (file) => patch(store, (r) => placed({ ...r, file })),
  toggle: (section) => patch(store, (r) => placed({ ...r, opened: toggled(r.opened, section) })),
  move: (by) => patch(store, (r) => ({ cursor: neighbour(r, by), editing: null })),
  moveTo: (cursor) => patch(store, (r) => placed({ ...r, cursor })),
})

async function commit(store: Store): Promise<void> {
  const { flow } = store.get()
  if (flow.step !== 'review' || flow.busy !== 'no') return
  patch(store, () => ({ busy: 'committing', error: null }))
  const { planId, choices } = flow
  const answer = await store.call('import.commit', { planId, choices: [...choices.values()] })
  if (answer.ok) store.set({ flow: { step: 'done', document: answer.value } })
  else patch(store, () => ({ busy: 'no', error: answer.error }))
}
