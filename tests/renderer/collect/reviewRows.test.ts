import { describe, expect, it } from 'vitest'
import {
  sayAnswer,
  sayEffect,
  sayLeft,
  sayOutcome,
  sayRestored,
  sayRows,
  saySummary,
  sayTotals,
} from '../../../renderer/collect/collectWords.ts'
import {
  choiceKey,
  cleanOf,
  type Choices,
  effectOf,
  isLeft,
  reviewRows,
  sectionOf,
  stopsOf,
} from '../../../renderer/collect/reviewRows.ts'
import type { Choice } from '../../../shared/import/previewDocument.ts'
import { aChange, aFile, aPreview, aRow } from './aPreview.ts'

const rows = reviewRows(
  aPreview(
    aFile({
      rows: [
        aRow({ row: 2 }),
        aRow({ row: 3, ref: '1.1.2', outcome: 'unchanged', changes: [] }),
        aRow({ row: 4, ref: '1.1.3', changes: [aChange({ field: 'completion', resolution: 'ask' })] }),
        aRow({
          row: 5,
          ref: '1.1.4',
          outcome: 'conflict',
          changes: [
            aChange(),
            aChange({ field: 'issues' }),
            aChange({ field: 'evidence', resolution: 'take-returned' }),
          ],
        }),
        aRow({
          row: 6,
          ref: null,
          outcome: 'unmatched',
          matchedBy: 'none',
          changes: [aChange({ resolution: 'ask' })],
        }),
        aRow({ row: 7, ref: null, outcome: 'ignored', matchedBy: 'none', changes: [] }),
      ],
    }),
    { file: 'notes.docx', error: { code: 'workbook-unreadable', message: '“notes.docx”: not a workbook.' } },
  ),
)
const row = (n: number): (typeof rows)[number] => rows.find((r) => r.row.row === n)!
const choose = (
  ...answers: readonly [number, 'progress' | 'issues' | 'completion', 'returned' | 'current'][]
): Choices =>
  new Map(
    answers.map(([n, field, take]) => [
      choiceKey(row(n).key, field),
      { file: 'WG1 update.xlsx', sheet: 'WG1', row: n, field, take },
    ]),
  )

describe('sections of the review', () => {
  it('puts rows that a person has to look at first, whatever their outcome is called', () => {
    expect(rows.map((r) => r.section)).toEqual([
      'changed',
      'unchanged',
      'needs-you',
      'needs-you',
      'needs-you',
      'ignored',
    ])
    expect(sectionOf(aRow({ outcome: 'invalid', changes: [] }))).toBe('needs-you')
    expect(sectionOf(aRow({ outcome: 'new', changes: [] }))).toBe('needs-you')
  })

  it('asks nothing about a row that fits no action', () => {
    expect(row(6).open).toEqual([])
    expect(row(5).open).toEqual(['progress', 'issues'])
  })

  it('asks again what an earlier import left open, though the programme’s value stays', () => {
    const asked = aRow({
      outcome: 'unchanged',
      changes: [aChange({ field: 'completion', resolution: 'keep-current' })],
      stillOpen: ['completion'],
    })
    const [r] = reviewRows(aPreview(aFile({ rows: [asked] })))
    expect([r!.section, r!.open]).toEqual(['needs-you', ['completion']])
    expect(sayOutcome(r!)).toBe('Asked before')
    expect(isLeft(r!, new Map())).toBe(true)
  })

  it('keeps a row that a person has just answered where it was asked; a remembered answer goes where it belongs', () => {
    const answer = { kind: 'set-aside', reason: 'a duplicate', remembered: null } as const
    const now = aRow({ outcome: 'ignored', changes: [], answer })
    const remembered = { by: 'Lead A', at: '2020-02-04T10:00:00Z' }
    const before = aRow({ outcome: 'ignored', changes: [], answer: { ...answer, remembered } })
    expect([now, before].map(sectionOf)).toEqual(['needs-you', 'ignored'])
    expect(sayAnswer(now)).toBe('Set aside: a duplicate.')
    expect(sayAnswer(before)).toBe('Set aside: a duplicate. Remembered from 4 February 2020, by Lead A.')
  })

  it('goes through clean values, too, once they are looked at', () => {
    expect(stopsOf([row(2)])).toEqual([{ rowKey: row(2).key, field: 'progress' }])
    expect(cleanOf(rows)).toEqual({ rows: 1, fields: 1 })
  })

  it('stops once at every field to decide, and once at a row that has none', () => {
    expect(stopsOf([row(5), row(6)]).map((s) => s.field)).toEqual(['progress', 'issues', null])
  })
})

