import type { Precision } from './completionReading.ts'
import { addDays, lastDayOf, makeDay, partsOf } from './isoDay.ts'

/** A stretch of time with both ends known, in ISO days. */
export type Period = { readonly earliest: string; readonly latest: string; readonly precision: Precision }

/** 0 spring, 1 summer, 2 autumn, 3 winter. */
export type Season = 0 | 1 | 2 | 3

/** Whole months from one to another (1–12; a last month past 12 runs into the next year). */
function monthsOf(year: number, first: number, last: number, precision: Precision): Period | null {
  const toYear = year + Math.floor((last - 1) / 12)
  const toMonth = ((last - 1) % 12) + 1
  const earliest = makeDay(year, first, 1)
  const latest = makeDay(toYear, toMonth, lastDayOf(toYear, toMonth))
  return earliest === null || latest === null ? null : { earliest, latest, precision }
}

export function dayPeriod(year: number, month: number, day: number): Period | null {
  const at = makeDay(year, month, day)
  return at === null ? null : { earliest: at, latest: at, precision: 'day' }
}

export function monthPeriod(year: number, month: number): Period | null {
  return monthsOf(year, month, month, 'month')
}

/** Calendar quarter 1–4 of a year. */
export function calendarQuarter(year: number, quarter: number): Period | null {
  return monthsOf(year, quarter * 3 - 2, quarter * 3, 'quarter')
}

/** Quarter 1–4 of the financial year (April to March) that begins in `first`. */
export function financialQuarter(first: number, quarter: number): Period | null {
  return quarter === 4 ? calendarQuarter(first + 1, 1) : calendarQuarter(first, quarter + 1)
}

export function calendarHalf(year: number, half: number): Period | null {
  return monthsOf(year, half * 6 - 5, half * 6, 'half')
}

export function financialHalf(first: number, half: number): Period | null {
  return half === 1 ? monthsOf(first, 4, 9, 'half') : monthsOf(first, 10, 15, 'half')
}

/** Spring March to May, summer June to August, autumn September to November, winter December to February. */
export function seasonPeriod(year: number, season: Season): Period | null {
  return monthsOf(year, season * 3 + 3, season * 3 + 5, 'season')
}

/** English school terms: spring January to March, summer April to July, autumn September to December. */
export function termPeriod(year: number, season: Season): Period | null {
  if (season === 0) return monthsOf(year, 1, 3, 'term')
  if (season === 1) return monthsOf(year, 4, 7, 'term')
  return season === 2 ? monthsOf(year, 9, 12, 'term') : null
}

export function calendarYear(year: number): Period | null {
  return monthsOf(year, 1, 12, 'year')
}

/** April to March. */
export function financialYear(first: number): Period | null {
  return monthsOf(first, 4, 15, 'year')
}

/** 1 September to 31 August. */
export function academicYear(first: number): Period | null {
  return monthsOf(first, 9, 20, 'year')
}

/** Easter Sunday by the Gregorian reckoning (the anonymous algorithm of 1876). */
export function easterSunday(year: number): Period | null {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30
  const week = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - (year % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * week) / 451)
  const days = moon + week - 7 * late + 114
  return dayPeriod(year, Math.floor(days / 31), (days % 31) + 1)
}

/** The seven days from a day on, or up to it. */
export function weekOf(period: Period, ends: boolean): Period {
  return ends
    ? { earliest: addDays(period.earliest, -6), latest: period.latest, precision: 'range' }
    : { earliest: period.earliest, latest: addDays(period.latest, 6), precision: 'range' }
}

/** The month in which a longer period begins. */
export function firstMonthOf(period: Period): Period {
  const { year, month } = partsOf(period.earliest)
  return monthPeriod(year, month) ?? period
}
