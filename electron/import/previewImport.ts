import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Failure, sayError, type AppError } from '../../shared/errors.ts'
import type { ImportPlan } from '../../shared/import/importPlan.ts'
import type { RefusedFile } from '../../shared/import/previewDocument.ts'
import {
  hasPlanTable,
  noPlanTable,
  parseTracker,
  type ParseContext,
} from '../../shared/workbook/parseTracker.ts'
import { findIssueMarks } from '../../shared/workbook/issueMarks.ts'
import { loadProgramme } from '../db/loadTables.ts'
import type { ReadDb } from '../db/types.ts'
import { planImport, type ImportOptions, type ParsedFile } from './planImport.ts'
import { readWorkbook } from './readWorkbook.ts'

/**
 * Reads workbooks, matches their rows and merges them with the programme; writes nothing. A workbook that cannot be read
 * has its error in its place, the others go on. Fails with 'invalid-input' for a period that is not a month.
 */
export async function previewImport(
  db: ReadDb,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportPlan> {
  if (options.period !== null && !/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(options.period))
    throw new Failure({
      code: 'invalid-input',
      where: 'period',
      message: `“${options.period}” is not a month. Write the period as in 2020-02.`,
    })
  const { programme, tables } = loadProgramme(db, options.today)
  const context = { startedOn: programme.startedOn, today: options.today, scale: tables.scaleStep }
  const files: (ParsedFile | RefusedFile)[] = []
  for (const path of paths) files.push(await readFileAt(path, nameOf(path, paths), context))
  return planImport(db, files, { ...options, sender: options.sender?.trim() || null })
}

/** A file's name; the whole path only where two files of a batch have the same name. */
function nameOf(path: string, all: readonly string[]): string {
  const name = basename(path)
  return all.filter((p) => basename(p) === name).length > 1 ? path : name
}

async function readFileAt(
  path: string,
  file: string,
  context: ParseContext,
): Promise<ParsedFile | RefusedFile> {
  const read = await readWorkbook(path)
  if (!read.ok) return refused(file, read.error)
  const bytes = await readFile(path)
  const parsed = parseTracker(read.value, context)
  if (!hasPlanTable(parsed)) return refused(file, { code: 'no-plan-table', file, why: noPlanTable })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { file, path, sha256, parsed, marks: findIssueMarks(read.value) }
}

const refused = (file: string, error: AppError): RefusedFile => ({
  file,
  error: { code: error.code, message: sayError(error) },
})
