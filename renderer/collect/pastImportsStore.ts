import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError } from '../../shared/errors.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { Client } from '../ipc/client.ts'

export type PastImport = Output<'import.list'>[number]
export type UndoResult = Output<'import.undo'>
export type Undone = { readonly file: string; readonly result: UndoResult }

export type PastImportsState = {
  /** Newest first; null before they were read for the first time. */
  readonly imports: readonly PastImport[] | null
  readonly error: AppError | null
  /** The import being taken back. */
  readonly undoing: string | null
  /** What the last undo restored and what it had to keep, import by import. */
  readonly undone: readonly Undone[] | null
  readonly load: () => Promise<void>
  /** Takes imports back, the newest first; where one is refused, those before it stay undone. */
  readonly undo: (importIds: readonly string[]) => Promise<void>
  readonly dismiss: () => void
}

export type PastImportsStore = StoreApi<PastImportsState>

/** The imports of the programme and the undoing of some. */
export function makePastImportsStore(call: Client): PastImportsStore {
  return createStore<PastImportsState>()((set, get) => {
    const load = async (): Promise<void> => {
      const answer = await call('import.list', {})
      if (answer.ok) set({ imports: [...answer.value].sort((a, b) => b.at.localeCompare(a.at)), error: null })
      else set({ error: answer.error })
    }
    const fileOf = (id: string): string => get().imports?.find((i) => i.id === id)?.file ?? ''
    return {
      imports: null,
      error: null,
      undoing: null,
      undone: null,
      load,
      undo: async (importIds) => {
        if (get().undoing !== null) return
        set({ undone: null, error: null })
        let refused: AppError | null = null
        for (const importId of importIds.toReversed()) {
          set({ undoing: importId })
          const answer = await call('import.undo', { importId })
          if (!answer.ok) {
            refused = answer.error
            break
          }
          const one = { file: fileOf(importId), result: answer.value }
          set({ undone: [...(get().undone ?? []), one] })
        }
        set({ undoing: null })
        await load()
        if (refused) set({ error: refused })
      },
      dismiss: () => set({ undone: null, error: null }),
    }
  })
}
