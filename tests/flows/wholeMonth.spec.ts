import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { paths } from '../../build/vite/paths.ts'
import { makeMonthProgramme } from '../fixtures/month/makeMonth.ts'
import { theMonth } from '../fixtures/month/theMonth.ts'
import { dropFiles, expect, test } from './fixture.ts'
import type { Host } from './hosts.ts'
import { differenceOf, programmeRows } from './programmeRows.ts'
import { textOfOffice } from './papersText.ts'
import { actionRow, goTo } from './steps.ts'

const fixtures = join(paths.root, 'tests/fixtures/month')
const { leads } = theMonth

const openTab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()
const here = (page: Page): Locator => page.locator('[data-review] [data-here="true"]')
const said = (page: Page, words: string | RegExp) => expect(page.locator('[data-said]')).toHaveText(words)
const list = (page: Page) => page.getByRole('list', { name: 'Workbooks' })
const dropZone = (page: Page) => page.getByText('Drop the workbooks that came back')
const commitButton = (page: Page) => page.getByRole('button', { name: /^(?:Commit \d|Nothing to commit)/ })

test('a whole month: handed out, filled in by other programs, brought back with every trouble, committed', async ({
  desk,
  folder,
}) => {
  const { page } = desk
  const programme = join(folder, 'Cumbria.desk')
  makeMonthProgramme(programme)
  await desk.setClock(`${theMonth.issuedOn}T09:00:00`)
  await desk.answerOpenDialog(programme)
  await desk.clickMenu('File', 'Open…')
  await handOut(desk, join(folder, 'out'))
  await workMeanwhile(desk)
  const before = programmeRows(programme)

  await desk.setClock(`${theMonth.returnedOn}T10:00:00`)
  const back = join(folder, 'Returned')
  const second = join(folder, 'Lead E, corrected.xlsx')
  layOut(back, second)
  await goTo(page, 'Collect updates')
  await openTab(page, 'Bring back')
  await dropFiles(page, dropZone(page), [back])
  await readTheList(page)
  await workThroughTheQueue(page)
  expect(differenceOf(before, programmeRows(programme))).toEqual(nothing)
  await commitButton(page).press('Enter')
  await expect(page.locator('[data-committed]')).toContainText(/ written, from 6 workbooks\./)
  const committed = programmeRows(programme)
  expect(differenceOf(before, committed)).toEqual({ added: written, edited: [], gone: [] })
  await saveTheReport(desk, join(folder, 'Report.docx'))
  await expect(page.locator('[data-questions]')).toHaveCount(0)
  await readTheLedger(page, [...answered, [leads.corrected, 'Partly returned3 of 7']])

  // the same folder once more says nothing new, and asks nothing that was decided
  await openTab(page, 'Bring back')
  await dropFiles(page, dropZone(page), [back])
  await expect(page.getByText(/^32 rows read: .* Nothing is written yet\.$/)).toBeVisible()
  await expect(list(page).getByText('This very file was brought in before.')).toHaveCount(7)
  await expect(commitButton(page)).toHaveText('Nothing to commit')
  await expect(commitButton(page)).toBeDisabled()
  await page.getByRole('button', { name: 'Discard' }).click()

  await desk.setClock(`${theMonth.correctedOn}T09:30:00`)
  await dropFiles(page, dropZone(page), [second])
  await page.getByRole('button', { name: 'Commit 2 changes' }).press('Enter')
  await expect(page.locator('[data-committed]')).toContainText(
    '2 changes in 2 rows written, from 1 workbook.',
  )
  await readTheLedger(page, [[leads.corrected, 'Partly returned, late4 of 7']])
  expect(await desk.close()).toBe(0)
  expect(differenceOf(committed, programmeRows(programme))).toEqual(corrections)
})

const nothing = { added: [], edited: [], gone: [] }

/** Hands out by lead on the screen; what lies in the folder has to be what the fixtures were made from. */
async function handOut({ page, answerOpenDialog }: Host, out: string): Promise<void> {
  await goTo(page, 'Collect updates')
  await openTab(page, 'Hand out')
  await page.getByRole('checkbox', { name: 'Everybody' }).uncheck()
  for (const name of Object.values(leads)) await page.getByRole('checkbox', { name, exact: true }).check()
  await expect(page.getByText(/^8 workbooks for .*, wanted back by 14 February 2020\.$/)).toBeVisible()
  await answerOpenDialog(out)
  await page.getByRole('button', { name: 'Choose a folder and hand out…' }).click()
  await expect(page.locator('[data-handed-out]')).toContainText('8 workbooks for')
  const made = JSON.parse(readFileSync(join(fixtures, 'issued.json'), 'utf8')) as Record<string, string>
  const prints = readdirSync(out).map((name) =>
    createHash('sha256')
      .update(readFileSync(join(out, name)))
      .digest('hex'),
  )
  expect(
    prints.toSorted(),
    'what is handed out has changed since the fixtures were made: run node tests/fixtures/month/make.ts, look at what differs, and commit both',
  ).toEqual(Object.values(made).toSorted())
}

