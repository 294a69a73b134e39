import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError } from '../../shared/errors.ts'
import type { Input, Output, PaperChoice, PaperFormat, PaperGap } from '../../shared/ipc/contract.ts'
import type { Client } from '../ipc/client.ts'

export type PaperOptions = Output<'paper.options'>
type Kind = PaperOptions['kinds'][number]

/** What a screening for the public found. */
export type Finding = Output<'paper.preview'>['findings'][number]

/** A paper as it was drawn last; kept on screen while the next one is being drawn. */
export type DrawnPaper = {
  /** Which drawing it is, so that a view knows a new one from the same one. */
  readonly number: number
  readonly base64: string
  readonly name: string
  readonly gaps: readonly PaperGap[]
  readonly findings: readonly Finding[]
}

export type Saved = { readonly out: string; readonly format: PaperFormat }

export type PapersState = {
  readonly options: PaperOptions | null
  readonly choice: PaperChoice
  readonly drawing: boolean
  readonly drawn: DrawnPaper | null
  /** Why the paper could not be drawn, or the options not be read. */
  readonly error: AppError | null
  readonly saving: PaperFormat | null
  readonly saved: Saved | null
  readonly saveError: AppError | null
  /** What kept a paper for the public from being saved, until somebody accepts it or goes back. */
  readonly refused: { readonly format: PaperFormat; readonly findings: readonly Finding[] } | null
  /** Reads what can be chosen and draws the paper, with the programme's ISO day; call again when it has changed. */
  readonly load: (today: string) => Promise<void>
  readonly choose: (part: Partial<PaperChoice>) => Promise<void>
  readonly redraw: () => Promise<void>
  readonly save: (format: PaperFormat) => Promise<void>
  /** Saves what was refused, with what was found in it. */
  readonly saveAllTheSame: () => Promise<void>
  readonly goBack: () => void
  readonly reveal: () => Promise<void>
  readonly dismissSaved: () => void
  /** Freezes a snapshot and makes the paper from it; gives the error where it was refused. */
  readonly freeze: (label: string) => Promise<AppError | null>
  readonly addPeriod: (period: Input<'period.add'>) => Promise<AppError | null>
}

export type PapersStore = StoreApi<PapersState>

/** The state of "Papers" over the calls of the core: what is chosen, what it looks like, what was saved. */
export function makePapersStore(call: Client): PapersStore {
  return createStore<PapersState>()((set, get) => {
    let drawings = 0
    let today = ''

    const redraw = async (): Promise<void> => {
      const { options, choice } = get()
      const request = requestOf(options, choice)
      drawings += 1
      const mine = drawings
      if (!request) {
        set({ drawing: false, drawn: null })
        return
      }
      set({ drawing: true, error: null })
      const answer = await call('paper.preview', request)
      if (mine !== drawings) return
      if (answer.ok) set({ drawing: false, drawn: { number: mine, ...answer.value } })
      else set({ drawing: false, drawn: null, error: answer.error })
    }

    const loadOptions = async (): Promise<boolean> => {
      const answer = await call('paper.options', {})
      if (answer.ok)
        set(({ choice }) => ({ options: answer.value, choice: fitted(answer.value, choice, today) }))
      else set({ error: answer.error })
      return answer.ok
    }

    const save = async (format: PaperFormat, acceptFindings: boolean): Promise<void> => {
      const request = requestOf(get().options, get().choice)
      if (!request || get().saving) return
      set({ saving: format, saved: null, saveError: null, refused: null })
      const answer = await call('paper.save', { ...request, format, acceptFindings })
      if (answer.ok) set({ saving: null, saved: answer.value && { out: answer.value.out, format } })
      else if (answer.error.code === 'private-data')
        set({ saving: null, refused: { format, findings: answer.error.findings } })
      else set({ saving: null, saveError: answer.error })
    }

    return {
      options: null,
      choice: { kind: 'board-paper', board: null, group: null, period: null, asAt: null, public: false },
      drawing: false,
      drawn: null,
      error: null,
      saving: null,
      saved: null,
      saveError: null,
      refused: null,
      load: async (now) => {
        today = now
        if (await loadOptions()) await redraw()
      },
      choose: async (part) => {
        set(({ choice }) => ({ choice: { ...choice, ...part }, saved: null, saveError: null }))
        await redraw()
      },
      redraw,
      save: (format) => save(format, false),
      saveAllTheSame: async () => {
        const { refused } = get()
        set({ refused: null })
        if (refused) await save(refused.format, true)
      },
      goBack: () => set({ refused: null }),
      reveal: async () => {
        const { saved } = get()
        if (!saved) return
        const answer = await call('paper.reveal', { path: saved.out })
        if (!answer.ok) set({ saveError: answer.error })
      },
      dismissSaved: () => set({ saved: null, saveError: null }),
      freeze: async (label) => {
        const answer = await call('snapshot.take', { label })
        if (!answer.ok) return answer.error
        if (await loadOptions()) await get().choose({ asAt: answer.value.id })
        return null
      },
      addPeriod: async (period) => {
        const answer = await call('period.add', period)
        if (!answer.ok) return answer.error
        if (await loadOptions()) await get().choose({ period: answer.value.label })
        return null
      },
    }
  })
}

/** The kind that is chosen; null before the options were read. */
export const kindOf = (options: PaperOptions | null, choice: PaperChoice): Kind | null =>
  options?.kinds.find((k) => k.kind === choice.kind) ?? null

/**
 * What to ask the core for: a board only where the kind goes to one (null where that board is not chosen yet), and for the public
 * only where the kind can be.
 */
export function requestOf(options: PaperOptions | null, choice: PaperChoice): PaperChoice | null {
  const kind = kindOf(options, choice)
  if (!kind) return null
  const group = kind.takesGroup ? choice.group : null
  const isPublic = kind.forPublic === 'always' || (kind.forPublic === 'asked' && choice.public)
  if (!kind.needsBoard) return { ...choice, group, board: null, public: isPublic }
  return choice.board === null ? null : { ...choice, group, public: isPublic }
}

/** A choice that the options still have: the first board, the newest period that has begun, and "now" where there is none. */
function fitted(options: PaperOptions, choice: PaperChoice, today: string): PaperChoice {
  const period = options.periods.find((p) => p.label === choice.period) ?? newestPeriod(options, today)
  const board = options.boards.find((b) => b.id === choice.board) ?? options.boards[0]
  const snapshot = options.snapshots.find((s) => s.id === choice.asAt)
  const kind = kindOf(options, choice) ?? options.kinds[0]
  return {
    kind: kind?.kind ?? choice.kind,
    board: board?.id ?? null,
    group: options.groups.some((g) => g.number === choice.group) ? choice.group : null,
    period: period?.label ?? null,
    asAt: snapshot?.id ?? null,
    public: choice.public,
  }
}

/** Labels begin with year and month, so that they sort by time. */
function newestPeriod(options: PaperOptions, today: string): PaperOptions['periods'][number] | undefined {
  const sorted = options.periods.toSorted((a, b) => a.label.localeCompare(b.label))
  return sorted.findLast((p) => p.label.slice(0, 7) <= today.slice(0, 7)) ?? sorted[0]
}
