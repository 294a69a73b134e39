import { readRange, type Cell, type GridRow, type Merge } from '../../../shared/workbook/grid.ts'
import { compareValues, evaluateFormula } from './evaluateFormula.ts'

/** One rule of conditional formatting whose format has a fill. */
export type FillRule = {
  readonly ranges: readonly Merge[]
  readonly type: string
  readonly operator: string | null
  readonly text: string | null
  readonly formulas: readonly string[]
  readonly priority: number
  readonly fill: string
}

/**
 * Gives every cell the fill that conditional formatting shows, also cells that are empty and so not written at all.
 * Understood are the rules that people make for ratings: "equal to", "between", "text that contains", blanks, and formulas
 * (see `evaluateFormula`); others change nothing. `rules` in the order of their priority.
 */
export function withConditionalFills(rows: readonly GridRow[], rules: readonly FillRule[]): GridRow[] {
  const byRow = new Map(rows.map((r) => [r.number, r]))
  const at: Look = (row, column) => cellIn(byRow.get(row)?.cells ?? [], column)
  return rows.map((row) => {
    const cells = row.cells.map((cell) => {
      const fill = conditionalFill(cell, rules, at)
      return fill === null ? cell : { ...cell, fill }
    })
    const added = emptyColumns(row, rules).flatMap((column) => {
      const blank = emptyCell(row.number, column)
      const fill = conditionalFill(blank, rules, at)
      return fill === null ? [] : [{ ...blank, fill }]
    })
    return {
      ...row,
      cells: added.length === 0 ? cells : [...cells, ...added].sort((a, b) => a.column - b.column),
    }
  })
}

/** A rule over a whole sheet colours rows for their looks: empty cells are only added for rules of a few columns. */
const MOST_COLUMNS = 6

/** Columns of a row in which a rule may colour a cell that is not written. */
function emptyColumns(row: GridRow, rules: readonly FillRule[]): readonly number[] {
  const columns = new Set<number>()
  for (const rule of rules) {
    if (rule.type !== 'expression' && rule.type !== 'containsBlanks') continue
    for (const r of rule.ranges) {
      if (row.number < r.top || row.number > r.bottom || r.right - r.left >= MOST_COLUMNS) continue
      for (let column = r.left; column <= r.right; column++)
        if (!cellIn(row.cells, column)) columns.add(column)
    }
  }
  return [...columns]
}

function cellIn(cells: readonly Cell[], column: number): Cell | undefined {
  const likely = cells[column - 1]
  return likely?.column === column ? likely : cells.find((c) => c.column === column)
}

const emptyCell = (row: number, column: number): Cell => ({
  row,
  column,
  kind: 'blank',
  text: '',
  value: null,
  format: null,
  fill: null,
  ink: null,
  link: null,
  comment: null,
  struck: null,
  formula: null,
})

function conditionalFill(cell: Cell, rules: readonly FillRule[], at: Look): string | null {
  for (const rule of rules) {
    if (!rule.ranges.some((r) => contains(r, cell))) continue
    // a formula is written for the top left cell of the first range
    const [first] = rule.ranges
    if (first && holds(rule, cell, first, at)) return rule.fill
  }
  return null
}

/** Reads a list of ranges such as "E6:E31 G2". */
export const readRanges = (text: string): readonly Merge[] =>
  text.split(/\s+/).flatMap((part) => {
    const range = readRange(part)
    return range ? [range] : []
  })

const contains = (r: Merge, c: Cell): boolean =>
  c.row >= r.top && c.row <= r.bottom && c.column >= r.left && c.column <= r.right

type Look = (row: number, column: number) => Cell | undefined

function holds(rule: FillRule, cell: Cell, range: Merge, at: Look): boolean {
  const shown = cell.text.trim().toLowerCase()
  const wanted = (rule.text ?? '').trim().toLowerCase()
  switch (rule.type) {
    case 'containsText':
      return wanted !== '' && shown.includes(wanted)
    case 'notContainsText':
      return wanted !== '' && !shown.includes(wanted)
    case 'beginsWith':
      return wanted !== '' && shown.startsWith(wanted)
    case 'endsWith':
      return wanted !== '' && shown.endsWith(wanted)
    case 'containsBlanks':
      return shown === ''
    case 'notContainsBlanks':
      return shown !== ''
    case 'cellIs':
      return compares(rule, cell, at)
    case 'expression':
      return formulaHolds(rule.formulas[0] ?? '', cell, range, at)
    default:
      return false
  }
}

function compares(rule: FillRule, cell: Cell, at: Look): boolean {
  if (cell.kind === 'blank' || cell.value === null) return false
  const place = { at, down: 0, right: 0 }
  const [first = null, second = null] = rule.formulas.map((f) => evaluateFormula(f, place))
  const order = first === null ? null : compareValues(cell.value, first)
  const upper = second === null ? null : compareValues(cell.value, second)
  if (order === null) return false
  switch (rule.operator) {
    case 'equal':
      return order === 0
    case 'notEqual':
      return order !== 0
    case 'greaterThan':
      return order > 0
    case 'lessThan':
      return order < 0
    case 'greaterThanOrEqual':
      return order >= 0
    case 'lessThanOrEqual':
      return order <= 0
    case 'between':
      return order >= 0 && upper !== null && upper <= 0
    case 'notBetween':
      return order < 0 || (upper !== null && upper > 0)
    default:
      return false
  }
}

/** A formula is written for the top left cell of its range: references without $ move along. */
function formulaHolds(formula: string, cell: Cell, range: Merge, at: Look): boolean {
  const place = { at, down: cell.row - range.top, right: cell.column - range.left }
  const value = evaluateFormula(formula, place)
  return typeof value === 'number' ? value !== 0 : value === true
}
