import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openForReading } from '../../../electron/db/openFile.ts'
import { ExcelJS } from '../../../electron/export/excelWriter.ts'
import { previewImport } from '../../../electron/import/previewImport.ts'
import { makeProgramme, today } from '../bigProgramme.ts'
import type { MakeFigure } from '../figure.ts'
import { returnedWorkbooks } from '../returns.ts'
import { sideBySide } from '../sideBySide.ts'

/** The preview of forty returned workbooks of twenty-five rows each. */
export const import40: MakeFigure = async (folder, runs) => {
  const [programme, returns] = [join(folder, 'programme.desk'), join(folder, 'Returns')]
  makeProgramme(programme, { actions: 1000, spokenFor: 50 })
  mkdirSync(returns)
  const paths = await returnedWorkbooks(programme, returns)
  const options = { sender: null, period: null, today }
  const measured = await sideBySide(
    {
      prepare: () => openForReading(programme),
      run: (db) => previewImport(db, paths, options),
      cleanUp: (db) => db.close(),
    },
    {
      prepare: () => paths.map((path) => ({ path, workbook: new ExcelJS.Workbook() })),
      run: async (all) => {
        for (const { path, workbook } of all) await workbook.xlsx.readFile(path)
      },
    },
    runs,
  )
  return {
    name: 'import-40',
    ...measured,
    peer: `exceljs readFile of the same ${paths.length} files`,
    goal: 'ratio ≤ 1.6',
    rss_mb: null,
    note: `${paths.length} issued workbooks of 25 rows, filled in and saved by another program`,
  }
}
