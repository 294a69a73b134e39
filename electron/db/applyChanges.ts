import { Failure } from '../../shared/errors.ts'
import { entities, type EntityName } from '../../shared/model/entities.ts'
import type { Batch, Change } from '../../shared/model/change.ts'
import { columnsOf, encode, quoted, store, tableOf, type Column } from './columns.ts'
import { copyIdOf } from './copyTables.ts'
import { revisionOf } from './loadTables.ts'
import type { ReadDb, Statement, WriteDb } from './types.ts'

/**
 * The one way to write: applies changes in one transaction and appends the audit trail.
 * Gives the batch's number. Fails with 'overtaken' where a row is not as the change says it was; then nothing is written.
 */
export function applyChanges(db: WriteDb, batch: Batch, changes: readonly Change[]): number {
  return inTransaction(db, () => {
    const id = addBatch(db, batch)
    const audit = auditWriter(db, id)
    const write = rowWriter(db, batch.at)
    for (const change of changes) {
      write(change)
      audit(change)
    }
    return id
  })
}

/** Runs something all or nothing; nests inside a transaction that is open already. */
export const inTransaction = <T>(db: WriteDb, run: () => T): T =>
  db.inTransaction ? run() : db.transaction(run).immediate()

/**
 * Ids of rows to come: the noun, the next batch's number, a count. Never random, so that the same input gives
 * the same programme. In a group copy they name the copy, so that they never meet those made elsewhere meanwhile.
 */
export function nextIds(db: ReadDb): (entity: EntityName | 'import' | 'snapshot') => string {
  const copyId = copyIdOf(db)
  const batch = copyId === null ? String(revisionOf(db) + 1) : `${copyId}-${revisionOf(db) + 1}`
  let count = 0
  return (entity) => `${entity}-${batch}-${++count}`
}

function addBatch(db: WriteDb, b: Batch): number {
  const added = db
    .prepare(
      `INSERT INTO "batch" ("at", "actor", "origin", "label", "import_id", "undoes_batch") VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(b.at, b.actor, b.origin, b.label, b.importId ?? null, b.undoesBatch ?? null)
  return Number(added.lastInsertRowid)
}

function auditWriter(db: WriteDb, batch: number): (change: Change) => void {
  const insert = db.prepare(
    `INSERT INTO "change" ("batch_id", "entity", "row_id", "kind", "field", "before", "after") VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const json = (value: unknown): string => JSON.stringify(value ?? null)
  return (c) => {
    if (c.kind === 'added') insert.run(batch, c.entity, c.id, c.kind, null, null, json(c.row))
    else if (c.kind === 'edited')
      insert.run(batch, c.entity, c.id, c.kind, c.field, json(c.before), json(c.after))
    else insert.run(batch, c.entity, c.id, c.kind, null, null, null)
  }
}

function rowWriter(db: WriteDb, at: string): (change: Change) => void {
  const prepared = new Map<string, Statement>()
  const statement = (sql: string): Statement => {
    const known = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  return (c) => {
    const table = quoted(tableOf(c.entity))
    if (c.kind === 'added') {
      const row: Record<string, unknown> = entities[c.entity].parse({ ...c.row, id: c.id })
      const columns = columnsOf(c.entity)
      const marks = columns.map(() => '?').join(', ')
      statement(
        `INSERT INTO ${table} (${columns.map((x) => quoted(x.name)).join(', ')}) VALUES (${marks})`,
      ).run(columns.map((x) => store(x, row[x.field])))
      return
    }
    const hit = updateRow(c, table, statement, at)
    if (hit !== 1) throw new Failure({ code: 'overtaken', what: sayRow(c) })
  }
}

function updateRow(
  c: Exclude<Change, { kind: 'added' }>,
  table: string,
  statement: (sql: string) => Statement,
  at: string,
): number {
  if (c.kind === 'retired')
    return statement(`UPDATE ${table} SET "retired_at" = ? WHERE "id" = ? AND "retired_at" IS NULL`).run(
      at,
      c.id,
    ).changes
  if (c.kind === 'restored')
    return statement(
      `UPDATE ${table} SET "retired_at" = NULL WHERE "id" = ? AND "retired_at" IS NOT NULL`,
    ).run(c.id).changes
  const field = columnNamed(c.entity, c.field)
  const name = quoted(field.name)
  return statement(
    `UPDATE ${table} SET ${name} = ? WHERE "id" = ? AND ${name} IS ? AND "retired_at" IS NULL`,
  ).run(encode(field, c.after), c.id, encode(field, c.before)).changes
}

/** Only the schema's own fields, never a name from outside, reach the SQL; id and retirement have their own changes. */
function columnNamed(entity: EntityName, field: string): Column {
  const found = columnsOf(entity).find((c) => c.field === field)
  if (!found || field === 'id' || field === 'retiredAt')
    throw new Failure({ code: 'invalid-input', where: `${entity}.${field}` })
  return found
}

const sayRow = (c: Exclude<Change, { kind: 'added' }>): string =>
  c.kind === 'edited' ? `${c.field} of ${c.entity} ${c.id}` : `${c.entity} ${c.id}`
