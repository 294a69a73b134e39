import { defaultScale } from '../ratings/defaultScale.ts'
import type { Draft, FieldName, ReadSheet } from '../workbook/draft.ts'
import { readAddress } from '../workbook/grid.ts'
import { textOf, viewGrid, type GridView } from '../workbook/gridView.ts'
import { parseTracker } from '../workbook/parseTracker.ts'
import type { SheetMapping } from '../workbook/sheetMapping.ts'
import type { PlanColumn, PlanField, PlanMapping, PlanTableView } from './planDraft.ts'
import type { PlanSource, PlanTable } from './planSource.ts'
import { recordSheet } from './recordSheet.ts'
import { showTable } from './showTable.ts'
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
  const records = recordSheet(tidy, context.today)
  const sheet = records ?? tidy
  const mapping = context.mappings.find((m) => m.sheet === sheet.name)
  const parse = (maps: readonly SheetMapping[]) =>
    parseTracker(
      { kind: 'xlsx', sheets: [sheet], definedNames: [], properties: {}, date1904 },
      { startedOn: context.startedOn, today: context.today, scale: defaultScale, mapping: maps },
    )
  const headerRow = mapping?.headerRow ?? null
  const found = parse(headerRow === null ? [] : [{ sheet: sheet.name, headerRow, columns: [] }])
  const view = viewGrid(sheet)
  // what was found above the row that a person says is no heading then
  const headings = found.sheets.flatMap((s) =>
    s.headerRow === null || s.headerRow < (headerRow ?? 0)
      ? []
      : [{ row: s.headerRow, columns: placed(view, s.headerRow, s.columns, mapping) }],
  )
  const corrected = corrections(sheet.name, headings, found.sheets)
  const parsed = corrected.length === 0 ? found : parse(corrected)
  const read = together(headings).filter((h) => h.columns.some((c) => c.field !== null))
  return {
    name: sheet.name,
    isSheet: table.isSheet,
    view,
    headings: read,
    drafts: Map.groupBy(parsed.drafts, (d) => d.row),
    shown: showTable(view, { heading: together(headings)[0] ?? null, isRecords: records !== null }),
  }
}

type Columns = readonly PlanColumn[]

/**
 * The columns under a heading with what a person says of them, and of those that are left the places first: "Priority area" is
 * no objective to the plan, whatever a tracker would make of it. A column as found gives way to one that was said to be the
 * same.
 */
function placed(view: GridView, row: number, found: Columns, mapping: PlanMapping | undefined): Columns {
  const said = new Map((mapping?.columns ?? []).map((c) => [c.column, c.field]))
  const claimed = new Set<PlanField | null>([...said.values()].filter((f) => f !== null && f !== 'milestone'))
  const named = [...said].map(([column, field]): PlanColumn => {
    const at = readAddress(`${column}1`)?.column ?? 0
    const header = found.find((c) => c.column === column)?.header ?? textOf(view.shown(row, at))
    return { column, header, field, how: 'saved' }
  })
  const rest = withPlaces(found)
    .filter((c) => !said.has(c.column))
    .map((c): PlanColumn => (claimed.has(c.field) ? { ...c, field: null, how: 'none' } : c))
  return [...rest, ...named].sort((a, b) => byColumn(a) - byColumn(b))
}

const byColumn = ({ column }: PlanColumn): number => readAddress(`${column}1`)?.column ?? 0

function withPlaces(columns: Columns): Columns {
  const milestones = columns.filter((c) => structureColumn(c.header) === 'milestone')
  const written = columns.find((c) => /^completion as written$/i.test(c.header.trim()))
  const hasAction = columns.some((c) => c.field === 'action' && !milestones.includes(c))
  return columns.map((c): PlanColumn => {
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

/** What the reader of trackers is told of the columns that are not as it found them; it knows no places of an action. */
function corrections(
  sheet: string,
  headings: readonly { readonly row: number; readonly columns: Columns }[],
  found: readonly ReadSheet[],
): readonly SheetMapping[] {
  const corrected = headings.map(({ row, columns }) => {
    const before = new Map(
      found.filter((f) => f.headerRow === row).flatMap((f) => f.columns.map((c) => [c.column, c.field])),
    )
    const changed = columns.filter((c) => (before.get(c.column) ?? null) !== c.field)
    return {
      sheet,
      headerRow: row,
      columns: changed.map(({ column, field }) => ({ column, field: trackerField(field) })),
    }
  })
  return corrected.some((c) => c.columns.length > 0) ? corrected : []
}

const trackerField = (field: PlanField | null): FieldName | null =>
  field === 'group' || field === 'priority' || field === 'milestone' ? null : field

/** Tables side by side have their headings in one row. */
const together = (headings: ReadTable['headings']): ReadTable['headings'] =>
  [...Map.groupBy(headings, (h) => h.row)].map(([row, list]) => ({
    row,
    columns: list.flatMap((h) => h.columns),
  }))
