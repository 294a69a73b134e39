import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { barriers } from './barriers.ts'
import { fillIn } from './fillIn.ts'
import { dropFiles, expect, test } from './fixture.ts'
import { textOfOffice } from './papersText.ts'
import { goTo, startSample } from './steps.ts'

/** Leads of the sample with the references of what they lead. */
const commissioning = 'Senior Commissioning Manager Children and Families North Cumbria CCG' // 1.3.1, 1.3.2
const integration = 'Assistant Director Integration and Partnerships, CCC' // 1.2.1 to 1.2.4, 1.3.3
const communications = 'Communications Business Partner, CCC' // 3.5.1, 3.5.2
const asked = [commissioning, integration, communications]

const openTab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()
const rowOf = (page: Page, name: string) =>
  page.getByRole('table', { name: /^Who was asked for / }).locator('tr[data-state]', { hasText: name })

test('workbooks go out by lead, some come back, and the ledger says who has answered', async ({
  desk,
  folder,
}) => {
  const { page } = desk
  const out = join(folder, 'out')
  await startSample(desk, join(folder, 'Cumbria.desk'))
  await goTo(page, 'Collect updates')
  await openTab(page, 'Who has answered')
  await expect(page.getByText('Nothing was handed out yet')).toBeVisible()
  await page.getByRole('button', { name: 'Hand out workbooks' }).click()

  await page.getByRole('checkbox', { name: 'Everybody' }).uncheck()
  for (const name of asked) await page.getByRole('checkbox', { name, exact: true }).check()
  await expect(page.getByText(/^3 workbooks for .*, wanted back by .*\.$/)).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await desk.answerOpenDialog(out)
  await page.getByRole('button', { name: 'Choose a folder and hand out…' }).click()
  const handedOut = page.locator('[data-handed-out]')
  await expect(handedOut).toContainText('3 workbooks for')
  await expect(handedOut.getByRole('heading')).toBeFocused()
  await page.getByRole('button', { name: 'Hand out again…' }).click()
  await expect(page.getByRole('alertdialog')).toContainText('Everybody chosen has a workbook for')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Hand out again…' })).toBeFocused()
  const files = readdirSync(out)
  const fileOf = (name: string): string => join(out, files.find((f) => f.includes(name)) ?? name)
  expect(files).toHaveLength(3)
  await page.getByRole('button', { name: 'Show in folder' }).click()
  await expect.poll(() => desk.revealed()).toEqual([fileOf(integration)])

  await handedOut.getByRole('button', { name: `E-mail to ${communications}` }).click()
  await page.getByRole('button', { name: 'Open in mail program' }).click()
  await expect.poll(async () => (await desk.external()).length).toBe(1)
  const [mail = ''] = await desk.external()
  const { searchParams } = new URL(mail)
  expect(mail.startsWith('mailto:?subject=')).toBe(true)
  expect(searchParams.get('subject')).toContain('Cumbria SEND Improvement Programme: your update for')
  expect(searchParams.get('body')).toContain('3.5.1  Launch annual survey')
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect.poll(async () => (await desk.copied())[0]).toContain('Dear colleague')
  await page.keyboard.press('Escape')
  await expect(handedOut.getByRole('button', { name: `E-mail to ${communications}` })).toBeFocused()

  const returned = [join(folder, 'From commissioning.xlsx'), join(folder, 'From integration.xlsx')] as const
  fillIn(fileOf(commissioning), returned[0], [
    ['1.3.1', 'Progress since last update', 'Draft framework shared with both CCGs.'],
    ['1.3.2', 'No change', 'x'],
  ])
  fillIn(fileOf(integration), returned[1], [['1.2.1', 'Delivery rating', 'On track']])
  await openTab(page, 'Bring back')
  await dropFiles(page, page.getByText('Drop the workbooks that came back'), returned)
  await page.getByRole('button', { name: /^Commit 2 changes$/ }).click()
  await expect(page.getByText(/2 changes in 2 rows written/).first()).toBeVisible()

  await openTab(page, 'Who has answered')
  await expect(rowOf(page, commissioning)).toContainText('Returned2 of 2')
  await expect(rowOf(page, integration)).toContainText('Partly returned1 of 5')
  await expect(rowOf(page, communications)).toContainText('Silent0 of 2')
  await expect(page.getByLabel('How it stands')).toContainText(
    '3 asked: 1 returned, 1 returned in part, 1 silent. 3 of 9 actions have an answer.',
  )
  await page.getByRole('button', { name: `Lines of ${integration}` }).click()
  const lines = page.getByRole('table', { name: `Actions of ${integration}` })
  await expect(lines.getByRole('row', { name: /1\.2\.1/ })).toContainText(/Answered on/)
  await expect(lines.getByRole('row', { name: /1\.2\.2/ })).toContainText('No answer yet')
  expect(await barriers(page)).toEqual([])

  const missing = join(folder, 'Missing.xlsx')
  await desk.answerSaveDialog(missing)
  await page.getByRole('button', { name: 'Save who is missing as Excel…' }).click()
  await expect(page.getByText('Saved “Missing.xlsx”.')).toBeVisible()
  const text = textOfOffice(missing)
  for (const there of [communications, '3.5.1', '1.2.2', 'Partly returned']) expect(text).toContain(there)
  for (const gone of ['1.2.1', '1.3.1', commissioning]) expect(text).not.toContain(gone)

  await page.getByRole('button', { name: 'Ask again…' }).click()
  await page.getByRole('dialog').getByRole('checkbox', { name: communications }).uncheck()
  await desk.answerOpenDialog(out)
  await page.getByRole('button', { name: 'Hand out again…' }).click()
  await expect(handedOut).toContainText(`${integration}: 4 actions`)
  await expect(handedOut.getByRole('heading')).toBeFocused()
  expect(readdirSync(out).filter((f) => f.includes('(reminder)'))).toHaveLength(1)
  await openTab(page, 'Who has answered')
  await expect(rowOf(page, integration)).toContainText(/again on /)
})
