import type { LaterChange } from '../../shared/import/undoContext.ts'
import type { ReadDb } from './types.ts'

/** Every change of the batches after one, newest first, with who made it and when. */
export const loadChangesSince = (db: ReadDb, batch: number): readonly LaterChange[] =>
  db
    .prepare(
      `SELECT c."entity", c."row_id" AS "rowId", c."kind", c."field", b."actor", b."at"
       FROM "change" c JOIN "batch" b ON b."id" = c."batch_id" WHERE c."batch_id" > ? ORDER BY c."id" DESC`,
    )
    .all(batch) as LaterChange[]
