import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dropFiles, expect, test } from './fixture.ts'
import { textOfOffice } from './papersText.ts'
import { actionRow, goTo, startSample, tracker } from './steps.ts'

const wg1 = tracker('WG1 Understanding of Local Need - update Feb 2020.xlsx')
const wg6 = tracker('WG6 SEN Support tracker.xlsx')
/** What the lead of 1.1.1 wrote; nothing like it is in the plan. */
const returned = 'First version of the LAA agreed by the working group in October.'

test('a month: workbooks in, the plan moves, papers out, and an import taken back', async ({
  desk,
  folder,
}) => {
  const { page } = desk
  const programme = join(folder, 'Cumbria.desk')
  await startSample(desk, programme)

  await goTo(page, 'Collect updates')
  await dropFiles(page, page.getByText('Drop the workbooks that came back'), [wg1, wg6])
  await expect(page.getByText(/^42 rows read: .* Nothing is written yet\.$/)).toBeVisible()
  await expect(page.getByRole('article', { name: /^1\.1\.3, WG1 row 4/ })).toBeVisible()
  await page.getByRole('button', { name: /^Commit \d+ changes$/ }).click()
  await expect(page.getByText(/changes in \d+ rows written, from 2 workbooks\./).first()).toBeVisible()

  await goTo(page, 'Work plan')
  await expect(actionRow(page, '1.1.1')).toContainText('At risk')
  await actionRow(page, '1.1.1').dblclick()
  await expect(page.getByText(returned).first()).toBeVisible()

  await goTo(page, 'Papers')
  const dfeReturn = join(folder, 'DfE return.docx')
  await page.getByRole('combobox', { name: 'Paper' }).click()
  await page.getByRole('option', { name: 'DfE progress return' }).click()
  await expect(page.getByRole('region', { name: /^Preview of DfE progress return/ })).toContainText(returned)
  await desk.answerSaveDialog(join(folder, 'DfE return')) // the ending is added
  await page.getByRole('button', { name: 'Save as Word…' }).click()
  await expect(page.getByText('Saved “DfE return.docx”')).toBeVisible()
  await page.getByRole('button', { name: 'Open folder' }).click()
  await expect.poll(() => desk.revealed()).toEqual([dfeReturn])
  const dfeReturnBook = join(folder, 'DfE return.xlsx')
  await desk.answerSaveDialog(dfeReturnBook)
  await page.getByRole('button', { name: 'Save as Excel…' }).click()
  await expect(page.getByText('Saved “DfE return.xlsx”')).toBeVisible()

  const boardPaper = join(folder, 'Board paper.docx')
  await page.getByRole('combobox', { name: 'Paper' }).click()
  await page.getByRole('option', { name: 'Board paper' }).click()
  await expect(page.getByRole('region', { name: /^Preview of .*oard/ })).toContainText(
    'Position at a glance',
    {
      ignoreCase: true,
    },
  )
  await desk.answerSaveDialog(boardPaper)
  await page.getByRole('button', { name: 'Save as Word…' }).click()
  await expect(page.getByText('Saved “Board paper.docx”')).toBeVisible()

  for (const path of [dfeReturn, dfeReturnBook]) {
    const text = textOfOffice(path)
    expect(text).toContain(returned)
    expect(text).toContain('Lack of a deep understanding of the needs')
    expect(text).toContain('At risk')
  }
  expect(textOfOffice(boardPaper)).toContain('Understanding of Local Need')
  expect(textOfOffice(boardPaper)).toContain('OFFICIAL')

  await goTo(page, 'Collect updates')
  await page.getByRole('tab', { name: 'Past imports' }).click()
  await page.getByRole('button', { name: /^Undo the import of WG1/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click()
  await expect(
    page.getByRole('table', { name: 'Past imports' }).getByRole('row', { name: /^WG1/ }),
  ).toContainText(/undone/i)
  await goTo(page, 'Work plan')
  await expect(actionRow(page, '1.1.1')).not.toContainText('At risk')
  await expect(page.getByText(returned)).toHaveCount(0)

  expect(await desk.close()).toBe(0)
  expect(existsSync(programme)).toBe(true)
  expect(
    readdirSync(folder)
      .filter((name) => name.startsWith('Cumbria.desk'))
      .toSorted(),
  ).toEqual(['Cumbria.desk'])
})

test('workbooks can be chosen in a dialog too, and a broken one is a sentence', async ({ desk, folder }) => {
  const { page } = desk
  await startSample(desk, join(folder, 'Cumbria.desk'))
  await goTo(page, 'Collect updates')
  await desk.answerOpenDialog(wg1, tracker('bad/WG2 update half downloaded.xlsx'))
  await page.getByRole('button', { name: 'Choose workbooks…' }).click()
  await expect(page.getByText(/^11 rows read: .* Nothing is written yet\.$/)).toBeVisible()
  await expect(page.getByRole('list', { name: 'Workbooks' })).toContainText('WG2 update half downloaded.xlsx')
  await expect(page.getByText(/this file breaks off in the middle/i).first()).toBeVisible()
})

test('a programme opens by the menu and from a second start, and is not replaced unasked', async ({
  desk,
  folder,
}) => {
  const { page } = desk
  const programme = join(folder, 'Cumbria.desk')
  const opened = page.getByRole('button', { name: 'Cumbria SEND Improvement Programme', exact: true })
  const start = page.getByRole('button', { name: 'Try the Cumbria sample' })
  await startSample(desk, programme)
  await desk.clickMenu('File', 'Close programme')
  await expect(start).toBeVisible()
  await desk.answerOpenDialog(programme)
  await desk.clickMenu('File', 'Open…')
  await expect(opened).toBeVisible()
  await desk.clickMenu('File', 'Close programme')
  await expect(start).toBeVisible()
  await desk.secondInstance('electron', '.', programme)
  await expect(opened).toBeVisible()

  await desk.clickMenu('File', 'Close programme')
  const before = readFileSync(programme)
  await desk.answerSaveDialog(join(folder, 'Cumbria'))
  await desk.answerQuestion('Cancel')
  await start.click()
  await expect(start).toBeEnabled()
  expect(await desk.close()).toBe(0)
  expect(readFileSync(programme).equals(before)).toBe(true)
})
