import type { Change, Origin } from '../../shared/model/change.ts'
import type { ReadDb } from './types.ts'

export type BatchRow = {
  readonly id: number
  readonly at: string
  readonly actor: string
  readonly origin: Origin
  readonly label: string
  readonly importId: string | null
  readonly undoesBatch: number | null
}

type StoredChange = {
  readonly entity: string
  readonly row_id: string
  readonly kind: string
  readonly field: string | null
  readonly before: string | null
  readonly after: string | null
}

const batchColumns = `"id", "at", "actor", "origin", "label", "import_id" AS "importId", "undoes_batch" AS "undoesBatch"`

/** The batches of changes, newest first. */
export function loadBatches(db: ReadDb, limit = -1): readonly BatchRow[] {
  return db.prepare(`SELECT ${batchColumns} FROM "batch" ORDER BY "id" DESC LIMIT ?`).all(limit) as BatchRow[]
}

/** The changes of a batch in the order they were applied. */
export function changesOf(db: ReadDb, batch: number): readonly Change[] {
  const rows = db
    .prepare(`SELECT * FROM "change" WHERE "batch_id" = ? ORDER BY "id"`)
    .all(batch) as StoredChange[]
  return rows.map(fromStored)
}

/** What undoes changes: each turned round, last first. */
export const invert = (changes: readonly Change[]): readonly Change[] =>
  changes.toReversed().map((c): Change => {
    switch (c.kind) {
      case 'added':
        return { kind: 'retired', entity: c.entity, id: c.id }
      case 'retired':
        return { kind: 'restored', entity: c.entity, id: c.id }
      case 'restored':
        return { kind: 'retired', entity: c.entity, id: c.id }
      case 'edited':
        return { ...c, before: c.after, after: c.before }
    }
  })

export type AuditLine = {
  readonly batch: number
  readonly at: string
  readonly actor: string
  readonly origin: Origin
  readonly label: string
  readonly entity: string
  readonly rowId: string
  readonly kind: string
  readonly field: string | null
  readonly before: unknown
  readonly after: unknown
}

/** The audit trail as lines, newest first; of the rows with these ids, or of all. */
export function loadAudit(db: ReadDb, rowIds?: readonly string[]): readonly AuditLine[] {
  const where = rowIds ? `WHERE c."row_id" IN (SELECT "value" FROM json_each(?))` : ''
  const rows = db
    .prepare(
      `SELECT b."id" AS "batch", b."at", b."actor", b."origin", b."label", c."entity", c."row_id", c."kind", c."field", c."before", c."after"
       FROM "change" c JOIN "batch" b ON b."id" = c."batch_id" ${where} ORDER BY c."id" DESC`,
    )
    .all(...(rowIds ? [JSON.stringify(rowIds)] : [])) as (StoredChange &
    Omit<AuditLine, 'rowId' | 'before' | 'after'>)[]
  return rows.map(({ row_id, before, after, ...rest }) => ({
    ...rest,
    rowId: row_id,
    before: parsed(before),
    after: parsed(after),
  }))
}

const parsed = (json: string | null): unknown => (json === null ? null : (JSON.parse(json) as unknown))

/** What `applyChanges` wrote, so it is not looked at again: an import of ten thousand rows has forty thousand of them. */
function fromStored(row: StoredChange): Change {
  const { entity, kind, field, row_id: id } = row
  const of = { kind, entity, id }
  if (kind === 'added') return { ...of, row: parsed(row.after) } as Change
  return (
    kind === 'edited' ? { ...of, field, before: parsed(row.before), after: parsed(row.after) } : of
  ) as Change
}
