import { entityNames, type EntityName, type Row, type Tables } from '../../shared/model/entities.ts'
import { indexProgramme, type Programme } from '../../shared/view/programme.ts'
import { columnsOf, decode, quoted, tableOf } from './columns.ts'
import type { ReadDb } from './types.ts'

type Stored = readonly (string | number | null)[]

/** Every row of a noun in the order it was written, retired ones too. */
export function loadRows<E extends EntityName>(db: ReadDb, entity: E): readonly Row<E>[] {
  const columns = columnsOf(entity)
  const names = columns.map((c) => quoted(c.name)).join(', ')
  const rows = db
    .prepare(`SELECT ${names} FROM ${quoted(tableOf(entity))} ORDER BY rowid`)
    .raw()
    .all() as Stored[]
  return rows.map((stored) => {
    const row: Record<string, unknown> = {}
    columns.forEach((column, i) => {
      row[column.field] = decode(column, stored[i] ?? null)
    })
    // one value a column of the noun, each decoded as its column says
    return row as Row<E>
  })
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
