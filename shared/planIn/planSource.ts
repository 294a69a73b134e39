import type { Sheet } from '../workbook/grid.ts'

/** A table of a plan's document as the reader of trackers takes it. */
export type PlanTable = {
  readonly kind: 'table'
  readonly sheet: Sheet
  /** True where the rows are known by their number in a sheet of Excel; a Word table has rows of its own. */
  readonly isSheet: boolean
}

/** What a plan's document holds, in order. */
export type PlanPart =
  /** A heading of a Word document (0 its title, 1 to 6), or the name of an Excel sheet. */
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly isSheet: boolean }
  | { readonly kind: 'paragraph'; readonly text: string }
  | PlanTable

/** A plan's document as values: nothing of the file format is left but the names of its tables. */
export type PlanSource = {
  readonly kind: 'word' | 'excel'
  readonly title: string | null
  readonly parts: readonly PlanPart[]
  /** Sheets that are hidden, by name: they are not read. */
  readonly hidden: readonly string[]
  readonly date1904: boolean
}
