import { addDays, partsOf } from './isoDay.ts'
import {
  academicYear,
  calendarQuarter,
  calendarYear,
  financialYear,
  monthPeriod,
  termPeriod,
} from './periods.ts'
import type { Period } from './periods.ts'

/**
 * What "next academic year", "this term" or "end of the month" means as seen from a day (ISO). Null where the words
 * name no such period.
 */
export function relativePeriod(words: string, near: string): Period | null {
  const lower = words.toLowerCase()
  const current = containing(lower, near)
  if (current === null || !/\b(?:next|coming|forthcoming)\b/.test(lower)) return current
  return containing(lower, addDays(current.latest, 1))
}

function containing(words: string, day: string): Period | null {
  const { year, month } = partsOf(day)
  if (/academic|school/.test(words) && /year/.test(words)) return academicYear(month >= 9 ? year : year - 1)
  if (/financial|fiscal/.test(words)) return financialYear(month >= 4 ? year : year - 1)
  if (/term/.test(words)) return termAround(year, month)
  if (/month/.test(words)) return monthPeriod(year, month)
  if (/quarter/.test(words)) return calendarQuarter(year, Math.ceil(month / 3))
  return /year/.test(words) && !/year[- ]end/.test(words) ? calendarYear(year) : null
}

/** In August the coming autumn term is meant. */
function termAround(year: number, month: number): Period | null {
  return termPeriod(year, month <= 3 ? 0 : month <= 7 ? 1 : 2)
}
