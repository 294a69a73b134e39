import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { paths } from '../../build/vite/paths.ts'
import { barriers } from './barriers.ts'
import { dropFiles, expect, test } from './fixture.ts'
import { actionRow, goTo } from './steps.ts'

const plan = join(paths.root, 'tests/fixtures/strange/plans/Exampleshire SEND improvement plan.docx')

test('a plan in Word becomes a programme, seen before it is made', async ({ desk, folder }) => {
  const { page } = desk
  const programme = join(folder, 'Exampleshire.desk')
  await desk.answerOpenDialog(plan)
  await page.getByRole('button', { name: 'New from an Excel or Word plan' }).click()
  await expect(page.getByText(/3 working groups, 3 priorities, 5 objectives and 12 actions/)).toBeVisible()
  const tree = page.getByRole('tree', { name: 'Working groups, objectives and actions' })
  await expect(tree.getByRole('treeitem', { name: /^2.1 Bring waiting times below 18 weeks/ })).toBeVisible()
  await tree.getByRole('treeitem', { name: /^1 Early identification/ }).press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(tree.getByText('Map what health visitors, nurseries')).toBeVisible()
  expect.soft(await barriers(page), 'tree').toEqual([])

  await page.getByRole('tab', { name: 'Columns and headings' }).click()
  const rows = page.getByRole('combobox', { name: 'Rows over the full width become' })
  await rows.selectOption('Nothing')
  await expect(page.getByText(/ and 12 actions\./)).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Rows (3 not understood)' })).toBeVisible()
  await rows.selectOption('Objectives')
  await page.getByRole('tab', { name: 'Rows (1 not understood)' }).click()
  await expect(page.getByText('Lead officers report to the working group each month.')).toBeVisible()
  expect.soft(await barriers(page), 'rows').toEqual([])

  await page.getByRole('button', { name: 'Create the programme…' }).click()
  await expect(page.getByText('Which local area is it for?')).toBeVisible()
  expect(existsSync(programme)).toBe(false)
  await page.getByRole('textbox', { name: 'Local area' }).fill('Exampleshire')
  await desk.answerSaveDialog(programme)
  await page.getByRole('button', { name: 'Create the programme…' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Where the programme stands' })).toBeVisible()
  await goTo(page, 'Work plan')
  await expect(actionRow(page, '1.1.1')).toContainText('Map what health visitors')
})

test('a plan in words that nobody knows is dropped, and its headings are said by keyboard', async ({
  desk,
  folder,
}) => {
  const { page } = desk
  const strange = join(folder, 'Partnership.csv')
  writeFileSync(
    strange,
    'Plan of the partnership\nNr,Was,Wer\n1.1.1,Agree an offer for speech and language,Lead A\n1.1.2,Publish the offer,Lead B\n',
  )
  const title = page.getByRole('heading', { level: 1 })
  await dropFiles(page, title, [strange, plan])
  await expect(page.getByText('Drop one plan at a time.')).toBeVisible()
  await dropFiles(page, title, [strange])
  await expect(page.getByText('No action was found in this plan')).toBeVisible()
  await expect(page.getByText('Drop one plan at a time.')).toBeHidden()
  await expect(title).toBeFocused()
  await page.getByRole('button', { name: 'Say where the actions are' }).press('Enter')
  await expect(page.getByRole('tab', { name: 'Columns and headings' })).toBeFocused()
  expect.soft(await barriers(page), 'no headings').toEqual([])

  const second = page.getByRole('radio', { name: 'The headings stand in row 2' })
  await second.press('Space')
  await expect(page.getByText('and 2 actions.')).toBeVisible()
  await expect(second).toBeFocused()
  const lead = page.getByRole('combobox', { name: 'Column C, Wer, is read as' })
  await lead.selectOption('Responsible lead')
  await expect(page.getByText('As you say')).toBeVisible()
  await expect(lead).toHaveValue('leads')
  expect.soft(await barriers(page), 'columns').toEqual([])
  await page.getByRole('tab', { name: 'Rows' }).click()
  await expect(page.getByText('Of 4 rows in its tables, 2 are actions;')).toBeVisible()

  await page.getByRole('tab', { name: 'Columns and headings' }).click()
  await page.getByRole('button', { name: 'Read it as it was found' }).press('Enter')
  await expect(page.getByText('No headings of actions were found here')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Read it as it was found' })).toBeFocused()
  await page.getByRole('button', { name: 'Back' }).press('Enter')
  await expect(page.getByRole('button', { name: 'New from an Excel or Word plan' })).toBeFocused()
})
