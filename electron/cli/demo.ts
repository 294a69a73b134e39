import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { Failure, sayError } from '../../shared/errors.ts'
import type { PaperFormat, PaperKind } from '../../shared/ipc/contract.ts'
import { isRefused } from '../../shared/import/importPlan.ts'
import { paperSource } from '../app/paperSource.ts'
import { checkProgramme } from '../db/checkProgramme.ts'
import { createProgramme, openForWriting, type OpenProgramme } from '../db/openProgramme.ts'
import { takeSnapshot } from '../db/snapshots.ts'
import { exportPaper } from '../export/exportPaper.ts'
import { commitImport } from '../import/commitImport.ts'
import { previewImport } from '../import/previewImport.ts'
import { cumbriaRows } from '../sample/cumbriaSample.ts'
import { sayTotals } from './commands/importCommand.ts'
import { print } from './terminal.ts'

/**
 * `npm run demo`: the main job without a window, in ./demo-output: the Cumbria plan, the workbooks that leads sent
 * back, what a person has to look at, a frozen period, the papers. On 14 February 2020, so that it is the same every time.
 */
const today = '2020-02-14'
const writer = { actor: 'Programme manager', at: `${today}T00:00:00` }
const snapshotLabel = 'February 2020'
const papers: readonly (readonly [PaperKind, PaperFormat, string])[] = [
  ['dfe-return', 'docx', 'DfE progress return.docx'],
  ['dfe-return', 'xlsx', 'DfE progress return.xlsx'],
  ['board-paper', 'docx', 'Improvement Board paper.docx'],
  ['plan', 'docx', 'Plan.docx'],
  ['plan', 'xlsx', 'Plan.xlsx'],
]

async function demo(): Promise<void> {
  const folder = resolve('demo-output')
  rmSync(folder, { recursive: true, force: true })
  const returned = join(folder, 'returned')
  mkdirSync(folder, { recursive: true })
  cpSync(join(import.meta.dirname, '../sample/returned'), returned, { recursive: true })
  const path = join(folder, 'Cumbria SEND Improvement Programme.desk')
  createProgramme(path, cumbriaRows(), writer, 'sample programme')
  const open = openForWriting(path, writer, 'opened')
  try {
    const imported = await importAll(open, returned)
    takeSnapshot(open.db, snapshotLabel, writer)
    await writePapers(open, folder)
    const faults = checkProgramme(open.db)
    if (faults[0]) throw new Error(faults[0].message)
    summary(path, imported)
  } finally {
    open.close()
  }
}

type Imported = { files: number; fields: number; rows: number; asked: number }

/** Reads, shows and commits what leads sent back; what needs a person stays open. */
async function importAll({ db }: OpenProgramme, returned: string): Promise<Imported> {
  const workbooks = readdirSync(returned)
    .toSorted()
    .map((name) => join(returned, name))
  const plan = await previewImport(db, workbooks, { sender: null, period: null, today })
  const committed = commitImport(db, plan, {}, writer)
  let fields = 0
  let asked = 0
  print('What the leads sent back:')
  for (const file of committed.files) {
    if (isRefused(file)) throw new Error(file.error.message)
    fields += file.committed.fields
    print(`  ${file.file}: ${sayTotals(file.totals)}; ${file.committed.fields} values taken.`)
    for (const row of file.rows) {
      const open = row.changes.filter((c) => c.resolution === 'ask' || c.resolution === 'conflict')
      const isOpen = open.length > 0 || ['unmatched', 'new', 'invalid'].includes(row.outcome)
      if (!isOpen) continue
      asked += 1
      const why = open[0] ? `${open[0].field}: ${open[0].why}` : (row.problems[0]?.message ?? row.outcome)
      print(`    needs a person: row ${row.row}${row.ref ? ` (${row.ref})` : ''}, ${why}`)
    }
  }
  return { files: workbooks.length, rows: committed.totals.rows, fields, asked }
}

async function writePapers({ db }: OpenProgramme, folder: string): Promise<void> {
  const source = paperSource(db, snapshotLabel, today)
  for (const [kind, format, name] of papers) {
    const made = await exportPaper({ ...source, kind, format, out: join(folder, name) })
    if (!made.ok) throw new Failure(made.error)
  }
}

function summary(path: string, imported: Imported): void {
  const here = relative(process.cwd(), path)
  print('')
  print('Built the sample programme: the Cumbria plan of August 2019, 6 working groups, 108 actions.')
  print(
    `Read ${imported.files} returned workbooks: every one of ${imported.rows} rows accounted for, ${imported.fields} values taken, ${imported.asked} rows wait for a person.`,
  )
  print(`Froze the period as the snapshot “${snapshotLabel}”.`)
  print(`Wrote ${papers.length} papers into demo-output: ${papers.map(([, , name]) => name).join(', ')}.`)
  print(`Open the app on it with: npm start -- "${here}"`)
}

try {
  await demo()
} catch (e) {
  process.stderr.write(`${e instanceof Failure ? sayError(e.error) : String(e)}\n`)
  process.exitCode = 1
}
