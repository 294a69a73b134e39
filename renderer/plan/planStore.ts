import type { AppError } from '../../shared/errors.ts'
import { type PlanQuery, wholePlan } from '../../shared/view/planQuery.ts'
import type { PlanTableView } from '../../shared/view/planTable.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Client } from '../ipc/client.ts'
import { neighbour } from './planLines.ts'

export type DrawerTab = 'now' | 'dates' | 'recovery' | 'links' | 'texts' | 'history'

export type PlanSlice = {
  readonly query: PlanQuery
  /** Null until the first answer; the last answer while a newer one is on its way. */
  readonly view: PlanTableView | null
  readonly error: AppError | null
  /** Ids of objectives whose actions are folded away. */
  readonly collapsed: ReadonlySet<string>
  /** The line that the arrow keys stand on: an objective or an action. */
  readonly activeId: string | null
  /** The action in the drawer. */
  readonly openId: string | null
  readonly tab: DrawerTab
  /** Where the table was scrolled to when it was last on screen, in pixels. */
  readonly scrolled: number
  readonly load: () => Promise<void>
  /** Changes parts of the filter, keeps the others. */
  readonly filter: (part: Partial<PlanQuery>) => Promise<void>
  /** Replaces the filter whole. */
  readonly show: (query: PlanQuery) => Promise<void>
  readonly toggle: (objectiveId: string) => void
  readonly foldAll: (fold: boolean) => void
  readonly stand: (id: string | null) => void
  readonly open: (actionId: string) => void
  readonly close: () => void
  /** Opens the action before or after the open one; stays at the ends. */
  readonly step: (by: 1 | -1) => void
  readonly choose: (tab: DrawerTab) => void
  readonly scrollTo: (pixels: number) => void
  /** Forgets filter, drawer and folds: another programme is open. */
  readonly reset: () => void
}
export type PlanStore = StoreApi<PlanSlice>

const start = {
  query: wholePlan,
  view: null,
  error: null,
  collapsed: new Set<string>(),
  activeId: null,
  openId: null,
  tab: 'now' as DrawerTab,
  scrolled: 0,
}

/** The work plan on screen: what is asked for, what was answered, and where the person stands in it. */
export function makePlanStore(client: Client): PlanStore {
  let turn = 0
  return createStore<PlanSlice>()((set, get) => ({
    ...start,
    load: async () => {
      const mine = ++turn
      const got = await client('plan', get().query)
      if (mine !== turn) return
      set(got.ok ? { view: got.value, error: null } : { error: got.error })
    },
    filter: (part) => get().show({ ...get().query, ...part }),
    show: async (query) => {
      set({ query, scrolled: 0 })
      await get().load()
    },
    toggle: (objectiveId) => {
      const collapsed = new Set(get().collapsed)
      if (!collapsed.delete(objectiveId)) collapsed.add(objectiveId)
      set({ collapsed })
    },
    foldAll: (fold) =>
      set({ collapsed: new Set(fold ? (get().view?.objectives.map((o) => o.id) ?? []) : []) }),
    stand: (activeId) => set({ activeId }),
    open: (actionId) => set({ openId: actionId, activeId: actionId }),
    close: () => set({ openId: null }),
    step: (by) => {
      const { view, openId } = get()
      const next = view && openId ? neighbour(view, openId, by) : null
      if (next) get().open(next.id)
    },
    choose: (tab) => set({ tab }),
    scrollTo: (scrolled) => set({ scrolled }),
    reset: () => {
      turn++
      set({ ...start })
    },
  }))
}
