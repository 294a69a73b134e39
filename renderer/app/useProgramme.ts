import { useMemo } from 'react'
import { sayError } from '../../shared/errors.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import { forgetDrafts } from '../ui/draftStore.ts'
import { useDesk } from './client.tsx'

export type ProgrammeCommands = {
  readonly openSample: () => Promise<void>
  /** Without a path the person is asked for one. */
  readonly open: (path: string | null) => Promise<void>
  /** Whether one was made: not where the person cancelled, or it was refused. */
  readonly create: (input: Input<'programme.new'>) => Promise<boolean>
  /** The same for a plan that was previewed. */
  readonly createFromPlan: (input: Input<'planIn.create'>) => Promise<boolean>
  readonly close: () => Promise<void>
  readonly removeRecent: (path: string) => Promise<void>
}

/** Opening, making and closing programmes; what is refused is said. */
export function useProgramme(): ProgrammeCommands {
  const { app } = useDesk()
  return useMemo(() => {
    const arrive = async (
      name: 'programme.openSample' | 'programme.open' | 'programme.new' | 'planIn.create',
      input: unknown,
    ) => {
      const { write, refuse, go } = app.getState()
      const before = app.getState().app?.programme?.path
      const answer = await write(name, input as Input<typeof name>)
      if (!answer.ok) {
        refuse(sayError(answer.error))
        return false
      }
      if (answer.value === null) return false
      if (answer.value.path !== before) forgetDrafts()
      go('overview')
      return true
    }
    return {
      openSample: async () => void (await arrive('programme.openSample', {})),
      open: async (path) => void (await arrive('programme.open', { path })),
      create: (input) => arrive('programme.new', input),
      createFromPlan: (input) => arrive('planIn.create', input),
      close: async () => {
        const answer = await app.getState().write('programme.close', {})
        if (!answer.ok) app.getState().refuse(sayError(answer.error))
      },
      removeRecent: async (path) => {
        const answer = await app.getState().write('recent.remove', { path })
        if (!answer.ok) app.getState().refuse(sayError(answer.error))
      },
    }
  }, [app])
}
