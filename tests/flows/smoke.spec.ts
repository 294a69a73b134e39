import { expect, test } from './fixture.ts'

type Window = { desk: { call(name: string, input: unknown): Promise<unknown> } }

test('the app opens on its start screen, calls its core, and ends cleanly', async ({ desk }) => {
  await expect(desk.page).toHaveTitle(/SEND Improvement Desk/)
  await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(desk.page.getByRole('button', { name: 'Try the Cumbria sample' })).toBeVisible()
  const answer = await desk.page.evaluate(() => (window as unknown as Window).desk.call('app.state', {}))
  expect(answer).toMatchObject({ ok: true, value: { recent: [], programme: null } })
  expect(await desk.close()).toBe(0)
})
