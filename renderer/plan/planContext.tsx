import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { PlanSlice, PlanStore } from './planStore.ts'

const context = createContext<PlanStore | null>(null)

export function PlanProvider({ store, children }: { store: PlanStore; children: ReactNode }) {
  return <context.Provider value={store}>{children}</context.Provider>
}

export function usePlanStore(): PlanStore {
  const store = useContext(context)
  if (!store) throw new Error('a component outside PlanProvider')
  return store
}

/** A part of the work plan's state, such as `usePlan((s) => s.query)`. */
export function usePlan<T>(part: (state: PlanSlice) => T): T {
  return useStore(usePlanStore(), part)
}
