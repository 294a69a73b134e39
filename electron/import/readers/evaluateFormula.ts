import { readAddress, type Cell } from '../../../shared/workbook/grid.ts'

/** A value while a formula is worked out; an empty cell is ''. */
export type FormulaValue = string | number | boolean

/** Another cell of the sheet, and how a reference without $ moves for the cell that the formula is asked about. */
export type FormulaPlace = {
  readonly at: (row: number, column: number) => Cell | undefined
  readonly down: number
  readonly right: number
}

/**
 * Works out a formula of conditional formatting for one cell: comparisons, sums, texts and the functions that rules for
 * ratings use. Null where it holds anything else (TODAY, ranges, other sheets): such a rule changes nothing. Never throws.
 */
export function evaluateFormula(formula: string, place: FormulaPlace): FormulaValue | null {
  const tokens = tokenise(formula.trim().replace(/^=/, ''))
  if (tokens === null) return null
  const reading: Reading = { tokens, next: 0, place, depth: 0 }
  try {
    const value = comparison(reading)
    return reading.next === tokens.length ? value : null
  } catch (error) {
    if (error instanceof NotUnderstood) return null
    throw error
  }
}

class NotUnderstood extends Error {}

const TOKEN =
  /\s*(?:("(?:[^"]|"")*")|(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(<=|>=|<>|[=<>+\-*/&(),;])|(\$?[A-Za-z]{1,3}\$?\d{1,7}(?![A-Za-z(]))|([A-Za-z.]+(?=\s*\())|(TRUE|FALSE)\b)/giy

type Token = { readonly kind: 'text' | 'number' | 'sign' | 'cell' | 'name' | 'truth'; readonly text: string }
type Reading = {
  readonly tokens: readonly Token[]
  next: number
  readonly place: FormulaPlace
  depth: number
}

const KINDS = ['text', 'number', 'sign', 'cell', 'name', 'truth'] as const

/** The same few formulas are asked about in every row. */
const cut = new Map<string, readonly Token[] | null>()

function tokenise(formula: string): readonly Token[] | null {
  const before = cut.get(formula)
  if (before !== undefined) return before
  if (cut.size > 500) cut.clear()
  const tokens = cutUp(formula)
  cut.set(formula, tokens)
  return tokens
}

function cutUp(formula: string): readonly Token[] | null {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  const text = formula.trimEnd()
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text)
    if (found === null || tokens.length > 200) return null
    const at = KINDS.findIndex((_, i) => found[i + 1] !== undefined)
    tokens.push({ kind: KINDS[at] ?? 'sign', text: found[at + 1] ?? '' })
  }
  return tokens
}

function take(r: Reading, ...signs: readonly string[]): string | null {
  const token = r.tokens[r.next]
  if (token?.kind !== 'sign' || !signs.includes(token.text)) return null
  r.next++
  return token.text
}

function comparison(r: Reading): FormulaValue {
  if (++r.depth > 60) throw new NotUnderstood()
  let left = joined(r)
  for (let sign = take(r, '=', '<>', '<', '>', '<=', '>='); sign !== null;) {
    left = compareBy(sign, compareValues(left, joined(r)))
    sign = take(r, '=', '<>', '<', '>', '<=', '>=')
  }
  r.depth--
  return left
}

function joined(r: Reading): FormulaValue {
  let left = sum(r)
  while (take(r, '&') !== null) left = `${asText(left)}${asText(sum(r))}`
  return left
}

function sum(r: Reading): FormulaValue {
  let left = product(r)
  for (let sign = take(r, '+', '-'); sign !== null; sign = take(r, '+', '-')) {
    const right = asNumber(product(r))
    left = sign === '+' ? asNumber(left) + right : asNumber(left) - right
  }
  return left
}

function product(r: Reading): FormulaValue {
  let left = single(r)
  for (let sign = take(r, '*', '/'); sign !== null; sign = take(r, '*', '/')) {
    const right = asNumber(single(r))
    if (sign === '/' && right === 0) throw new NotUnderstood()
    left = sign === '*' ? asNumber(left) * right : asNumber(left) / right
  }
  return left
}

function single(r: Reading): FormulaValue {
  if (take(r, '-') !== null) return -asNumber(single(r))
  if (take(r, '(') !== null) {
    const value = comparison(r)
    if (take(r, ')') === null) throw new NotUnderstood()
    return value
  }
  const token = r.tokens[r.next++]
  switch (token?.kind) {
    case 'text':
      return token.text.slice(1, -1).replaceAll('""', '"')
    case 'number':
      return Number(token.text)
    case 'truth':
      return token.text.toUpperCase() === 'TRUE'
    case 'cell':
      return cellValue(token.text, r.place)
    case 'name':
      return call(token.text.toUpperCase(), r)
    default:
      throw new NotUnderstood()
  }
}

