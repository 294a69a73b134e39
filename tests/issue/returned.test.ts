import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../electron/db/applyChanges.ts'
import { loadImportedRows } from '../../electron/db/importsTable.ts'
import { loadProgramme } from '../../electron/db/loadTables.ts'
import type { WriteDb } from '../../electron/db/types.ts'
import { previewImport } from '../../electron/import/previewImport.ts'
import { undoImport } from '../../electron/import/undoImport.ts'
import { commitIssue } from '../../electron/issue/commitIssue.ts'
import { listIssued } from '../../electron/issue/listIssued.ts'
import { prepareIssue } from '../../electron/issue/prepareIssue.ts'
import { workbookOf } from '../../electron/import/readWorkbook.ts'
import { currentValues } from '../../shared/import/currentValues.ts'
import { dueOf } from '../../shared/view/programme.ts'
import { findIssueMarks } from '../../shared/workbook/issueMarks.ts'
import { liveRows } from '../import/aStore.ts'
import { aFolder, anOpenSample, writer } from '../support/aProgramme.ts'
import {
  adoptFixtures,
  bringIn,
  columnOf,
  edited,
  fixtures,
  issueDay,
  issueGroup1,
  preview,
  returnDay,
  rowOf,
  said,
} from './anIssue.ts'

const entryOf = (db: WriteDb, ref: string) => loadProgramme(db, returnDay).actionByRef.get(ref)!
const nowOf = (db: WriteDb, ref: string) => currentValues(entryOf(db, ref)).values

/** What everybody who filled in the fixtures wrote. */
const filledIn: Readonly<Record<string, string>> = {
  '1.1.1':
    'id, changed, deliveryRating take-returned, percentComplete take-returned, progress take-returned, nextSteps take-returned',
  '1.1.2': 'id, unchanged, no change',
  '1.1.3': 'id, changed, revisedCompletion take-returned, revisedReason take-returned',
  '1.1.4': 'id, changed, impactRating take-returned, evidence take-returned',
  '1.2.1': 'id, changed, action ask',
}
const refs = [
  '1.1.1',
  '1.1.2',
  '1.1.3',
  '1.1.4',
  '1.2.1',
  '1.2.2',
  '1.2.3',
  '1.2.4',
  '1.3.1',
  '1.3.2',
  '1.3.3',
]
const expected = refs.map((ref) => `${ref}, ${filledIn[ref] ?? 'id, unchanged'}`)

describe('a workbook that comes back as another program saved it', () => {
  it.each([
    'filled-openpyxl.xlsx',
    'filled-libreoffice.xlsx',
    'filled-libreoffice.ods',
    'filled-libreoffice-by-way-of-ods.xlsx',
  ])('reads every row by its id: %s', async (name) => {
    const { db } = anOpenSample()
    const issuedId = await adoptFixtures(db)
    const file = await preview(db, join(fixtures, name))
    expect(file).toMatchObject({ kind: 'issued', issuedId, missing: [] })
    expect(said(file)).toEqual(expected)
    const problems = file.rows.flatMap((r) => r.problems.map((p) => `${r.ref} ${p.code} ${p.cell}`))
    expect(problems).toEqual(['1.2.1 outside-the-boxes B6', '1.2.2 outside-the-boxes F7'])
    const first = file.rows[0]!.changes
    expect(first.map((c) => c.returned)).toEqual([
      'green',
      40,
      'Draft assessment shared with the group.\nComments are due.',
      'Publish in March 2020.',
    ])
  })

  it.each(['rebuilt-openpyxl.xlsx', 'rebuilt-libreoffice.xlsx'])(
    'keeps its rows apart after sorting, moved and deleted columns, a new and a lost row: %s',
    async (name) => {
      const { db } = anOpenSample()
      const issuedId = await adoptFixtures(db)
      const file = await preview(db, join(fixtures, name))
      expect(file).toMatchObject({ kind: 'issued', issuedId, missing: ['1.3.3'] })
      const rows = said(file)
      expect(rows.filter((r) => !r.startsWith('-')).toSorted()).toEqual(
        expected.filter((r) => !r.startsWith('1.3.3')),
      )
      expect(rows.filter((r) => r.startsWith('-'))).toEqual(['-, none, new, action ask, progress ask'])
    },
  )

  it('matches by reference where only the values were pasted into another workbook', async () => {
    const { db } = anOpenSample()
    await adoptFixtures(db)
    const file = await preview(db, join(fixtures, 'pasted-values-openpyxl.xlsx'))
    expect(file).toMatchObject({ kind: 'tracker', issuedId: null, missing: [] })
    expect(said(file)).toEqual(expected.map((r) => r.replace(', id,', ', ref,')))
    expect(file.problems).toMatchObject([{ code: 'ids-gone' }])
    expect(file.problems?.[0]?.message).toContain('its ids are gone')
    expect((await preview(db, join(fixtures, 'filled-openpyxl.xlsx'))).problems).toBeUndefined()
  })

  it('carries its mark in cells, instructions and properties', () => {
    const read = workbookOf(readFileSync(join(fixtures, 'filled-libreoffice.xlsx')), 'x')
    if (!read.ok) throw new Error('unread')
    const marks = findIssueMarks(read.value)!
    expect(marks.rows.size).toBe(11)
    const without = (test: (sheet: string) => boolean, properties: typeof read.value.properties) =>
      findIssueMarks({
        ...read.value,
        properties,
        sheets: read.value.sheets.filter((s) => test(s.name)),
      })
    const issuedId = marks.issuedId
    expect(without(() => false, read.value.properties)).toMatchObject({ issuedId })
    expect(without((name) => name === 'Instructions', {})).toMatchObject({ issuedId })
    expect(without(() => false, {})).toBeNull()
  })
})

