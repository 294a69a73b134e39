import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../electron/db/applyChanges.ts'
import { loadBatches } from '../../electron/db/audit.ts'
import { loadImportedRows, loadImportPreview } from '../../electron/db/importsTable.ts'
import { loadProgramme, revisionOf } from '../../electron/db/loadTables.ts'
import { commitImport } from '../../electron/import/commitImport.ts'
import { listImports } from '../../electron/import/listImports.ts'
import { planImport, type ImportOptions, type ParsedFile } from '../../electron/import/planImport.ts'
import { undoImport } from '../../electron/import/undoImport.ts'
import type { WriteDb } from '../../electron/db/types.ts'
import type { Decisions } from '../../shared/import/decideFields.ts'
import { commitDocument, previewDocument } from '../../shared/import/previewDocument.ts'
import { undoDocument } from '../../shared/ipc/importCalls.ts'
import { currentValues } from '../../shared/import/currentValues.ts'
import { dueOf } from '../../shared/view/programme.ts'
import { aDate, aDraft } from './aDraft.ts'
import { aParsedFile, aStore, liveRows, writer } from './aStore.ts'

const options: ImportOptions = { sender: null, period: null, today: '2020-02-14' }

function bringIn(
  db: WriteDb,
  files: readonly ParsedFile[],
  decisions: Partial<Decisions> = {},
  more: Partial<ImportOptions> = {},
) {
  const plan = planImport(db, files, { ...options, ...more })
  previewDocument.parse(plan.document)
  const done = commitDocument.parse(commitImport(db, plan, decisions, writer))
  return done.files.map((f) => {
    if ('error' in f) throw new Error(f.error.message)
    return f
  })
}

const entryOf = (db: WriteDb, ref: string) => loadProgramme(db, options.today).actionByRef.get(ref)!
const nowOf = (db: WriteDb, ref: string) => currentValues(entryOf(db, ref)).values

const firstReturn = () =>
  aParsedFile([
    aDraft(2, {
      ref: '4.5.2',
      completion: 'February 2020',
      revisedCompletion: '20/03/20',
      revisedReason: 'More engagement needed first.',
      deliveryRating: 'amber',
      impactRating: 'too-early',
      progress: 'Definition drafted.',
      nextSteps: 'Share it.',
      percentComplete: 40,
      updatedOn: '2020-02-10',
    }),
    aDraft(3, { ref: '1.3.2', leads: ['Performance and Intelligence Manager, CCC'], completion: 'May 2020' }),
    aDraft(4, { ref: '1.3.3', progress: 'Group meets monthly.' }),
    aDraft(5, { action: 'Run a SEND drop-in at six children’s centres', progress: 'Two agreed.' }),
  ])

