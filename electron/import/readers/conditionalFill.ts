import { cellAddress, readAddress, readRange, type Cell, type Merge } from '../../../shared/workbook/grid.ts'

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
 * The fill that conditional formatting gives a cell, or null. Understood are the rules that people make for ratings:
 * "equal to", "between", "text that contains" and formulas that compare a cell with a word; others change nothing.
 * `at` answers for any other cell of the sheet.
 */
export function conditionalFill(
  cell: Cell,
  rules: readonly FillRule[],
  at: (row: number, column: number) => Cell | undefined,
): string | null {
  for (const rule of rules) {
    const range = rule.ranges.find((r) => contains(r, cell))
    if (range && holds(rule, cell, range, at)) return rule.fill
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
    case 'cellIs':
      return compares(rule, cell, at)
    case 'expression':
      return formulaHolds(rule.formulas[0] ?? '', cell, range, at)
    default:
      return false
  }
}

function compares(rule: FillRule, cell: Cell, at: Look): boolean {
  if (cell.kind === 'blank') return false
  const [first, second] = rule.formulas.map((f) => operand(f, at))
  const order = first === undefined ? null : compare(cell.value, first)
  const upper = second === undefined ? null : compare(cell.value, second)
  switch (rule.operator) {
    case 'equal':
      return order === 0
    case 'notEqual':
      return order !== null && order !== 0
    case 'greaterThan':
      return order === 1
    case 'lessThan':
      return order === -1
    case 'greaterThanOrEqual':
      return order === 0 || order === 1
    case 'lessThanOrEqual':
      return order === 0 || order === -1
    case 'between':
      return order !== null && order >= 0 && upper !== null && upper <= 0
    default:
      return false
  }
}

type Value = string | number | boolean

function operand(formula: string, at: Look): Value | undefined {
  const text = formula.trim().replace(/^=/, '')
  const quoted = /^"(.*)"$/s.exec(text)
  if (quoted) return (quoted[1] ?? '').replaceAll('""', '"')
  if (text !== '' && Number.isFinite(Number(text))) return Number(text)
  const place = readAddress(text)
  return place ? (at(place.row, place.column)?.value ?? undefined) : undefined
}

function compare(a: Cell['value'], b: Value): -1 | 0 | 1 | null {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0
  if (typeof a !== 'string' || typeof b !== 'string') return null
  const [x, y] = [a.trim().toLowerCase(), b.trim().toLowerCase()]
  return x < y ? -1 : x > y ? 1 : 0
}

const COMPARED = /^=?\s*(\$?[A-Z]{1,3}\$?\d+)\s*=\s*("(?:[^"]|"")*"|-?[\d.]+|\$?[A-Z]{1,3}\$?\d+)\s*$/i
const SEARCHED = /SEARCH\(\s*"([^"]*)"\s*,\s*(\$?[A-Z]{1,3}\$?\d+)\s*\)/i

/** A formula is written for the top left cell of its range: references without $ move along. */
function formulaHolds(formula: string, cell: Cell, range: Merge, at: Look): boolean {
  const moved = (reference: string): string => {
    const place = readAddress(reference)
    if (!place) return reference
    const row = /\$\d/.test(reference) ? place.row : place.row + cell.row - range.top
    const column = reference.startsWith('$') ? place.column : place.column + cell.column - range.left
    return cellAddress(row, column)
  }
  const searched = SEARCHED.exec(formula)
  if (searched) {
    const place = readAddress(moved(searched[2] ?? ''))
    const text = place ? (at(place.row, place.column)?.text ?? '') : ''
    return (
      text.toLowerCase().includes((searched[1] ?? '').toLowerCase()) &&
      /^=?\s*(ISNUMBER|NOT\(\s*ISERROR|NOT\(\s*ISERR)/i.test(formula)
    )
  }
  const compared = COMPARED.exec(formula)
  if (!compared) return false
  const left = operand(moved(compared[1] ?? ''), at)
  const right = operand(moved(compared[2] ?? ''), at)
  return left !== undefined && right !== undefined && compare(left, right) === 0
}
