import { setImmediate } from 'node:timers/promises'
import { Failure } from '../../../shared/errors.ts'
import type {
  CommitDocument,
  PreviewDocument,
  PreviewRow,
  Totals,
} from '../../../shared/import/previewDocument.ts'
import { isRefused } from '../../../shared/import/importPlan.ts'
import { sayDay } from '../../../shared/view/sayDay.ts'
import { openForReading } from '../../db/openFile.ts'
import { openForWriting } from '../../db/openProgramme.ts'
import { commitEach } from '../../import/commitImport.ts'
import { previewImport, type ImportProgress } from '../../import/previewImport.ts'
import { undoImport } from '../../import/undoImport.ts'
import { showProgress, stoppable } from '../stoppable.ts'
import { printJson, programmePath, say, type Terminal } from '../terminal.ts'

/** `import FILE.desk WORKBOOK… --preview|--commit`: exit 1 where a workbook was refused; the others go on. */
export async function importCommand(t: Terminal): Promise<number> {
  const path = programmePath(t)
  const workbooks = t.words.slice(1)
  const { preview, commit } = t.flags
  if (workbooks.length === 0) throw new Failure({ code: 'usage', message: 'import: which workbooks?' })
  if (preview === commit)
    throw new Failure({ code: 'usage', message: 'import: say --preview (nothing is written) or --commit.' })
  const take = takeOf(t)
  return stoppable(async (signal) => {
    const plan = await planOf(path, workbooks, t, signal)
    const refused = plan.files.filter(isRefused)
    const nothingReadable = refused.length === plan.files.length
    const document =
      preview || nothingReadable ? plan.document : await commitPlan(path, plan, take, t, signal)
    if (t.json) printJson(document)
    else report(document)
    for (const file of refused) say(file.error.message)
    if (document.files.length < plan.files.length) return stoppedAfter(document, plan)
    return refused.length > 0 ? 1 : 0
  })
}

function stoppedAfter(document: PreviewDocument | CommitDocument, plan: Plan): number {
  say(
    `Stopped after ${document.files.length} of ${plan.files.length} workbooks: those are committed, the others are not.`,
  )
  return 1
}

/** `undo FILE.desk IMPORT_ID`: takes one import back. */
export function undo(t: Terminal): number {
  const path = programmePath(t)
  const importId = t.words[1]
  if (!importId)
    throw new Failure({ code: 'usage', message: 'undo: which import? `query … imports` lists them.' })
  const open = openForWriting(path, t.writer, 'before undo')
  try {
    const undone = undoImport(open.db, importId, t.writer)
    if (t.json) printJson(undone)
    else {
      say(`Took ${importId} back: ${undone.restored} values restored, ${undone.kept.length} kept.`)
      for (const k of undone.kept) say(`  ${k.ref} ${k.field}: ${k.why}`)
    }
    return 0
  } finally {
    open.close()
  }
}

type Plan = Awaited<ReturnType<typeof previewImport>>

async function planOf(
  path: string,
  workbooks: readonly string[],
  t: Terminal,
  signal: AbortSignal,
): Promise<Plan> {
  const db = openForReading(path)
  const options = {
    sender: t.flags.from ?? null,
    period: t.flags.period ?? null,
    mapping: t.flags.mapping ?? null,
    today: t.today,
  }
  const onProgress = ({ done, total, file, step }: ImportProgress): void =>
    showProgress(step === 'reading' ? `Reading ${done + 1} of ${total}: ${file}` : 'Matching and merging …')
  try {
    return await previewImport(db, workbooks, options, { onProgress, signal })
  } finally {
    showProgress('')
    db.close()
  }
}

/** One workbook after the other; stopped between two, it gives those that are committed. */
async function commitPlan(
  path: string,
  plan: Plan,
  take: 'returned' | 'current' | null,
  t: Terminal,
  signal: AbortSignal,
): Promise<CommitDocument> {
  const open = openForWriting(path, t.writer, 'before import')
  const files: CommitDocument['files'] = []
  try {
    for (const file of commitEach(open.db, plan, { take }, t.writer)) {
      files.push(file)
      showProgress(`Committed ${files.length} of ${plan.files.length}: ${file.file}`)
      await setImmediate()
      if (signal.aborted) break
    }
    return { files, totals: plan.document.totals }
  } finally {
    showProgress('')
    open.close()
  }
}

function takeOf(t: Terminal): 'returned' | 'current' | null {
  const { take } = t.flags
  if (take === undefined || take === 'returned' || take === 'current') return take ?? null
  throw new Failure({ code: 'usage', message: `import: --take is “returned” or “current”, not “${take}”.` })
}

function report(document: PreviewDocument | CommitDocument): void {
  for (const file of document.files) {
    if (isRefused(file)) continue
    say(`${file.file}: ${sayTotals(file.totals)}`)
    if ('committed' in file)
      say(
        `  committed as ${file.importId ?? 'nothing'}: ${file.committed.fields} values in ${file.committed.rows} rows`,
      )
    for (const p of file.problems ?? []) say(`  ${p.message}`)
    for (const row of file.rows) {
      if (row.answer?.remembered) say(`  ${row.sheet}, row ${row.row}: ${sayRemembered(row)}`)
      for (const p of row.problems) say(`  ${row.sheet}, ${p.cell ?? `row ${row.row}`}: ${p.message}`)
    }
  }
}

/** What somebody said of the row in an earlier import, and that it was used again. */
function sayRemembered({ ref, answer }: PreviewRow): string {
  const said = answer?.remembered
  const as = answer?.kind === 'set-aside' ? 'set aside' : `taken for ${ref ?? 'its action'}`
  return `${as}, as ${said?.by ?? 'somebody'} said on ${said ? sayDay(said.at) : 'an earlier day'}.`
}

/** "11 rows read: 4 changed, 6 unchanged, 1 unmatched". */
export function sayTotals(t: Totals): string {
  const kinds = ['changed', 'unchanged', 'new', 'unmatched', 'conflict', 'invalid', 'ignored'] as const
  const parts = kinds.filter((k) => t[k] > 0).map((k) => `${t[k]} ${k}`)
  return `${t.rows} ${t.rows === 1 ? 'row' : 'rows'} read${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`
}
