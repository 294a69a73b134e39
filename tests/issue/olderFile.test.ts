import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { applyChanges } from '../../electron/db/applyChanges.ts'
import { loadImports } from '../../electron/db/importsTable.ts'
import { loadIssued } from '../../electron/db/issuedTable.ts'
import { loadTables } from '../../electron/db/loadTables.ts'
import { migrate, newestVersion, versionOf } from '../../electron/db/migrate.ts'
import { migration10 } from '../../electron/db/migrations/migration10.ts'
import { applicationId, openForReading, setUp } from '../../electron/db/openFile.ts'
import { openForWriting } from '../../electron/db/openProgramme.ts'
import type { WriteDb } from '../../electron/db/types.ts'
import { cumbriaRows } from '../../electron/sample/cumbriaSample.ts'
import { aFolder, writer } from '../support/aProgramme.ts'
import { bringIn, edited, issueGroup1 } from './anIssue.ts'

/** A programme as the first version of the app saved it. */
function anOldFile(): string {
  const path = join(aFolder(), 'Old.desk')
  const db = new Database(path)
  setUp(db)
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, [migration10])
  db.prepare(`INSERT INTO "meta" ("key", "value") VALUES ('programmeId', 'a1b2c3d4-0000')`).run()
  applyChanges(
    db as WriteDb,
    { ...writer, origin: 'init', label: 'sample' },
    cumbriaRows().map(({ entity, row }) => ({ kind: 'added', entity, id: row.id, row })),
  )
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  return path
}

it('reads a file of the first version without changing it, and brings it up to date to write, after a backup', async () => {
  const path = anOldFile()
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex')
  const reading = openForReading(path)
  expect(loadTables(reading).action).toHaveLength(108)
  expect([loadImports(reading), loadIssued(reading)]).toEqual([[], []])
  reading.close()
  expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(hash)
  const open = openForWriting(path, writer, 'before issue')
  try {
    expect(versionOf(open.db as never)).toBe(newestVersion)
    const { path: file } = await issueGroup1(open.db)
    const back = await edited(file, (_, put) => put('1.1.1', 'Next steps', 'Publish.'))
    expect((await bringIn(open.db, back)).committed).toEqual({ rows: 1, fields: 1 })
  } finally {
    open.close()
  }
  const backups = join(path, '..', 'Old backups')
  expect(existsSync(backups)).toBe(true)
  const kept = new Database(join(backups, readdirSync(backups)[0]!), { readonly: true })
  expect(versionOf(kept)).toBe(10)
  kept.close()
})
