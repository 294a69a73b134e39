import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError } from '../../shared/errors.ts'
import type { PlanReply } from '../../shared/ipc/planInCalls.ts'
import {
  noPlanAnswers,
  type PlanAnswers,
  type PlanField,
  type PlanMapping,
} from '../../shared/planIn/planDraft.ts'
import type { Client } from '../ipc/client.ts'

type As = PlanAnswers['levels'][number]['as']

export type PlanInSlice = {
  /** The plan that was chosen; null on the start screen. */
  readonly path: string | null
  readonly busy: boolean
  readonly stopping: boolean
  /** What was read last; stays on screen while it is read anew with other answers. */
  readonly reply: PlanReply | null
  readonly error: AppError | null
  readonly answers: PlanAnswers
  /** ISO day; null: as the plan's own dates suggest. */
  readonly startedOn: string | null
  /** Asks for a plan, and reads it; nothing happens where the person cancels. */
  readonly choose: () => Promise<void>
  /** Reads a plan at a path, such as one that was dropped. */
  readonly take: (path: string) => Promise<void>
  /** Says where a table's headings stand; 0: in no row. */
  readonly setHeaderRow: (sheet: string, headerRow: number) => Promise<void>
  readonly setField: (sheet: string, column: string, field: PlanField | null) => Promise<void>
  /** Drops what was said of a table. */
  readonly readAsFound: (sheet: string) => Promise<void>
  readonly setLevel: (key: string, as: As) => Promise<void>
  readonly setStartedOn: (day: string) => Promise<void>
  readonly stop: () => Promise<void>
  /** Back to the start screen. */
  readonly close: () => void
}

export type PlanInStore = StoreApi<PlanInSlice>

const nothing = {
  path: null,
  busy: false,
  stopping: false,
  reply: null,
  error: null,
  answers: noPlanAnswers,
  startedOn: null,
} as const

/** A plan on its way to a programme: read as often as answers change; an overtaken reading is dropped. */
export function makePlanInStore(client: Client): PlanInStore {
  let turn = 0
  return createStore<PlanInSlice>()((set, get) => {
    const read = async (): Promise<void> => {
      const { path, answers, startedOn } = get()
      if (path === null) return
      const mine = ++turn
      set({ busy: true, error: null })
      const answer = await client('planIn.preview', { path, answers, startedOn })
      if (mine !== turn) return
      const done = { busy: false, stopping: false }
      if (answer.ok) set({ ...done, reply: answer.value })
      else if (answer.error.code === 'cancelled' && get().reply === null) set(nothing)
      else set({ ...done, error: answer.error.code === 'cancelled' ? null : answer.error })
    }
    const correct = async (sheet: string, mapping: PlanMapping | null): Promise<void> => {
      const { answers } = get()
      const others = answers.mappings.filter((m) => m.sheet !== sheet)
      set({ answers: { ...answers, mappings: mapping === null ? others : [...others, mapping] } })
      await read()
    }
    const saidOf = (sheet: string): PlanMapping =>
      get().answers.mappings.find((m) => m.sheet === sheet) ?? { sheet, headerRow: null, columns: [] }
    const take = async (path: string): Promise<void> => {
      set({ ...nothing, path })
      await read()
    }
    return {
      ...nothing,
      take,
      choose: async () => {
        const chosen = await client('planIn.choose', {})
        if (!chosen.ok) set({ error: chosen.error })
        else if (chosen.value !== null) await take(chosen.value)
      },
      setField: async (sheet, column, field) => {
        const said = saidOf(sheet)
        const columns = [...said.columns.filter((c) => c.column !== column), { column, field }]
        await correct(sheet, { ...said, columns })
      },
      setHeaderRow: (sheet, headerRow) => correct(sheet, { ...saidOf(sheet), headerRow }),
      readAsFound: (sheet) => correct(sheet, null),
      setLevel: async (key, as) => {
        const { answers } = get()
        const levels = [...answers.levels.filter((l) => l.key !== key), { key, as }]
        set({ answers: { ...answers, levels } })
        await read()
      },
      setStartedOn: async (day) => {
        if (day === get().startedOn || day === get().reply?.preview.startedOn) return
        set({ startedOn: day })
        await read()
      },
      stop: async () => {
        set({ stopping: true })
        await client('planIn.cancel', {})
      },
      close: () => {
        turn += 1
        if (get().busy) void client('planIn.cancel', {})
        set(nothing)
      },
    }
  })
}
