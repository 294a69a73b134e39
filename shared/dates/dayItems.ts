import { printDay } from './printDay.ts'
import type { Pattern } from './findItems.ts'
import { lastDayOf, weekdayOf } from './isoDay.ts'
import type { Item } from './item.ts'
import { MONTH_NAMES } from './months.ts'
import { dayPeriod } from './periods.ts'
import type { Period } from './periods.ts'
import { misspeltNotes } from './misspelt.ts'
import type { Token } from './token.ts'
import { fullYear } from './tokenRules.ts'

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/** Single days and runs of days that share a month, with a year or without. */
export const dayItems: readonly Pattern[] = [
  [/(?:W,?)?[fi]*d/y, (tokens, first) => figuresItem(tokens, first)],
  [/b/y, (tokens, first) => brokenDay(tokens, first, tokens[0]?.day ?? 0, tokens[0]?.month ?? 0)],
  [
    /(?:W[.,]?)?f*[no]f*(?:[-~/,&|]+f*(?:W[.,]?)?f*[no]f*)+-?M(?:[.,]?[-/]?_?[fi]*[Yy]|[-/.]?n)/y,
    (tokens, first) => runItems(tokens, first, true),
  ],
  [/(?:W[.,]?)?f*[no][-/]?f*M(?:[-/.,]?_?[fi]*[Yy]|[-/.]?n)/y, (tokens, first) => wordItem(tokens, first)],
  [/(?:W,?)?M[.,]?f*[no],?[fi]*[Yy]/y, (tokens, first) => wordItem(tokens, first)],
  [/(?:W,?)?Mf*o,?n/y, (tokens, first) => wordItem(tokens, first)],
  [/Y[-/]M[-/][no]|YMo/y, (tokens, first) => wordItem(tokens, first)],
  [
    /(?:W[.,]?)?f*[no]f*(?:[-~/,&|]+f*(?:W[.,]?)?f*[no]f*)+M(?!x)/y,
    (tokens, first) => runItems(tokens, first, false),
  ],
  [/(?:W[.,]?)?f*[no][-/]?f*M(?!x)/y, (tokens, first) => yearlessItem(tokens, first)],
  [/(?:W,?)?M,?f*o/y, (tokens, first) => yearlessItem(tokens, first)],
  [/Mn/y, (tokens, first) => (tokens[1]?.text.length === 1 ? yearlessItem(tokens, first) : null)],
  [/n\/n/y, (tokens, first) => yearlessFigures(tokens, first)],
]

function figuresItem(tokens: readonly Token[], first: number): readonly Item[] | null {
  const date = tokens.at(-1)
  if (date === undefined) return null
  const period = dayPeriod(date.value, date.month, date.day)
  return period === null ? null : [dayItem(tokens, first, period)]
}

/** "31st of March 2020", "31-Mar-20", "March 31, 2020": whatever the order, the year comes last or has four figures. */
function wordItem(tokens: readonly Token[], first: number): readonly Item[] | null {
  if (isSpacedDash(tokens)) return null
  const month = tokens.find(({ kind }) => kind === 'M')
  const numbers = tokens.filter(({ kind }) => kind === 'n' || kind === 'o')
  const written = tokens.find(({ kind }) => kind === 'Y' || kind === 'y') ?? numbers.at(-1)
  const date = numbers[0]
  if (month === undefined || date === undefined || written === undefined || written === date) return null
  const year = yearOf(written)
  if (year === null) return null
  const period = dayPeriod(year, month.value, date.value)
  return period === null
    ? brokenDay(tokens, first, date.value, month.value)
    : [dayItem(tokens, first, period, misspeltNotes(month))]
}

/** Days that share a month: "3-7 February 2020" is one stretch, "5, 12 and 19 March" are several days. */
function runItems(tokens: readonly Token[], first: number, hasYear: boolean): readonly Item[] | null {
  const monthAt = tokens.findIndex(({ kind }) => kind === 'M')
  const month = tokens[monthAt]
  const last = tokens.at(-1)
  if (month === undefined || last === undefined) return null
  const year = hasYear ? yearOf(last) : null
  if (hasYear && year === null) return null
  const days = tokens
    .slice(0, monthAt)
    .flatMap((token, at) => (/[no]/.test(token.kind) ? [{ token, at }] : []))
  const items = days.map(({ token, at }, index): Item | null => {
    const end = index === days.length - 1 ? tokens.length : at + 1
    if (token.value < 1 || token.value > lastDayOf(year ?? 2020, month.value)) return null
    const inYear = (y: number): Period | null => dayPeriod(y, month.value, token.value)
    const period = year === null ? null : inYear(year)
    return { first: first + at, end: first + end, sort: 'day', period, inYear, isWeak: false, notes: [] }
  })
  return items.every((item) => item !== null) ? items : null
}

function yearlessItem(tokens: readonly Token[], first: number): readonly Item[] | null {
  if (isSpacedDash(tokens)) return null
  const month = tokens.find(({ kind }) => kind === 'M')?.value ?? 0
  const day = tokens.find(({ kind }) => kind === 'n' || kind === 'o')?.value ?? 0
  return day < 1 || month < 1 || day > lastDayOf(2020, month) ? null : [yearless(tokens, first, month, day)]
}

function yearlessFigures(tokens: readonly Token[], first: number): readonly Item[] | null {
  const day = tokens[0]?.value ?? 0
  const month = tokens[2]?.value ?? 0
  if (tokens[2]?.text.length !== 2 || month < 1 || month > 12 || day < 1 || day > lastDayOf(2020, month))
    return null
  return [yearless(tokens, first, month, day)]
}

function yearless(tokens: readonly Token[], first: number, month: number, day: number): Item {
  const inYear = (year: number): Period | null => dayPeriod(year, month, day)
  return { first, end: first + tokens.length, sort: 'day', period: null, inYear, isWeak: false, notes: [] }
}

function dayItem(
  tokens: readonly Token[],
  first: number,
  period: Period,
  slips: readonly string[] = [],
): Item {
  const weekday = tokens[0]?.kind === 'W' ? tokens[0].value : null
  const real = weekdayOf(period.earliest)
  const notes =
    weekday === null || weekday === real
      ? []
      : [`${printDay(period.earliest)} is a ${WEEKDAYS[real] ?? ''}, not a ${WEEKDAYS[weekday] ?? ''}.`]
  return {
    first,
    end: first + tokens.length,
    sort: 'day',
    period,
    inYear: null,
    isWeak: false,
    notes: [...slips, ...notes],
  }
}

/** A day that the calendar does not have stays a date, one that cannot be read. */
function brokenDay(tokens: readonly Token[], first: number, day: number, month: number): readonly Item[] {
  const written = tokens.map(({ text }) => text).join(' ')
  const name = MONTH_NAMES[month - 1]
  const why =
    name === undefined
      ? `there is no month ${month} (the day comes before the month)`
      : `${name} has no day ${day}`
  const notes = [`“${written}” is no day: ${why}.`]
  return [
    { first, end: first + tokens.length, sort: 'day', period: null, inYear: null, isWeak: false, notes },
  ]
}

/** "31-Mar-20" has no spaces; "Draft 2 - March 2020" is a label. */
function isSpacedDash(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    if (token.kind !== '-' && token.kind !== '/') return false
    return tokens[at - 1]?.end !== token.start || tokens[at + 1]?.start !== token.end
  })
}

function yearOf(token: Token): number | null {
  if (token.kind === 'Y' || token.kind === 'y') return token.value
  return token.text.length === 2 ? fullYear(token.value) : null
}