/** What goes on in the programme while the workbooks are out. */
async function workMeanwhile(desk: Host): Promise<void> {
  const { page } = desk
  await desk.setClock('2020-02-10T14:00:00')
  const call = async (name: string, input: unknown): Promise<void> =>
    expect(await desk.invokeFrom('app://bundle/index.html', name, input)).toMatchObject({ ok: true })
  await call('action.addUpdate', {
    actionId: 'action-1.2.1',
    at: '2020-02-10',
    source: 'phone',
    sourceNote: null,
    by: null,
    progress: 'A third of the records carry the number.',
    nextSteps: null,
    issues: null,
    evidence: null,
    percentComplete: null,
  })
  await call('action.redate', { actionId: 'action-1.1.3', text: 'August 2020', reason: 'Agreed by phone.' })
  // the lead rates one of them otherwise, and the other just so
  for (const ref of ['2.1.3', '2.1.4'])
    await call('action.rate', { actionId: `action-${ref}`, kind: 'delivery', code: 'amber', reason: null })
  // “no change” is what its lead says of this
  await goTo(page, 'Work plan')
  await actionRow(page, '1.1.2').dblclick()
  const drawer = page.getByRole('complementary', { name: /^(Action )?1\.1\.2/ })
  await drawer
    .getByRole('button', { name: /rate|rating/i })
    .first()
    .click()
  await drawer.getByRole('radio', { name: /On track/ }).check({ force: true })
  await drawer.getByRole('button', { name: 'Save rating' }).click()
  await expect(actionRow(page, '1.1.2')).toContainText('On track')
}

function layOut(back: string, second: string): void {
  mkdirSync(back)
  const from = join(fixtures, 'returned')
  for (const name of readdirSync(from))
    copyFileSync(join(from, name), name === 'Lead E, corrected.xlsx' ? second : join(back, name))
}

async function readTheList(page: Page): Promise<void> {
  await expect(page.getByText(/rows read: .* Nothing is written yet\.$/)).toBeVisible()
  for (const words of [
    'All workbooks8 workbooks',
    '1 row did not come back.',
    'This file breaks off in the middle',
    'its ids are gone',
    'A tracker of the sender’s own.',
    '4 rows read: 4 unchanged',
  ])
    await expect(list(page)).toContainText(words)
}

/** The queue from top to bottom: each place, and the key that answers it. */
async function workThroughTheQueue(page: Page): Promise<void> {
  const standsOn = (name: string) => expect(here(page)).toHaveAccessibleName(name)
  const answer = async (name: string, key: string): Promise<void> => {
    await standsOn(name)
    await page.keyboard.press(key)
  }
  await page.keyboard.press('c')
  await expect(page.locator('[data-clean="taken"]')).toContainText(/^\d+ clean rows taken/)
  await answer('Revised completion date of 1.1.3', 'ArrowLeft')
  await answer('Reason for the new date of 1.1.3', 'ArrowLeft')
  await answer('Delivery rating of 1.1.1', 'ArrowRight')
  await standsOn('No reference, Your actions row 7: Not in the plan')
  await makeNewAction(page)
  await goOnTo(page, 'Progress of 1.2.1')
  await answer('Progress of 1.2.1', 'b')
  await answer('Action of 1.2.2', 'ArrowLeft')
  await standsOn('Delivery rating of 1.2.3')
  await writeInstead(page, 'At')
  await said(page, 'Written by you: delivery rating of 1.2.3.')
  await page.keyboard.press('j')
  await answer('Delivery rating of 2.1.3', 'ArrowRight')
  await said(page, 'Taken: delivery rating of 2.1.3.')
  // a word that is no rating is never taken: the arrow to the right does nothing, and K goes back to where it was
  await answer('Delivery rating of 2.2.1', 'ArrowRight')
  await answer('Delivery rating of 2.2.1', 'ArrowLeft')
  await answer('Responsible lead of 2.2.2', 'k')
  await answer('Delivery rating of 2.2.1', 'j')
  await answer('Responsible lead of 2.2.2', 'ArrowLeft')
  await said(page, 'Kept: responsible lead of 2.2.2.')
}

/** Goes on with J until the keys stand on this place. */
async function goOnTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 5; steps += 1) {
    const at = await here(page).getAttribute('aria-label')
    if (at === name) return
    await page.keyboard.press('j')
    await expect(here(page)).not.toHaveAttribute('aria-label', at ?? '')
  }
}

