import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openForReading } from '../../../electron/db/openFile.ts'
import { ExcelJS } from '../../../electron/export/excelWriter.ts'
import { previewImport } from '../../../electron/import/previewImport.ts'
import { makeProgramme, today } from '../bigProgramme.ts'
import type { MakeFigure } from '../figure.ts'
import { sideBySide } from '../sideBySide.ts'
import { writeTracker } from '../trackers.ts'

/** The whole preview of a tracker of 10,000 rows: read, parse, match, merge, build. */
export const import10k: MakeFigure = async (folder, runs) => {
  const [programme, tracker] = [join(folder, 'programme.desk'), join(folder, 'Tracker.xlsx')]
  makeProgramme(programme, { actions: 10_000, spokenFor: 50 })
  await writeTracker(tracker, { rows: 10_000, untidy: 6 })
  const options = { sender: null, period: null, today }
  const measured = await sideBySide(
    {
      prepare: () => openForReading(programme),
      run: (db) => previewImport(db, [tracker], options),
      cleanUp: (db) => db.close(),
    },
    { prepare: () => new ExcelJS.Workbook(), run: (workbook) => workbook.xlsx.readFile(tracker) },
    runs,
  )
  return {
    name: 'import-10k',
    ...measured,
    peer: 'exceljs readFile of the same file',
    goal: 'ratio ≤ 1.3, rss_mb ≤ 400',
    rss_mb: peakOf(programme, tracker),
    note: 'a tracker of 10,000 rows and 12 columns against a programme of 10,000 actions; 6 rows of 100 without a ref, reworded or new',
  }
}

/** In megabytes, of a fresh process that previews once. */
function peakOf(programme: string, tracker: string): number {
  const script = fileURLToPath(new URL('../previewOnce.ts', import.meta.url))
  const done = spawnSync(process.execPath, [script, programme, tracker], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`the process that previews once failed: ${done.stderr}`)
  return Number(done.stdout)
}
