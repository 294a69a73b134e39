import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newestVersion } from '../../electron/db/migrate.ts'
import { applicationId, openForReading } from '../../electron/db/openFile.ts'
import { createProgramme, openForWriting } from '../../electron/db/openProgramme.ts'
import { Failure } from '../../shared/errors.ts'
import { aFolder, aSampleFile, writer } from '../support/aProgramme.ts'

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

function refusal(run: () => unknown): Failure {
  try {
    run()
  } catch (e) {
    if (e instanceof Failure) return e
    throw e
  }
  throw new Error('it was not refused')
}

describe('opening a file', () => {
  it('refuses what is not there, not SQLite, and SQLite of another app, and leaves it as it was', () => {
    const folder = aFolder()
    expect(refusal(() => openForReading(join(folder, 'none.desk'))).error.code).toBe('file-missing')
    const letter = join(folder, 'letter.desk')
    writeFileSync(letter, 'Dear colleague, please find attached')
    expect(refusal(() => openForReading(letter)).error.code).toBe('not-ours')
    const other = join(folder, 'other.desk')
    new Database(other).exec('CREATE TABLE x (y)').close()
    const before = hashOf(other)
    expect(refusal(() => openForWriting(other, writer, 'opened')).error.code).toBe('not-ours')
    expect(hashOf(other)).toBe(before)
    expect(readdirSync(folder).toSorted()).toEqual(['letter.desk', 'other.desk'])
  })

  it('refuses a file of a newer version with a sentence, and leaves it as it was', () => {
    const path = join(aFolder(), 'newer.desk')
    const db = new Database(path)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma(`user_version = ${newestVersion + 10}`)
    db.exec('CREATE TABLE x (y)').close()
    const before = hashOf(path)
    expect(refusal(() => openForWriting(path, writer, 'opened')).message).toContain('newer version')
    expect(hashOf(path)).toBe(before)
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  it('words a damaged file', () => {
    const path = aSampleFile()
    const bytes = readFileSync(path)
    bytes.fill(0x5a, 100, 8192)
    writeFileSync(path, bytes)
    expect(refusal(() => openForWriting(path, writer, 'opened')).error.code).toBe('damaged')
    truncateSync(path, 50)
    expect(['damaged', 'not-ours']).toContain(refusal(() => openForReading(path)).error.code)
  })

  it('never writes through a handle for reading', () => {
    const db = openForReading(aSampleFile())
    expect(() => db.exec(`DELETE FROM "update"`)).toThrow(/readonly|read-only|query_only/i)
    db.close()
  })

  it('leaves the file complete by itself, with no journal and no lock', () => {
    const path = aSampleFile()
    openForWriting(path, writer, 'opened').close()
    const reader = openForReading(path)
    reader.prepare('SELECT count(*) FROM "action"').pluck().get()
    reader.close()
    expect(readdirSync(dirname(path)).toSorted()).toEqual(['Cumbria backups', 'Cumbria.desk'])
  })

  it('never makes a programme over a file that is there', () => {
    const path = aSampleFile()
    const before = hashOf(path)
    expect(refusal(() => createProgramme(path, [], writer, 'x')).error.code).toBe('file-exists')
    expect(hashOf(path)).toBe(before)
  })

  it('leaves nothing behind when a new programme cannot be made', () => {
    const folder = aFolder()
    const broken = { entity: 'action' as const, row: { id: 'a' } }
    expect(() => createProgramme(join(folder, 'x.desk'), [broken], writer, 'x')).toThrow()
    expect(readdirSync(folder)).toEqual([])
  })
})
