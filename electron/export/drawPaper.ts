import type { AppError } from '../../shared/errors.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Chart, MadeKind } from '../../shared/paper/tree.ts'
import {
  boardFor,
  type BookKind,
  buildBook,
  buildPaper,
  groupFor,
  paperKinds,
  type PaperOptions,
} from '../../shared/view/papers/index.ts'
import type { Programme } from '../../shared/view/programme.ts'

export type PaperFormat = 'docx' | 'xlsx'
export type PaperRequest = {
  readonly programme: Programme
  readonly kind: MadeKind
  readonly format: PaperFormat
} & PaperOptions

/**
 * Draws a paper as the bytes of a Word or Excel file, for a preview or for the disk: the same request, the same bytes.
 * Refused with a sentence: a kind that is not made (yet) in that format, a board or period that nobody knows.
 */
export async function drawPaper(request: PaperRequest): Promise<Result<Uint8Array, AppError>> {
  const { programme, kind, format } = request
  const formats: readonly string[] = paperKinds[kind]
  if (!formats.includes(format)) return err({ code: 'usage', message: refusalOf(kind, format, formats) })
  const unknown = unknownName(request)
  if (unknown) return err(unknown)
  return ok(await draw(programme, kind, request))
}

/** Document libraries are loaded when a paper is drawn, not when the app starts. */
async function draw(p: Programme, kind: MadeKind, request: PaperRequest): Promise<Uint8Array> {
  if (request.format === 'xlsx' && isBook(kind)) {
    const { drawXlsx } = await import('./drawXlsx.ts')
    return drawXlsx(buildBook(kind, p, request))
  }
  const paper = buildPaper(kind, p, request)
  const hasChart = paper.sections.some((s) => s.blocks.some((b) => b.block === 'chart'))
  const [{ drawDocx }, charts] = await Promise.all([
    import('./drawDocx.ts'),
    hasChart ? import('./drawChart.ts') : null,
  ])
  return drawDocx(paper, (chart: Chart) => charts?.drawChart(chart) ?? new Uint8Array())
}

const isBook = (kind: MadeKind): kind is BookKind => (paperKinds[kind] as readonly string[]).includes('xlsx')

function unknownName({ programme, kind, board, group, period }: PaperRequest): AppError | null {
  if (kind === 'board-paper' && boardFor(programme, board) === null) {
    return { code: 'not-found', what: board ? `the board “${board}”` : 'a board to write to' }
  }
  if (group !== undefined && groupFor(programme, group) === null)
    return { code: 'not-found', what: `working group ${group}` }
  const isKnown = programme.tables.period.some((x) => x.label === period || x.name === period)
  return period !== undefined && !isKnown ? { code: 'not-found', what: `the period “${period}”` } : null
}

function refusalOf(kind: MadeKind, format: PaperFormat, formats: readonly string[]): string {
  const words = { docx: 'Word', xlsx: 'Excel' } as const
  const other = formats.map((f) => `--format ${f}`).join(' or ')
  return `The ${kind} is not made as ${words[format]}. Use ${other}.`
}
