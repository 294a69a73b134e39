import { extname } from 'node:path'
import { type AppError, Failure, sayError } from '../../../shared/errors.ts'
import { paperFormat, paperKind, type PaperFormat } from '../../../shared/ipc/contract.ts'
import { paperGaps } from '../../../shared/view/papers/paperGaps.ts'
import { paperSource } from '../../app/paperSource.ts'
import { previousPaper } from '../../app/previousPaper.ts'
import { openForReading } from '../../db/openFile.ts'
import { exportPaper } from '../../export/exportPaper.ts'
import { needed, printJson, programmePath, say, type Terminal } from '../terminal.ts'

/** `export FILE.desk KIND --out PATH`: a paper from now or from a snapshot. */
export async function exportCommand(t: Terminal): Promise<number> {
  const path = programmePath(t)
  const kind = paperKind.safeParse(t.words[1])
  if (!kind.success)
    throw new Failure({ code: 'usage', message: `export: choose a paper: ${paperKind.options.join(', ')}.` })
  const out = needed(t, 'out', 'where to')
  const format = formatOf(t, out)
  const { board, period } = t.flags
  const group = groupOf(t)
  const db = openForReading(path)
  try {
    const source = paperSource(db, t.flags['as-at'] ?? null, t.today)
    const asked = {
      ...source,
      kind: kind.data,
      format,
      ...(board === undefined ? {} : { board }),
      ...(group === null ? {} : { group }),
      ...(period === undefined ? {} : { period }),
      ...(t.flags.public === true ? { audience: 'public' as const } : {}),
    }
    const previous = previousPaper(db, asked)
    const wanted = previous ? { ...asked, previous } : asked
    const made = await exportPaper({ ...wanted, out, acceptFindings: t.flags['accept-findings'] === true })
    if (!made.ok && made.error.code === 'private-data') return refuseFindings(t, made.error)
    if (!made.ok) throw new Failure(made.error)
    if (t.json) printJson(made.value)
    else {
      say(`Wrote “${out}”.`)
      for (const gap of paperGaps(kind.data, source.programme, wanted)) say(`  Missing: ${gap.message}`)
    }
    return 0
  } finally {
    db.close()
  }
}

/** The list is the answer: in `findings` with --json, else a line each. */
function refuseFindings(t: Terminal, error: Extract<AppError, { code: 'private-data' }>): number {
  const message = sayError(error)
  if (t.json) printJson({ error: { code: error.code, message }, findings: error.findings })
  say(message)
  for (const f of error.findings) say(`  ${f.code}: ${f.where}: “${f.text}”`)
  return 1
}

function groupOf({ flags: { group } }: Terminal): number | null {
  if (group === undefined) return null
  if (!/^\d+$/.test(group))
    throw new Failure({ code: 'usage', message: `export: --group takes a number, not “${group}”.` })
  return Number(group)
}

function formatOf(t: Terminal, out: string): PaperFormat {
  const asked = t.flags.format ?? (extname(out).slice(1).toLowerCase() || 'docx')
  const format = paperFormat.safeParse(asked)
  if (!format.success)
    throw new Failure({
      code: 'usage',
      message: `export: papers are made as docx or xlsx, not “${asked}” (--format).`,
    })
  return format.data
}
