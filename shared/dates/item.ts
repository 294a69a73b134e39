import type { Period } from './periods.ts'

/** How a year was written: one year, a split year by its first half, or not at all. */
export type WrittenYear =
  | { readonly form: 'single'; readonly year: number }
  | { readonly form: 'split'; readonly year: number }
  | { readonly form: 'none' }

export type ItemSort = 'day' | 'month' | 'quarter' | 'half' | 'season' | 'term' | 'year' | 'feast' | 'range'

/** A date in the text: tokens `first` up to and without `end`. */
export type Item = {
  readonly first: number
  readonly end: number
  readonly sort: ItemSort
  /** Null as long as the year is missing. */
  readonly period: Period | null
  /** The occurrence that begins in a calendar year, where the text names no year. */
  readonly inYear: ((year: number) => Period | null) | null
  /** The period as seen from a day, for "next academic year". */
  readonly fromDay?: (near: string) => Period | null
  /** A bare year, which may be part of a name (the Care Act 2014) instead. */
  readonly isWeak: boolean
  readonly notes: readonly string[]
}
