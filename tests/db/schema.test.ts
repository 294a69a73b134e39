import Database from 'better-sqlite3'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { columnsOf, tableOf } from '../../electron/db/columns.ts'
import { migrate, migrations, newestVersion, versionOf } from '../../electron/db/migrate.ts'
import { entityNames } from '../../shared/model/entities.ts'

const snapshot = join(import.meta.dirname, 'schema.sql')

function newest(): Database.Database {
  const db = new Database(':memory:')
  migrate(db)
  return db
}

describe('the schema', () => {
  it('is the one that was reviewed (UPDATE_SCHEMA=1 writes it anew)', () => {
    const rows = newest()
      .prepare(
        `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name`,
      )
      .pluck()
      .all() as string[]
    const built = `${rows.join(';\n\n')};\n`
    if (process.env['UPDATE_SCHEMA']) writeFileSync(snapshot, built)
    expect(built).toBe(readFileSync(snapshot, 'utf8'))
  })

  it.each(entityNames)('has a column for every field of a %s', (entity) => {
    const db = newest()
    const stored = db.pragma(`table_info("${tableOf(entity)}")`) as { name: string; notnull: number }[]
    const wanted = columnsOf(entity)
    expect(stored.map((c) => c.name).toSorted()).toEqual(wanted.map((c) => c.name).toSorted())
    for (const c of wanted)
      expect([c.name, stored.find((s) => s.name === c.name)?.notnull]).toEqual([c.name, c.nullable ? 0 : 1])
  })

  it('has only STRICT tables', () => {
    const tables = newest()
      .prepare(`SELECT sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all() as string[]
    expect(tables.length).toBeGreaterThan(30)
    for (const sql of tables) expect(sql).toMatch(/\)\s*STRICT$/)
  })

  it('numbers its migrations upwards and stops at the newest', () => {
    const versions = migrations.map((m) => m.version)
    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b))
    expect(versionOf(newest())).toBe(newestVersion)
  })

  it('leaves a file at its old version when a migration fails', () => {
    const db = newest()
    const broken = {
      version: newestVersion + 10,
      up: (d: Database.Database) => d.exec('CREATE TABLE "x" ("y" TEXT) STRICT; SELECT nothing FROM nowhere'),
    }
    expect(() => migrate(db, [...migrations, broken])).toThrow()
    expect(versionOf(db)).toBe(newestVersion)
    expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'x'`).pluck().get()).toBe(0)
  })
})
