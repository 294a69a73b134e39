import type { ReadingContext } from './completionReading.ts'
import { addDays } from './isoDay.ts'
import { dayPeriod } from './periods.ts'
import type { Period } from './periods.ts'

/**
 * The day behind an Excel date serial: days since 30 December 1899 (1 January 1904 in workbooks of old Macs). Only a
 * bare number of five figures in a cell, and only from 1982 to 2064: others are more likely numbers.
 */
export function readSerial(text: string, context: ReadingContext): Period | null {
  const hit = /^\s*(\d{5})(?:\.\d+)?\s*$/.exec(text)
  if (hit === null || context.inCell !== true) return null
  const days = Number(hit[1]) + (context.date1904 === true ? 1462 : 0)
  if (days < 30_000 || days > 60_000) return null
  const [year = 0, month = 0, day = 0] = addDays('1899-12-30', days).split('-').map(Number)
  return dayPeriod(year, month, day)
}
