import type { AppError } from '../../shared/errors.ts'
import type { AppState, CallName, Input, Output } from '../../shared/ipc/contract.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type PlanQuery, wholePlan } from '../../shared/view/planQuery.ts'
import type { Client } from '../ipc/client.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'

export type ScreenId = 'overview' | 'plan' | 'collect' | 'papers'

/** What was done or refused, in words: shown for a moment and read out. */
export type Saying = {
  readonly tone: 'done' | 'refused'
  readonly text: string
  /** Counts up, so that the same words twice are said twice. */
  readonly number: number
}

/** Rows of the work plan that another screen asked to see, and the action to open there. */
export type PlanWish = { readonly query: PlanQuery; readonly actionId: string | null }

export type AppSlice = {
  /** Null until the core has answered for the first time. */
  readonly app: AppState | null
  readonly screen: ScreenId
  readonly saying: Saying | null
  /** What the work plan shows when it is next on screen; the plan takes it. */
  readonly planWish: PlanWish | null
  readonly takePlanWish: () => PlanWish | null
  /** The core could not be reached at all. */
  readonly failed: AppError | null
  readonly refresh: () => Promise<void>
  readonly go: (screen: ScreenId) => void
  /** Goes to the work plan, filtered, with an action open where one is named. */
  readonly showPlan: (query: PlanQuery, actionId?: string) => void
  readonly showAction: (actionId: string) => void
  readonly say: (text: string) => void
  readonly refuse: (error: string) => void
  readonly hush: () => void
  /** Calls, then asks for the state again, so that every open view re-reads; the caller words the answer. */
  readonly write: <C extends CallName>(name: C, input: Input<C>) => Promise<Result<Output<C>, AppError>>
}

export type AppStore = StoreApi<AppSlice>

/** The frame of the window: the open programme, the screen, and what was said last. */
export function makeAppStore(client: Client): AppStore {
  return createStore<AppSlice>()((set, get) => ({
    app: null,
    screen: 'overview',
    saying: null,
    planWish: null,
    failed: null,
    refresh: async () => {
      const state = await client('app.state', {})
      set(state.ok ? { app: state.value, failed: null } : { failed: state.error })
    },
    go: (screen) => set({ screen }),
    showPlan: (query, actionId) => set({ screen: 'plan', planWish: { query, actionId: actionId ?? null } }),
    showAction: (actionId) => set({ screen: 'plan', planWish: { query: wholePlan, actionId } }),
    takePlanWish: () => {
      const wish = get().planWish
      if (wish) set({ planWish: null })
      return wish
    },
    say: (text) => set({ saying: { tone: 'done', text, number: next(get().saying) } }),
    refuse: (text) => set({ saying: { tone: 'refused', text, number: next(get().saying) } }),
    hush: () => set({ saying: null }),
    write: async (name, input) => {
      const answer = await client(name, input)
      if (!answer.ok) return err(answer.error)
      await get().refresh()
      return ok(answer.value)
    },
  }))
}

const next = (saying: Saying | null): number => (saying?.number ?? 0) + 1
