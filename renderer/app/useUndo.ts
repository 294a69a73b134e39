import { useCallback } from 'react'
import { sayError } from '../../shared/errors.ts'
import { useDesk } from './client.tsx'

export type Undoing = { readonly undo: () => Promise<void>; readonly redo: () => Promise<void> }

/** Takes back the last change of the programme, or makes it again, and says which it was. */
export function useUndo(): Undoing {
  const { app } = useDesk()
  const run = useCallback(
    async (call: 'undo' | 'redo') => {
      const { write, say, refuse } = app.getState()
      const before = app.getState().app?.programme
      const label = call === 'undo' ? before?.undoLabel : before?.redoLabel
      const done = await write(call, {})
      if (!done.ok) refuse(sayError(done.error))
      else say(`${call === 'undo' ? 'Undone' : 'Done again'}: ${label ?? done.value.label}`)
    },
    [app],
  )
  return {
    undo: useCallback(() => run('undo'), [run]),
    redo: useCallback(() => run('redo'), [run]),
  }
}
