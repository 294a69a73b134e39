import { createHash } from 'node:crypto'
import type { AppError } from '../../shared/errors.ts'
import type { PaperKind } from '../../shared/paper/tree.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Finding } from '../../shared/public/screenPaper.ts'
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
  readonly findings: readonly Finding[]
}

export type ExportRequest = PaperRequest & {
  readonly out: string
  /** A paper for the public is written with findings only where somebody has looked at them and accepts them. */
  readonly acceptFindings?: boolean
}

/**
 * Draws a paper and writes it, replacing what was there only once it is whole. A paper for the public is screened first and
 * refused with 'private-data' where it would give something away. Refusals are values with a sentence.
 */
export async function exportPaper(request: ExportRequest): Promise<Result<ExportReceipt, AppError>> {
  const findings = await findingsOf(request)
  if (findings.length > 0 && request.acceptFindings !== true)
    return err({ code: 'private-data', findings: [...findings] })
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
    findings,
  })
}

/**
 * What a paper for the public would give away; nothing for other papers. The library that knows names is loaded only where it is
 * asked for.
 */
export async function findingsOf(request: PaperRequest): Promise<readonly Finding[]> {
  if (request.audience !== 'public') return []
  const { screenForPublic } = await import('../public/screenForPublic.ts')
  return screenForPublic(request)
}
