import { useCallback, useState } from 'react'
import type { AppError } from '../../shared/errors.ts'
import type { CallName, Input } from '../../shared/ipc/contract.ts'
import { useDesk } from '../app/client.tsx'

export type Writing = {
  /** Why the last write was refused; null again once one is under way. */
  readonly error: AppError | null
  readonly busy: boolean
  /** Writes, says the sentence where it was done, and answers whether it was. */
  readonly run: <C extends CallName>(name: C, input: Input<C>, done: string) => Promise<boolean>
}

/** One form's writes: what was refused stays beside the form, what was done is said. */
export function useWrite(): Writing {
  const { app } = useDesk()
  const [error, setError] = useState<AppError | null>(null)
  const [busy, setBusy] = useState(false)
  const run = useCallback(
    async <C extends CallName>(name: C, input: Input<C>, done: string) => {
      setBusy(true)
      setError(null)
      const answer = await app.getState().write(name, input)
      setBusy(false)
      if (!answer.ok) setError(answer.error)
      else app.getState().say(done)
      return answer.ok
    },
    [app],
  )
  return { error, busy, run }
}
