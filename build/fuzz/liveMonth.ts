import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openForReading } from '../../electron/db/openFile.ts'
import type { ReadDb } from '../../electron/db/types.ts'
import { previewImport } from '../../electron/import/previewImport.ts'
import { issueMonth, makeMonth } from '../../tests/fixtures/month/makeMonth.ts'
import { theMonth } from '../../tests/fixtures/month/theMonth.ts'

/**
 * Makes the returns of the month's fixtures anew with the LibreOffice and openpyxl that are installed here, and gives what
 * reads differently from the committed ones; null where one of the two is not installed.
 */
export async function liveMonth(): Promise<readonly string[] | null> {
  const folder = mkdtempSync(join(tmpdir(), 'month-'))
  const kept = join(import.meta.dirname, '../../tests/fixtures/month')
  try {
    const live = join(folder, 'returned')
    const issued = await makeMonth(live)
    if (!issued) return null
    const made = JSON.parse(readFileSync(join(kept, 'issued.json'), 'utf8')) as Record<string, string>
    const other = Object.keys(made).filter((lead) => made[lead] !== issued[lead])
    const path = join(folder, 'Cumbria.desk')
    await issueMonth(path, join(folder, 'out'))
    const db = openForReading(path)
    try {
      const [want, got] = [await readings(db, join(kept, 'returned')), await readings(db, live)]
      return [
        ...other.map((lead) => `what is handed out to the lead “${lead}” is not what the fixtures are of`),
        ...want.filter((line) => !got.includes(line)).map((line) => `no longer: ${line}`),
        ...got.filter((line) => !want.includes(line)).map((line) => `now: ${line}`),
      ]
    } finally {
      db.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a preview makes of every file and row of a folder, in words that can be compared. */
async function readings(db: ReadDb, folder: string): Promise<readonly string[]> {
  const plan = await previewImport(db, [folder], { sender: null, period: null, today: theMonth.returnedOn })
  return plan.document.files.flatMap((file) => {
    if ('error' in file) return [`${file.file}: ${file.error.message}`]
    const rows = file.rows.map((r) => {
      const changes = r.changes.map((c) => `${c.field} ${c.resolution} ${JSON.stringify(c.returned)}`)
      const codes = r.problems.map((p) => `${p.code} ${p.cell}`)
      return [`${file.file}, row ${r.row}`, r.ref, r.outcome, r.matchedBy, ...changes, ...codes].join(', ')
    })
    return [`${file.file}: ${file.kind} ${file.issuedId}, missing: ${file.missing.join(', ')}`, ...rows]
  })
}
