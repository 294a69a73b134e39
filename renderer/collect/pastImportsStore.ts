import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError } from '../../shared/errors.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { Client } from '../ipc/client.ts'

export type PastImport = Output<'import.list'>[number]
export type UndoResult = Output<'import.undo'>

export type PastImportsState = {
  /** Newest first; null before they were read for the first time. */
  readonly imports: readonly PastImport[] | null
  readonly error: AppError | null
  /** The import being taken back. */
  readonly undoing: string | null
  /** What the last undo restored and what it had to keep, with the file it was. */
  readonly undone: { readonly file: string; readonly result: UndoResult } | null
  readonly load: () => Promise<void>
  readonly undo: (importId: string) => Promise<void>
  readonly dismiss: () => void
}

export type PastImportsStore = StoreApi<PastImportsState>

/** The imports of the programme and the undoing of one. */
export function makePastImportsStore(call: Client): PastImportsStore {
  return createStore<PastImportsState>()((set, get) => {
    const load = async (): Promise<void> => {
      const answer = await call('import.list', {})
      if (answer.ok) set({ imports: [...answer.value].sort((a, b) => b.at.localeCompare(a.at)), error: null })
      else set({ error: answer.error })
    }
    return {
      imports: null,
      error: null,
      undoing: null,
      undone: null,
      load,
      undo: async (importId) => {
        if (get().undoing !== null) return
        set({ undoing: importId, undone: null, error: null })
        const answer = await call('import.undo', { importId })
        const file = get().imports?.find((i) => i.id === importId)?.file ?? ''
        set(
          answer.ok
            ? { undoing: null, undone: { file, result: answer.value } }
            : { undoing: null, error: answer.error },
        )
        if (answer.ok) await load()
      },
      dismiss: () => set({ undone: null, error: null }),
    }
  })
}
