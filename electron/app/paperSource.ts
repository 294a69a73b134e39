import { indexProgramme, type Programme } from '../../shared/view/programme.ts'
import { loadProgramme } from '../db/loadTables.ts'
import { loadSnapshot, loadTablesAsAt } from '../db/snapshots.ts'
import type { ReadDb } from '../db/types.ts'

export type PaperSource = { readonly programme: Programme; readonly snapshot: string | null }

/**
 * The programme that a paper or a query is made of: now (null), a snapshot by id or label, or an ISO day in the past.
 * A snapshot is judged by the day it was taken, so that it gives the same paper next year.
 */
export function paperSource(db: ReadDb, asAt: string | null, today: string): PaperSource {
  if (asAt === null) return { programme: loadProgramme(db, today), snapshot: null }
  if (/^\d{4}-\d{2}-\d{2}$/.test(asAt) && asAt <= today)
    return { programme: indexProgramme(loadTablesAsAt(db, asAt), asAt), snapshot: null }
  const { snapshot, tables } = loadSnapshot(db, asAt)
  return { programme: indexProgramme(tables, snapshot.takenAt.slice(0, 10)), snapshot: snapshot.label }
}
