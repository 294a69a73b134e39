import type { Review, makeCollectStore } from '../../../renderer/collect/collectStore.ts'
import type { Client } from '../../../renderer/ipc/client.ts'
import type { PreviewDocument } from '../../../shared/import/previewDocument.ts'
import { ok } from '../../../shared/result.ts'

export type Asked = { readonly name: string; readonly input: unknown }

/** A core that answers from a table, and remembers what it was asked. */
export function core(answers: Readonly<Record<string, (input: never) => unknown>>): {
  readonly call: Client
  readonly asked: Asked[]
} {
  const asked: Asked[] = []
  const call = ((name: string, input: never) => {
    asked.push({ name, input })
    const answer = answers[name]
    if (!answer) throw new Error(`not asked for in this test: ${name}`)
    return Promise.resolve(answer(input))
  }) as Client
  return { call, asked }
}

export const previewed = (document: PreviewDocument, planId = 'plan-1') =>
  ok({ planId, document, deliverySteps: [], impactSteps: [], senders: [] })

/** The review of a store that has one. */
export function review(store: ReturnType<typeof makeCollectStore>): Review {
  const { flow } = store.getState()
  if (flow.step !== 'review') throw new Error(`expected a review, found ${flow.step}`)
  return flow
}