function cellValue(reference: string, place: FormulaPlace): FormulaValue {
  const found = readAddress(reference)
  if (!found) throw new NotUnderstood()
  const row = /\$\d/.test(reference) ? found.row : found.row + place.down
  const column = reference.startsWith('$') ? found.column : found.column + place.right
  const cell = place.at(row, column)
  if (cell?.kind === 'error' || (cell?.kind === 'blank' && cell.formula !== null)) throw new NotUnderstood()
  // a date is kept as its day: no rule compares one with a bare number rightly
  if (cell?.kind === 'date') throw new NotUnderstood()
  return cell?.value ?? ''
}

function call(name: string, r: Reading): FormulaValue {
  if (take(r, '(') === null) throw new NotUnderstood()
  const given: FormulaValue[] = []
  while (take(r, ')') === null) {
    given.push(comparison(r))
    if (take(r, ',', ';') === null && r.tokens[r.next]?.text !== ')') throw new NotUnderstood()
  }
  const [a = '', b = '', c = ''] = given
  const search = (): number => asText(b).toLowerCase().indexOf(asText(a).toLowerCase())
  switch (name) {
    case 'AND':
      return given.length > 0 && given.every(asTruth)
    case 'OR':
      return given.some(asTruth)
    case 'NOT':
      return !asTruth(a)
    case 'IF':
      return asTruth(a) ? b : c
    case 'ISBLANK':
      return a === ''
    case 'ISNUMBER':
      return typeof a === 'number' && a !== NOT_FOUND
    case 'ISERROR':
    case 'ISERR':
      return a === NOT_FOUND
    case 'ISTEXT':
      return typeof a === 'string' && a !== ''
    case 'SEARCH':
      return search() < 0 ? NOT_FOUND : search() + 1
    case 'FIND':
      return asText(b).includes(asText(a)) ? asText(b).indexOf(asText(a)) + 1 : NOT_FOUND
    case 'IFERROR':
      return a === NOT_FOUND ? b : a
    default:
      return ofText(name, asText(a), b)
  }
}

function ofText(name: string, text: string, more: FormulaValue): FormulaValue {
  const count = more === '' ? 1 : asNumber(more)
  switch (name) {
    case 'LEFT':
      return text.slice(0, count)
    case 'RIGHT':
      return count === 0 ? '' : text.slice(-count)
    case 'LEN':
      return text.length
    case 'TRIM':
      return text.trim().replaceAll(/ +/g, ' ')
    case 'UPPER':
      return text.toUpperCase()
    case 'LOWER':
      return text.toLowerCase()
    case 'EXACT':
      return text === asText(more)
    default:
      throw new NotUnderstood()
  }
}

/** What SEARCH gives where it finds nothing; only the tests for errors may see it. */
const NOT_FOUND = Number.POSITIVE_INFINITY

const asText = (value: FormulaValue): string =>
  typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value)

function asNumber(value: FormulaValue): number {
  const number = value === '' ? 0 : Number(value)
  if (!Number.isFinite(number)) throw new NotUnderstood()
  return number
}

function asTruth(value: FormulaValue): boolean {
  if (value === NOT_FOUND) throw new NotUnderstood()
  if (typeof value === 'string') throw new NotUnderstood()
  return Boolean(value)
}

/** As Excel compares: texts without regard to case; an empty cell is 0 beside a number, '' beside a text. */
export function compareValues(a: FormulaValue, b: FormulaValue): -1 | 0 | 1 | null {
  if (a === NOT_FOUND || b === NOT_FOUND) return null
  const [x, y] = [beside(a, b), beside(b, a)]
  const rank = (v: FormulaValue): number => (typeof v === 'number' ? 0 : typeof v === 'string' ? 1 : 2)
  if (rank(x) !== rank(y)) return rank(x) < rank(y) ? -1 : 1
  return x < y ? -1 : x > y ? 1 : 0
}

const beside = (value: FormulaValue, other: FormulaValue): FormulaValue => {
  if (value === '' && typeof other === 'number') return 0
  return typeof value === 'string' ? value.trim().toLowerCase() : value
}

function compareBy(sign: string, order: -1 | 0 | 1 | null): boolean {
  if (order === null) throw new NotUnderstood()
  switch (sign) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '>':
      return order > 0
    case '<=':
      return order <= 0
    default:
      return order >= 0
  }
}
