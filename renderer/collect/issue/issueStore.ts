import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError } from '../../../shared/errors.ts'
import type { HandedOut, IssueOptions } from '../../../shared/ipc/issueCalls.ts'
import type { Client } from '../../ipc/client.ts'

export type By = 'lead' | 'group'

/** How far the drawing of the workbooks is; null fields until the first is at hand. */
export type Drawing = { readonly done: number; readonly total: number; readonly file: string }

export type IssueState = {
  /** The label of the period; null for the one that the core suggests. */
  readonly period: string | null
  readonly by: By
  /** As typed; null for the day that the core suggests. */
  readonly returnBy: string | null
  /** Who is left out, by "by name". */
  readonly left: ReadonlySet<string>
  readonly writing: Drawing | 'asking' | null
  readonly result: HandedOut | null
  /** True until somebody has been shown the result: then it takes the focus. */
  readonly isFresh: boolean
  readonly error: AppError | null
  readonly set: (part: Partial<Pick<IssueState, 'period' | 'by' | 'returnBy'>>) => void
  /** Takes somebody in, or leaves them out. */
  readonly toggle: (names: readonly string[], taken: boolean) => void
  readonly drawing: (drawing: Drawing) => void
  readonly write: (what: {
    readonly period: string
    readonly recipients: readonly string[]
    readonly returnBy: string | null
  }) => Promise<void>
  /** Shows what a reissue has written as what was handed out last. */
  readonly show: (result: HandedOut) => void
  readonly dismiss: () => void
  readonly seen: () => void
}

export type IssueStore = StoreApi<IssueState>

/** What is being handed out: the choices, the writing, and what was written. */
export function makeIssueStore(call: Client): IssueStore {
  return createStore<IssueState>()((set, get) => ({
    period: null,
    by: 'lead',
    returnBy: null,
    left: new Set(),
    writing: null,
    result: null,
    isFresh: false,
    error: null,
    set: (part) => set({ ...part, error: null }),
    toggle: (names, taken) => {
      const left = new Set(get().left)
      for (const name of names) {
        if (taken) left.delete(leftKey(get().by, name))
        else left.add(leftKey(get().by, name))
      }
      set({ left })
    },
    drawing: (drawing) => {
      if (get().writing !== null) set({ writing: drawing })
    },
    write: async ({ period, recipients, returnBy }) => {
      if (get().writing !== null) return
      set({ writing: 'asking', error: null })
      const answer = await call('issue.write', {
        period,
        by: get().by,
        recipients: [...recipients],
        returnBy,
      })
      if (!answer.ok) set({ writing: null, error: answer.error })
      else set({ writing: null, ...(answer.value ? { result: answer.value, isFresh: true } : {}) })
    },
    show: (result) => set({ result, isFresh: true }),
    dismiss: () => set({ result: null, isFresh: false }),
    seen: () => set({ isFresh: false }),
  }))
}

/** Who is asked: everybody who can be and was not left out. */
export const chosenOf = (state: Pick<IssueState, 'by' | 'left'>, options: IssueOptions): readonly string[] =>
  (state.by === 'lead' ? options.byLead : options.byGroup)
    .map((r) => r.name)
    .filter((name) => !state.left.has(leftKey(state.by, name)))

export const leftKey = (by: By, name: string): string => `${by} ${name}`

/** Those of the chosen who have a workbook of the period already. */
export function haveOne(
  chosen: readonly string[],
  by: By,
  period: IssueOptions['periods'][number] | undefined,
): readonly string[] {
  const have = new Set(period?.to.filter((t) => t.by === by).map((t) => t.name))
  return chosen.filter((name) => have.has(name))
}

/** That these have one, in a sentence; empty where nobody has. */
export function sayHaveOne(have: number, chosen: number, period: string): string {
  if (have === 0) return ''
  const who =
    have < chosen ? `${have} of the ${chosen} chosen` : chosen === 1 ? 'Who is chosen' : 'Everybody chosen'
  return `${who} ${have === 1 || have === chosen ? 'has' : 'have'} a workbook for ${period} already.`
}
