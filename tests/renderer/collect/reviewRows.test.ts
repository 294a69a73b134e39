import { describe, expect, it } from 'vitest'
import { sayEffect, sayFile, sayRows } from '../../../renderer/collect/collectWords.ts'
import {
  choiceKey,
  type Choices,
  effectOf,
  reviewRows,
  sectionOf,
  stopsOf,
} from '../../../renderer/collect/reviewRows.ts'
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
      undecided: 0,
      kept: 1,
      leftOut: 1,
    })
  })

  it('never counts an answer to a row that fits no action', () => {
    const choices = choose([6, 'progress', 'returned'])
    expect(effectOf(rows, choices).fields).toBe(2)
  })
})

describe('the words of a review', () => {
  it('counts the rows of a file as people do', () => {
    expect(sayFile(aFile({ rows: rows.map((r) => r.row) }))).toBe(
      '6 rows read: 1 changed, 1 unchanged, 3 need you, 1 not read as actions',
    )
    expect(sayRows([{ section: 'needs-you' }])).toBe('1 row read: 1 needs you')
    expect(sayRows([])).toBe('No rows of the plan in this file')
  })

  it('says what will be written, what stays and what is left out', () => {
    expect(sayEffect(effectOf(rows, new Map()))).toBe(
      '2 changes in 2 rows will be written. 3 values not decided yet stay as they are in the programme. 1 row without a sure match is left out.',
    )
    expect(sayEffect({ fields: 0, rows: 0, files: 0, undecided: 1, kept: 0, leftOut: 0 })).toBe(
      'Nothing will be written. 1 value not decided yet stays as it is in the programme.',
    )
  })
})
