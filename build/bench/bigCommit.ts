import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openForReading } from '../../electron/db/openFile.ts'
import { openForWriting, type OpenProgramme } from '../../electron/db/openProgramme.ts'
import { commitImport } from '../../electron/import/commitImport.ts'
import { previewImport } from '../../electron/import/previewImport.ts'
import type { ImportPlan } from '../../shared/import/importPlan.ts'
import { makeProgramme, today, writer } from './bigProgramme.ts'
import { writeTracker } from './trackers.ts'

const rows = 10_000

/** A programme file, the plan of a tracker that changes every row of it, and the file after its commit. */
export type BigCommit = {
  readonly before: string
  readonly after: string
  readonly plan: ImportPlan
  readonly importId: string
}

/** Previews and commits a tracker of 10,000 changed rows, so that the commit and its undo can be measured. */
export async function bigCommit(folder: string): Promise<BigCommit> {
  const [before, after] = [join(folder, 'before.desk'), join(folder, 'after.desk')]
  const tracker = join(folder, 'Tracker.xlsx')
  makeProgramme(before, { actions: rows, spokenFor: 50 })
  await writeTracker(tracker, { rows, untidy: 0 })
  const db = openForReading(before)
  const plan = await previewImport(db, [tracker], { sender: null, period: null, today })
  db.close()
  const open = openCopy(before, after)
  const [file] = commit(open, plan).files
  open.close()
  if (!file || !('committed' in file) || file.importId === null || file.committed.rows !== rows)
    throw new Error('the tracker that is committed does not change every row')
  return { before, after, plan, importId: file.importId }
}

export const commit = (open: OpenProgramme, plan: ImportPlan) =>
  commitImport(open.db, plan, { take: 'returned' }, writer)

/** A copy of a programme file, open for writing. */
export function openCopy(from: string, to: string): OpenProgramme {
  copyFileSync(from, to)
  return openForWriting(to, writer, 'opened')
}

export function deleteCopy(open: OpenProgramme): void {
  open.close()
  rmSync(open.path, { force: true })
}
