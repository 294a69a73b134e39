import type { ReadingContext } from './completionReading.ts'
import type { Dated } from './dated.ts'
import { makeDay, partsOf } from './isoDay.ts'
import { printDay, printSpan } from './printDay.ts'

/** A programme runs a few years; a date this long after its start is more likely a slip. */
const LONGEST_YEARS = 10

/**
 * What looks wrong with the dates once it is known when the programme began: a date before it, as "January 2010" in a
 * plan of 2019, is a slip of the year. The date stays as written.
 */
export function noteSlips(
  dated: readonly Pick<Dated, 'earliest' | 'latest' | 'precision'>[],
  context: ReadingContext,
): readonly string[] {
  const { startedOn } = context
  if (startedOn === undefined) return []
  return dated.flatMap(({ earliest, latest, precision }) => {
    const last = latest ?? (precision === 'from' ? earliest : null)
    const printed = printSpan({ text: '', earliest, latest, precision })
    if (last !== null && last < startedOn) {
      return [
        `${capital(printed)} is before the programme began on ${printDay(startedOn)}.${suggestion(last, startedOn)}`,
      ]
    }
    const isFar = earliest !== null && partsOf(earliest).year > partsOf(startedOn).year + LONGEST_YEARS
    return isFar ? [`${capital(printed)} is more than ${LONGEST_YEARS} years after the programme began.`] : []
  })
}

/** The same date ten years on, where that falls into the programme: one figure was mistyped. */
function suggestion(day: string, startedOn: string): string {
  const { year, month } = partsOf(day)
  const later = makeDay(year + 10, month, 28)
  if (later === null || later < startedOn || year + 10 > partsOf(startedOn).year + 5) return ''
  return ` Was ${year + 10} meant?`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
