import Database from 'better-sqlite3'
import { join } from 'node:path'
import { dropFiles, expect, test } from './fixture.ts'
import { actionRow, goTo, startSample } from './steps.ts'

test('a copy goes to a chair, is worked in, comes back and is committed', async ({ desk, folder }) => {
  const { page } = desk
  const [programme, copy, sent] = ['Cumbria', 'Group 1', 'Group 1 returned'].map((n) =>
    join(folder, `${n}.desk`),
  )
  await startSample(desk, programme!)
  await desk.clickMenu('File', 'Make a copy for a chair…')
  await page.getByRole('radio', { name: /Understanding of Local Need/ }).check({ force: true })
  await desk.answerSaveDialog(copy!)
  await page.getByRole('button', { name: 'Save the copy…' }).click()
  await expect(page.getByRole('dialog')).toContainText('Send this file to the chair.')
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click()

  await desk.answerOpenDialog(copy!)
  await desk.clickMenu('File', 'Open…')
  const bar = page.getByRole('group', { name: 'Group copy' })
  await expect(bar).toContainText('Group copy: Understanding of Local Need')
  await goTo(page, 'Work plan')
  for (const ref of ['1.1.1', '2.1.1']) {
    await actionRow(page, ref).dblclick()
    const drawer = page.getByRole('complementary', { name: new RegExp(`^(Action )?${ref}`) })
    await drawer
      .getByRole('button', { name: /rate|rating/i })
      .first()
      .click()
    await drawer.getByRole('radio', { name: /At risk/ }).check({ force: true })
    await drawer.getByRole('textbox', { name: 'Reason' }).fill('The data is late.')
    await drawer.getByRole('button', { name: 'Save rating' }).click()
    await expect(actionRow(page, ref)).toContainText('At risk')
  }
  await bar.getByRole('button', { name: 'Send my changes back…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('list', { name: 'What goes back' })).toContainText('Delivery rating')
  await expect(dialog.getByRole('list', { name: 'What stays here' })).toContainText('left out')
  await desk.answerSaveDialog(sent!)
  await dialog.getByRole('button', { name: 'Save a copy to send…' }).click()
  await expect(dialog).toContainText('E-mail this file.')
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()

  await desk.answerOpenDialog(programme!)
  await desk.clickMenu('File', 'Open…')
  await expect(bar).toHaveCount(0)
  await goTo(page, 'Collect updates')
  await dropFiles(page, page.getByText('Drop the workbooks that came back'), [sent!])
  await expect(page.getByRole('article', { name: /^1\.1\.1/ })).toContainText('The data is late.')
  await page.getByRole('button', { name: /^Commit 1 change$/ }).click()
  await expect(page.getByText(/1 change in 1 row written/).first()).toBeVisible()
  expect(await desk.close()).toBe(0)

  const db = new Database(programme!, { readonly: true })
  const rated = db.prepare(`SELECT "id", "action_id", "code", "reason", "import_id" FROM "rating"`).all()
  const imports = db.prepare(`SELECT "kind", "rows", "fields" FROM "import"`).all()
  db.close()
  expect(rated).toEqual([
    {
      id: expect.stringMatching(/^rating-copy1-/),
      action_id: 'action-1.1.1',
      code: 'amber',
      reason: 'The data is late.',
      import_id: 'import-1',
    },
  ])
  expect(imports).toEqual([{ kind: 'copy', rows: 1, fields: 1 }])
})
