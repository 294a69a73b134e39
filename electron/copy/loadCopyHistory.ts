import { createHash } from 'node:crypto'
import type { CopyBatch, CopyHistory } from '../../shared/copy/copyHistory.ts'
import { changesOf, loadBatches } from '../db/audit.ts'
import { loadTables, revisionOf } from '../db/loadTables.ts'
import type { ReadDb } from '../db/types.ts'

/** Reads a copy's rows and its audit trail. Its first batch is what it was made from, and nothing ever changes that. */
export function loadCopyHistory(db: ReadDb): CopyHistory {
  const done: CopyBatch[] = []
  let before = ''
  for (const { id, at, actor } of loadBatches(db).toReversed()) {
    if (id === 1) continue
    const changes = changesOf(db, id)
    before = createHash('sha256')
      .update(JSON.stringify([before, id, at, actor, changes]))
      .digest('hex')
    done.unshift({ id, at, changes, fingerprint: before })
  }
  return { revision: revisionOf(db), returned: loadTables(db), done }
}
