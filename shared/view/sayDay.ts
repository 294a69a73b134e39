import { printDay } from '../dates/printDay.ts'

/** An ISO day, or the day of an ISO moment, as people write it: "4 February 2020". */
export const sayDay = (iso: string): string => printDay(iso.slice(0, 10))