describe('a workbook that comes back rewritten', () => {
  it('is unchanged where nobody wrote in it', async () => {
    const { db } = anOpenSample()
    const { path, id } = await issueGroup1(db)
    for (const one of [path, await edited(path, () => {})]) {
      const file = await preview(db, one)
      expect(file).toMatchObject({ kind: 'issued', issuedId: id, missing: [] })
      expect(said(file)).toEqual(refs.map((r) => `${r}, id, unchanged`))
      expect(file.rows.flatMap((r) => r.problems)).toEqual([])
    }
  })

  it('accounts for every action of the plan, without a question, where nobody wrote in any of them', async () => {
    const { db } = anOpenSample()
    const prepared = await prepareIssue(
      db,
      { period: '2020-02', by: 'group', group: null, lead: null, returnBy: null },
      issueDay,
    )
    const { issued } = commitIssue(db, prepared, join(aFolder(), 'out'), writer)
    const rows = []
    for (const { file } of issued) rows.push(...(await preview(db, file)).rows)
    expect(rows).toHaveLength(108)
    expect(rows.filter((r) => r.matchedBy !== 'id' || r.outcome !== 'unchanged')).toEqual([])
    expect(rows.flatMap((r) => [...r.changes, ...r.problems])).toEqual([])
  })

  it('knows an action again by its id where its reference was changed or its wording', async () => {
    const { db } = anOpenSample()
    const { path } = await issueGroup1(db)
    const back = await edited(path, (_, put) => {
      put('1.1.2', 'Progress since last update', 'Themes agreed.')
      put('1.2.1', 'Action', 'Something else entirely')
      put('1.1.2', 'Ref', 'A2')
    })
    const file = await preview(db, back)
    expect(said(file).slice(1, 2)).toEqual(['1.1.2, id, changed, progress take-returned'])
    expect(said(file)[4]).toBe('1.2.1, id, changed, action ask')
    expect(file.missing).toEqual([])
  })

  it('does not believe ids that did not move with their rows', async () => {
    const { db } = anOpenSample()
    const { path } = await issueGroup1(db)
    const back = await edited(path, (sheet, put) => {
      put('1.1.1', 'Progress since last update', 'First.')
      const ids = columnOf(sheet, 'Row id')
      const [one, two] = [rowOf(sheet, '1.1.1'), rowOf(sheet, '1.3.3')]
      const first = sheet.getCell(one, ids).value
      sheet.getCell(one, ids).value = sheet.getCell(two, ids).value
      sheet.getCell(two, ids).value = first
    })
    const file = await preview(db, back)
    expect(said(file)[0]).toBe('1.1.1, ref, changed, progress take-returned')
    expect(said(file)[10]).toBe('1.3.3, ref, unchanged')
    expect(file.rows[0]?.problems.map((p) => p.code)).toEqual(['id-denied'])
  })

  it('takes a copied row that says something new for a new action, and the same row twice for a conflict', async () => {
    const { db } = anOpenSample()
    const { path } = await issueGroup1(db)
    const back = await edited(path, (sheet, put) => {
      put('1.1.1', 'Progress since last update', 'North: done.')
      const copy = (sheet.getRow(2).values as unknown[]).slice(1)
      const twice = [...copy]
      twice[columnOf(sheet, 'Progress since last update') - 1] = 'South: not begun.'
      sheet.addRow(twice)
      copy[0] = null
      copy[1] = 'Hold a yearly conference with schools about funding bands'
      sheet.addRow(copy)
    })
    const file = await preview(db, back)
    expect(said(file)[0]).toBe('1.1.1, id, conflict, progress conflict')
    expect(said(file)[11]).toBe('1.1.1, id, conflict, progress conflict')
    expect(said(file)[12]).toBe('-, none, new, action ask, progress ask, leads ask, completion ask')
  })

  it('never reads the “Last …” columns as returned, whatever stands in the boxes and whichever are left', async () => {
    const { db } = anOpenSample()
    const { path } = await issueGroup1(db)
    const short = await edited(path, (_, put) => {
      put('1.1.1', 'Progress since last update', 'Done')
      put('1.1.2', 'Progress since last update', 'Not started')
      put('1.1.3', 'Progress since last update', 'On track')
    })
    expect(said(await preview(db, short))).toEqual(
      refs.map((r, i) => `${r}, id, ${i < 3 ? 'changed, progress take-returned' : 'unchanged'}`),
    )
    const without = await edited(path, (sheet, put) => {
      put('1.1.1', 'Delivery rating', 'On track')
      sheet.spliceColumns(columnOf(sheet, 'Progress since last update'), 1)
    })
    const rows = said(await preview(db, without))
    expect(rows[0]).toBe('1.1.1, id, changed, deliveryRating take-returned')
    expect(rows.slice(1)).toEqual(refs.slice(1).map((r) => `${r}, id, unchanged`))
  })

  it('lists rows that did not come back and deletes nothing', async () => {
    const { db } = anOpenSample()
    const { path } = await issueGroup1(db)
    const back = await edited(path, (sheet) => sheet.spliceRows(rowOf(sheet, '1.2.3'), 2))
    const file = await bringIn(db, back)
    expect(file.missing).toEqual(['1.2.3', '1.2.4'])
    expect(file.totals).toMatchObject({ rows: 9, unchanged: 9 })
    expect(loadProgramme(db, returnDay).actions).toHaveLength(108)
  })

  it('is compared with what was issued also where the column of ids was deleted', async () => {
    const { db } = anOpenSample()
    const { path, id } = await issueGroup1(db)
    const back = await edited(path, (sheet, put) => {
      put('1.1.2', 'Action', 'Identify themes for further work')
      sheet.spliceColumns(columnOf(sheet, 'Row id'), 1)
    })
    const file = await preview(db, back)
    expect(file).toMatchObject({ kind: 'issued', issuedId: id, missing: [] })
    expect(said(file).slice(0, 2)).toEqual(['1.1.1, ref, unchanged', '1.1.2, ref, changed, action ask'])
  })

  it('is refused where another programme issued it', async () => {
    const one = anOpenSample()
    const other = anOpenSample()
    const { path } = await issueGroup1(one.db)
    const plan = await previewImport(other.db, [path], { sender: null, period: null, today: returnDay })
    expect(plan.document.files[0]).toMatchObject({ error: { code: 'other-programme' } })
    expect(JSON.stringify(plan.document.files[0])).toContain('issued by another programme')
  })

  it('is matched by its ids but compared with nothing where the record of it is gone', async () => {
    const { db } = anOpenSample()
    const { path } = await issueGroup1(db)
    db.exec(`DELETE FROM "issued_row"; DELETE FROM "issued"`)
    const file = await preview(db, path)
    expect(file).toMatchObject({ kind: 'tracker', issuedId: null })
    expect(said(file)).toEqual(refs.map((r) => `${r}, id, unchanged`))
  })
})

