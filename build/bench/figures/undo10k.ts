import { join } from 'node:path'
import { undoImport } from '../../../electron/import/undoImport.ts'
import { bigCommit, deleteCopy, openCopy } from '../bigCommit.ts'
import { writer } from '../bigProgramme.ts'
import type { MakeFigure } from '../figure.ts'
import { sameRows } from '../sameRows.ts'
import { sideBySide } from '../sideBySide.ts'

/** Taking a committed workbook of 10,000 changed rows back. */
export const undo10k: MakeFigure = async (folder, runs) => {
  const { after, importId } = await bigCommit(folder)
  const undone = openCopy(after, join(folder, 'undone.desk'))
  undoImport(undone.db, importId, writer)
  undone.close()
  const bare = sameRows(after, undone.path)
  const prepare = () => openCopy(after, join(folder, 'copy.desk'))
  const measured = await sideBySide(
    { prepare, run: (open) => undoImport(open.db, importId, writer), cleanUp: deleteCopy },
    { prepare, run: (open) => bare.write(open.db), cleanUp: deleteCopy },
    runs,
  )
  return {
    name: 'undo-10k',
    ...measured,
    peer: `the same ${bare.count} rows by bare prepared statements in one transaction`,
    goal: 'ratio ≤ 2',
    rss_mb: null,
    note: 'the import of `commit-10k`, taken back whole',
  }
}
