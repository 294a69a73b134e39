import type Database from 'better-sqlite3'

/** One step from an older schema to a newer; numbered, frozen once shipped, knowing nothing but the database. */
export type Migration = {
  readonly version: number
  readonly up: (db: Database.Database) => void
}
