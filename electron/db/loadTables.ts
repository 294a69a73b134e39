import { entityNames, type EntityName, type Row, type Tables } from '../../shared/model/entities.ts'
import { indexProgramme, type Programme } from '../../shared/view/programme.ts'
import { columnsOf, decode, quoted, tableOf } from './columns.ts'
import type { ReadDb } from './types.ts'

type Stored = Record<string, string | number | null>

/** Every row of a noun in the order it was written, retired ones too. */
export function loadRows<E extends EntityName>(db: ReadDb, entity: E): readonly Row<E>[] {
  const columns = columnsOf(entity)
  const rows = db.prepare(`SELECT * FROM ${quoted(tableOf(entity))} ORDER BY rowid`).all() as Stored[]
  return rows.map(
    (row) => Object.fromEntries(columns.map((c) => [c.field, decode(c, row[c.name] ?? null)])) as Row<E>,
  )
}

/** The whole content of a programme. */
export function loadTables(db: ReadDb): Tables {
  const tables: Record<string, unknown> = Object.fromEntries(entityNames.map((e) => [e, loadRows(db, e)]))
  return tables as Tables
}

/** The programme as views read it, judged by an ISO day. */
export const loadProgramme = (db: ReadDb, today: string): Programme => indexProgramme(loadTables(db), today)

/** The number of the newest batch of changes: what a preview was made of. */
export function revisionOf(db: ReadDb): number {
  return Number(db.prepare(`SELECT coalesce(max("id"), 0) FROM "batch"`).pluck().get())
}
