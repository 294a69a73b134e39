import type { z } from 'zod'
import type { completion } from '../model/fields.ts'

export type Precision = z.infer<typeof completion>['precision']

/** A stretch of time as somebody wrote it. Days are ISO days, both inclusive; null where the text names none. */
export type Span = {
  readonly text: string
  readonly earliest: string | null
  readonly latest: string | null
  readonly precision: Precision
}

/** What a completion text says: the span of the whole, its dated steps if it names several, and what looks wrong. */
export type CompletionReading = Span & {
  readonly milestones: readonly Span[]
  readonly problem: string | null
}

export type ReadingContext = {
  /** ISO day on which the programme began: a date that ends before it is a slip. */
  readonly startedOn?: string
  /** ISO day: a date without a year takes the year nearest to it. */
  readonly near?: string
  /** The text is the content of a spreadsheet cell, so a bare five-digit number may be a date serial. */
  readonly inCell?: boolean
  /** The workbook counts its days from 1904. */
  readonly date1904?: boolean
}
