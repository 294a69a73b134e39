import type { Precision } from './completionReading.ts'
import type { Item } from './item.ts'
import { addDays } from './isoDay.ts'
import { firstMonthOf, weekOf } from './periods.ts'
import type { Token } from './token.ts'

/** A date with the small words around it that change what it means. Tokens `first` up to and without `end`. */
export type Dated = {
  readonly first: number
  readonly end: number
  readonly earliest: string | null
  readonly latest: string | null
  readonly precision: Precision
  readonly isSuperseded: boolean
  /** "Start September 2019": a step where other dates follow, else open-ended. */
  readonly isStart: boolean
  readonly notes: readonly string[]
}

/** Small words that may stand between a modifier and its date. */
const BEFORE = /[lesEgarkjpfiX:?~]/
const AFTER = /^(?:[),.:;_\-~&/(]|[fil])*?(G|R|v)/

/** Reads the words before and after a date: "from", "end of", "week commencing", "and ongoing", "originally". */
function withModifiers(tokens: readonly Token[], item: Item): Dated | null {
  if (item.period === null) return null
  let first = item.first
  while (first > 0 && BEFORE.test(tokens[first - 1]?.kind ?? '')) first -= 1
  if (/[:?]/.test(tokens[first]?.kind ?? '')) first = item.first
  const kinds = tokens
    .slice(first, item.first)
    .map(({ kind }) => kind)
    .join('')
  const ongoing = ongoingBefore(tokens, first, kinds)
  const base = {
    first: ongoing ?? first,
    end: item.end,
    notes: [...item.notes, ...doubts(tokens, item, kinds)],
    isSuperseded: kinds.includes('X'),
    isStart: tokens.slice(first, item.first).some(({ kind, value }) => kind === 'g' && value === 1),
  }
  return {
    ...base,
    ...meaning(item, kinds),
    ...(ongoing === null ? {} : ongoingMeaning(item, kinds)),
    ...tail(tokens, item),
  }
}

/** What makes a date uncertain in its own words. */
function doubts(tokens: readonly Token[], item: Item, kinds: string): readonly string[] {
  const notes: string[] = []
  const after = tokens
    .slice(item.end, item.end + 3)
    .map(({ kind }) => kind)
    .join('')
  if (/^[),(-]?N/.test(after)) notes.push('The date is still to be confirmed.')
  if (/^[)]?[?]/.test(after)) notes.push('A question mark stands beside the date.')
  const isLong = /^(?:year|half|quarter|season|term)$/.test(item.sort)
  if (isLong && kinds.includes('E')) notes.push('No last day is named: the whole period was taken.')
  return notes
}

type Meaning = Pick<Dated, 'earliest' | 'latest' | 'precision'>

function meaning(item: Item, kinds: string): Meaning {
  const { period } = item
  if (period === null) return { earliest: null, latest: null, precision: 'unread' }
  if (/k|j/.test(kinds)) return weekOf(period, kinds.includes('j'))
  if (item.sort === 'range') return period
  if (kinds.includes('a')) return { earliest: addDays(period.latest, 1), latest: null, precision: 'from' }
  if (kinds.includes('g')) {
    return {
      earliest: kinds.includes('e') ? period.latest : period.earliest,
      latest: null,
      precision: 'from',
    }
  }
  if (/r(?!.*e)/.test(kinds)) {
    const last = addDays(period.earliest, -1)
    return { earliest: last, latest: last, precision: 'day' }
  }
  if (kinds.includes('s') && /^(?:term|year|half|quarter|season)$/.test(item.sort))
    return firstMonthOf(period)
  return period
}

/** "Ongoing from September 2019": the word in front belongs to the date. Gives the first token, or null. */
function ongoingBefore(tokens: readonly Token[], first: number, kinds: string): number | null {
  let at = first - 1
  while (at >= 0 && /[(,\-:&]/.test(tokens[at]?.kind ?? '')) at -= 1
  if (tokens[at]?.kind !== 'G') return null
  return at === 0 || /[g~l]/.test(kinds) ? at : null
}

function ongoingMeaning(item: Item, kinds: string): Meaning {
  const { period } = item
  if (period === null) return { earliest: null, latest: null, precision: 'unread' }
  if (/[~l]/.test(kinds)) return { earliest: null, latest: period.latest, precision: 'range' }
  return item.sort === 'range' || kinds.includes('i')
    ? period
    : { earliest: period.earliest, latest: null, precision: 'ongoing' }
}

/** "… and ongoing", "… onwards", "…, then annually": the words behind. */
function tail(tokens: readonly Token[], item: Item): Partial<Dated> {
  const kinds = tokens
    .slice(item.end)
    .map(({ kind }) => kind)
    .join('')
  const hit = AFTER.exec(kinds)
  if (hit === null || item.period === null || (item.sort === 'range' && hit[1] !== 'G')) return {}
  const lead = hit[0].slice(0, -1)
  const word = tokens[item.end + hit[0].length - 1]
  const follower = kinds[hit[0].length] ?? ''
  if (hit[1] === 'R' && follower !== 'v' && !/&/.test(lead) && !/^(?:and|then)/i.test(word?.text ?? ''))
    return {}
  if (/[_;/]/.test(lead) && /[wx]/.test(follower)) return {}
  const close = kinds[hit[0].length] === ')' ? 1 : 0
  const precision = hit[1] === 'v' ? 'from' : 'ongoing'
  return { end: item.end + hit[0].length + close, earliest: item.period.earliest, latest: null, precision }
}

/**
 * All dates with their small words, each seen beside the others: "w/c 3 and 10 February" are two weeks, and "start
 * September 2019, complete March 2020" begins with a step that is no open end.
 */
export function inContext(tokens: readonly Token[], items: readonly Item[]): readonly Dated[] {
  const kinds = tokens.map(({ kind }) => kind).join('')
  const done: Dated[] = []
  items.forEach((item, index) => {
    const date = withModifiers(tokens, item)
    if (date === null) return
    const last = done.at(-1)
    const isWeekToo =
      last !== undefined && isListed(kinds, last, date) && /k/.test(kinds.slice(last.first, last.end))
    const hasLater = items.slice(index + 1).some(({ period }) => period !== null)
    if (isWeekToo && item.sort === 'day' && item.period !== null)
      done.push({ ...date, ...weekOf(item.period, false) })
    else if (date.isStart && hasLater && item.period !== null) done.push({ ...date, ...item.period })
    else done.push(date)
  })
  return done
}

function isListed(kinds: string, a: Dated, b: Dated): boolean {
  return /^[,&fW]+$/.test(kinds.slice(a.end, b.first))
}
