import { MONTH_NAMES } from './months.ts'
import type { Token } from './token.ts'

/** A sentence for a month that had to be mended (the tokeniser marks it with `day` 1). */
export function misspeltNotes(month: Token): readonly string[] {
  return month.day === 1 ? [`“${month.text}” was read as ${MONTH_NAMES[month.value - 1] ?? ''}.`] : []
}
