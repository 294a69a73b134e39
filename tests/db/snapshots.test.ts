import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../electron/db/applyChanges.ts'
import { loadTables } from '../../electron/db/loadTables.ts'
import { loadSnapshot, loadSnapshots, takeSnapshot } from '../../electron/db/snapshots.ts'
import { checkProgramme } from '../../electron/db/checkProgramme.ts'
import { anOpenSample, writer } from '../support/aProgramme.ts'

describe('a snapshot', () => {
  it('stays as it was taken, whatever changes later, and is found by id and label', () => {
    const { db } = anOpenSample()
    const before = loadTables(db)
    const taken = takeSnapshot(db, ' February 2020 ', writer)
    expect(taken).toEqual({ id: 'snapshot-1', label: 'February 2020', takenAt: writer.at })
    applyChanges(db, { ...writer, origin: 'window', label: 'x' }, [
      { kind: 'edited', entity: 'action', id: 'action-1.1.1', field: 'note', before: null, after: 'later' },
    ])
    expect(loadSnapshot(db, 'February 2020').tables).toEqual(before)
    expect(loadSnapshot(db, 'snapshot-1').snapshot).toEqual(taken)
    expect(loadSnapshots(db)).toEqual([taken])
  })

  it('needs a label of its own', () => {
    const { db } = anOpenSample()
    takeSnapshot(db, 'One', writer)
    expect(() => takeSnapshot(db, 'One', writer)).toThrow(/there already/)
    expect(() => takeSnapshot(db, '  ', writer)).toThrow(/needs a name/)
    expect(() => loadSnapshot(db, 'Two')).toThrow(/not found/)
  })

  it('says where its content is not what was frozen', () => {
    const { db } = anOpenSample()
    takeSnapshot(db, 'One', writer)
    db.prepare(`UPDATE "snapshot" SET "sha256" = 'x'`).run()
    expect(() => loadSnapshot(db, 'One')).toThrow(/not as it was frozen/)
    expect(checkProgramme(db).map((f) => f.code)).toEqual(['snapshot'])
  })
})
