import { assignColumns, type TableColumn } from './assignColumns.ts'
import type { HeadingCell, PlanTable } from './findTables.ts'
import { readAddress } from './grid.ts'
import { textOf, type GridView } from './gridView.ts'
import { readHeader } from './readHeader.ts'
import type { SheetMapping } from './sheetMapping.ts'

/**
 * The tables of a sheet as a person corrected them: the heading where they say it stands, the columns they named as they
 * say, all others as found; a column as found gives way to one that was said to hold the same field. `today` is an ISO day.
 */
export function mapTables(
  view: GridView,
  found: readonly PlanTable[],
  mappings: readonly SheetMapping[],
  today: string,
): readonly PlanTable[] {
  return mappings
    .filter((m) => m.sheet === view.sheet.name)
    .reduce<readonly PlanTable[]>((tables, mapping) => {
      const { headerRow } = mapping
      const isMeant = (t: PlanTable): boolean => headerRow === null || t.headerRow === headerRow
      if (tables.some(isMeant)) return tables.map((t) => (isMeant(t) ? remap(view, t, mapping, today) : t))
      return headerRow === null ? tables : [remap(view, tableAt(view, headerRow, today), mapping, today)]
    }, found)
}

/** A table with its heading where none was found. */
function tableAt(view: GridView, headerRow: number, today: string): PlanTable {
  const readings = new Map<number, HeadingCell>()
  for (let column = 1; column <= view.width; column++) {
    const text = textOf(view.shown(headerRow, column))
    if (text !== '') readings.set(column, { text, reading: readHeader(text, today) })
  }
  const body = { firstRow: headerRow + 1, lastRow: Infinity, left: 1, right: view.width }
  return { headerRow, columns: assignColumns(view, readings, body), ...body }
}

function remap(view: GridView, table: PlanTable, mapping: SheetMapping, today: string): PlanTable {
  const said = new Map(
    mapping.columns.flatMap(({ column, field }) => {
      const at = readAddress(`${column}1`)?.column
      return at === undefined || at < table.left || at > table.right ? [] : [[at, field] as const]
    }),
  )
  const claimed = new Set([...said.values()].filter((f) => f !== null))
  const kept = table.columns.flatMap((c): readonly TableColumn[] => {
    if (said.has(c.column)) return []
    const gives = c.field === null || c.role === 'older' || !claimed.has(c.field)
    return [gives ? c : { ...c, field: null, how: 'none', role: 'extra', parts: null }]
  })
  const named = [...said].map(([column, field]): TableColumn => {
    const before = table.columns.find((c) => c.column === column)
    const header = before?.header ?? textOf(view.shown(table.headerRow, column))
    const asAt = before?.asAt ?? readHeader(header, today)?.asAt ?? null
    const parts = before?.field === field ? before.parts : null
    return field === null
      ? { column, header, field, how: 'none', role: 'extra', asAt, parts: null }
      : { column, header, field, how: 'saved', role: 'value', asAt, parts }
  })
  return { ...table, columns: [...kept, ...named].sort((a, b) => a.column - b.column) }
}

/** Whether any column of a table is read. */
export const readsAnything = (table: PlanTable): boolean =>
  table.columns.some((c) => c.field !== null && c.role !== 'extra')
