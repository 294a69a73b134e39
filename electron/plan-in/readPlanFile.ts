import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { Failure } from '../../shared/errors.ts'
import { excelSource } from '../../shared/planIn/excelSource.ts'
import type { PlanSource } from '../../shared/planIn/planSource.ts'
import { wordSource } from '../../shared/planIn/wordSource.ts'
import { Refusal } from '../import/readers/refusal.ts'
import { readBytes, workbookOf } from '../import/readWorkbook.ts'
import { readWord } from './readWord.ts'
import { recognisePlan } from './recognisePlan.ts'

export type PlanFile = {
  /** The file's name without its folder. */
  readonly file: string
  readonly sha256: string
  readonly source: PlanSource
}

/**
 * Reads a plan from disk: a Word document (.docx), or any workbook that trackers are read from. The file is only read. Fails
 * with 'file-missing', 'file-in-use', 'workbook-unreadable' or 'too-large', each with what to do about it.
 */
export async function readPlanFile(path: string): Promise<PlanFile> {
  const file = basename(path)
  const bytes = await readBytes(path)
  if (!bytes.ok) throw new Failure(bytes.error)
  const sha256 = createHash('sha256').update(bytes.value).digest('hex')
  try {
    return { file, sha256, source: await sourceOf(bytes.value, file) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Failure({
      code: error.code,
      file,
      why: error.message,
      ...(error.sheet === undefined ? {} : { sheet: error.sheet }),
      ...(error.cell === undefined ? {} : { cell: error.cell }),
    })
  }
}

async function sourceOf(bytes: Uint8Array, file: string): Promise<PlanSource> {
  const found = recognisePlan(bytes)
  if (found.kind === 'word') return wordSource(await readWord(found.pack))
  const workbook = workbookOf(bytes, file)
  if (!workbook.ok) throw new Failure(workbook.error)
  return excelSource(workbook.value)
}
