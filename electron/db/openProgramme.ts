import Database from 'better-sqlite3'
import { randomUUID } from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../shared/errors.ts'
import type { Change } from '../../shared/model/change.ts'
import type { EntityName } from '../../shared/model/entities.ts'
import { applyChanges } from './applyChanges.ts'
import { backUp } from './backups.ts'
import { takeLock } from './lock.ts'
import { migrate, newestVersion, versionOf } from './migrate.ts'
import { applicationId, guarded, openChecked, setUp } from './openFile.ts'
import type { WriteDb } from './types.ts'

/** Who writes, and when (an ISO date and time): what the audit trail keeps. */
export type Writer = { readonly actor: string; readonly at: string }

export type OpenProgramme = { readonly path: string; readonly db: WriteDb; close(): void }

/**
 * Opens a programme as its one writer: takes the lock, keeps a backup, brings an older file up to date.
 * Fails with 'locked', 'file-missing', 'not-ours', 'damaged', 'newer-file' or 'cannot-write'; then nothing is changed.
 * `why` names the backup ("opened", "before import").
 */
export function openForWriting(path: string, writer: Writer, why: string): OpenProgramme {
  if (!existsSync(path)) throw new Failure({ code: 'file-missing', path })
  const lock = takeLock(path, writer.actor, writer.at)
  try {
    const db = openChecked(path)
    try {
      guarded(path, () => {
        const old = versionOf(db) < newestVersion
        backUp(db, path, old ? 'before the update of the app' : why, writer.at)
        migrate(db)
      })
    } catch (e) {
      db.close()
      throw e
    }
    return { path, db: db as WriteDb, close: () => closeAll(db, lock) }
  } catch (e) {
    lock.release()
    throw e
  }
}

/**
 * Makes a new programme file of rows, under its name only when it is whole.
 * `also` is run before the rows come in. Fails with 'file-exists' or 'cannot-write'.
 */
export function createProgramme(
  path: string,
  rows: readonly { readonly entity: EntityName; readonly row: { readonly id: string } }[],
  writer: Writer,
  label: string,
  also: (db: WriteDb) => void = () => {},
): void {
  if (existsSync(path)) throw new Failure({ code: 'file-exists', path })
  const half = join(dirname(path), `.${basename(path)}.half`)
  rmSync(half, { force: true })
  try {
    guarded(path, () => {
      const db = new Database(half)
      try {
        setUp(db)
        db.pragma(`application_id = ${applicationId}`)
        migrate(db)
        db.prepare(`INSERT INTO "meta" ("key", "value") VALUES ('programmeId', ?)`).run(randomUUID())
        also(db as WriteDb)
        const added = rows.map(({ entity, row }): Change => ({ kind: 'added', entity, id: row.id, row }))
        applyChanges(db as WriteDb, { ...writer, origin: 'init', label }, added)
      } finally {
        closeDb(db)
      }
      renameSync(half, path)
    })
  } finally {
    for (const tail of ['', '-wal', '-shm']) rmSync(half + tail, { force: true })
  }
}

function closeAll(db: Database.Database, lock: { release(): void }): void {
  try {
    closeDb(db)
  } finally {
    lock.release()
  }
}

/** Brings the write-ahead log home, so that the file is complete by itself. */
function closeDb(db: Database.Database): void {
  if (!db.open) return
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}
