import * as fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../electron/db/applyChanges.ts'
import { backupFolderOf, backUp, copyTo, tooOld } from '../../electron/db/backups.ts'
import { loadTables } from '../../electron/db/loadTables.ts'
import { openForReading } from '../../electron/db/openFile.ts'
import { addDays } from '../../shared/dates/overdue.ts'
import { aFolder, anOpenSample, writer } from '../support/aProgramme.ts'

describe('backups', () => {
  it('are kept once for each state of the programme, and hold all of it', () => {
    const { db, path } = anOpenSample()
    expect(readdirSync(backupFolderOf(path))).toEqual(['2020-02-14 00.00 opened, state 1.desk'])
    backUp(db, path, 'before import', '2020-02-14T10:00:00')
    expect(readdirSync(backupFolderOf(path))).toHaveLength(1)
    const priority = { kind: 'retired', entity: 'recommendation', id: 'none' } as const
    expect(() => applyChanges(db, { ...writer, origin: 'window', label: 'x' }, [priority])).toThrow()
    applyChanges(db, { ...writer, origin: 'window', label: 'x' }, [
      {
        kind: 'edited',
        entity: 'programme',
        id: db.prepare('SELECT id FROM programme').pluck().get() as string,
        field: 'marking',
        before: 'OFFICIAL',
        after: 'OFFICIAL-SENSITIVE',
      },
    ])
    const copy = backUp(db, path, 'before import', '2020-02-15T10:30:00')
    expect(copy).toContain('2020-02-15 10.30 before import, state 2.desk')
    const read = openForReading(copy)
    expect(loadTables(read)).toEqual(loadTables(db))
    read.close()
  })

  it('copies whole while the programme is open', () => {
    const { db } = anOpenSample()
    const out = join(aFolder(), 'copy.desk')
    copyTo(db, out)
    const read = openForReading(out)
    expect(loadTables(read)).toEqual(loadTables(db))
    read.close()
  })

  it('thins out by age: two days whole, one a day for 30 days, one a month for ever', () => {
    const names = [
      '2020-02-14 09.00 a, state 9.desk',
      '2020-02-13 17.00 b, state 8.desk',
      '2020-02-13 09.00 c, state 7.desk',
      '2020-02-10 17.00 d, state 6.desk',
      '2020-02-10 09.00 e, state 5.desk',
      '2019-12-30 09.00 f, state 4.desk',
      '2019-12-02 09.00 g, state 3.desk',
      'notes.txt',
    ]
    expect(tooOld(names, '2020-02-14')).toEqual([
      '2020-02-10 09.00 e, state 5.desk',
      '2019-12-02 09.00 g, state 3.desk',
    ])
  })

  it('never drops the newest, nor a name that is not ours, and thinning twice is thinning once', () => {
    const day = fc
      .integer({ min: -400, max: 0 })
      .map((n) => `${addDays('2020-02-14', n)} 09.00 opened, state ${-n}.desk`)
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 40 }), (names) => {
        const gone = tooOld([...names, 'mine.desk'], '2020-02-14')
        const left = names.filter((n) => !gone.includes(n))
        expect(gone).not.toContain('mine.desk')
        expect(left).toContain(names.toSorted().at(-1))
        expect(tooOld(left, '2020-02-14')).toEqual([])
      }),
    )
  })
})
