import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useApp, useClient } from '../app/client.tsx'
import { type Client, onNotice } from '../ipc/client.ts'
import { type CollectState, type CollectStore, makeCollectStore } from './collectStore.ts'
import { makePastImportsStore, type PastImportsState, type PastImportsStore } from './pastImportsStore.ts'

type Stores = { readonly path: string; readonly collect: CollectStore; readonly past: PastImportsStore }

/** The stores outlive the screen, so that decisions are still there after a look at the plan; a programme has its own. */
const kept = new WeakMap<Client, Stores>()

export function useCollectStores(): Stores {
  const client = useClient()
  const path = useApp((s) => s.app?.programme?.path ?? '')
  const known = kept.get(client)
  if (known?.path === path) return known
  const stores = { path, collect: makeCollectStore(client), past: makePastImportsStore(client) }
  kept.set(client, stores)
  return stores
}

/** While the screen is there, the reading hears how far the core is. */
export function useProgressNotices(): void {
  const { collect } = useCollectStores()
  useEffect(
    () => onNotice((notice) => notice.kind === 'progress' && collect.getState().progress(notice)),
    [collect],
  )
}

/** A part of the collecting, such as `useCollect((s) => s.flow)`. */
export const useCollect = <T>(part: (state: CollectState) => T): T =>
  useStore(useCollectStores().collect, part)

/** A part of the past imports, such as `usePast((s) => s.imports)`. */
export const usePast = <T>(part: (state: PastImportsState) => T): T => useStore(useCollectStores().past, part)
