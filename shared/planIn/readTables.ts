import { defaultScale } from '../ratings/defaultScale.ts'
import type { Draft, FieldName } from '../workbook/draft.ts'
import { exactHeaders } from '../workbook/headerWords.ts'
import { columnLetters, readAddress, type Sheet } from '../workbook/grid.ts'
import { hasContent, textOf, viewGrid, type GridView } from '../workbook/gridView.ts'
import { parseTracker } from '../workbook/parseTracker.ts'
import type { PlanColumn, PlanMapping, PlanTableView } from './planDraft.ts'
import type { PlanSource, PlanTable } from './planSource.ts'
import { recordSheet } from './recordSheet.ts'
import { structureColumn } from './structureColumn.ts'
import { tidySheet } from './tidySheet.ts'

export type TableContext = {
  /** ISO day of the programme's beginning; '' where it is not known. */
  readonly startedOn: string
  readonly today: string
  readonly mappings: readonly PlanMapping[]
}

/** A sheet or table as it was read. */
export type ReadTable = {
  readonly name: string
  readonly isSheet: boolean
  readonly view: GridView
  /** By the row of their heading, from the top; none where it holds no actions. */
  readonly headings: readonly { readonly row: number; readonly columns: readonly PlanColumn[] }[]
  readonly drafts: ReadonlyMap<number, readonly Draft[]>
  readonly shown: PlanTableView
}

/** Reads every table of a plan as the reader of trackers does, and finds the columns that say where an action belongs. */
export function readTables(source: PlanSource, context: TableContext): ReadonlyMap<PlanTable, ReadTable> {
  const tables = source.parts.filter((p) => p.kind === 'table')
  return new Map(tables.map((t) => [t, readTable(t, source.date1904, context)]))
}

function readTable(table: PlanTable, date1904: boolean, context: TableContext): ReadTable {
  const tidy = tidySheet(table.sheet)
  const sheet = recordSheet(tidy, context.today) ?? tidy
  const mapping = context.mappings.find((m) => m.sheet === sheet.name)
  const parse = (of: Sheet) =>
    parseTracker(
      { kind: 'xlsx', sheets: [of], definedNames: [], properties: {}, date1904 },
      { startedOn: context.startedOn, today: context.today, scale: defaultScale },
    )
  const found = parse(sheet)
  const headings = found.sheets.flatMap((s) =>
    s.headerRow === null ? [] : [{ row: s.headerRow, columns: placed(s.columns, mapping) }],
  )
  const rewritten = rewriteHeadings(sheet, headings, found.sheets)
  const parsed = rewritten === null ? found : parse(rewritten)
  const view = viewGrid(sheet)
  return {
    name: sheet.name,
    isSheet: table.isSheet,
    view,
    headings: together(headings),
    drafts: Map.groupBy(parsed.drafts, (d) => d.row),
    shown: showTable(sheet.name, view, headings[0] ?? null),
  }
}

type Columns = readonly PlanColumn[]

/** Places first: "Priority area" is no objective to the plan, whatever a tracker would make of it. */
function placed(columns: Columns, mapping: PlanMapping | undefined): Columns {
  const milestones = columns.filter((c) => structureColumn(c.header) === 'milestone')
  const written = columns.find((c) => /^completion as written$/i.test(c.header.trim()))
  const hasAction = columns.some((c) => c.field === 'action' && !milestones.includes(c))
  return columns.map((c): PlanColumn => {
    const said = mapping?.columns.find((m) => m.column === c.column)
    if (said) return { ...c, field: said.field, how: 'saved' }
    if (written) {
      // the words that the plan has count before the day that a paper reckons from them
      if (c === written) return { ...c, field: 'completion', how: 'exact' }
      if (c.field === 'completion') return { ...c, field: null, how: 'none' }
    }
    const place = structureColumn(c.header)
    if (place === null) return c
    if (
      place === 'milestone' &&
      (!hasAction || (milestones.length < 2 && c.field !== null && c.field !== 'action'))
    )
      return c
    return { ...c, field: place, how: 'synonym' }
  })
}

/** The heading that the reader of trackers surely takes for nothing. */
const NOT_READ = 'Row id'

/**
 * The sheet with the headings of corrected columns put in the words that say what they are; null where all columns are as the
 * reader found them.
 */
function rewriteHeadings(
  sheet: Sheet,
  headings: readonly { readonly row: number; readonly columns: Columns }[],
  found: readonly { readonly headerRow: number | null; readonly columns: Columns }[],
): Sheet | null {
  const words = new Map<string, string>()
  for (const { row, columns } of headings)
    for (const column of columns) {
      const before = found.find((f) => f.headerRow === row)?.columns.find((c) => c.column === column.column)
      if (before && before.field !== column.field) words.set(`${row} ${column.column}`, headingFor(column))
    }
  if (words.size === 0) return null
  const rows = sheet.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const text = words.get(`${row.number} ${columnLetters(cell.column)}`)
      return text === undefined ? cell : { ...cell, kind: 'text' as const, text, value: text }
    }),
  }))
  return { ...sheet, rows }
}

function headingFor({ field }: PlanColumn): string {
  if (field === null || field === 'group' || field === 'priority' || field === 'milestone') return NOT_READ
  return exactHeaders[field satisfies FieldName].split('|')[0] ?? NOT_READ
}

/** Tables side by side have their headings in one row. */
const together = (headings: ReadTable['headings']): ReadTable['headings'] =>
  [...Map.groupBy(headings, (h) => h.row)].map(([row, list]) => ({
    row,
    columns: list.flatMap((h) => h.columns),
  }))

const SHOWN_ROWS = 6

function showTable(
  name: string,
  view: GridView,
  heading: { readonly row: number; readonly columns: Columns } | null,
): PlanTableView {
  const rows = view.rowNumbers
    .filter((row) => row > (heading?.row ?? -1) && view.ownCells(row).some(hasContent))
    .slice(0, SHOWN_ROWS)
  const columns = heading?.columns ?? []
  const numbers = heading
    ? columns.map((c) => readAddress(`${c.column}1`)?.column ?? 1)
    : Array.from({ length: Math.min(8, view.width) }, (_, i) => i + 1)
  return {
    name,
    headerRow: heading?.row ?? null,
    read: heading !== null,
    columns: [...columns],
    rows: rows.map((row) => ({ row, cells: numbers.map((c) => textOf(view.own(row, c))) })),
  }
}