describe('commitImport', () => {
  it('writes what is taken, and only that', () => {
    const { db } = aStore()
    const [file] = bringIn(db, [firstReturn()], {}, { sender: 'Lead A', period: '2020-02' })
    expect(file).toMatchObject({ importId: 'import-1', committed: { rows: 2, fields: 9 }, sender: 'Lead A' })
    const entry = entryOf(db, '4.5.2')
    expect(entry.updates).toHaveLength(1)
    expect(entry.updates[0]).toMatchObject({
      at: '2020-02-10',
      by: 'Lead A',
      source: 'import',
      sourceNote: 'Tracker.xlsx: sheet Tracker, row 2',
      progress: 'Definition drafted.',
      nextSteps: 'Share it.',
      issues: null,
      percentComplete: 40,
      importId: 'import-1',
    })
    expect(entry.ratings.delivery[0]).toMatchObject({ code: 'amber', at: '2020-02-10', by: 'Lead A' })
    expect(entry.ratings.impact[0]).toMatchObject({ code: 'too-early' })
    expect(entry.action.completion?.text).toBe('February 2020')
    expect(dueOf(entry)).toEqual(aDate('20/03/20'))
    expect(entry.dateChanges[0]).toMatchObject({ reason: 'More engagement needed first.', by: 'Lead A' })
    const period = loadProgramme(db, options.today).tables.period.find(
      (p) => p.id === entry.updates[0]!.periodId,
    )
    expect(period).toMatchObject({
      label: '2020-02',
      name: 'February 2020',
      fromDay: '2020-02-01',
      toDay: '2020-02-29',
    })
    expect(nowOf(db, '1.3.2').completion).toEqual(aDate('March 2020'))
    expect(liveRows(db).action).toHaveLength(108)
    expect(loadBatches(db)[0]).toMatchObject({
      origin: 'import',
      importId: 'import-1',
      actor: 'Programme office',
    })
  })

  it('keeps every row of the workbook, taken or not, with the preview it was committed from', () => {
    const { db } = aStore()
    bringIn(db, [firstReturn()])
    const rows = loadImportedRows(db, 'import-1')
    expect(rows.map((r) => [r.row, r.outcome, r.matchedBy, r.taken.length, r.open])).toEqual([
      [2, 'changed', 'ref', 8, []],
      [3, 'changed', 'ref', 0, ['leads', 'completion']],
      [4, 'changed', 'ref', 1, []],
      [5, 'new', 'none', 0, []],
    ])
    expect(rows[3]?.returned).toEqual({
      action: 'Run a SEND drop-in at six children’s centres',
      progress: 'Two agreed.',
    })
    expect(loadImportPreview(db, 'import-1')?.rows).toHaveLength(4)
    expect(listImports(db, loadProgramme(db, '2020-02-14'))).toMatchObject([
      { id: 'import-1', rows: 2, fields: 9, undoneAt: null },
    ])
  })

  it('settles what is asked by a rule, and single fields by choice', () => {
    const { db } = aStore()
    const file = firstReturn()
    const choices = [
      { file: file.file, sheet: 'Tracker', row: 3, field: 'completion', take: 'current' } as const,
    ]
    bringIn(db, [file], { take: 'returned', choices })
    const entry = entryOf(db, '1.3.2')
    expect(entry.leads.map((l) => l.printed)).toEqual(['Performance and Intelligence Manager, CCC'])
    expect(entry.dateChanges).toEqual([])
    expect(loadProgramme(db, options.today).actions).toHaveLength(108)
    const refused = aParsedFile([aDraft(2, { ref: '1.1.1', progress: 'Drafted' })], 'Other.xlsx')
    bringIn(db, [refused], {
      choices: [{ file: 'Other.xlsx', sheet: 'Tracker', row: 2, field: 'progress', take: 'current' }],
    })
    expect(entryOf(db, '1.1.1').updates).toEqual([])
  })

  it('changes nothing when the same file comes again', () => {
    for (const take of [null, 'returned', 'current'] as const) {
      const { db } = aStore()
      const file = firstReturn()
      bringIn(db, [file], { take })
      const before = liveRows(db)
      const [again] = bringIn(db, [file], { take })
      expect(again).toMatchObject({
        importId: 'import-2',
        committed: { rows: 0, fields: 0 },
        alreadyImported: 'import-1',
      })
      expect(again?.totals).toMatchObject({ changed: 0, conflict: 0, new: 1 })
      expect(liveRows(db)).toEqual(before)
    }
  })

  it('settles later, by the same file, what was left open', () => {
    const { db } = aStore()
    const file = firstReturn()
    bringIn(db, [file])
    const [again] = bringIn(db, [file], { take: 'returned' })
    expect(again?.committed).toEqual({ rows: 1, fields: 2 })
    expect(nowOf(db, '1.3.2').completion).toEqual(aDate('May 2020'))
    expect(bringIn(db, [file], { take: 'returned' })[0]?.committed.fields).toBe(0)
  })

  it('takes only the corrections of a corrected file', () => {
    const { db } = aStore()
    bringIn(db, [firstReturn()])
    const corrected = aParsedFile([
      aDraft(2, {
        ref: '4.5.2',
        deliveryRating: 'green',
        progress: 'Definition drafted.',
        nextSteps: 'Share it widely.',
      }),
      aDraft(4, { ref: '1.3.3', progress: 'Group meets monthly.' }),
      aDraft(6, { ref: '1.3.2', leads: ['Performance and Intelligence Manager, CCC'] }),
    ])
    const plan = planImport(db, [corrected], options)
    const [file] = plan.document.files
    if (!file || 'error' in file) throw new Error('refused')
    expect(file.rows.map((r) => r.changes.map((c) => [c.field, c.resolution]))).toEqual([
      [
        ['deliveryRating', 'take-returned'],
        ['nextSteps', 'take-returned'],
      ],
      [],
      [['leads', 'keep-current']],
    ])
    commitImport(db, plan, {}, writer)
    expect(entryOf(db, '4.5.2').updates[0]).toMatchObject({
      progress: 'Definition drafted.',
      nextSteps: 'Share it widely.',
    })
    expect(entryOf(db, '4.5.2').ratings.delivery.map((r) => r.code)).toEqual(['green', 'amber'])
  })

  it('compares with the same sender only', () => {
    const { db } = aStore()
    const row = { ref: '2.1.1', progress: 'Report finished' }
    bringIn(db, [aParsedFile([aDraft(2, row)])], {}, { sender: 'Lead A' })
    const other = aParsedFile([aDraft(2, { ref: '2.1.1', progress: 'Report delayed' })], 'B.xlsx', 'Own list')
    const resolve = (sender: string | null) => {
      const [file] = planImport(db, [other], { ...options, sender }).document.files
      if (!file || 'error' in file) throw new Error('refused')
      return [file.sender, file.rows[0]?.changes.find((c) => c.field === 'progress')?.resolution]
    }
    expect(resolve('Lead B')).toEqual(['Lead B', 'conflict'])
    expect(resolve('lead a ')).toEqual(['lead a ', 'take-returned'])
    expect(resolve(null)).toEqual([null, 'conflict'])
    const sameLayout = aParsedFile([aDraft(2, { ref: '2.1.1', progress: 'Report delayed' })], 'March.xlsx')
    const [recognised] = planImport(db, [sameLayout], options).document.files
    expect(recognised).toMatchObject({ sender: 'Lead A', rows: [{ outcome: 'changed' }] })
  })

  it('takes from two files of a batch what they agree on, once, and conflicts where they do not', () => {
    const { db } = aStore()
    const files = [
      aParsedFile([aDraft(2, { ref: '2.1.1', progress: 'Finished', deliveryRating: 'green' })], 'A.xlsx'),
      aParsedFile(
        [aDraft(9, { ref: '2.1.1', progress: 'Finished', deliveryRating: 'red', issues: 'Late' })],
        'B.xlsx',
      ),
    ]
    const done = bringIn(db, files)
    expect(done.map((f) => f.rows[0]?.outcome)).toEqual(['conflict', 'conflict'])
    expect(done.map((f) => f.committed.fields)).toEqual([1, 1])
    expect(entryOf(db, '2.1.1').ratings.delivery).toEqual([])
    expect(nowOf(db, '2.1.1')).toMatchObject({ progress: 'Finished', issues: 'Late' })
  })

  it('refuses a plan that the programme or the workbook has outrun', () => {
    const { db } = aStore()
    const file = firstReturn()
    const plan = planImport(db, [file], options)
    const { action } = entryOf(db, '1.1.1')
    applyChanges(db, { ...writer, origin: 'window', label: 'edit' }, [
      { kind: 'edited', entity: 'action', id: action.id, field: 'note', before: action.note, after: 'New' },
    ])
    const before = liveRows(db)
    expect(() => commitImport(db, plan, {}, writer)).toThrow('changed after this preview')
    const fresh = planImport(db, [file], options)
    writeFileSync(file.path, 'saved again')
    expect(() => commitImport(db, fresh, {}, writer)).toThrow('changed after this preview')
    expect(liveRows(db)).toEqual(before)
    expect(listImports(db, loadProgramme(db, '2020-02-14'))).toEqual([])
  })

  it('writes nothing in a preview', () => {
    const { db } = aStore()
    const revision = revisionOf(db)
    const before = liveRows(db)
    planImport(db, [firstReturn()], { ...options, period: '2020-02' })
    expect(liveRows(db)).toEqual(before)
    expect(revisionOf(db)).toBe(revision)
  })

  it('keeps older rating columns as history behind the rating that is taken', () => {
    const { db } = aStore()
    const history = ['red', 'amber'].map((code, i) => ({
      field: 'deliveryRating' as const,
      header: ['RAG Nov 19', 'RAG Dec 2019'][i]!,
      code,
      cell: 'G2',
    }))
    bringIn(db, [aParsedFile([aDraft(2, { ref: '2.1.1', deliveryRating: 'green' }, { history })])])
    expect(entryOf(db, '2.1.1').ratings.delivery.map((r) => [r.at, r.code])).toEqual([
      ['2020-02-14', 'green'],
      ['2019-12-31', 'amber'],
      ['2019-11-30', 'red'],
    ])
    undoImport(db, 'import-1', writer)
    expect(entryOf(db, '2.1.1').ratings.delivery).toEqual([])
  })

  it('moves leads and wording of the plan where they are chosen, and keeps who stays', () => {
    const { db } = aStore()
    const before = entryOf(db, '4.6.1').leads
    bringIn(
      db,
      [
        aParsedFile([
          aDraft(2, {
            ref: '4.6.1',
            leads: ['Senior Manager Operations Adults, CCC', 'AD Education and Skills, CCC (North)'],
            action: 'Engage with families',
            objective: '4.5',
            accountable: 'Lead A',
          }),
        ]),
      ],
      { take: 'returned' },
    )
    const after = entryOf(db, '4.6.1')
    expect(after.leads.map((l) => l.printed)).toEqual([
      'Senior Manager Operations Adults, CCC',
      'AD Education and Skills, CCC (North)',
    ])
    expect(after.leads[0]?.id).toBe(before[1]?.id)
    expect(after.leads[1]).toMatchObject({ place: 'North', postId: entryOf(db, '4.5.1').leads[0]?.postId })
    expect(after.objective.ref).toBe('4.5')
    expect(after.action).toMatchObject({ action: 'Engage with families', accountable: 'Lead A' })
    expect(undoDocument.parse(undoImport(db, 'import-1', writer))).toEqual({
      importId: 'import-1',
      restored: 4,
      kept: [],
    })
    expect(entryOf(db, '4.6.1').leads).toEqual(before)
  })
})
