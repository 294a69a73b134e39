import { join } from 'node:path'
import { barriers } from './barriers.ts'
import { dropFiles, expect, test } from './fixture.ts'
import { actionRow, goTo, startSample, tracker } from './steps.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no screen shuts anybody out (${colorScheme})`, async ({ desk, folder }) => {
    const { page } = desk
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const check = async (screen: string): Promise<void> =>
      expect.soft(await barriers(page), screen).toEqual([])

    await expect(page.getByRole('button', { name: 'Try the Cumbria sample' })).toBeVisible()
    await check('start')
    await page.getByRole('button', { name: 'New programme' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await check('new programme')
    await page.keyboard.press('Escape')
    await startSample(desk, join(folder, 'Cumbria.desk'))
    await check('overview of a plan without ratings')

    await goTo(page, 'Collect updates')
    await check('collect updates')
    await dropFiles(page, page.getByText('Drop the workbooks that came back'), [
      tracker('WG1 Understanding of Local Need - update Feb 2020.xlsx'),
      tracker('Engagement and co-production actions.xlsx'),
    ])
    await expect(page.getByText(/Nothing is written yet\.$/)).toBeVisible()
    await page.getByRole('button', { name: /^Commit \d+ changes$/ }).click()
    await expect(page.locator('[data-committed]')).toBeVisible()
    await page.getByRole('tab', { name: 'Past imports' }).click()
    await expect(page.getByRole('table', { name: 'Past imports' })).toBeVisible()
    await check('past imports')

    await goTo(page, 'Overview')
    await check('overview')
    await goTo(page, 'Work plan')
    await expect(actionRow(page, '1.1.1')).toBeVisible()
    await check('work plan')
    await actionRow(page, '1.1.1').dblclick()
    await expect(page.getByText(/First version of the LAA agreed/).first()).toBeVisible()
    await check('drawer of an action')

    await goTo(page, 'Papers')
    // a paper that is being drawn again is shown faint
    await expect(page.getByRole('region', { name: /^Preview of / })).toHaveAttribute('aria-busy', 'false')
    await page.waitForTimeout(500)
    await check('papers')
  })

  test(`the review of what came back shuts nobody out (${colorScheme})`, async ({ desk, folder }) => {
    const { page } = desk
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const check = async (part: string): Promise<void> => expect.soft(await barriers(page), part).toEqual([])
    await startSample(desk, join(folder, 'Cumbria.desk'))
    await goTo(page, 'Collect updates')
    await dropFiles(page, page.getByText('Drop the workbooks that came back'), [
      tracker('WG1 Understanding of Local Need - update Feb 2020.xlsx'),
      tracker('bad/Room bookings spring term.xlsx'),
    ])
    await expect(page.getByText(/Nothing is written yet\.$/)).toBeVisible()
    await check('review of returned workbooks')
    await page.getByRole('button', { name: 'Look at them' }).click()
    await page.keyboard.press('e')
    await check('editing a value')
    await page.keyboard.press('Escape')
    await page.keyboard.press('m')
    await expect(page.getByRole('dialog')).toContainText('Best guesses')
    await check('matching a row by hand')
    await page.getByRole('tab', { name: 'A new action' }).click()
    await check('making a new action')
    await page.getByRole('tab', { name: 'Set aside' }).click()
    await check('setting a row aside')
    await page.keyboard.press('Escape')
    await page
      .getByRole('button', { name: /WG1 Understanding/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Columns…', exact: true }).click()
    await expect(page.getByRole('region', { name: 'First rows of “WG1”' })).toBeVisible()
    await check('columns of a workbook')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Keys', exact: true }).click()
    await check('keys of the review')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Commit \d+ changes$/ }).click()
    await expect(page.locator('[data-committed]')).toBeVisible()
    await check('summary of a commit, and questions left open')
  })
}
