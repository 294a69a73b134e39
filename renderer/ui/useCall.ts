import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '../../shared/errors.ts'
import type { CallName, Input, Output } from '../../shared/ipc/contract.ts'
import { useClient, useRevision } from '../app/client.tsx'

export type Called<T> = {
  /** Null until the first answer; the last answer while a newer one is on its way. */
  readonly value: T | null
  readonly error: AppError | null
  readonly reload: () => void
}

/** Asks the core, and asks again whenever the input or the programme changes. An overtaken answer is dropped. */
export function useCall<C extends CallName>(name: C, input: Input<C>): Called<Output<C>> {
  const client = useClient()
  const revision = useRevision()
  const key = JSON.stringify(input)
  const latest = useRef(0)
  const [answer, setAnswer] = useState<{ value: Output<C> | null; error: AppError | null }>({
    value: null,
    error: null,
  })
  const reload = useCallback(() => {
    const turn = ++latest.current
    void client(name, JSON.parse(key) as Input<C>).then((got) => {
      if (turn !== latest.current) return
      if (got.ok) setAnswer({ value: got.value, error: null })
      else setAnswer((old) => ({ value: old.value, error: got.error }))
    })
  }, [client, name, key])
  useEffect(reload, [reload, revision])
  return { ...answer, reload }
}
