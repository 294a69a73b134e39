import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { commitIssue } from '../../electron/issue/commitIssue.ts'
import { prepareIssue } from '../../electron/issue/prepareIssue.ts'
import { addIssued } from '../../electron/db/issuedTable.ts'
import type { ReadDb, WriteDb } from '../../electron/db/types.ts'
import { commitImport } from '../../electron/import/commitImport.ts'
import { previewImport } from '../../electron/import/previewImport.ts'
import { workbookOf } from '../../electron/import/readWorkbook.ts'
import type { Decisions } from '../../shared/import/decideFields.ts'
import type { PreviewFile } from '../../shared/import/previewDocument.ts'
import { findIssueMarks } from '../../shared/workbook/issueMarks.ts'
import { aFolder, writer } from '../support/aProgramme.ts'

export const issueDay = '2020-02-04'
export const returnDay = '2020-02-14'
export const fixtures = join(import.meta.dirname, '../fixtures/issued')

const wanted = { period: '2020-02', by: 'group', group: 1, lead: null, returnBy: null } as const

/** Issues group 1's workbook of February 2020 into a folder of its own; gives its path and id. */
export async function issueGroup1(db: WriteDb): Promise<{ path: string; id: string; folder: string }> {
  const folder = join(aFolder(), 'out')
  const { issued } = commitIssue(db, await prepareIssue(db, wanted, issueDay), folder, writer)
  return { path: issued[0]!.file, id: issued[0]!.id, folder }
}

/** Makes a programme the one that issued the workbooks of the fixtures: its id, and the record of what was issued. */
export async function adoptFixtures(db: WriteDb): Promise<string> {
  const path = join(fixtures, 'as-issued.xlsx')
  const read = workbookOf(readFileSync(path), 'as-issued.xlsx')
  const marks = read.ok ? findIssueMarks(read.value)! : null!
  db.prepare(`UPDATE "meta" SET "value" = ? WHERE "key" = 'programmeId'`).run(marks.programmeId)
  const { workbooks } = await prepareIssue(db, wanted, issueDay)
  const { by, recipient, file, sha256, rows } = workbooks[0]!
  addIssued(
    db,
    { id: marks.issuedId, period: '2020-02', by, recipient, file, sha256, returnBy: null, ...writer },
    rows,
  )
  return marks.issuedId
}

/** Changes a workbook by exceljs, which drops custom properties on its way. `edit` gets the table's sheet. */
export async function edited(
  path: string,
  edit: (
    sheet: ExcelJS.Worksheet,
    put: (ref: string, heading: string, value: ExcelJS.CellValue) => void,
  ) => void,
): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const sheet = workbook.getWorksheet('Your actions')!
  edit(sheet, (ref, heading, value) => {
    sheet.getCell(rowOf(sheet, ref), columnOf(sheet, heading)).value = value
  })
  const out = join(aFolder(), 'Returned.xlsx')
  await workbook.xlsx.writeFile(out)
  return out
}

export const columnOf = (sheet: ExcelJS.Worksheet, heading: string): number =>
  (sheet.getRow(1).values as unknown[]).indexOf(heading)

export function rowOf(sheet: ExcelJS.Worksheet, ref: string): number {
  for (let row = 2; row <= sheet.rowCount; row++)
    if (sheet.getCell(row, columnOf(sheet, 'Ref')).value === ref) return row
  throw new Error(`no row ${ref}`)
}

/** The plan of one returned workbook. */
export const planOf = (db: ReadDb, path: string) =>
  previewImport(db, [path], { sender: null, period: null, today: returnDay })

/** The preview of one returned workbook, which must not be refused. */
export async function preview(db: ReadDb, path: string): Promise<PreviewFile> {
  const [file] = (await planOf(db, path)).document.files
  if (!file || 'error' in file) throw new Error(`refused: ${file?.error.message}`)
  return file
}

/** Brings a returned workbook in; gives its preview with the import's id and what was written. */
export async function bringIn(db: WriteDb, path: string, decisions: Partial<Decisions> = {}) {
  const [file] = commitImport(db, await planOf(db, path), decisions, {
    ...writer,
    at: `${returnDay}T10:00:00`,
  }).files
  if (!file || 'error' in file) throw new Error(`refused: ${file?.error.message}`)
  return file
}

/** Row by row what a preview says: ref, how matched, outcome, fields with their resolutions. */
export const said = (file: PreviewFile): readonly string[] =>
  file.rows.map((r) =>
    [
      r.ref ?? '-',
      r.matchedBy,
      r.outcome,
      ...r.changes.map((c) => `${c.field} ${c.resolution}`),
      ...(r.noChange ? ['no change'] : []),
    ].join(', '),
  )
