import { z } from 'zod'
import { appError, type AppError } from '../../shared/errors.ts'
import { contract, type CallName, type Contract, type Input, type Output } from '../../shared/ipc/contract.ts'
import { notice, type Notice } from '../../shared/ipc/notices.ts'
import type { Result } from '../../shared/result.ts'

// Zod's faster parsers are made with `new Function`, which the content security policy forbids.
z.config({ jitless: true })

/** Calls the core by name. Refusals are values; it rejects only where the two sides do not fit together. */
export type Client = <C extends CallName>(name: C, input: Input<C>) => Promise<Result<Output<C>, AppError>>

/** The bare way to the core: the bridge in the window, `dispatch` itself in a test. */
export type Invoke = (name: string, input: unknown) => Promise<unknown>

/** What the preload script gives the window. */
export type Bridge = {
  readonly call: Invoke
  readonly onNotice: (listen: (notice: unknown) => void) => void
  /** The path of a file that a person dropped or chose; empty where it is not a file on the disk. */
  readonly pathOfFile: (file: File) => string
}

/** Puts the contract's types, and a check of every reply, on a bare `invoke`. */
export function makeClient(invoke: Invoke): Client {
  return async <C extends CallName>(name: C, input: Input<C>) =>
    // The one cast: the reply's schema is the contract's own, which the compiler loses in the lookup.
    replyTo(name).parse(await invoke(name, input)) as Result<Output<C>, AppError>
}

/** The bridge of this window: put there by the preload script, which the DOM's types cannot know. */
export const bridge = (): Bridge => (window as unknown as { readonly desk: Bridge }).desk

const listeners = new Set<(notice: Notice) => void>()

/**
 * Hears what the core says without being asked, and gives the way to stop hearing it. A notice that this window does not
 * know is left out. The bridge has one listener, so that what came before the window listened is told once.
 */
export function onNotice(listen: (notice: Notice) => void): () => void {
  const isFirst = listeners.size === 0
  listeners.add(listen)
  if (isFirst)
    bridge().onNotice((raw) => {
      const known = notice.safeParse(raw)
      if (known.success) for (const each of listeners) each(known.data)
    })
  return () => void listeners.delete(listen)
}

const replies = new Map<CallName, z.ZodType>()

function replyTo(name: CallName): z.ZodType {
  const known = replies.get(name)
  if (known) return known
  const reply = z.union([
    z.object({ ok: z.literal(true), value: (contract as Contract)[name].output as z.ZodType }),
    z.object({ ok: z.literal(false), error: appError }),
  ])
  replies.set(name, reply)
  return reply
}
