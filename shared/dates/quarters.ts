import type { Item } from './item.ts'
import { partsOf } from './isoDay.ts'
import type { Period } from './periods.ts'
import type { Token } from './token.ts'

/**
 * A quarter is what the text says it is: in "Quarter 4 (January to March 2014) 2013/14" and "July - September 2020
 * (Q2)" the months beside it decide, whichever year they count by. Beside a single month the quarter is only checked
 * ("June 2020 (Q1)").
 */
export function settleQuarters(tokens: readonly Token[], items: readonly Item[]): readonly Item[] {
  const settled: Item[] = []
  for (const item of items) {
    const last = settled.at(-1)
    const joined = last !== undefined && isBeside(tokens, last, item) ? settle(tokens, last, item) : null
    if (joined === null) settled.push(item)
    else settled.splice(-1, 1, joined)
  }
  return settled
}

function isBeside(tokens: readonly Token[], a: Item, b: Item): boolean {
  if ((a.sort === 'quarter') === (b.sort === 'quarter')) return false
  const between = tokens.slice(a.end, b.first).map(({ kind }) => kind)
  return between.every((kind) => /[(\-:,.fi]/.test(kind)) && between.length <= 3
}

function settle(tokens: readonly Token[], a: Item, b: Item): Item | null {
  const [quarter, months] = a.sort === 'quarter' ? [a, b] : [b, a]
  const { period } = months
  if (period === null) return null
  const whole = { ...months, first: a.first, end: behind(tokens, b.end) }
  if (months.sort === 'range' && isQuarterLong(period)) {
    return { ...whole, sort: 'quarter', period: { ...period, precision: 'quarter' } }
  }
  if (months.sort !== 'month' || quarter.period !== null) return null
  return { ...whole, notes: [...months.notes, ...mismatch(quarter, period)] }
}

function isQuarterLong(period: Period): boolean {
  const from = partsOf(period.earliest)
  const to = partsOf(period.latest)
  return from.day === 1 && to.day > 27 && (to.year - from.year) * 12 + to.month - from.month === 2
}

/** June lies in the first financial quarter; July neither in the first financial nor in the first calendar one. */
function mismatch(quarter: Item, month: Period): readonly string[] {
  const { year, month: at } = partsOf(month.earliest)
  const financial = quarter.inYear?.(year) ?? null
  if (financial === null) return []
  const start = partsOf(financial.earliest).month
  const isFinancial = at >= start && at < start + 3
  const calendarStart = start === 1 ? 10 : start - 3
  if (isFinancial || (at >= calendarStart && at < calendarStart + 3)) return []
  return ['The month does not lie in the quarter that is named with it.']
}

/** A closing bracket and the financial year said again belong to it. */
function behind(tokens: readonly Token[], end: number): number {
  let at = end
  while (/[),P]/.test(tokens[at]?.kind ?? '')) at += 1
  return at > end && tokens[at - 1]?.kind === ',' ? at - 1 : at
}
