import Database from 'better-sqlite3'
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { Failure } from '../../shared/errors.ts'
import { migrate, newestVersion, versionOf } from './migrate.ts'
import type { ReadDb } from './types.ts'

/** 'SEND' in ASCII: SQLite's application id of a programme file. */
export const applicationId = 0x53454e44

/**
 * Opens a programme file for reading; nothing is ever written through the handle.
 * Fails with 'file-missing', 'not-ours', 'damaged' or 'newer-file'; the file stays as it was.
 */
export function openForReading(path: string): ReadDb {
  const opened = openChecked(path)
  const db = versionOf(opened) < newestVersion ? guarded(path, () => broughtUpToDate(opened)) : opened
  db.pragma('query_only = ON')
  return db as ReadDb
}

/** A file of an older version is read from a copy in memory that is brought up to date; the file itself stays as it is. */
function broughtUpToDate(old: Database.Database): Database.Database {
  const content = old.serialize()
  old.close()
  // bytes 18 and 19 say "write-ahead log", which a database in memory cannot have
  content.fill(1, 18, 20)
  const copy = new Database(content)
  migrate(copy)
  return copy
}

/** As `openForReading`, without the guard: the caller holds the lock. */
export function openChecked(path: string): Database.Database {
  if (!existsSync(path) || !statSync(path).isFile()) throw new Failure({ code: 'file-missing', path })
  if (!looksLikeSqlite(path)) throw new Failure({ code: 'not-ours', path })
  return guarded(path, () => {
    const db = new Database(path, { fileMustExist: true, timeout: 5000 })
    try {
      if (Number(db.pragma('application_id', { simple: true })) !== applicationId)
        throw new Failure({ code: 'not-ours', path })
      if (versionOf(db) > newestVersion) throw new Failure({ code: 'newer-file', path })
      setUp(db)
    } catch (e) {
      db.close()
      throw e
    }
    return db
  })
}

/** The settings of every connection: durable commits, foreign keys checked. */
export function setUp(db: Database.Database): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
}

/** Runs something over a file and words SQLite's own complaints. */
export function guarded<T>(path: string, run: () => T): T {
  try {
    return run()
  } catch (e) {
    if (e instanceof Failure) throw e
    const code = String((e as { code?: unknown }).code ?? '')
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
      throw new Failure({ code: 'damaged', path, why: 'the database inside cannot be read' })
    if (code.startsWith('SQLITE_BUSY')) throw new Failure({ code: 'file-in-use', path })
    if (/^SQLITE_(CANTOPEN|READONLY|PERM|FULL|IOERR)|^E(ACCES|PERM|NOSPC|ROFS)$/.test(code))
      throw new Failure({ code: 'cannot-write', path, why: said(code) })
    throw e
  }
}

function said(code: string): string {
  if (code.includes('FULL') || code === 'ENOSPC') return 'the disk is full'
  return 'it may not be changed by you, or the folder may not'
}

function looksLikeSqlite(path: string): boolean {
  const head = Buffer.alloc(16)
  const file = openSync(path, 'r')
  try {
    return readSync(file, head, 0, 16, 0) === 16 && head.toString('latin1') === 'SQLite format 3\0'
  } finally {
    closeSync(file)
  }
}
