import type { CompletionReading, ReadingContext, Span } from './completionReading.ts'
import { lastDayOf, makeDay } from './isoDay.ts'

export type { CompletionReading, Precision, ReadingContext, Span } from './completionReading.ts'

const MONTH = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*(?:20)?(\d{2})\b/gi

/** Reads one completion text; see the contract of the command line, "JSON of `dates`". Never throws. */
export function readCompletion(text: string, _context: ReadingContext = {}): CompletionReading {
  const spans = [...text.matchAll(MONTH)].map((hit): Span => {
    const year = 2000 + Number(hit[2])
    const month = 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf((hit[1] ?? '').toLowerCase()) / 3 + 1
    return {
      text: hit[0],
      earliest: makeDay(year, month, 1),
      latest: makeDay(year, month, lastDayOf(year, month)),
      precision: 'month',
    }
  })
  const [first] = spans
  if (first === undefined)
    return { text, earliest: null, latest: null, precision: 'unread', milestones: [], problem: null }
  if (spans.length === 1) return { ...first, text, milestones: [], problem: null }
  const latest =
    spans
      .map((span) => span.latest ?? '')
      .sort()
      .at(-1) ?? null
  return { text, earliest: first.earliest, latest, precision: 'milestones', milestones: spans, problem: null }
}
