import { expect, test } from 'vitest'
import { makeClient } from '../../renderer/ipc/client.ts'

test('a good reply comes through with its value', async () => {
  const call = makeClient(async () => ({ ok: true, value: ['returned.xlsx'] }))
  expect(await call('import.choose', {})).toEqual({ ok: true, value: ['returned.xlsx'] })
})

test('a refusal comes through as a value', async () => {
  const call = makeClient(async () => ({ ok: false, error: { code: 'no-programme' } }))
  expect(await call('overview', {})).toEqual({ ok: false, error: { code: 'no-programme' } })
})

test('a reply that the contract does not know rejects', async () => {
  const strange = [{ ok: true, value: 'not a list' }, { ok: false, error: { code: 'made-up' } }, null, 'text']
  for (const reply of strange)
    await expect(makeClient(async () => reply)('import.choose', {})).rejects.toThrow()
})
