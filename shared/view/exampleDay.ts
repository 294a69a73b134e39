import { addDays, lastDayOf, partsOf } from '../dates/isoDay.ts'
import { printMonth } from '../dates/printDay.ts'
import { sayDay } from './sayDay.ts'

/** A day to show how days are written: the end of the month of an ISO day, "29 February 2020". */
export const exampleDay = (today: string): string => sayDay(monthEnd(today))

/** A month to show how months are written, a quarter of a year after an ISO day: "May 2020". */
export const exampleMonth = (today: string): string => printMonth(addDays(`${today.slice(0, 7)}-15`, 91))

function monthEnd(today: string): string {
  const { year, month } = partsOf(today)
  return `${today.slice(0, 7)}-${lastDayOf(year, month)}`
}
