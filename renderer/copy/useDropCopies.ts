import { useCallback } from 'react'
import { useClient, useDesk } from '../app/client.tsx'
import { useCollectStores } from '../collect/useCollect.ts'
import { openCollectTab } from '../collect/useCollectTab.ts'

/**
 * Takes files that were dropped on "Collect updates" with a programme file among them: copies of the open programme are
 * brought in, with the workbooks dropped beside them. Answers whether there was one; others are for opening.
 */
export function useDropCopies(): (paths: readonly string[]) => Promise<boolean> {
  const client = useClient()
  const { app } = useDesk()
  const { collect } = useCollectStores()
  return useCallback(
    async (paths) => {
      if (!app.getState().app?.programme || app.getState().screen !== 'collect') return false
      const desks = paths.filter((path) => path.toLowerCase().endsWith('.desk'))
      const ours = await Promise.all(
        desks.map(async (path) => {
          const answer = await client('copy.isOurs', { path })
          return answer.ok && answer.value
        }),
      )
      if (!ours.includes(true)) return false
      openCollectTab('bring-back')
      await collect.getState().preview(paths)
      return true
    },
    [app, client, collect],
  )
}
