import { defaultScale } from '../../shared/ratings/defaultScale.ts'
import type { Draft, FieldName, ParsedWorkbook } from '../../shared/workbook/draft.ts'
import type { Workbook } from '../../shared/workbook/grid.ts'
import { parseTracker } from '../../shared/workbook/parseTracker.ts'
import { aSheet, aWorkbook, type TestCell } from './aWorkbook.ts'

const context = { startedOn: '2019-08-01', today: '2020-02-14', scale: defaultScale }

/** Parses a workbook of a programme that began in August 2019, on 14 February 2020. */
export const parseBook = (workbook: Workbook): ParsedWorkbook => parseTracker(workbook, context)

/** Parses one sheet. */
export const parse = (
  rows: readonly (readonly TestCell[])[],
  more: Parameters<typeof aSheet>[1] = {},
): ParsedWorkbook => parseBook(aWorkbook(aSheet(rows, more)))

export const rowOf = (parsed: ParsedWorkbook, row: number): Draft => parsed.drafts.find((d) => d.row === row)!

export const valueOf = (parsed: ParsedWorkbook, row: number, field: FieldName): unknown =>
  rowOf(parsed, row).values[field]?.value ?? null

/** True where a person is asked about the value. */
export const asked = (parsed: ParsedWorkbook, row: number, field: FieldName): boolean =>
  (rowOf(parsed, row).values[field]?.ambiguous ?? null) !== null

/** The fields of the first sheet's columns. */
export const fields = (parsed: ParsedWorkbook): (string | null)[] =>
  parsed.sheets[0]!.columns.map((c) => c.field)

/** Why rows were set aside, by row. */
export const ignoredAs = (parsed: ParsedWorkbook): Record<number, string> =>
  Object.fromEntries(
    parsed.drafts.filter((d) => d.kind === 'ignored').map((d) => [d.row, d.problems[0]!.code]),
  )

export const heading = ['Ref', 'Action', 'Lead', 'Due date', 'RAG', 'Update']

/** A row under `heading`. */
export const row = (ref: string, ...rest: TestCell[]): TestCell[] => [
  ref,
  `Develop the offer ${ref}`,
  'Head of Service A',
  'March 2020',
  ...rest,
]
