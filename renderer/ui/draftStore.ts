import { useCallback } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

type Fields = Readonly<Record<string, string>>
type Drafts = { readonly drafts: Readonly<Record<string, Fields>> }

/** What was typed and not yet saved, by form: it outlives the form, so that looking elsewhere loses no keystroke. */
const draftStore = createStore<Drafts>()(() => ({ drafts: {} }))

export type Draft<F extends string> = {
  readonly values: Readonly<Record<F, string>>
  readonly dirty: boolean
  readonly set: (field: F, value: string) => void
  readonly clear: () => void
}

/** The fields of a form: what is saved, with what was typed since over it. `key` names the form and its row. */
export function useDraft<F extends string>(key: string, saved: Readonly<Record<F, string>>): Draft<F> {
  const typed = useStore(draftStore, (s) => s.drafts[key]) as Partial<Record<F, string>> | undefined
  const values = { ...saved, ...typed }
  const set = useCallback((field: F, value: string) => typeIn(key, field, value), [key])
  const clear = useCallback(() => forget(key), [key])
  const dirty = (Object.keys(saved) as F[]).some((field) => values[field] !== saved[field])
  return { values, dirty, set, clear }
}

/** Whether a form holds something unsaved. */
export const useHasDraft = (key: string): boolean => useStore(draftStore, (s) => key in s.drafts)

/** Drops every draft: another programme is open. */
export const forgetDrafts = (): void => draftStore.setState({ drafts: {} })

function typeIn(key: string, field: string, value: string): void {
  draftStore.setState(({ drafts }) => ({ drafts: { ...drafts, [key]: { ...drafts[key], [field]: value } } }))
}

function forget(key: string): void {
  draftStore.setState(({ drafts }) => ({
    drafts: Object.fromEntries(Object.entries(drafts).filter(([k]) => k !== key)),
  }))
}
