import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../electron/db/applyChanges.ts'
import { changesOf, invert, loadAudit } from '../../electron/db/audit.ts'
import { checkProgramme } from '../../electron/db/checkProgramme.ts'
import { loadTables, revisionOf } from '../../electron/db/loadTables.ts'
import { loadTablesAsAt } from '../../electron/db/snapshots.ts'
import type { Change } from '../../shared/model/change.ts'
import { indexProgramme } from '../../shared/view/programme.ts'
import { anOpenSample, writer } from '../support/aProgramme.ts'

const batch = { ...writer, origin: 'window' as const, label: 'test' }
const rated = (id: string, code: string): Change => ({
  kind: 'added',
  entity: 'rating',
  id,
  row: {
    id,
    retiredAt: null,
    actionId: 'action-1.1.1',
    kind: 'delivery',
    code,
    reason: null,
    at: '2020-02-14',
    by: null,
    periodId: null,
    importId: null,
  },
})

/** Edits of the sample that follow one another, each with the value before. */
function editsOf(texts: readonly (string | null)[]): readonly Change[] {
  let before: string | null = null
  return texts.map((after): Change => {
    const change: Change = {
      kind: 'edited',
      entity: 'action',
      id: 'action-1.1.1',
      field: 'note',
      before,
      after,
    }
    before = after
    return change
  })
}

describe('applying changes', () => {
  it('writes rows and audit together', () => {
    const { db } = anOpenSample()
    const number = applyChanges(db, batch, [rated('r1', 'amber')])
    expect(number).toBe(2)
    expect(revisionOf(db)).toBe(2)
    expect(loadAudit(db, ['r1'])).toMatchObject([
      { batch: 2, actor: 'Programme manager', kind: 'added', label: 'test' },
    ])
    expect(checkProgramme(db)).toEqual([])
  })

  it('writes nothing where one change of many has been overtaken', () => {
    const { db } = anOpenSample()
    const before = loadTables(db)
    const stale: Change = {
      kind: 'edited',
      entity: 'action',
      id: 'action-1.1.1',
      field: 'action',
      before: 'what it never was',
      after: 'x',
    }
    expect(() => applyChanges(db, batch, [rated('r1', 'red'), stale])).toThrow(/has been changed/)
    expect(loadTables(db)).toEqual(before)
    expect(revisionOf(db)).toBe(1)
  })

  it('refuses fields that no schema has, ids and values that are not the field’s', () => {
    const { db } = anOpenSample()
    const edit = (field: string, after: unknown): Change => ({
      kind: 'edited',
      entity: 'action',
      id: 'action-1.1.1',
      field,
      before: null,
      after,
    })
    expect(() => applyChanges(db, batch, [edit('action" = 1; --', 'x')])).toThrow()
    expect(() => applyChanges(db, batch, [edit('id', 'x')])).toThrow()
    expect(() => applyChanges(db, batch, [edit('position', 'first')])).toThrow()
    expect(() =>
      applyChanges(db, batch, [rated('r1', 'amber'), { kind: 'added', entity: 'rating', id: 'r2', row: {} }]),
    ).toThrow()
    expect(revisionOf(db)).toBe(1)
  })

  it('takes back what it did, whatever was done: the live rows are as before', () => {
    const { db } = anOpenSample()
    const live = () => indexProgramme(loadTables(db), '2020-02-14').tables
    const before = live()
    let n = 0
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.string(), { nil: null }), { maxLength: 6 }),
        fc.nat({ max: 3 }),
        (texts, ratings) => {
          const distinct = texts.filter((t, i) => t !== (texts[i - 1] ?? null))
          const added = Array.from({ length: ratings }, () => rated(`r-${++n}`, 'green'))
          const made = applyChanges(db, batch, [...editsOf(distinct), ...added])
          const revision = revisionOf(db)
          applyChanges(db, { ...batch, origin: 'undo', undoesBatch: made }, invert(changesOf(db, made)))
          expect(live()).toEqual(before)
          expect(revisionOf(db)).toBe(revision + 1)
        },
      ),
      { numRuns: 25 },
    )
    expect(checkProgramme(db)).toEqual([])
  })

  it('shows the programme as it was on an earlier day', () => {
    const { db } = anOpenSample()
    const before = indexProgramme(loadTables(db), '2020-02-14').tables
    applyChanges(db, { ...batch, at: '2020-03-01T09:00:00' }, [
      ...editsOf(['first', 'second']),
      rated('r1', 'red'),
    ])
    applyChanges(db, { ...batch, at: '2020-03-02T09:00:00' }, [
      { kind: 'retired', entity: 'rating', id: 'r1' },
    ])
    expect(indexProgramme(loadTablesAsAt(db, '2020-02-29'), '2020-02-14').tables).toEqual(before)
    expect(indexProgramme(loadTablesAsAt(db, '2020-03-01'), '2020-03-01').tables.rating).toHaveLength(1)
    expect(indexProgramme(loadTablesAsAt(db, '2020-03-02'), '2020-03-02').tables.rating).toHaveLength(0)
  })
})
