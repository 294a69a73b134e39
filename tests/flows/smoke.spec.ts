import { expect, test } from './fixture.ts'

test('the app opens on its start screen, and ends cleanly', async ({ desk }) => {
  await expect(desk.page).toHaveTitle(/SEND Improvement Desk/)
  await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(desk.page.getByRole('button', { name: /sample/i })).toBeVisible()
  expect(await desk.close()).toBe(0)
})

test('the window calls the core and gets an answer', async ({ desk }) => {
  const answer = await desk.page.evaluate(() =>
    (window as unknown as { desk: { call(name: string, input: unknown): Promise<unknown> } }).desk.call(
      'app.state',
      {},
    ),
  )
  expect(answer).toMatchObject({ ok: true, value: { recent: [], programme: null } })
})
