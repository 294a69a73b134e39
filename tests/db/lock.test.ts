import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lockPathOf, takeLock } from '../../electron/db/lock.ts'
import { openForWriting } from '../../electron/db/openProgramme.ts'
import { aFolder, aSampleFile, writer } from '../support/aProgramme.ts'

const aPath = (): string => join(aFolder(), 'x.desk')
/** The number of a process that has ended. */
const ended = (): number => spawnSync(process.execPath, ['-e', '']).pid

describe('the lock', () => {
  it('lets one writer in and names the owner to the second', () => {
    const path = aSampleFile()
    const first = openForWriting(path, { ...writer, actor: 'Chair of group 1' }, 'opened')
    expect(() => openForWriting(path, writer, 'opened')).toThrow(/Chair of group 1/)
    first.close()
    openForWriting(path, writer, 'opened').close()
  })

  it('takes over from a process of this machine that has ended', () => {
    const path = aPath()
    const stale = { actor: 'Somebody', host: hostname(), pid: ended(), since: '2020-02-01T00:00:00' }
    writeFileSync(lockPathOf(path), JSON.stringify(stale))
    const lock = takeLock(path, 'Programme manager', writer.at)
    expect(readFileSync(lockPathOf(path), 'utf8')).toContain('Programme manager')
    lock.release()
    expect(existsSync(lockPathOf(path))).toBe(false)
  })

  it('respects the lock of another machine, of which nothing can be known', () => {
    const path = aPath()
    const theirs = { actor: 'Lead', host: `not-${hostname()}`, pid: ended(), since: '2020-02-01T00:00:00' }
    writeFileSync(lockPathOf(path), JSON.stringify(theirs))
    expect(() => takeLock(path, 'Programme manager', writer.at)).toThrow(
      new RegExp(`Lead on not-${hostname()}`),
    )
  })

  it('takes over a lock that cannot be read', () => {
    const path = aPath()
    writeFileSync(lockPathOf(path), '{ half')
    takeLock(path, 'Programme manager', writer.at).release()
  })
})
