import type { CompletionReading, Precision, ReadingContext, Span } from './completionReading.ts'
import { inContext } from './dated.ts'
import type { Dated } from './dated.ts'
import { findItems } from './findItems.ts'
import type { Item } from './item.ts'
import { linkItems } from './linkItems.ts'
import { milestonesOf } from './milestones.ts'
import { noteSlips } from './slips.ts'
import { settleQuarters } from './quarters.ts'
import { readSerial } from './serial.ts'
import type { Token } from './token.ts'
import { tokenise } from './tokenise.ts'
import { undatedEntries, undatedPrecision } from './undated.ts'
import { mergeNested } from './nested.ts'
import { dropWeak } from './weak.ts'
import { withinOf } from './within.ts'
import { fillYears } from './years.ts'

export type { CompletionReading, ReadingContext } from './completionReading.ts'

/** Longer texts are no completion dates; only this much is searched for dates (the text is kept whole). */
const MOST_CHARACTERS = 4000

/**
 * Reads a completion text as officers write it: which days it covers, how exactly, its dated steps, and what looks
 * wrong. Follows the contract of the command line ("JSON of `dates`"): day before month, financial years from April,
 * English school terms, a month or longer due on its last day. Days are ISO days. The text is kept as written; what
 * cannot be read is 'unread'; it never throws.
 */
export function readCompletion(text: string, context: ReadingContext = {}): CompletionReading {
  const serial = readSerial(text, context)
  if (serial !== null) return whole(text, [serial], [], noteSlips([serial], context))
  const within = readWithin(text, context)
  if (within !== null) return within
  const read = withoutEdits(text.slice(0, MOST_CHARACTERS))
  const tokens = tokenise(read)
  const found = findItems(tokens)
  const years = fillYears(tokens, dropWeak(tokens, settleQuarters(tokens, linkItems(tokens, found))), context)
  const dated = datedOf(tokens, years.items)
  const notes = [...years.notes, ...dated.flatMap((date) => date.notes)]
  const current = dated.filter(({ isSuperseded }) => !isSuperseded)
  const kept = mergeNested(tokens, current.length > 0 ? current : dated)
  if (kept.length === 0 || isWithdrawn(tokens, current, dated))
    return undatedReading(text, tokens, years.items, notes)
  if (current.length < dated.length && current.length > 0) notes.push('An earlier date is named as well.')
  const all = [...kept, ...undatedEntries(tokens, kept)].sort((a, b) => a.first - b.first)
  const spans = all.length > 1 ? milestonesOf(read, tokens, all) : []
  return whole(text, all, spans, [...notes, ...brokenNotes(years.items), ...noteSlips(all, context)])
}

const DAY_WORDS =
  '\\d{1,2}(?:st|nd|rd|th)?(?:\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*|\\s+\\p{L}{3,9}\\.?\\s+)(?:\\d{4}|\\d{2})'
const EDIT_WORDS =
  '(?:amended|updated|edited|changed|added|agreed|noted|approved|checked|confirmed|reported|discussed|signed\\s+off)'
const EDITED = new RegExp(
  `[([][^()[\\]\\d]{0,30}\\b(?:${EDIT_WORDS}|as\\s+at|(?:revised|moved|extended)\\s+on)\\b[^()[\\]\\d]{0,40}${DAY_WORDS}\\s*[)\\]]` +
    `|\\b(?:as\\s+)?${EDIT_WORDS}\\s+(?:by|at|in|on)\\b[^()\\d]{0,40}${DAY_WORDS}\\s*$`,
  'giu',
)

/** "(amended 12/2/20)" says when somebody wrote it, not when the action is due; blanks keep the places of all else. */
function withoutEdits(text: string): string {
  const rest = text.replace(EDITED, (edit) => ' '.repeat(edit.length))
  return /\d|\p{L}{3}/u.test(rest) ? rest : text
}

/** A time counted from a day covers that day and all until it is due; counted from anything else it names no date. */
function readWithin(text: string, context: ReadingContext): CompletionReading | null {
  const within = withinOf(text.slice(0, MOST_CHARACTERS))
  const start = within && readCompletion(within.from, context)
  if (!within || !start) return null
  if (start.precision !== 'day' || start.latest === null)
    return start.latest === null ? { ...start, text } : null
  return { ...start, text, latest: within.until(start.latest), precision: 'range' }
}

function datedOf(tokens: readonly Token[], items: readonly Item[]): readonly Dated[] {
  const dated = inContext(tokens, items)
  return dated.map((date, index) =>
    isMovedOn(tokens, date, dated[index + 1]) ? { ...date, isSuperseded: true } : date,
  )
}

/** "TBC (was March 2020)": only the old date is named. */
function isWithdrawn(tokens: readonly Token[], current: readonly Dated[], dated: readonly Dated[]): boolean {
  return current.length === 0 && dated.length > 0 && tokens.some(({ kind }) => kind === 'N' || kind === 'G')
}

/** "December 2019 moved to March 2020": the date before the words has been replaced. */
function isMovedOn(tokens: readonly Token[], date: Dated, next: Dated | undefined): boolean {
  if (next === undefined) return false
  const kinds = tokens
    .slice(date.end, next.first)
    .map(({ kind }) => kind)
    .join('')
  return /^[),(.\-:]*m[:\-fil]*$/.test(kinds)
}

function whole(
  text: string,
  dated: readonly Pick<Dated, 'earliest' | 'latest' | 'precision'>[],
  milestones: readonly Span[],
  notes: readonly string[],
): CompletionReading {
  const starts = dated.flatMap(({ earliest }) => (earliest === null ? [] : [earliest])).sort()
  const ends = dated.flatMap(({ latest }) => (latest === null ? [] : [latest])).sort()
  const isOpen = dated.some(
    ({ precision, latest }) => latest === null && (precision === 'from' || precision === 'ongoing'),
  )
  const precision: Precision = dated.length > 1 ? 'milestones' : (dated[0]?.precision ?? 'unread')
  const latest = isOpen ? null : (ends.at(-1) ?? null)
  return { text, earliest: starts[0] ?? null, latest, precision, milestones, problem: sentences(notes) }
}

function undatedReading(
  text: string,
  tokens: readonly Token[],
  items: readonly Item[],
  notes: readonly string[],
): CompletionReading {
  const isYearless = items.some(({ inYear }) => inYear !== null)
  const broken = brokenNotes(items)
  const precision = isYearless || broken.length > 0 ? 'unread' : undatedPrecision(tokens)
  const why = isYearless ? ['No year is written.'] : precision === 'unread' ? ['No date was found.'] : []
  const problem = sentences([...notes, ...(broken.length > 0 ? broken : why)])
  return { text, earliest: null, latest: null, precision, milestones: [], problem }
}

function brokenNotes(items: readonly Item[]): readonly string[] {
  return items.flatMap(({ period, inYear, notes }) => (period === null && inYear === null ? notes : []))
}

function sentences(notes: readonly string[]): string | null {
  const distinct = [...new Set(notes)]
  return distinct.length === 0 ? null : distinct.join(' ')
}
