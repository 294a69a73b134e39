import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { undoImport } from '../../electron/import/undoImport.ts'
import { loadProgramme, loadTables } from '../../electron/db/loadTables.ts'
import type { WriteDb } from '../../electron/db/types.ts'
import { copyState } from '../../shared/copy/copyState.ts'
import { deltasOf } from '../../shared/copy/deltasOf.ts'
import { groupOf } from '../../shared/copy/scopeOf.ts'
import { currentValues } from '../../shared/import/currentValues.ts'
import {
  aFreshCopy,
  aSmallProgramme,
  aTwinOf,
  bringBack,
  contentOf,
  inFreshCopy,
  previewCopy,
} from './aCopy.ts'
import { anEdit, runEdit, type AnyEdit } from './anyEdit.ts'

const runs = { numRuns: 15 }
const edits = fc.array(anEdit, { maxLength: 8 })
const work = (db: WriteDb, actor: string, list: readonly AnyEdit[]): void =>
  list.forEach((e) => runEdit(db, actor, e))
const returned = (copy: string, list: readonly AnyEdit[], actor = 'Chair'): void =>
  inFreshCopy(copy, (db) => work(db, actor, list))

/** By noun, without the ids of rows that were made: for states that came about in another order. */
const anonymous = (db: WriteDb): unknown => {
  const tables = loadTables(db)
  const period = new Map(tables.period.map((p) => [p.id, p.label]))
  return Object.fromEntries(
    Object.entries(contentOf(db)).map(([entity, rows]) => [
      entity,
      (rows as Record<string, unknown>[])
        .map((r) => JSON.stringify({ ...r, id: null, periodId: period.get(String(r['periodId'])) ?? null }))
        .toSorted(),
    ]),
  )
}

