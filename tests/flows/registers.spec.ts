import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { textOfOffice } from './papersText.ts'
import { goTo, startSample } from './steps.ts'

const dialog = (page: Page) => page.getByRole('dialog')

test('a risk and evidence go into a highlight report for the public, and the report into the register', async ({
  desk,
  folder,
}) => {
  const { page } = desk
  await startSample(desk, join(folder, 'Cumbria.desk'))
  await goTo(page, 'Papers')
  await page.getByRole('combobox', { name: 'Paper' }).click()
  await page.getByRole('option', { name: 'Highlight report' }).click()
  await page.getByRole('combobox', { name: 'Working group' }).click()
  await page.getByRole('option', { name: /^1 / }).click()
  const lists = page.getByRole('region', { name: 'What papers print besides' })

  await lists.getByRole('button', { name: 'Risks' }).click()
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Risk' })).toBeFocused()
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('Fill this in.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Risk' }).fill('Only 3 pupils were asked')
  await dialog(page).getByRole('combobox', { name: 'Working group' }).click()
  await page.getByRole('option', { name: /^1 / }).click()
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog(page).getByRole('listitem')).toContainText('Only 3 pupils were asked')
  await page.keyboard.press('Escape')

  await lists.getByRole('button', { name: 'Evidence' }).click()
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('textbox', { name: 'What has changed' }).fill('More parents feel heard')
  await page.getByRole('combobox', { name: 'Action', exact: true }).fill('1.1.3 workshops')
  await page.getByRole('option', { name: /^1\.1\.3 / }).click()
  await page.getByRole('textbox', { name: 'Speaks for' }).fill('31 January 2020')
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog(page).getByRole('listitem')).toContainText('E1 More parents feel heard')
  await page.keyboard.press('Escape')

  const preview = page.getByRole('region', { name: /^Preview of Highlight report/ })
  await expect(preview).toContainText('Only 3 pupils were asked')
  await page.getByRole('checkbox', { name: 'For the public' }).click()
  await expect(page.getByText('One place in this paper could tell who somebody is.')).toBeVisible()

  const out = join(folder, 'For the public.docx')
  await page.getByRole('button', { name: 'Save as Word…' }).click()
  await expect(dialog(page)).toContainText('“3 pupils”')
  await dialog(page).getByRole('button', { name: 'Go back' }).click()
  expect(existsSync(out)).toBe(false)
  await desk.answerSaveDialog(out)
  await page.getByRole('button', { name: 'Save as Word…' }).click()
  await dialog(page).getByRole('button', { name: 'Save all the same' }).click()
  await expect(page.getByText('Saved “For the public.docx”')).toBeVisible()
  expect(textOfOffice(out)).toContain('Only 3 pupils were asked')

  await page.getByRole('button', { name: 'Papers saved so far…' }).click()
  const line = dialog(page).getByRole('listitem')
  await expect(line).toContainText('Working group 1 · For the public')
  await line.getByRole('button', { name: /^Show .* in its folder$/ }).click()
  await expect.poll(() => desk.revealed()).toEqual([out])
  await line.getByRole('button', { name: /^Copy the fingerprint/ }).click()
  await expect.poll(async () => (await desk.copied()).at(-1)).toMatch(/^[0-9a-f]{64}$/)
})
