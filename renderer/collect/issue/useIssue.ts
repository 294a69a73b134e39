import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useApp, useClient } from '../../app/client.tsx'
import { onNotice, type Client } from '../../ipc/client.ts'
import { makeIssueStore, type IssueState, type IssueStore } from './issueStore.ts'

/** The store outlives the tab: who was left out, and what was written, are still there after a look elsewhere. */
const kept = new WeakMap<Client, { readonly path: string; readonly store: IssueStore }>()

function useIssueStore(): IssueStore {
  const client = useClient()
  const path = useApp((s) => s.app?.programme?.path ?? '')
  const known = kept.get(client)
  if (known?.path === path) return known.store
  const store = makeIssueStore(client)
  kept.set(client, { path, store })
  return store
}

/** A part of the handing out, such as `useIssue((s) => s.by)`. */
export const useIssue = <T>(part: (state: IssueState) => T): T => useStore(useIssueStore(), part)

/** Follows how far the drawing of the workbooks is. */
export function useDrawing(): void {
  const drawing = useIssue((s) => s.drawing)
  useEffect(
    () =>
      onNotice((notice) => {
        if (notice.kind === 'issuing') drawing(notice)
      }),
    [drawing],
  )
}
