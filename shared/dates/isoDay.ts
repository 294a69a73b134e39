/**
 * Arithmetic on ISO days ('YYYY-MM-DD'). Everything goes through UTC, so that no time zone and no change of the
 * clocks can move a day.
 */
const MILLISECONDS_A_DAY = 86_400_000

/** The ISO day of a year, month (1–12) and day of the month, or null where the calendar has no such day. */
export function makeDay(year: number, month: number, day: number): string | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > lastDayOf(year, month))
    return null
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** The number of days in a month (1–12). */
export function lastDayOf(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days from `from` to `to`, negative where `to` comes first. Both are ISO days. */
export function daysBetween(from: string, to: string): number {
  return Math.round((toTime(to) - toTime(from)) / MILLISECONDS_A_DAY)
}

/** The ISO day so many days later (earlier where negative). */
export function addDays(day: string, days: number): string {
  return new Date(toTime(day) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10)
}

/**
 * The ISO day so many working days (Monday to Friday) later, or earlier where negative; a start at a weekend counts
 * from there. `closed` lists ISO days that are not worked, such as bank holidays.
 */
export function addWorkingDays(day: string, days: number, closed: readonly string[] = []): string {
  const step = days < 0 ? -1 : 1
  let left = Math.abs(Math.trunc(days))
  let at = day
  while (left > 0) {
    at = addDays(at, step)
    if (isWorkingDay(at, closed)) left -= 1
  }
  return at
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: string): number {
  return new Date(toTime(day)).getUTCDay()
}

/** Year, month (1–12) and day of an ISO day. */
export function partsOf(day: string): {
  readonly year: number
  readonly month: number
  readonly day: number
} {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return { year, month, day: date }
}

function isWorkingDay(day: string, closed: readonly string[]): boolean {
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6 && !closed.includes(day)
}

function toTime(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
