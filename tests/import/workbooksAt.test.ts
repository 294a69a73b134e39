import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { previewImport } from '../../electron/import/previewImport.ts'
import { workbooksAt } from '../../electron/import/workbooksAt.ts'
import { aCopyOf, aFreshCopy } from '../copy/aCopy.ts'
import { aFolder, anOpenSample, aSampleFile } from '../support/aProgramme.ts'

function aFolderWith(...names: readonly string[]): string {
  const folder = aFolder()
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), 'Ref,Action,Progress\n1.1.1,,Done\n')
  }
  return folder
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const found = await workbooksAt(folder)
  if (!found.ok) throw new Error(found.error.code)
  return found.value.map((path) => relative(folder, path).replaceAll('\\', '/'))
}

test('a folder stands for the spreadsheets in it, then for those in its own folders, each by name', async () => {
  const folder = aFolderWith('WG10.xlsx', 'WG2.XLSX', 'Late/WG1.csv', 'Early/b.ods', 'Early/deeper/no.csv')
  expect(await namesIn(folder)).toEqual(['WG2.XLSX', 'WG10.xlsx', 'Early/b.ods', 'Late/WG1.csv'])
})

test('lock files, hidden files and folders, and what is no spreadsheet are left out', async () => {
  const names = ['~$WG1.xlsx', '.hidden.csv', '.git/x.csv', 'notes.docx', '.P.desk', 'P.desk-wal', 'a.xls']
  expect(await namesIn(aFolderWith(...names))).toEqual(['a.xls'])
})

test('group copies are found, a programme and its backups are left out, and what is no programme is refused by name', async () => {
  const folder = aFolderWith('WG1.csv', 'Late/broken.desk')
  writeFileSync(join(folder, 'Late/broken.desk'), 'SQLite format 3\0 and no more of it')
  const { db } = anOpenSample()
  copyFileSync(aCopyOf(db, [1]), join(folder, 'Late', 'Group 1.DESK'))
  copyFileSync(aFreshCopy([1]), join(folder, 'Late', 'of another.desk'))
  const programme = aSampleFile()
  copyFileSync(programme, join(folder, 'Programme.desk'))
  copyFileSync(programme, join(folder, 'Late', 'backup.desk'))
  expect(await namesIn(folder)).toEqual([
    'WG1.csv',
    'Late/broken.desk',
    'Late/Group 1.DESK',
    'Late/of another.desk',
  ])
  const options = { sender: null, period: null, today: '2020-02-14' }
  const { document } = await previewImport(db, [folder], options)
  expect(document.files).toMatchObject([
    { file: 'WG1.csv' },
    { file: 'broken.desk', error: { code: 'damaged' } },
    { file: 'Group 1.DESK', kind: 'copy' },
    { file: 'of another.desk', error: { code: 'other-programme' } },
  ])
})

test('a file, and a path that leads nowhere, stand for themselves', async () => {
  const folder = aFolderWith('a.csv')
  for (const path of [join(folder, 'a.csv'), join(folder, 'gone.csv')])
    expect(await workbooksAt(path)).toEqual({ ok: true, value: [path] })
})

test('in a preview an empty folder is refused with a sentence, the others go on, and no file is read twice', async () => {
  const [empty, full] = [aFolderWith('notes.txt'), aFolderWith('a.csv')]
  const { db } = anOpenSample()
  const options = { sender: null, period: null, today: '2020-02-14' }
  const plan = await previewImport(db, [empty, full, join(full, 'a.csv')], options)
  expect(plan.document.files).toMatchObject([
    {
      error: {
        code: 'workbook-unreadable',
        message: expect.stringContaining('no workbooks and no group copies in this folder'),
      },
    },
    { file: 'a.csv', totals: { rows: 1 } },
  ])
  expect(plan.document.files).toHaveLength(2)
})
