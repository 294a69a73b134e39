import { z } from 'zod'
import { keptSheet, type KeptSheet } from '../../shared/workbook/sheetMapping.ts'
import type { ReadDb, WriteDb } from './types.ts'

/** Columns that a person corrected, kept for the next workbook of that layout. */
export type KeptMapping = {
  readonly name: string
  /** Whose workbooks it is for; null where nobody was named. */
  readonly sender: string | null
  readonly sheets: readonly KeptSheet[]
  /** Who corrected it, and when (ISO moment). */
  readonly by: string
  readonly at: string
}

/** The mappings that are kept, newest first. */
export function loadMappings(db: ReadDb): readonly KeptMapping[] {
  const rows = db
    .prepare(
      `SELECT "name", "sender", "sheets", "by", "at" FROM "column_mapping" ORDER BY "at" DESC, rowid DESC`,
    )
    .all() as (Omit<KeptMapping, 'sheets'> & { readonly sheets: string })[]
  return rows.map((r) => ({ ...r, sheets: z.array(keptSheet).parse(JSON.parse(r.sheets)) }))
}

/** Keeps a mapping in place of the one of that sender with that name; a name that another sender has gets a number. */
export function keepMapping(db: WriteDb, mapping: KeptMapping): void {
  const senderOf = db.prepare(`SELECT "sender" FROM "column_mapping" WHERE "name" = ?`).pluck()
  const isFree = (name: string): boolean => {
    const sender = senderOf.get(name)
    return sender === undefined || sender === mapping.sender
  }
  let { name } = mapping
  for (let n = 2; !isFree(name); n++) name = `${mapping.name} (${n})`
  db.prepare(`DELETE FROM "column_mapping" WHERE "name" = ?`).run(name)
  db.prepare(
    `INSERT INTO "column_mapping" ("name", "sender", "sheets", "by", "at") VALUES (?, ?, ?, ?, ?)`,
  ).run(name, mapping.sender, JSON.stringify(mapping.sheets), mapping.by, mapping.at)
}
