import { addDays, makeDay, lastDayOf, partsOf } from './isoDay.ts'

const words = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const pattern = new RegExp(
  `^\\s*within\\s+(?:the\\s+)?(a|\\d{1,3}|${words.join('|')})\\s+(day|week|month)s?\\s+(?:of|from|after|following)\\s+(.+?)\\s*$`,
  'is',
)

export type Within = { readonly from: string; readonly until: (day: string) => string }

/** "Within 6 weeks of 3 February 2020": the words of the day it counts from, and the day it is due; null for other texts. */
export function withinOf(text: string): Within | null {
  const [, count, unit, from] = pattern.exec(text) ?? []
  if (!count || !unit || !from) return null
  const n = /^\d/.test(count) ? Number(count) : Math.max(1, words.indexOf(count.toLowerCase()) + 1)
  const days = unit.toLowerCase() === 'week' ? 7 * n : n
  return { from, until: (day) => (unit.toLowerCase() === 'month' ? addMonths(day, n) : addDays(day, days)) }
}

/** The same day some months on, or the last of the month where it has no such day. */
function addMonths(day: string, months: number): string {
  const { year, month, day: date } = partsOf(day)
  const index = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
  return makeDay(y, m, Math.min(date, lastDayOf(y, m))) ?? day
}
