import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { Client } from '../ipc/client.ts'
import type { AppSlice, AppStore } from './appStore.ts'

/** What every component can reach: the typed calls to the core, and the frame's store. */
export type DeskContext = { readonly client: Client; readonly app: AppStore }

const context = createContext<DeskContext | null>(null)

export function DeskProvider({ desk, children }: { desk: DeskContext; children: ReactNode }) {
  return <context.Provider value={desk}>{children}</context.Provider>
}

export function useDesk(): DeskContext {
  const desk = useContext(context)
  if (!desk) throw new Error('a component outside DeskProvider')
  return desk
}

export const useClient = (): Client => useDesk().client

/** A part of the frame's state, such as `useApp((s) => s.screen)`. */
export function useApp<T>(part: (state: AppSlice) => T): T {
  return useStore(useDesk().app, part)
}

/** The programme's revision: grows with every write; 0 while none is open. */
export const useRevision = (): number => useApp((s) => s.app?.programme?.revision ?? 0)
