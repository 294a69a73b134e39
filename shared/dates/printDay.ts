import type { Span } from './completionReading.ts'
import { lastDayOf, partsOf } from './isoDay.ts'
import { MONTH_NAMES as MONTHS } from './months.ts'

/** An ISO day for people: '2020-02-04' gives '4 February 2020'. */
export function printDay(day: string): string {
  return `${partsOf(day).day} ${printMonth(day)}`
}

/** The month of an ISO day for people: '2020-02-04' gives 'February 2020'. */
export function printMonth(day: string): string {
  const { year, month } = partsOf(day)
  return `${MONTHS[month - 1] ?? ''} ${year}`
}

/**
 * What a completion text means, for people: '4 February 2020', 'February 2020', 'January to July 2020',
 * 'from March 2021', 'ongoing from October 2019', 'no date'. What could not be read is printed as it was written.
 */
export function printSpan(span: Span): string {
  const { earliest, latest, precision } = span
  if (precision === 'unread') return span.text
  if (precision === 'none') return 'no date'
  if (precision === 'ongoing') return earliest === null ? 'ongoing' : `ongoing from ${printStart(earliest)}`
  if (earliest === null) return latest === null ? span.text : `by ${printDay(latest)}`
  if (latest === null) return `from ${printStart(earliest)}`
  return printBetween(earliest, latest)
}

/**
 * A completion text for a page: as it was written, but a date of bare figures ('31/03/2020', 'Apr-20') the way people
 * say it, because a reader can't know whether its day or its month comes first.
 */
export function printWritten(span: Span): string {
  const isCode = /^(\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|[A-Za-z]{3,9}-\d{2})$/.test(span.text.trim())
  return isCode && (span.precision === 'day' || span.precision === 'month') ? printSpan(span) : span.text
}

function printBetween(earliest: string, latest: string): string {
  if (earliest === latest) return printDay(earliest)
  if (!isMonthStart(earliest) || !isMonthEnd(latest)) return printDays(earliest, latest)
  const from = partsOf(earliest)
  const to = partsOf(latest)
  if (from.year !== to.year) return `${printMonth(earliest)} to ${printMonth(latest)}`
  if (from.month === to.month) return printMonth(earliest)
  if (from.month === 1 && to.month === 12) return String(from.year)
  return `${MONTHS[from.month - 1] ?? ''} to ${printMonth(latest)}`
}

function printDays(earliest: string, latest: string): string {
  const from = partsOf(earliest)
  const to = partsOf(latest)
  if (from.year !== to.year) return `${printDay(earliest)} to ${printDay(latest)}`
  const start = from.month === to.month ? String(from.day) : `${from.day} ${MONTHS[from.month - 1] ?? ''}`
  return `${start} to ${printDay(latest)}`
}

/** The first of a month stands for the month: that is how such texts are written. */
function printStart(day: string): string {
  return isMonthStart(day) ? printMonth(day) : printDay(day)
}

function isMonthStart(day: string): boolean {
  return partsOf(day).day === 1
}

function isMonthEnd(day: string): boolean {
  const { year, month, day: date } = partsOf(day)
  return date === lastDayOf(year, month)
}
