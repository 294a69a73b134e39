import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TestCell } from './aWorkbook.ts'
import { heading, parse } from './parsing.ts'

describe('any grid at all', () => {
  const anyCell: fc.Arbitrary<TestCell> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom<TestCell>(
        null,
        'Ref',
        'Action',
        'RAG',
        'Lead',
        'Due date',
        'Update',
        'Total',
        'Key',
        'Green',
        'A/G',
        '1.1.1',
        '6.1',
        'March 2020',
        'Objective 6.1: x',
        '-',
      ),
    },
    { weight: 2, arbitrary: fc.string({ maxLength: 30 }) },
    { weight: 1, arbitrary: fc.double({ noNaN: true }) },
    { weight: 1, arbitrary: fc.record({ fill: fc.constantFrom('FF0000', 'FFF2CC', '00B050', '123456') }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<TestCell>({ error: '#N/A' }, { formula: 'A1' }, { day: '2020-03-31' }),
    },
  )
  const anyGrid = fc.array(fc.array(anyCell, { maxLength: 8 }), { maxLength: 25 })
  const anyMerges = fc.array(fc.constantFrom('A2:F2', 'B3:B6', 'C4:D7', 'A1:A2', 'E5:E5'), { maxLength: 3 })

  it('accounts for every row under the heading once and never throws', () => {
    fc.assert(
      fc.property(fc.boolean(), anyGrid, anyMerges, (withHeading, rows, merges) => {
        const grid = withHeading ? [heading, ...rows] : rows
        const parsed = parse(grid, { merges })
        const keys = parsed.drafts.map((d) => d.row)
        expect(new Set(keys).size).toBe(keys.length)
        const first = parsed.sheets.find((s) => s.read)?.headerRow
        if (first === null || first === undefined) return
        const covered = (r: number, c: number): boolean =>
          merges.some((m) => m !== 'E5:E5' && isUnder(m, r, c))
        for (const [i, cells] of grid.entries()) {
          const says = cells.some(
            (c, j) =>
              (typeof c === 'number' || (typeof c === 'string' && c.trim() !== '')) && !covered(i + 1, j + 1),
          )
          if (i + 1 > first && says) expect(keys, `row ${i + 1}`).toContain(i + 1)
        }
        for (const draft of parsed.drafts) if (draft.kind === 'ignored') expect(draft.problems.length).toBe(1)
      }),
      { numRuns: 300 },
    )
  })

  it('accounts for every row once where tables stand beside and below each other', () => {
    const anyRow = fc.record({ at: fc.constantFrom(0, 7), cells: fc.array(anyCell, { maxLength: 6 }) })
    const anyBlock = fc.record({ beside: fc.boolean(), rows: fc.array(anyRow, { maxLength: 8 }) })
    fc.assert(
      fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 3 }), (blocks) => {
        const grid = blocks.flatMap(({ beside, rows }) => [
          beside ? [...heading, null, ...heading] : [...heading],
          ...rows.map(({ at, cells }) => [...Array<TestCell>(at).fill(null), ...cells]),
        ])
        const parsed = parse(grid)
        const keys = parsed.drafts.map((d) => d.row)
        expect(new Set(keys).size).toBe(keys.length)
        const first = parsed.sheets.find((s) => s.read)?.headerRow
        if (first === null || first === undefined) return
        const says = (c: TestCell): boolean =>
          typeof c === 'number' || (typeof c === 'string' && c.trim() !== '')
        for (const [i, cells] of grid.entries())
          if (i + 1 > first && cells.some(says)) expect(keys, `row ${i + 1}`).toContain(i + 1)
      }),
      { numRuns: 150 },
    )
  })

  /** Under a merged range, other than in its top left cell. */
  function isUnder(merge: string, r: number, c: number): boolean {
    const [from, to] = merge
      .split(':')
      .map((a) => ({ row: Number(a.slice(1)), column: a.charCodeAt(0) - 64 })) as [
      { row: number; column: number },
      { row: number; column: number },
    ]
    const inside = r >= from.row && r <= to.row && c >= from.column && c <= to.column
    return inside && !(r === from.row && c === from.column)
  }
})