async function makeNewAction(page: Page): Promise<void> {
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: 'What is this row?' })
  await dialog.getByRole('tab', { name: 'A new action' }).click()
  await dialog.getByRole('combobox', { name: 'Under which objective' }).selectOption('objective-1.1')
  await dialog.getByRole('button', { name: 'Make it a new action' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await said(page, 'New action 1.1.5: Your actions row 7.')
}

async function writeInstead(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('e')
  await expect(page.getByRole('combobox', { name: 'Write instead' })).toBeFocused()
  await page.keyboard.type(typed)
  await page.keyboard.press('Control+Enter')
}

async function saveTheReport({ page, answerSaveDialog }: Host, report: string): Promise<void> {
  await answerSaveDialog(report)
  await page.getByRole('button', { name: 'Save the import report…' }).click()
  await expect(page.getByText('Saved “Report.docx”')).toBeVisible()
  const text = textOfOffice(report)
  for (const words of reported) expect(text).toContain(words)
}

/** What the report has to say of the month's troubles. */
const reported = [
  'this file breaks off in the middle',
  'The date moves and no reason is given.',
  'Made a new action of the plan.',
  '“No change” was ticked.',
  'Both texts kept, one after the other: decided by',
  'Changed on grey, outside the boxes to fill in.',
  'in other words: “At risk”',
  '“Amber/Green” names more than one rating',
  'Rows that did not come back',
  'Plan developed to ensure recording of NHS number becomes business as usual',
  '“Purple” is not a rating.',
]

async function readTheLedger(page: Page, rows: readonly (readonly [string, string])[]): Promise<void> {
  await openTab(page, 'Who has answered')
  const table = page.getByRole('table', { name: /^Who was asked for / })
  for (const [name, state] of rows)
    await expect(table.locator('tr[data-state]', { hasText: name })).toContainText(state)
  await openTab(page, 'Bring back')
}

const answered = [
  [leads.sorted, 'Returned4 of 4'],
  [leads.rearranged, 'Partly returned4 of 5'],
  [leads.rewritten, 'Returned5 of 5'],
  [leads.pasted, 'Partly returned3 of 5'],
  [leads.blank, 'Returned, nothing filled in0 of 4'],
  [leads.ownTracker, 'Partly returned2 of 7'],
  [leads.silent, 'Silent0 of 2'],
] as const

/** Every row that the folder's commit adds, and no other; nothing that was there is edited or gone. */
const written = [
  'action 1.1.5 | objective_id: objective-1.1 | action: Hold a yearly conference on what the assessment shows',
  'dateChange 1.1.4 | completion: December 2020',
  'dateChange 4.2.3 | completion: January 2021 | reason: Recruitment takes longer.',
  'rating 1.1.1 | kind: delivery | code: green',
  'rating 1.2.1 | kind: delivery | code: green',
  'rating 1.2.2 | kind: impact | code: emerging',
  'rating 1.2.3 | kind: delivery | code: amber',
  'rating 2.1.3 | kind: delivery | code: red',
  'rating 4.2.1 | kind: delivery | code: blue',
  'rating 5.1.1 | kind: delivery | code: green',
  'rating 6.3.1 | kind: delivery | code: green',
  'rating 6.3.2 | kind: delivery | code: amber',
  'update 1.1.1 | progress: Draft needs assessment shared with the group. | percent_complete: 40',
  'update 1.1.5 | progress: Date agreed with the venue.',
  'update 1.2.1 | progress: A third of the records carry the number.\n\nHalf of the records carry the number. | percent_complete: 45',
  'update 1.2.3 | next_steps: Audit in March 2020.',
  'update 1.3.3 | progress: Dashboard agreed.',
  'update 2.1.2 | progress: Specification written with parents & carers. | percent_complete: 60',
  'update 2.2.1 | issues: No capacity before April 2020.',
  'update 2.2.2 | evidence: 12 of 15 families say that they were heard.',
  'update 4.2.1 | progress: All posts are filled. | percent_complete: 100',
  'update 5.1.1 | progress: Pathway drafted.',
  'update 5.1.2 | percent_complete: 25',
  'update 6.3.1 | progress: Leaflet is with the printers. | percent_complete: 80',
  'update 6.3.2 | progress: Two schools have not answered. | percent_complete: 50',
]

/** What the corrected file adds. */
const corrections = {
  added: [
    'rating 5.1.4 | kind: delivery | code: amber',
    'update 5.1.1 | progress: Pathway agreed and published.',
  ],
  edited: [],
  gone: [],
}
