import { createHash } from 'node:crypto'
import type { AppError } from '../../shared/errors.ts'
import type { PaperKind } from '../../shared/paper/tree.ts'
import { ok, type Result } from '../../shared/result.ts'
import { drawPaper, type PaperFormat, type PaperRequest } from './drawPaper.ts'
import { writeAtomically } from './writeAtomically.ts'

export type ExportReceipt = {
  readonly out: string
  readonly kind: PaperKind
  readonly format: PaperFormat
  /** The snapshot's label, or the ISO day of the programme as it is now. */
  readonly asAt: string
  readonly sha256: string
  /** What a screening for the public found; papers that are not for the public are not screened. */
  readonly findings: readonly { readonly code: string; readonly where: string; readonly text: string }[]
}

/** Draws a paper and writes it, replacing what was there only once it is whole. Refusals are values with a sentence. */
export async function exportPaper(
  request: PaperRequest & { readonly out: string },
): Promise<Result<ExportReceipt, AppError>> {
  const drawn = await drawPaper(request)
  if (!drawn.ok) return drawn
  const written = await writeAtomically(request.out, drawn.value)
  if (!written.ok) return written
  return ok({
    out: request.out,
    kind: request.kind,
    format: request.format,
    asAt: request.snapshot ?? request.programme.today,
    sha256: createHash('sha256').update(drawn.value).digest('hex'),
    findings: [],
  })
}
