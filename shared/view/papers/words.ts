import type { Span } from '../../dates/completionReading.ts'
import { printWritten } from '../../dates/printDay.ts'

/** "1 action", "108 actions"; give the plural where it is not the word with an s. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

/** "a", "a and b", "a, b and c". */
export function list(parts: readonly string[], last = 'and'): string {
  if (parts.length < 2) return parts[0] ?? ''
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`
}

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1)
export const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('en-GB') + text.slice(1)

/** Ends with a full stop, where it does not end a sentence already. */
export function sentence(text: string): string {
  const tidy = text.trim()
  return /[.!?:;…]["”’')]?$/.test(tidy) ? tidy : `${tidy}.`
}

/** One line of a text that was printed in several. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** A completion text for a page, or null where there is none. */
export const written = (span: Span | null): string | null => (span && printWritten(span)) || null
