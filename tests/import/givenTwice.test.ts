import { expect, test } from 'vitest'
import { loadProgramme } from '../../electron/db/loadTables.ts'
import type { WriteDb } from '../../electron/db/types.ts'
import { commitImport } from '../../electron/import/commitImport.ts'
import { findOpen } from '../../electron/import/findOpen.ts'
import { planImport } from '../../electron/import/planImport.ts'
import type { Choice } from '../../shared/import/previewDocument.ts'
import { aDraft } from './aDraft.ts'
import { aParsedFile, aStore, writer } from './aStore.ts'

const options = { sender: null, period: null, today: '2020-02-14' }
const planOf = (db: WriteDb) => {
  const files = ['One', 'Two'].map((name) =>
    aParsedFile([aDraft(2, { ref: '2.1.1', progress: `Said by ${name}` })], `${name}.xlsx`),
  )
  return planImport(db, files, options)
}
const choose = (file: string, take: Choice['take']): Choice => ({
  file,
  sheet: 'Tracker',
  row: 2,
  field: 'progress',
  take,
})
const updatesOf = (db: WriteDb) =>
  loadProgramme(db, options.today)
    .actionByRef.get('2.1.1')!
    .updates.map((u) => u.progress)

test('a field given twice shows what the other says', () => {
  const { db } = aStore()
  const rows = planOf(db).document.files.flatMap((f) => ('error' in f ? [] : f.rows))
  expect(rows.map((r) => r.changes.map((c) => c.also))).toEqual([
    [[{ file: 'Two.xlsx', sheet: 'Tracker', row: 2, value: 'Said by Two' }]],
    [[{ file: 'One.xlsx', sheet: 'Tracker', row: 2, value: 'Said by One' }]],
  ])
})

test.each(['One', 'Two'])('one answer settles both rows: what %s says', (name) => {
  const { db } = aStore()
  commitImport(db, planOf(db), { choices: [choose(`${name}.xlsx`, 'returned')] }, writer)
  expect(updatesOf(db)).toEqual([`Said by ${name}`])
  expect(findOpen(db, loadProgramme(db, options.today))).toEqual([])
})

test('both keeps what both rows say, in one update', () => {
  const { db } = aStore()
  commitImport(db, planOf(db), { choices: [choose('One.xlsx', 'both')] }, writer)
  expect(updatesOf(db)).toEqual(['Said by One\n\nSaid by Two'])
})

test('two values of one field are never both taken', () => {
  const { db } = aStore()
  const choices = [choose('One.xlsx', 'returned'), choose('Two.xlsx', 'returned')]
  expect(() => commitImport(db, planOf(db), { choices }, writer)).toThrow(
    'This field was given twice, and only one of the values can be taken.',
  )
  expect(updatesOf(db)).toEqual([])
})
