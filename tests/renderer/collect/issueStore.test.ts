import { expect, test } from 'vitest'
import type { HandedOut, IssueOptions } from '../../../shared/ipc/issueCalls.ts'
import { err, ok } from '../../../shared/result.ts'
import type { Client } from '../../../renderer/ipc/client.ts'
import { chosenOf, haveOne, makeIssueStore, sayHaveOne } from '../../../renderer/collect/issue/issueStore.ts'

const options: IssueOptions = {
  periods: [],
  period: '2020-02',
  returnBy: '2020-02-14',
  byLead: [
    { name: 'Lead A', refs: ['1.1.1'] },
    { name: 'Lead B', refs: ['1.1.2'] },
  ],
  byGroup: [{ name: 'Lead A', refs: ['1.1.1', '1.1.2'] }],
  withoutLead: [],
}
const done: HandedOut = {
  folder: 'out',
  period: { label: '2020-02', name: 'February 2020' },
  returnBy: null,
  isAgain: false,
  issued: [],
}
const what = { period: '2020-02', recipients: ['Lead A'], returnBy: null }

/** A core that answers one call with a value or an error, when it is told to. */
function aCore(answer: unknown) {
  const asked: unknown[] = []
  let go = (): void => {}
  const wait = new Promise<void>((resolve) => (go = resolve))
  const client = (async (name: string, input: unknown) => {
    asked.push([name, input])
    await wait
    return answer
  }) as unknown as Client
  return { client, asked, go }
}

test('somebody left out stays left out, for leads and groups apart', () => {
  const store = makeIssueStore(aCore(null).client)
  const chosen = () => chosenOf(store.getState(), options)
  expect(chosen()).toEqual(['Lead A', 'Lead B'])
  store.getState().toggle(['Lead A'], false)
  expect(chosen()).toEqual(['Lead B'])
  store.getState().set({ by: 'group' })
  expect(chosen()).toEqual(['Lead A'])
  store.getState().set({ by: 'lead' })
  expect(chosen()).toEqual(['Lead B'])
  store.getState().toggle(['Lead A', 'Lead B'], true)
  expect(chosen()).toEqual(['Lead A', 'Lead B'])
})

test('a second press while workbooks are written asks for nothing, and progress shows', async () => {
  const core = aCore(ok(done))
  const store = makeIssueStore(core.client)
  store.getState().drawing({ done: 0, total: 1, file: 'too early' })
  expect(store.getState().writing).toBeNull()
  const first = store.getState().write(what)
  await store.getState().write(what)
  expect(core.asked).toEqual([['issue.write', { ...what, by: 'lead' }]])
  store.getState().drawing({ done: 0, total: 1, file: 'a.xlsx' })
  expect(store.getState().writing).toEqual({ done: 0, total: 1, file: 'a.xlsx' })
  core.go()
  await first
  expect(store.getState()).toMatchObject({ writing: null, result: done, error: null })
})

test('cancelling keeps what was handed out before; a refusal is kept until something else is chosen', async () => {
  const cancelled = aCore(ok(null))
  const store = makeIssueStore(cancelled.client)
  store.getState().show(done)
  cancelled.go()
  await store.getState().write(what)
  expect(store.getState()).toMatchObject({ writing: null, result: done, error: null })
  const refusing = aCore(err({ code: 'no-programme' }))
  const other = makeIssueStore(refusing.client)
  refusing.go()
  await other.getState().write(what)
  expect(other.getState()).toMatchObject({ writing: null, result: null, error: { code: 'no-programme' } })
  other.getState().set({ period: '2020-03' })
  expect(other.getState().error).toBeNull()
})

test('those who have a workbook of the period are known before a second goes out', () => {
  const to = [{ by: 'lead', name: 'Lead A' } as const]
  const period = { label: '2020-02', name: 'February 2020', isNew: false, issued: 1, to }
  expect(haveOne(['Lead A', 'Lead B'], 'lead', period)).toEqual(['Lead A'])
  expect(haveOne(['Lead A'], 'group', period)).toEqual([])
  expect(haveOne(['Lead A'], 'lead', undefined)).toEqual([])
  expect(sayHaveOne(0, 2, 'February 2020')).toBe('')
  expect(sayHaveOne(1, 2, 'February 2020')).toBe(
    '1 of the 2 chosen has a workbook for February 2020 already.',
  )
  expect(sayHaveOne(2, 2, 'February 2020')).toBe('Everybody chosen has a workbook for February 2020 already.')
})

test('a result is fresh until it was shown', async () => {
  const store = makeIssueStore(aCore(null).client)
  store.getState().show(done)
  expect(store.getState().isFresh).toBe(true)
  store.getState().seen()
  expect(store.getState()).toMatchObject({ isFresh: false, result: done })
})
