import type { Item } from './item.ts'
import { termPeriod } from './periods.ts'
import type { Period, Season } from './periods.ts'
import { addDays, partsOf } from './isoDay.ts'
import type { Token } from './token.ts'

/**
 * Joins dates that belong together ("January - July 2020", "between 3 and 7 February", "Spring/Summer 2020") into
 * ranges, and gives a date without a year the year of the one it stands beside ("March, June and September 2020").
 */
export function linkItems(tokens: readonly Token[], items: readonly Item[]): readonly Item[] {
  const linked: Item[] = []
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at]
    const next = linked[0]
    if (item === undefined) continue
    const joint = next === undefined ? null : jointOf(tokens, item, next)
    if (next === undefined || joint === null) linked.unshift(item)
    else if (joint === 'range') linked.splice(0, 1, rangeOf(item, next))
    else linked.unshift(yearFrom(item, next))
  }
  return forwardYears(tokens, linked)
}

/** Adjacent dates after one with a year: "January 2020 to July" and "March 2020, June and September". */
function forwardYears(tokens: readonly Token[], items: readonly Item[]): readonly Item[] {
  const done: Item[] = []
  for (const item of items) {
    const last = done.at(-1)
    const joint = last === undefined || item.period !== null ? null : jointOf(tokens, last, item)
    if (last === undefined || joint === null || last.period === null) done.push(item)
    else if (joint === 'range') done.splice(-1, 1, rangeOf(last, item))
    else done.push(yearAfter(item, last))
  }
  return done
}

function jointOf(tokens: readonly Token[], a: Item, b: Item): 'range' | 'list' | null {
  const between = tokens.slice(a.end, b.first).filter(({ kind }) => !/[fWi]/.test(kind))
  const kinds = between.map(({ kind }) => kind).join('')
  const light = kinds.replace(/[lesEg]/g, '')
  if (tokens[a.first - 1]?.kind === 'X') return null
  if (/^_?\)?[-~]+_?\(?$/.test(light) && !isBulleted(tokens, a, b, light)) return 'range'
  const isBetween = /[p]/.test(tokens[a.first - 1]?.kind ?? '') || /[p]/.test(tokens[a.first - 2]?.kind ?? '')
  if (light === '&' && isBetween) return 'range'
  if (kinds === '|') return 'range'
  if (kinds === '/') return isSlashRange(a, b) ? 'range' : 'list'
  if (/^[,&]{1,2}$/.test(kinds)) return 'list'
  return null
}

/** A dash at the start of a line is a bullet where the first line has one too. */
function isBulleted(tokens: readonly Token[], a: Item, b: Item, kinds: string): boolean {
  return kinds.startsWith('_-') && a.end < b.first && tokens[0]?.kind === '-'
}

/** "March/April 2020" and "December 2019/January 2020" are one stretch; "December 2019 / June 2020" are two dates. */
function isSlashRange(a: Item, b: Item): boolean {
  if (a.sort === 'day' && a.period !== null && b.sort === 'day' && b.period !== null) {
    return addDays(a.period.latest, 1) === b.period.earliest
  }
  if (b.period === null || b.sort === 'range' || a.sort === 'range')
    return a.period === null && b.sort === 'range'
  if (a.period === null) return true
  const gap = monthNumber(b.period.earliest) - monthNumber(a.period.latest)
  return gap === 1 && a.sort === b.sort && a.sort !== 'day'
}

function rangeOf(a: Item, b: Item): Item {
  const [from, to] = withYears(a, b)
  const notes = [...a.notes, ...b.notes]
  const whole = { first: a.first, end: b.end, sort: 'range' as const, isWeak: a.isWeak && b.isWeak }
  if (from === null || to === null) return { ...whole, period: null, inYear: rangeInYear(a, b), notes }
  const isBackward = from.earliest > to.latest
  if (isBackward) notes.push('The range ends before it begins.')
  const earliest = isBackward || to.earliest < from.earliest ? to.earliest : from.earliest
  const latest = isBackward || from.latest > to.latest ? from.latest : to.latest
  return { ...whole, period: { earliest, latest, precision: 'range' }, inYear: null, notes }
}

function rangeInYear(a: Item, b: Item): ((year: number) => Period | null) | null {
  if (a.inYear === null || b.inYear === null) return null
  const { inYear } = b
  return (year) => {
    const to = inYear(year)
    const from = to === null ? null : lastBefore(sameSort(a, b), to)
    return from === null || to === null
      ? null
      : { earliest: from.earliest, latest: to.latest, precision: 'range' }
  }
}

function withYears(a: Item, b: Item): readonly [Period | null, Period | null] {
  if (a.period === null && b.period !== null) return [lastBefore(sameSort(a, b), b.period), b.period]
  if (a.period !== null && b.period === null) return [a.period, firstAfter(b, a.period)]
  return [a.period, b.period]
}

function yearFrom(a: Item, b: Item): Item {
  if (a.period !== null || b.period === null) return a
  return { ...a, period: lastBefore(sameSort(a, b), b.period) }
}

function yearAfter(item: Item, last: Item): Item {
  return last.period === null ? item : { ...item, period: firstAfter(item, last.period) }
}

/** "Spring/Summer term 2020": the first is a term as well, not a season. */
function sameSort(a: Item, b: Item): Item {
  if (a.sort !== 'season' || b.sort !== 'term' || a.inYear === null) return a
  const season = seasonOf(a.inYear)
  return { ...a, sort: 'term', inYear: (year) => termPeriod(year, season) }
}

function seasonOf(inYear: (year: number) => Period | null): Season {
  const month = partsOf(inYear(2020)?.earliest ?? '2020-03-01').month
  return month === 3 ? 0 : month === 6 ? 1 : month === 9 ? 2 : 3
}

/** The last occurrence that does not begin after the period does. */
export function lastBefore(item: Pick<Item, 'inYear'>, period: Period): Period | null {
  const { year } = partsOf(period.earliest)
  const same = item.inYear?.(year) ?? null
  return same !== null && same.earliest > period.latest ? (item.inYear?.(year - 1) ?? null) : same
}

/** The first occurrence that does not end before the period does. */
export function firstAfter(item: Pick<Item, 'inYear'>, period: Period): Period | null {
  const { year } = partsOf(period.earliest)
  const same = item.inYear?.(year) ?? null
  return same !== null && same.latest < period.earliest ? (item.inYear?.(year + 1) ?? null) : same
}

function monthNumber(day: string): number {
  const { year, month } = partsOf(day)
  return year * 12 + month
}
