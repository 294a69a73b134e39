import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { Failure, sayError, type AppError } from '../../shared/errors.ts'
import type { ParsedCopy } from '../../shared/copy/copyHistory.ts'
import { sayMade, sayScope, type CopyOrigin } from '../../shared/copy/copyOrigin.ts'
import type { RefusedFile } from '../../shared/import/previewDocument.ts'
import { copyIdOf, loadCopyOrigin } from '../db/copyTables.ts'
import { programmeIdOf } from '../db/issuedTable.ts'
import { migrate, newestVersion, versionOf } from '../db/migrate.ts'
import { applicationId, guarded } from '../db/openFile.ts'
import type { ReadDb } from '../db/types.ts'
import { loadCopyHistory } from './loadCopyHistory.ts'

/** Whether a file is a database by what it holds, whatever its name; one that may not be read is none. */
export function isDatabase(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false
  const head = Buffer.alloc(16)
  let file: number | null = null
  try {
    file = openSync(path, 'r')
    return readSync(file, head, 0, 16, 0) === 16 && head.toString('latin1') === 'SQLite format 3\0'
  } catch {
    return false
  } finally {
    if (file !== null) closeSync(file)
  }
}

const largest = 500 * 1024 * 1024

/**
 * Reads a group copy for the programme that is open: from a copy of its bytes in memory, brought up to date there where it
 * is of an older version, so that the chair's file stays as it is. Anything but a copy of this programme is refused.
 */
export function readCopy(programme: ReadDb, path: string, file: string): ParsedCopy | RefusedFile {
  try {
    if (statSync(path).size > largest)
      return refused(file, {
        code: 'too-large',
        file,
        why: 'this file is larger than 500 MB. Nothing was read.',
      })
    if (existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0) return stillOpen(file)
    const bytes = readFileSync(path)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const db = inMemory(bytes, path)
    try {
      const origin = loadCopyOrigin(db)
      const wrong = whyNot(programme, db, origin, file)
      if (wrong) return wrong
      return { file, path, sha256, origin: origin as CopyOrigin, history: loadCopyHistory(db) }
    } finally {
      db.close()
    }
  } catch (e) {
    if (e instanceof Failure) return refused(file, e.error)
    throw e
  }
}

/** Whether a file is a group copy of this programme, whatever its name. */
export function isCopyOf(programme: ReadDb, path: string): boolean {
  if (!isDatabase(path) || statSync(path).size > largest) return false
  try {
    const db = inMemory(readFileSync(path), path)
    try {
      return loadCopyOrigin(db) !== null && programmeIdOf(programme) === programmeIdOf(db)
    } finally {
      db.close()
    }
  } catch (e) {
    if (e instanceof Failure) return false
    throw e
  }
}

/**
 * Whether a programme file in a folder of returns is one of them: a group copy, of whatever programme, or something that only
 * opening can tell, so that it is refused by name. A programme itself is none: the open one and its backups may lie there too.
 */
export function maybeCopy(path: string): boolean {
  if (!isDatabase(path) || statSync(path).size > largest) return true
  try {
    const db = inMemory(readFileSync(path), path)
    try {
      return loadCopyOrigin(db) !== null
    } finally {
      db.close()
    }
  } catch (e) {
    if (e instanceof Failure) return true
    throw e
  }
}

function inMemory(bytes: Buffer, path: string): ReadDb {
  return guarded(path, () => {
    // bytes 18 and 19 say "write-ahead log", which a database in memory cannot have
    bytes.fill(1, 18, 20)
    const db = new Database(bytes)
    try {
      if (Number(db.pragma('application_id', { simple: true })) !== applicationId)
        throw new Failure({ code: 'not-ours', path })
      if (versionOf(db) > newestVersion) throw new Failure({ code: 'newer-file', path })
      const check = db.pragma('quick_check', { simple: true })
      if (check !== 'ok')
        throw new Failure({ code: 'damaged', path, why: 'the database inside cannot be read' })
      migrate(db)
    } catch (e) {
      db.close()
      throw e
    }
    return db as ReadDb
  })
}

/** Why a file is no copy that can come back into this programme; null where it is one. */
function whyNot(programme: ReadDb, db: ReadDb, origin: CopyOrigin | null, file: string): RefusedFile | null {
  const own = copyIdOf(programme)
  if (own !== null)
    return sentence(
      file,
      'into-a-copy',
      'what is open here is a group copy itself. Bring copies back into the programme that they were made from.',
    )
  const isSameProgramme = programmeIdOf(programme) === programmeIdOf(db)
  if (!origin && isSameProgramme)
    return sentence(
      file,
      'the-programme-itself',
      'this is the programme itself, or a backup of it, and no group copy. To see what it says, open it; nothing was read.',
    )
  if (!origin)
    return sentence(
      file,
      'not-a-copy',
      'this is a programme of its own, and no group copy that was made from the one that is open. Nothing was read.',
    )
  return isSameProgramme
    ? null
    : sentence(
        file,
        'other-programme',
        `this is a copy of ${sayScope(origin)} of another programme, ${sayMade(origin)}. Open that programme to bring it back. Nothing was read.`,
      )
}

const stillOpen = (file: string): RefusedFile =>
  sentence(
    file,
    'copy-still-open',
    'this copy is open somewhere, and its last changes are not in the file yet. Close it there, or use “Send my changes back” in it, then bring it in again.',
  )

const sentence = (file: string, code: string, message: string): RefusedFile => ({
  file,
  error: { code, message: `“${file}”: ${message}` },
})

const refused = (file: string, error: AppError): RefusedFile => ({
  file,
  error: { code: error.code, message: sayError(error) },
})
