import Database from 'better-sqlite3'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { paths } from '../../build/vite/paths.ts'
import { dropFiles, expect, test } from './fixture.ts'
import { goTo, startSample, tracker } from './steps.ts'

const trackers = readdirSync(join(paths.root, 'tests/fixtures/trackers'))
  .filter((name) => name.endsWith('.xlsx'))
  .map(tracker)

/** The place that the keys stand on: a field, or a row that has none to decide. */
const here = (page: Page): Locator => page.locator('[data-review] [data-here="true"]')
const standsOn = (page: Page, name: string | RegExp) => expect(here(page)).toHaveAccessibleName(name)
const said = (page: Page, words: string | RegExp) => expect(page.locator('[data-said]')).toHaveText(words)

/** Presses a key, then waits until the place has it: keys of a person come one after the other, too. */
async function press(page: Page, keys: readonly string[], stand: string | RegExp): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
  await standsOn(page, stand)
}

/** Goes on with J until the keys stand on this row. */
async function goOnTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    const at = await here(page).getAttribute('aria-label')
    if (at !== null && name.test(at)) return
    await page.keyboard.press('j')
    await expect(here(page)).not.toHaveAttribute('aria-label', at ?? '')
  }
}

test('the queue of six trackers, worked through by keyboard alone', async ({ desk, folder }) => {
  const { page } = desk
  const programme = join(folder, 'Cumbria.desk')
  await startSample(desk, programme)
  await goTo(page, 'Collect updates')
  await dropFiles(page, page.getByText('Drop the workbooks that came back'), trackers)
  await expect(page.getByText(/^\d+ rows read: .* Nothing is written yet\.$/)).toBeVisible()

  // the clean rows first, then only what needs a person
  await page.keyboard.press('c')
  await expect(page.locator('[data-clean="taken"]')).toContainText(/^\d+ clean rows taken/)
  await standsOn(page, 'Completion date of 5.1.2')
  await expect(page.getByRole('region', { name: 'The row in the sheet' })).toContainText('“EHWB”, row 5')
  await press(page, ['j'], /^(?!Completion date of 5\.1\.2)/)
  const second = (await here(page).getAttribute('aria-label')) ?? ''
  await press(page, ['k'], 'Completion date of 5.1.2')

  // → takes, ← keeps; each goes on to what is next
  await press(page, ['ArrowRight'], second)
  await said(page, 'Taken: completion date of 5.1.2.')
  await press(page, ['ArrowLeft'], /./)
  await said(page, /^Kept: /)
  await press(page, ['u'], second)
  await said(page, /^Undone: Kept: /)
  await goOnTo(page, /^Progress of 3\.4\.1$/)
  // two rows of the workbook say something else there: both can be kept, and that can be taken back
  await press(page, ['b'], 'Delivery rating of 3.4.1')
  await press(page, ['u'], 'Progress of 3.4.1')
  await press(page, ['ArrowRight'], 'Delivery rating of 3.4.1')
  await said(page, 'Taken: progress of 3.4.1.')

  // E writes something else, with the control of the field; Escape keeps what was typed
  await page.keyboard.press('e')
  await expect(page.getByRole('combobox', { name: 'Write instead' })).toBeFocused()
  await page.keyboard.type('At')
  await page.keyboard.press('Control+Enter')
  await said(page, 'Written by you: delivery rating of 3.4.1.')
  await goOnTo(page, /^Completion date of 3\.4\.3$/)
  await page.keyboard.press('e')
  const date = page.getByRole('textbox', { name: 'Write instead' })
  await expect(date).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('end of May 2020')
  await expect(page.getByText('Understood as May 2020; late after 31 May 2020.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(date).toHaveCount(0)
  await page.keyboard.press('e')
  await expect(date).toHaveValue('end of May 2020')
  await page.keyboard.press('Enter')
  await said(page, 'Written by you: completion date of 3.4.3.')

  // M says what a row is; U takes that back, too
  await goOnTo(page, /^No reference, WG3 row 23/)
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: 'What is this row?' })
  await expect(dialog).toContainText('Best guesses from the row’s own text:')
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('3.5.1')
  await expect(dialog.getByRole('radio', { name: /^3\.5\.1/ })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await said(page, 'Matched with 3.5.1: WG3 row 23.')
  await page.keyboard.press('u')
  await said(page, 'Undone: Matched with 3.5.1: WG3 row 23.')
  await standsOn(page, /^No reference, WG3 row 23: Not in the plan/)
  await page.keyboard.press('m')
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Agreed at the forum, for next year')
  for (let tabs = 0; tabs < 4; tabs += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await said(page, 'Set aside: WG3 row 23.')

  await page.getByRole('button', { name: /^Commit \d+ changes$/ }).focus()
  await page.keyboard.press('Enter')
  const committed = page.locator('[data-committed]')
  await expect(committed).toContainText(
    /6 workbooks: 6 read; \d+ rows: .* 1 set aside, .* values left open\./,
  )
  const left = Number(/(\d+) values left open/.exec((await committed.textContent()) ?? '')?.[1])
  await expect(page.getByRole('heading', { name: `Values left open (${left})` })).toBeVisible()

  // what is open is decided later, without the workbooks
  await page.getByRole('button', { name: 'Decide what WG6 SEN Support tracker.xlsx left open' }).click()
  await standsOn(page, 'Delivery rating of 6.1.6')
  await expect(page.getByRole('region', { name: 'The row in the sheet' })).toContainText('→ Delivery rating')
  await press(page, ['ArrowRight'], / of 6\.1\.7$/)
  await page.getByRole('button', { name: 'Commit 1 change' }).press('Enter')
  await expect(page.getByRole('heading', { name: `Values left open (${left - 1})` })).toBeVisible()

  expect(await desk.close()).toBe(0)
  assertWritten(programme, left - 1)
})

/** What the decisions came to in the programme itself. */
function assertWritten(programme: string, open: number): void {
  const db = new Database(programme, { readonly: true })
  const all = (sql: string, ...values: string[]) =>
    db.prepare(sql).all(...values) as Record<string, unknown>[]
  const idOf = (ref: string): string =>
    String(all(`SELECT "id" FROM "action" WHERE "ref" = ?`, ref)[0]?.['id'])
  const id = idOf('3.4.1')
  expect(all(`SELECT "code" FROM "rating" WHERE "action_id" = ? AND "kind" = 'delivery'`, id)).toEqual([
    { code: 'amber' },
  ])
  expect(all(`SELECT "progress" FROM "update" WHERE "action_id" = ?`, id)).toEqual([
    { progress: 'Priorities drafted: short breaks, transition, “being listened to”.' },
  ])
  const moved = all(`SELECT "completion" FROM "date_change" WHERE "action_id" = ?`, idOf('3.4.3'))
  expect(moved.map((m) => (JSON.parse(String(m['completion'])) as { text: string }).text)).toEqual([
    'end of May 2020',
  ])
  expect(all(`SELECT "kind", "reason" FROM "row_answer"`)).toEqual([
    { kind: 'set-aside', reason: 'Agreed at the forum, for next year' },
  ])
  expect(all(`SELECT count(*) AS "n" FROM "import" WHERE "undone_at" IS NULL`)).toEqual([{ n: 7 }])
  expect(open).toBeGreaterThan(10)
  db.close()
}
