import { addWorkingDays } from '../dates/isoDay.ts'
import type { ChaseLedger } from '../view/chase.ts'

/** Somebody who is asked again has this many working days at least. */
const usualDays = 3

/** The last day (ISO) that any of these were given so far; null where none was named. */
export const givenUntil = (recipients: ChaseLedger['recipients']): string | null =>
  recipients.reduce<string | null>((last, { returnBy }) => laterDay(last, returnBy), null)

/** The return date (ISO) to propose for asking again: a few working days from today, never before a day that was given. */
export const askAgainBy = (today: string, recipients: ChaseLedger['recipients']): string =>
  laterDay(givenUntil(recipients), addWorkingDays(today, usualDays)) ?? today

/** The later of two ISO days; a day counts before none. */
export const laterDay = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b > a) ? b : a
