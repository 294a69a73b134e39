import type Database from 'better-sqlite3'
import { openForReading } from '../../electron/db/openFile.ts'

type Values = readonly unknown[]
/** A bare statement, and what it is run with, once for each row. */
type Step = { readonly sql: string; readonly rows: Values[] }
type Stored = Readonly<Record<string, unknown>>

/** What the rows of one programme file differ in from those of another, as bare statements that make one the other. */
export type SameRows = { readonly count: number; write(db: Database.Database): void }

/**
 * The rows that were written between two states of a programme file, ready to be written again without any product: one
 * prepared statement a table and set of columns, in one transaction. Rows are never deleted, so inserts and updates are all.
 */
export function sameRows(before: string, after: string): SameRows {
  const [old, now] = [openForReading(before), openForReading(after)]
  try {
    const tables = now
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`,
      )
      .pluck()
      .all() as string[]
    const steps = tables.flatMap((table) => stepsOf(table, old, now))
    return {
      count: steps.reduce((n, s) => n + s.rows.length, 0),
      write: (db) => write(db, steps),
    }
  } finally {
    old.close()
    now.close()
  }
}

function write(db: Database.Database, steps: readonly Step[]): void {
  const all = (): void => {
    for (const { sql, rows } of steps) {
      const statement = db.prepare(sql)
      for (const values of rows) statement.run(...values)
    }
  }
  db.transaction(all).immediate()
}

function stepsOf(table: string, old: Database.Database, now: Database.Database): readonly Step[] {
  const info = now.pragma(`table_info("${table}")`) as { name: string; pk: number }[]
  const columns = info.map((c) => c.name)
  const keys = info.filter((c) => c.pk > 0).map((c) => c.name)
  const known = new Map(rowsOf(table, old).map((row) => [row['_rowid'], row]))
  const steps = new Map<string, Step>()
  const add = (sql: string, values: Values): void => {
    const step = steps.get(sql) ?? { sql, rows: [] }
    steps.set(sql, step)
    step.rows.push(values)
  }
  const names = columns.map((c) => `"${c}"`).join(', ')
  const insert = `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`
  for (const row of rowsOf(table, now)) {
    const was = known.get(row['_rowid'])
    if (!was) {
      add(
        insert,
        columns.map((c) => row[c]),
      )
      continue
    }
    const changed = columns.filter((c) => was[c] !== row[c])
    if (changed.length === 0) continue
    const set = changed.map((c) => `"${c}" = ?`).join(', ')
    const where = keys.map((k) => `"${k}" = ?`).join(' AND ')
    add(
      `UPDATE "${table}" SET ${set} WHERE ${where}`,
      [...changed, ...keys].map((c) => row[c]),
    )
  }
  return [...steps.values()]
}

const rowsOf = (table: string, db: Database.Database): readonly Stored[] =>
  db.prepare(`SELECT rowid AS "_rowid", * FROM "${table}" ORDER BY rowid`).all() as Stored[]
