import { array, assert, constantFrom, integer, option, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../electron/db/applyChanges.ts'
import { loadBatches } from '../../electron/db/audit.ts'
import { loadProgramme } from '../../electron/db/loadTables.ts'
import type { WriteDb } from '../../electron/db/types.ts'
import { commitImport } from '../../electron/import/commitImport.ts'
import { findOpen } from '../../electron/import/findOpen.ts'
import { listImports } from '../../electron/import/listImports.ts'
import { planImport, type ImportOptions } from '../../electron/import/planImport.ts'
import { undoImport } from '../../electron/import/undoImport.ts'
import { currentValues } from '../../shared/import/currentValues.ts'
import type { Change } from '../../shared/model/change.ts'
import type { Draft } from '../../shared/workbook/draft.ts'
import { aDraft } from './aDraft.ts'
import { aParsedFile, aStore, liveRows, writer } from './aStore.ts'

const options: ImportOptions = { sender: null, period: null, today: '2020-02-14' }
const later = { actor: 'Programme manager', at: '2020-02-20T10:00:00.000Z' }

function bringIn(db: WriteDb, drafts: readonly Draft[], sender: string | null = null, file = 'Tracker.xlsx') {
  const plan = planImport(db, [aParsedFile(drafts, file)], { ...options, sender })
  const [done] = commitImport(db, plan, { take: 'returned' }, writer).files
  if (!done || 'error' in done) throw new Error('refused')
  return done
}
const entryOf = (db: WriteDb, ref: string) => loadProgramme(db, options.today).actionByRef.get(ref)!
const nowOf = (db: WriteDb, ref: string) => currentValues(entryOf(db, ref)).values
const edit = (db: WriteDb, change: Change): number =>
  applyChanges(db, { ...later, origin: 'window', label: 'edit' }, [change])

const row = () =>
  aDraft(2, {
    ref: '2.1.1',
    progress: 'Report finished',
    nextSteps: 'Publish it',
    deliveryRating: 'green',
    completion: 'March 2020',
    leads: ['Lead A'],
    action: 'Review compliance',
  })

describe('undoImport', () => {
  it('takes an import back whole where nobody touched it since', () => {
    const { db } = aStore()
    const before = liveRows(db)
    const { importId } = bringIn(db, [row()])
    expect(liveRows(db)).not.toEqual(before)
    expect(undoImport(db, importId!, later)).toEqual({ importId, restored: 6, kept: [] })
    expect(liveRows(db)).toEqual(before)
    expect(listImports(db, loadProgramme(db, '2020-02-14'))[0]?.undoneAt).toBe(later.at)
    expect(loadBatches(db)[0]).toMatchObject({ origin: 'undo', undoesBatch: 2, actor: 'Programme manager' })
  })

  it('asks what somebody else said as well, in a workbook of their own, once the first is taken back', () => {
    const { db } = aStore()
    const first = bringIn(db, [aDraft(2, { ref: '2.1.1', deliveryRating: 'green' })], 'Lead A')
    const second = bringIn(db, [aDraft(5, { ref: '2.1.1', deliveryRating: 'green' })], 'Lead B', 'Other.xlsx')
    expect(second.committed.fields).toBe(0)
    undoImport(db, first.importId!, later)
    expect(nowOf(db, '2.1.1').deliveryRating).toBeUndefined()
    const [open] = findOpen(db, loadProgramme(db, '2020-02-20'))
    expect(open?.record.id).toBe(second.importId)
    expect(open?.rows[0]?.fields).toEqual(['deliveryRating'])
    // and the one that was taken back comes in again as if for the first time
    const again = bringIn(db, [aDraft(2, { ref: '2.1.1', deliveryRating: 'green' })], 'Lead A')
    expect(again.committed.fields).toBe(1)
    expect(findOpen(db, loadProgramme(db, '2020-02-20'))).toEqual([])
  })

  it('refuses a second undo and an unknown import', () => {
    const { db } = aStore()
    const { importId } = bringIn(db, [row()])
    undoImport(db, importId!, later)
    expect(() => undoImport(db, importId!, later)).toThrow(
      'The import of “Tracker.xlsx” was taken back already, on 20 February 2020.',
    )
    expect(() => undoImport(db, 'import-9', later)).toThrow('The import “import-9” was not found')
  })

  it('lets the same file in again, also where it came twice', () => {
    const { db } = aStore()
    const before = liveRows(db)
    const first = bringIn(db, [row()])
    const second = bringIn(db, [row()])
    expect(second.committed.fields).toBe(0)
    undoImport(db, first.importId!, later)
    expect(liveRows(db)).toEqual(before)
    const again = bringIn(db, [row()])
    expect(again.committed).toEqual(first.committed)
    expect(nowOf(db, '2.1.1')).toMatchObject({ progress: 'Report finished', deliveryRating: 'green' })
    undoImport(db, again.importId!, later)
    expect(liveRows(db)).toEqual(before)
  })

  it('goes back to what an earlier import of the sender said, and takes the later one again cleanly', () => {
    const { db } = aStore()
    bringIn(db, [aDraft(2, { ref: '2.1.1', progress: 'Begun' })])
    const before = liveRows(db)
    const next = bringIn(db, [aDraft(2, { ref: '2.1.1', progress: 'Finished' })])
    bringIn(db, [aDraft(2, { ref: '2.1.1', progress: 'Finished' })])
    undoImport(db, next.importId!, later)
    expect(liveRows(db)).toEqual(before)
    const plan = planImport(db, [aParsedFile([aDraft(2, { ref: '2.1.1', progress: 'Finished' })])], options)
    const [file] = plan.document.files
    expect(file).toMatchObject({ rows: [{ changes: [{ base: 'Begun', resolution: 'take-returned' }] }] })
  })

  it('asks nothing about a date that the programme had when the file came first, and somebody moved since', () => {
    const { db } = aStore()
    const original = entryOf(db, '2.1.1').action.completion!
    const drafts = [aDraft(2, { ref: '2.1.1', completion: original, progress: 'Begun' })]
    const { importId } = bringIn(db, drafts)
    const moved = {
      id: 'date-change-later',
      retiredAt: null,
      actionId: 'action-2.1.1',
      completion: { ...original, text: 'June 2021', earliest: '2021-06-01', latest: '2021-06-30' },
      reason: null,
      approvedBy: null,
      approvedOn: null,
      at: '2020-02-20',
      by: null,
      importId: null,
    }
    edit(db, { kind: 'added', entity: 'dateChange', id: moved.id, row: moved })
    undoImport(db, importId!, later)
    const [file] = planImport(db, [aParsedFile(drafts)], options).document.files
    expect(file).toMatchObject({
      rows: [
        {
          outcome: 'changed',
          changes: [
            { field: 'completion', resolution: 'keep-current' },
            { field: 'progress', base: null, resolution: 'take-returned' },
          ],
        },
      ],
    })
  })

  it('keeps and lists what was edited since, and restores the rest', () => {
    const { db } = aStore()
    const { importId } = bringIn(db, [row()])
    const { action, updates, ratings } = entryOf(db, '2.1.1')
    edit(db, {
      kind: 'edited',
      entity: 'action',
      id: action.id,
      field: 'action',
      before: 'Review compliance',
      after: 'Review all',
    })
    edit(db, {
      kind: 'edited',
      entity: 'update',
      id: updates[0]!.id,
      field: 'progress',
      before: 'Report finished',
      after: 'Report ready',
    })
    const newer = {
      ...ratings.delivery[0]!,
      id: 'rating-later',
      code: 'blue',
      at: '2020-02-20',
      importId: null,
    }
    edit(db, { kind: 'added', entity: 'rating', id: newer.id, row: newer })
    const undone = undoImport(db, importId!, later)
    expect(undone.restored).toBe(3)
    const why = 'Changed by Programme manager on 20 February 2020, after the import.'
    expect(undone.kept.toSorted((a, b) => a.field.localeCompare(b.field))).toEqual([
      { ref: '2.1.1', field: 'action', value: 'Review all', why },
      { ref: '2.1.1', field: 'deliveryRating', value: 'blue', why },
      { ref: '2.1.1', field: 'progress', value: 'Report ready', why },
    ])
    const now = nowOf(db, '2.1.1')
    expect(now).toMatchObject({ action: 'Review all', progress: 'Report ready', deliveryRating: 'blue' })
    expect(now.nextSteps).toBeUndefined()
    expect(entryOf(db, '2.1.1').dateChanges).toEqual([])
    expect(entryOf(db, '2.1.1').leads.map((l) => l.printed)).toEqual([
      'Senior Manager Commissioning, Children, CCC',
    ])
  })

  it('keeps what a later import said, which can then be taken back itself', () => {
    const { db } = aStore()
    const before = liveRows(db)
    const first = bringIn(db, [row()], 'Lead A')
    const second = bringIn(
      db,
      [
        aDraft(2, {
          ref: '2.1.1',
          progress: 'Report delayed',
          deliveryRating: 'red',
          completion: 'May 2020',
          leads: ['Lead B'],
        }),
      ],
      'Lead B',
      'Other.xlsx',
    )
    const undone = undoImport(db, first.importId!, later)
    expect(undone.kept.map((k) => [k.field, k.value])).toEqual(
      expect.arrayContaining([
        ['progress', 'Report delayed'],
        ['deliveryRating', 'red'],
        ['leads', ['Lead B']],
      ]),
    )
    expect(undone.kept.map((k) => k.field)).toContain('revisedCompletion')
    expect(nowOf(db, '2.1.1')).toMatchObject({ progress: 'Report delayed', deliveryRating: 'red' })
    undoImport(db, second.importId!, later)
    const after = liveRows(db)
    expect(after.update).toEqual(before.update)
    expect(after.rating).toEqual(before.rating)
    expect(after.dateChange).toEqual(before.dateChange)
  })

  it('keeps a lead set that was changed since in any part', () => {
    const { db } = aStore()
    const { importId } = bringIn(db, [
      aDraft(2, { ref: '4.6.1', leads: ['Lead A', 'Senior Manager Inclusion, CCC'] }),
    ])
    const extra = {
      ...entryOf(db, '4.6.1').leads[0]!,
      id: 'lead-later',
      position: 9,
      printed: 'Lead C',
      postId: null,
    }
    edit(db, { kind: 'added', entity: 'actionLead', id: extra.id, row: extra })
    expect(undoImport(db, importId!, later)).toMatchObject({
      restored: 0,
      kept: [{ ref: '4.6.1', field: 'leads' }],
    })
    expect(entryOf(db, '4.6.1').leads.map((l) => l.printed)).toContain('Lead A')
  })

  it('keeps a moved date that was approved since', () => {
    const { db } = aStore()
    const { importId } = bringIn(db, [row()])
    const { id } = entryOf(db, '2.1.1').dateChanges[0]!
    edit(db, {
      kind: 'edited',
      entity: 'dateChange',
      id,
      field: 'approvedBy',
      before: null,
      after: 'Improvement Board',
    })
    expect(undoImport(db, importId!, later).kept).toMatchObject([
      { field: 'revisedCompletion', value: { text: 'March 2020' } },
    ])
    expect(entryOf(db, '2.1.1').dateChanges).toHaveLength(1)
  })

  it('property: commit then undo is the identity, coming again changes nothing, the audit trail grows', () => {
    const { db } = aStore()
    const refs = loadProgramme(db, options.today).actions.map((e) => e.action.ref)
    const text = constantFrom('One', 'Two', 'Three', '')
    const drafts = array(
      record({
        ref: constantFrom(...refs.slice(0, 6), '9.9.9'),
        progress: option(text, { nil: undefined }),
        issues: option(text, { nil: undefined }),
        deliveryRating: option(constantFrom('red', 'amber', 'green', 'blue'), { nil: undefined }),
        percentComplete: option(integer({ min: 0, max: 100 }), { nil: undefined }),
        revisedCompletion: option(constantFrom('March 2020', '20/03/20', 'ongoing', 'TBC'), {
          nil: undefined,
        }),
        revisedReason: option(text, { nil: undefined }),
        leads: option(
          constantFrom(['Lead A'], ['Lead A', 'Lead B'], ['CEO People First']).map((l) => [...l]),
          {
            nil: undefined,
          },
        ),
        action: option(text, { nil: undefined }),
      }),
      { minLength: 1, maxLength: 6 },
    ).map((rows) =>
      // an unknown ref has no wording: it could fit an action that was reworded meanwhile
      rows.map((r, i) => aDraft(i + 2, r.ref === '9.9.9' ? { ...r, action: undefined } : r)),
    )
    assert(
      property(
        array(drafts, { minLength: 1, maxLength: 2 }),
        constantFrom('returned', null),
        (files, take) => {
          const undos: { importId: string; fields: number; before: unknown }[] = []
          for (const rows of files) {
            const before = liveRows(db)
            const file = aParsedFile(rows)
            const commit = () => {
              const [done] = commitImport(db, planImport(db, [file], options), { take }, writer).files
              if (!done || 'error' in done || done.importId === null) throw new Error('refused')
              return { id: done.importId, fields: done.committed.fields }
            }
            const first = commit()
            undos.push({ importId: first.id, fields: first.fields, before })
            const after = liveRows(db)
            const again = commit()
            undos.push({ importId: again.id, fields: again.fields, before: after })
            if (take !== null && contradicted(rows)) continue
            expect(again.fields).toBe(0)
            expect(liveRows(db)).toEqual(after)
          }
          const audit = loadBatches(db).length
          for (const { importId, fields, before } of undos.toReversed()) {
            expect(undoImport(db, importId, later)).toEqual({ importId, restored: fields, kept: [] })
            expect(liveRows(db)).toEqual(before)
          }
          expect(loadBatches(db).length).toBeGreaterThanOrEqual(audit)
        },
      ),
      { numRuns: 8 },
    )
  })
})

/** Whether rows give one action's field twice, so that taking both sides takes one after the other. */
const contradicted = (rows: readonly Draft[]): boolean => new Set(rows.map((r) => r.ref)).size < rows.length
