import { readCompletion } from './readCompletion.ts'

/**
 * The ISO day that somebody typed ("4 Feb 2020", "04/02/20", "2020-02-04"); null where it is not one single day.
 * A day without a year takes the year nearest to `today`; where there is no today ('') the year must be written.
 */
export function readDay(typed: string, today: string): string | null {
  const { earliest, latest, precision } = readCompletion(typed.trim(), today === '' ? {} : { near: today })
  return precision === 'day' && earliest === latest ? latest : null
}