describe('merging a return', () => {
  it('writes what was filled in, in the period it was issued for, and counts “No change” as an answer', async () => {
    const { db } = anOpenSample()
    const { path, id } = await issueGroup1(db)
    const back = await edited(path, (_, put) => {
      put('1.1.1', 'Delivery rating', 'On track')
      put('1.1.1', '% complete', 40)
      put('1.1.1', 'Progress since last update', 'Shared.')
      put('1.1.2', 'No change', 'x')
      put('1.1.3', 'Revised completion date', 'September 2020')
      put('1.1.4', 'No change', 'x')
      put('1.1.4', 'Next steps', 'Publish.')
    })
    const file = await bringIn(db, back)
    expect(file.committed).toEqual({ rows: 3, fields: 5 })
    expect(nowOf(db, '1.1.1')).toMatchObject({
      deliveryRating: 'green',
      percentComplete: 40,
      progress: 'Shared.',
    })
    expect(dueOf(entryOf(db, '1.1.3'))?.latest).toBe('2020-09-30')
    const period = liveRows(db).period.find((p) => p.label === '2020-02')!
    expect(entryOf(db, '1.1.1').updates[0]?.periodId).toBe(period.id)
    const rows = loadImportedRows(db, file.importId!)
    expect(rows.filter((r) => r.noChange).map((r) => r.ref)).toEqual(['1.1.2'])
    expect(file.rows[3]?.problems.map((p) => p.code)).toContain('no-change-but-filled')
    expect(listIssued(db)).toMatchObject([{ id, returned: [{ importId: file.importId }] }])
  })

  it('never lets an old copy revert a newer edit, and asks where both changed', async () => {
    const { db } = anOpenSample()
    const before = await issueGroup1(db)
    await bringIn(
      db,
      await edited(before.path, (_, put) => {
        put('1.1.1', 'Delivery rating', 'At risk')
        put('1.1.2', 'Delivery rating', 'At risk')
        put('1.1.3', 'Progress since last update', 'Two workshops held.')
      }),
    )
    const { path } = await issueGroup1(db)
    rate(db, '1.1.1', 'blue')
    rate(db, '1.1.2', 'blue')
    rate(db, '1.1.4', 'blue')
    edit(db, '1.2.1', 'Implement the governance of sharing information')
    const back = await edited(path, (_, put) => {
      put('1.1.1', 'Delivery rating', 'At risk')
      put('1.1.2', 'Delivery rating', 'On track')
      put('1.1.3', 'Progress since last update', 'Three workshops held.')
      put('1.1.4', 'Delivery rating', 'Complete')
    })
    const file = await preview(db, back)
    expect(said(file).slice(0, 5)).toEqual([
      '1.1.1, id, unchanged, deliveryRating keep-current',
      '1.1.2, id, conflict, deliveryRating conflict',
      '1.1.3, id, changed, progress take-returned',
      '1.1.4, id, unchanged',
      '1.2.1, id, unchanged, action keep-current',
    ])
    expect(file.rows[1]?.changes[0]).toMatchObject({ base: 'amber', current: 'blue', returned: 'green' })
    await bringIn(db, back)
    expect(nowOf(db, '1.1.1').deliveryRating).toBe('blue')
    expect(nowOf(db, '1.2.1').action).toBe('Implement the governance of sharing information')
  })

  it('changes nothing when it comes again, brings only the corrections of a corrected one, and is taken back whole', async () => {
    const { db } = anOpenSample()
    const { path } = await issueGroup1(db)
    const start = liveRows(db)
    const back = await edited(path, (_, put) => {
      put('1.1.1', 'Delivery rating', 'On track')
      put('1.1.1', 'Progress since last update', 'Shared.')
      put('1.1.2', 'Next steps', 'Agree themes.')
    })
    const first = await bringIn(db, back)
    const after = liveRows(db)
    const again = await bringIn(db, back)
    expect(again).toMatchObject({ committed: { rows: 0, fields: 0 }, alreadyImported: first.importId })
    expect(again.totals).toMatchObject({ changed: 0, conflict: 0, unchanged: 11 })
    expect(liveRows(db)).toEqual(after)
    const corrected = await edited(back, (_, put) => put('1.1.2', 'Next steps', 'Agree the themes in March.'))
    const second = await bringIn(db, corrected)
    expect(second.committed).toEqual({ rows: 1, fields: 1 })
    expect(said(second)[1]).toBe('1.1.2, id, changed, nextSteps take-returned')
    for (const id of [second.importId!, again.importId!, first.importId!])
      expect(undoImport(db, id, writer).kept).toEqual([])
    expect(liveRows(db)).toEqual(start)
    expect((await bringIn(db, back)).committed).toEqual({ rows: 2, fields: 3 })
  })
})

function rate(db: WriteDb, ref: string, code: string): void {
  const row = {
    id: `rating-by-hand-${ref}`,
    retiredAt: null,
    actionId: entryOf(db, ref).action.id,
    kind: 'delivery',
    code,
    reason: 'Signed off.',
    at: returnDay,
    by: null,
    periodId: null,
    importId: null,
  }
  applyChanges(db, { ...writer, origin: 'window', label: `rating of ${ref}` }, [
    { kind: 'added', entity: 'rating', id: row.id, row },
  ])
}

function edit(db: WriteDb, ref: string, after: string): void {
  const { id, action: before } = entryOf(db, ref).action
  applyChanges(db, { ...writer, origin: 'window', label: `wording of ${ref}` }, [
    { kind: 'edited', entity: 'action', id, field: 'action', before, after },
  ])
}
