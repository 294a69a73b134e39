import { useStore } from 'zustand'
import { useApp, useClient } from '../app/client.tsx'
import type { Client } from '../ipc/client.ts'
import { makePapersStore, type PapersState, type PapersStore } from './papersStore.ts'

/** The store outlives the screen, so that the paper is still there after a look at the plan; a programme has its own. */
const kept = new WeakMap<Client, { readonly path: string; readonly store: PapersStore }>()

export function usePapersStore(): PapersStore {
  const client = useClient()
  const path = useApp((s) => s.app?.programme?.path ?? '')
  const known = kept.get(client)
  if (known?.path === path) return known.store
  const store = makePapersStore(client)
  kept.set(client, { path, store })
  return store
}

/** A part of the papers' state, such as `usePapers((s) => s.choice)`. */
export const usePapers = <T>(part: (state: PapersState) => T): T => useStore(usePapersStore(), part)