describe('what a commit would do', () => {
  it('writes only what is clean until a person decides', () => {
    expect(effectOf(rows, new Map())).toEqual({
      fields: 2,
      rows: 2,
      files: 1,
      made: 0,
      undecided: 3,
      kept: 0,
      leftOut: 1,
    })
  })

  it('writes what a person takes and leaves what they keep', () => {
    const choices = choose(
      [5, 'progress', 'returned'],
      [5, 'issues', 'current'],
      [4, 'completion', 'returned'],
    )
    expect(effectOf(rows, choices)).toEqual({
      fields: 4,
      rows: 3,
      files: 1,
      made: 0,
      undecided: 0,
      kept: 1,
      leftOut: 1,
    })
  })

  it('never counts an answer to a row that fits no action', () => {
    const choices = choose([6, 'progress', 'returned'])
    expect(effectOf(rows, choices).fields).toBe(2)
  })

  it('counts a value that came in two workbooks once, as it is written once', () => {
    const again = { ...row(2), key: 'another', file: 'WG1 tracker.xlsx' }
    expect(effectOf([row(2), again], new Map())).toMatchObject({ fields: 1, rows: 1, files: 1 })
    const other = { ...again, row: { ...again.row, ref: '9.9.9' } }
    expect(effectOf([row(2), other], new Map())).toMatchObject({ fields: 2, rows: 2, files: 2 })
  })

  it('keeps a clean value out where a person says so, and counts a value of their own as written', () => {
    const out: Choice = { file: 'WG1 update.xlsx', sheet: 'WG1', row: 2, field: 'progress', take: 'current' }
    const own: Choice = { ...out, row: 5, field: 'issues', take: 'edited', value: 'None.' }
    const choices = new Map([
      [choiceKey(row(2).key, 'progress'), out],
      [choiceKey(row(5).key, 'issues'), own],
    ])
    expect(effectOf(rows, choices)).toMatchObject({ fields: 2, rows: 1, kept: 1, undecided: 2 })
  })
})

describe('the words of a review', () => {
  it('counts the rows of a file as people do', () => {
    expect(sayRows(rows, new Map())).toBe(
      '6 rows read: 1 clean, 1 unchanged, 3 need you, 1 not read as actions',
    )
    expect(sayRows([row(4)], new Map())).toBe('1 row read: 1 needs you')
    expect(sayRows([row(4)], choose([4, 'completion', 'current']))).toBe('1 row read: 1 decided')
    expect(sayRows([row(2)], new Map(), true)).toBe('1 row read: 1 clean and taken')
    expect(sayRows([], new Map())).toBe('No rows of the plan in this file')
  })

  it('says what will be written, what stays and what is left out', () => {
    expect(sayEffect(effectOf(rows, new Map()))).toBe(
      '2 changes in 2 rows will be written. 3 values not decided. 1 row without a match left out.',
    )
    expect(sayEffect({ fields: 0, rows: 0, files: 0, made: 0, undecided: 1, kept: 0, leftOut: 0 })).toBe(
      'Nothing will be written. 1 value not decided.',
    )
  })

  it('says how much of a file is still to be decided', () => {
    expect(sayLeft(rows, new Map())).toBe('3 need you')
    expect(sayLeft([row(2)], new Map())).toBe('')
    expect(sayLeft([row(4)], choose([4, 'completion', 'current']))).toBe('All decided')
  })

  it('sums up a commit: files, rows by what became of them, and what is left open', () => {
    const read = { ...aFile(), importId: 'i1', committed: { rows: 1, fields: 1 } }
    const refused = { file: 'notes.docx', error: { code: 'workbook-unreadable', message: 'No workbook.' } }
    const totals = {
      rows: 6,
      changed: 1,
      unchanged: 1,
      new: 1,
      unmatched: 0,
      conflict: 2,
      invalid: 0,
      ignored: 1,
    }
    expect(saySummary({ files: [read, refused], totals }, [{ fields: 12 }])).toBe(
      '2 workbooks: 1 read, 1 refused; 6 rows: 3 differed from the programme, 1 unchanged, 1 without a match, 1 not read as actions; 12 values left open.',
    )
    expect(sayTotals({ ...totals, ignored: 2 }, 2)).toBe(
      '6 rows: 3 differed from the programme, 1 unchanged, 1 without a match, 2 set aside',
    )
  })

  it('says what an undo restored and what it had to keep', () => {
    expect(sayRestored([{ restored: 3, kept: [] }])).toBe('3 values went back to what they were before.')
    expect(
      sayRestored([
        { restored: 1, kept: [{}] },
        { restored: 0, kept: [{}] },
      ]),
    ).toBe('1 value went back to what it was before; 2 values have been edited since and are kept:')
    expect(sayRestored([{ restored: 0, kept: [] }])).toBe('Nothing had to go back.')
  })
})
