import { createHash } from 'node:crypto'
import type { AppError } from '../../shared/errors.ts'
import { ok, type Result } from '../../shared/result.ts'
import { importReport } from '../../shared/view/papers/importReport.ts'
import type { ImportReport } from '../../shared/view/papers/importFates.ts'
import type { Programme } from '../../shared/view/programme.ts'
import { writeAtomically } from './writeAtomically.ts'

/** Draws the report of some imports as the bytes of a Word document: the same record and day, the same bytes. */
export async function drawImportReport(programme: Programme, report: ImportReport): Promise<Uint8Array> {
  const { drawDocx } = await import('./drawDocx.ts')
  return drawDocx(importReport(programme, report), () => new Uint8Array())
}

/** Draws the report and writes it, replacing what was there only once it is whole. */
export async function exportImportReport(
  programme: Programme,
  report: ImportReport,
  out: string,
): Promise<Result<{ readonly out: string; readonly sha256: string }, AppError>> {
  const bytes = await drawImportReport(programme, report)
  const written = await writeAtomically(out, bytes)
  if (!written.ok) return written
  return ok({ out, sha256: createHash('sha256').update(bytes).digest('hex') })
}
