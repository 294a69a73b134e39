export { addDays, addWorkingDays, daysBetween } from './isoDay.ts'

/**
 * Whether something due by `latest` is late on `today` (ISO days). It is due for the whole of its last day, so it is
 * late only from the day after; what has no last day is never late.
 */
export function isOverdue(latest: string | null, today: string): boolean {
  return latest !== null && today > latest
}
