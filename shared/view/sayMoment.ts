import { sayDay } from './sayDay.ts'

/** An ISO moment as people write it, "4 February 2020, 10:15"; a moment without a time of day is a day. */
export function sayMoment(iso: string): string {
  const time = iso.slice(11, 16)
  return time === '' || time === '00:00' ? sayDay(iso) : `${sayDay(iso)}, ${time}`
}
