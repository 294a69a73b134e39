import type Database from 'better-sqlite3'
import type { Migration } from './migration.ts'
import { migration10 } from './migrations/migration10.ts'
import { migration20 } from './migrations/migration20.ts'
import { migration30 } from './migrations/migration30.ts'
import { migration40 } from './migrations/migration40.ts'
import { migration50 } from './migrations/migration50.ts'
import { migration60 } from './migrations/migration60.ts'
import { migration70 } from './migrations/migration70.ts'

/** In order of version; steps of ten leave room for a repair in between. Never edited once shipped. */
export const migrations: readonly Migration[] = [
  migration10,
  migration20,
  migration30,
  migration40,
  migration50,
  migration60,
  migration70,
]
export const newestVersion = migrations.at(-1)?.version ?? 0

export const versionOf = (db: Database.Database): number =>
  Number(db.pragma('user_version', { simple: true }))

/**
 * Takes a file from its version to the newest, each step with its version number in one transaction.
 * Foreign keys are off for the run (SQLite ignores the switch inside a transaction) and checked after it.
 */
export function migrate(db: Database.Database, list: readonly Migration[] = migrations): void {
  const pending = list.filter((m) => m.version > versionOf(db))
  if (pending.length === 0) return
  db.pragma('foreign_keys = OFF')
  for (const m of pending) {
    db.transaction(() => {
      m.up(db)
      db.pragma(`user_version = ${m.version}`)
    }).immediate()
  }
  const broken = db.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`a migration left ${broken.length} rows that refer to nothing`)
  db.pragma('foreign_keys = ON')
}
