import { join } from 'node:path'
import { bigCommit, commit, deleteCopy, openCopy } from '../bigCommit.ts'
import type { MakeFigure } from '../figure.ts'
import { sameRows } from '../sameRows.ts'
import { sideBySide } from '../sideBySide.ts'

/** Committing 10,000 changed rows with their audit trail. */
export const commit10k: MakeFigure = async (folder, runs) => {
  const { before, after, plan } = await bigCommit(folder)
  const bare = sameRows(before, after)
  const prepare = () => openCopy(before, join(folder, 'copy.desk'))
  const measured = await sideBySide(
    { prepare, run: (open) => commit(open, plan), cleanUp: deleteCopy },
    { prepare, run: (open) => bare.write(open.db), cleanUp: deleteCopy },
    runs,
  )
  return {
    name: 'commit-10k',
    ...measured,
    peer: `the same ${bare.count} rows by bare prepared statements in one transaction`,
    goal: 'ratio ≤ 2',
    rss_mb: null,
    note: '10,000 rows of one workbook, each with two ratings and an update of the action',
  }
}
