import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateFormula } from '../../electron/import/readers/evaluateFormula.ts'
import type { Cell } from '../../shared/workbook/grid.ts'
import { aSheet } from './aWorkbook.ts'

const sheet = aSheet([
  ['Green', 3, ' late ', null],
  ['Red', 0.5, 'On time', { error: '#N/A' }],
])
const at = (row: number, column: number): Cell | undefined =>
  sheet.rows.find((r) => r.number === row)?.cells.find((c) => c.column === column)
const work = (formula: string, down = 0): unknown => evaluateFormula(formula, { at, down, right: 0 })

describe('formulas of conditional formatting', () => {
  it.each<[string, unknown]>([
    ['=$A1="green"', true],
    ['$A1<>"Green"', false],
    ['AND($B1>=3,$B1<5)', true],
    ['OR(B1=1;B2<1)', true],
    ['NOT(ISBLANK(D1))', false],
    ['ISNUMBER(SEARCH("LATE",$C1))', true],
    ['ISNUMBER(FIND("LATE",$C1))', false],
    ['NOT(ISERROR(SEARCH("late",$C2)))', false],
    ['LEFT($A1,2)="Gr"', true],
    ['LEN(TRIM($C1))=4', true],
    ['IF($B1>2,"a","b")&"c"="ac"', true],
    ['$B1*2+1=7', true],
    ['D1=0', true],
    ['D1=""', true],
    ['-$B1<0', true],
  ])('%s', (formula, value) => {
    expect(work(formula)).toBe(value)
  })

  it('moves references that have no $ along with the cell', () => {
    expect(work('A1="Red"', 1)).toBe(true)
    expect(work('A$1="Red"', 1)).toBe(false)
  })

  it('leaves alone what it does not know: other functions, ranges, errors, sums of texts', () => {
    for (const formula of [
      '$B1<TODAY()',
      'COUNTIF(A1:A9,"x")>1',
      'D2=1',
      'B1/0',
      'A1+1',
      'Sheet2!A1=1',
      '(B1',
      '',
    ])
      expect(work(formula), formula).toBeNull()
  })

  it('never throws, whatever stands there', () => {
    const part = fc.constantFrom(
      'A1',
      '$B$2',
      '"x"',
      '(',
      ')',
      ',',
      'AND(',
      'LEFT(',
      '=',
      '<>',
      '-',
      '&',
      '1',
      '%',
      '{',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        expect(['string', 'number', 'boolean', 'object']).toContain(typeof work(parts.join('')))
      }),
    )
  })
})