describe('the laws of group copies', () => {
  it('the same copy twice changes nothing', () => {
    fc.assert(
      fc.property(edits, edits, (mine, theirs) => {
        const db = aSmallProgramme()
        const copy = aFreshCopy([1])
        work(db, 'Programme manager', theirs)
        returned(copy, mine)
        bringBack(db, copy)
        const once = contentOf(db)
        const again = previewCopy(db, copy)
        expect(again.preview.totals.changed + again.preview.totals.conflict).toBe(0)
        expect(again.preview.alreadyImported).toBe('import-1')
        expect(bringBack(db, copy).committed).toEqual({ rows: 0, fields: 0 })
        expect(contentOf(db)).toEqual(once)
      }),
      runs,
    )
  })

  it('an untouched programme becomes what the copy says of its group, row for row: no edit is lost', () => {
    fc.assert(
      fc.property(edits, (mine) => {
        const db = aSmallProgramme()
        const copy = aFreshCopy('all')
        returned(copy, mine)
        bringBack(db, copy)
        inFreshCopy(copy, (own) => expect(contentOf(db)).toEqual(contentOf(own)))
      }),
      runs,
    )
  })

  it('two copies of different groups, and of different actions of one, give the same in either order', () => {
    fc.assert(
      fc.property(edits, edits, fc.boolean(), (one, other, sameGroup) => {
        const db = aSmallProgramme()
        const a = aFreshCopy([1])
        const b = aFreshCopy([sameGroup ? 1 : 2], 2)
        returned(
          a,
          // an action that moves would make another of the next one's place
          one.filter((e) => e.kind !== 'move').map((e) => ({ ...e, group: 0, action: e.action * 2 })),
        )
        returned(
          b,
          other
            .filter((e) => e.kind !== 'move')
            .map((e) => ({ ...e, group: sameGroup ? 0 : 1, action: e.action * 2 + 1, whole: false })),
        )
        const twin = aTwinOf(db)
        bringBack(db, a)
        bringBack(db, b)
        bringBack(twin, b)
        bringBack(twin, a)
        expect(anonymous(twin)).toEqual(anonymous(db))
      }),
      runs,
    )
  })

  it('what both changed alike is nothing', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const db = aSmallProgramme()
        const copy = aFreshCopy([1])
        const own = list.map((e) => ({ ...e, group: 0 }))
        work(db, 'Chair', own)
        returned(copy, own)
        const before = contentOf(db)
        const { preview } = previewCopy(db, copy)
        expect(preview.rows.flatMap((r) => r.changes).filter((c) => c.resolution === 'conflict')).toEqual([])
        bringBack(db, copy)
        const rows = preview.rows.filter((r) => r.outcome === 'changed').map((r) => r.changes[0]?.label)
        // a recommendation to the same board, or a milestone's own words, are no values of which there is one
        expect(rows.filter((label) => !label?.startsWith('Recommendation'))).toEqual([])
        if (rows.length === 0) expect(contentOf(db)).toEqual(before)
      }),
      runs,
    )
  })

  it('taking an import back restores exactly what was there', () => {
    fc.assert(
      fc.property(edits, edits, fc.constantFrom('returned' as const, null), (mine, theirs, take) => {
        const db = aSmallProgramme()
        const copy = aFreshCopy([1])
        work(db, 'Programme manager', theirs)
        returned(copy, mine)
        const before = contentOf(db)
        const { importId } = bringBack(db, copy, { take })
        const undone = undoImport(db, importId!, { actor: 'P', at: '2020-02-21T09:00:00' })
        expect(undone.kept).toEqual([])
        expect(contentOf(db)).toEqual(before)
        const again = bringBack(db, copy, { take })
        expect(again.committed.fields).toBeGreaterThanOrEqual(0)
        expect(undoImport(db, again.importId!, { actor: 'P', at: '2020-02-21T09:00:00' }).kept).toEqual([])
        expect(contentOf(db)).toEqual(before)
      }),
      runs,
    )
  })

  it('nothing outside the group changes, and nothing in it that the chair did not change', () => {
    fc.assert(
      fc.property(edits, edits, (mine, theirs) => {
        const db = aSmallProgramme()
        const copy = aFreshCopy([1])
        work(db, 'Programme manager', theirs)
        returned(copy, mine)
        const before = loadProgramme(db, '2020-02-20')
        const outside = foreignRows(db)
        bringBack(db, copy)
        expect(foreignRows(db)).toEqual(outside)
        const after = loadProgramme(db, '2020-02-20')
        inFreshCopy(copy, (own) => {
          const said = loadProgramme(own, '2020-02-20')
          for (const e of before.groups[0]!.actions) {
            const [was, now, copied] = [before, after, said].map(
              (p) => currentValues(p.actionById.get(e.action.id)!).values as Record<string, unknown>,
            )
            for (const field of Object.keys({ ...was, ...now }))
              if (field !== 'updatedOn' && JSON.stringify(was![field]) !== JSON.stringify(now![field]))
                expect([field, now![field]]).toEqual([field, copied![field]])
          }
        })
      }),
      runs,
    )
  })

  it('every edit of the chair is taken, kept, asked about or named as left out', () => {
    fc.assert(
      fc.property(edits, edits, (mine, theirs) => {
        const db = aSmallProgramme()
        const copy = aFreshCopy([1])
        const base = copyState(loadTables(db))
        work(db, 'Programme manager', theirs)
        returned(copy, mine)
        const plan = previewCopy(db, copy)
        const now = copyState(loadTables(db))
        const leftOut = plan.preview.rows.filter((r) => r.outcome === 'ignored').length
        const steps = plan.copy!.items.flatMap((i) => i.item.steps)
        const known = new Set([
          ...steps.map((s) => (s.kind === 'add' ? s.row.id : s.id)),
          ...plan.copy!.support.map((s) => s.row.id),
        ])
        inFreshCopy(copy, (own) => {
          const unaccounted = deltasOf(base, copyState(loadTables(own))).filter((d) => {
            const there = now.row(d.entity, d.row.id)
            const isSame =
              d.kind === 'edited' && JSON.stringify(there?.[d.field]) === JSON.stringify(d.row[d.field])
            const isSaid = now
              .rows(d.entity)
              .some((r) => JSON.stringify({ ...r, id: 0 }) === JSON.stringify({ ...d.row, id: 0 }))
            return !known.has(d.row.id) && !isSame && !isSaid && d.kind !== 'retired'
          })
          expect(unaccounted.length).toBeLessThanOrEqual(leftOut)
        })
      }),
      runs,
    )
  })

  it('a later return brings only what was done since', () => {
    fc.assert(
      fc.property(edits, edits, (early, late) => {
        const db = aSmallProgramme()
        const copy = aFreshCopy([1])
        returned(copy, early)
        bringBack(db, copy)
        if (late.length === 0)
          expect(previewCopy(db, copy).preview.rows.flatMap((r) => r.changes)).toEqual([])
        returned(copy, late)
        bringBack(db, copy)
        inFreshCopy(copy, (own) => expect(ownRows(db)).toEqual(ownRows(own)))
      }),
      runs,
    )
  })
})

/** The live rows of all groups but the first, and of the programme as a whole. */
function foreignRows(db: WriteDb): unknown {
  return rowsWhere(db, (group) => group !== 1)
}
function ownRows(db: WriteDb): unknown {
  return rowsWhere(db, (group) => group === 1)
}

function rowsWhere(db: WriteDb, wanted: (group: unknown) => boolean): unknown {
  const state = copyState(loadTables(db))
  const content = contentOf(db) as Record<string, { id: string }[]>
  return Object.fromEntries(
    Object.entries(content)
      .filter(([entity]) => !['period', 'recommendation'].includes(entity))
      .map(([entity, rows]) => [
        entity,
        rows.filter((r) => {
          if (entity === 'assessment' && (r as Record<string, unknown>)['priorityId'] !== null) return false
          return wanted(groupOf(state, entity as never, r as never)?.['number'])
        }),
      ]),
  )
}
