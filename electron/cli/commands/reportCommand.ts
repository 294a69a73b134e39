import { Failure } from '../../../shared/errors.ts'
import { openForReading } from '../../db/openFile.ts'
import { loadProgramme } from '../../db/loadTables.ts'
import { exportImportReport } from '../../export/exportImportReport.ts'
import { loadReported } from '../../import/loadReported.ts'
import { needed, printJson, programmePath, say, type Terminal } from '../terminal.ts'

/** `report FILE.desk IMPORT_ID… --out PATH.docx`: what became of every file and row of these imports, as Word. */
export async function reportCommand(t: Terminal): Promise<number> {
  const path = programmePath(t)
  const ids = t.words.slice(1)
  if (ids.length === 0)
    throw new Failure({
      code: 'usage',
      message: 'report: which imports? Give their ids (query FILE.desk imports).',
    })
  const out = needed(t, 'out', 'where to')
  const db = openForReading(path)
  try {
    const programme = loadProgramme(db, t.today)
    const imports = loadReported(db, programme, ids)
    const made = await exportImportReport(programme, { imports, refused: [] }, out)
    if (!made.ok) throw new Failure(made.error)
    if (t.json) printJson({ ...made.value, imports: imports.map((i) => i.id) })
    else say(`Wrote “${out}”.`)
    return 0
  } finally {
    db.close()
  }
}
