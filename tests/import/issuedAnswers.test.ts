import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commitImport } from '../../electron/import/commitImport.ts'
import { planImport } from '../../electron/import/planImport.ts'
import { previewImport } from '../../electron/import/previewImport.ts'
import { replanImport } from '../../electron/import/replanImport.ts'
import { noAnswers } from '../../shared/import/importAnswers.ts'
import { isRefused, type ImportPlan } from '../../shared/import/importPlan.ts'
import { adoptFixtures, fixtures, returnDay } from '../issue/anIssue.ts'
import { anOpenSample, writer } from '../support/aProgramme.ts'

const options = { sender: null, period: null, today: returnDay }
const fileOf = (plan: ImportPlan) => {
  const [file] = plan.files
  if (!file || isRefused(file)) throw new Error('refused')
  return file.preview
}
const back = { ...writer, at: `${returnDay}T09:00:00` }

test('a row of an issued workbook that is set aside did come back', async () => {
  const { db } = anOpenSample()
  await adoptFixtures(db)
  const plan = await previewImport(db, [join(fixtures, 'filled-openpyxl.xlsx')], options)
  const { file, rows } = fileOf(plan)
  const { sheet, row } = rows.find((r) => r.ref === '1.1.1')!
  const answer = { file, sheet, row, as: { kind: 'set-aside', reason: 'Answered by phone' } } as const
  const again = fileOf(await replanImport(db, plan, { ...noAnswers, rows: [answer] }))
  expect(again).toMatchObject({ missing: [], totals: { ignored: 1, rows: 11 } })
})

test('a row that was added to an issued workbook is matched by hand, and the same workbook asks nothing again', async () => {
  const { db } = anOpenSample()
  await adoptFixtures(db)
  const path = join(fixtures, 'rebuilt-openpyxl.xlsx')
  const plan = await previewImport(db, [path], options)
  const { file, rows } = fileOf(plan)
  const { sheet, row } = rows.find((r) => r.outcome === 'new')!
  const answer = { file, sheet, row, as: { kind: 'action', actionId: 'action-1.3.3' } } as const
  const matched = await replanImport(db, plan, { ...noAnswers, rows: [answer] })
  expect(fileOf(matched).missing).toEqual([])
  commitImport(db, matched, { take: 'returned' }, back)
  const next = fileOf(await previewImport(db, [path], options))
  expect(next.totals).toMatchObject({ changed: 0, conflict: 0, new: 0, unmatched: 0 })
  expect(next.rows.find((r) => r.row === row)).toMatchObject({ ref: '1.3.3', matchedBy: 'hand' })
})

test('a plan is not committed where the programme changed after the answers', async () => {
  const { db } = anOpenSample()
  await adoptFixtures(db)
  const plan = await previewImport(db, [join(fixtures, 'filled-openpyxl.xlsx')], options)
  const answered = await replanImport(db, plan, noAnswers)
  const other = await previewImport(db, [join(fixtures, 'rebuilt-openpyxl.xlsx')], options)
  commitImport(db, other, {}, back)
  expect(() => commitImport(db, answered, {}, back)).toThrow('The programme changed after this preview')
  const files = answered.read?.files ?? []
  expect(() => commitImport(db, planImport(db, files, options), {}, back)).not.toThrow()
})
