import { columnLetters } from '../workbook/grid.ts'
import { hasContent, textOf, type GridView } from '../workbook/gridView.ts'
import type { PlanColumn, PlanTableView } from './planDraft.ts'

type Reading = {
  readonly heading: { readonly row: number; readonly columns: readonly PlanColumn[] } | null
  readonly isRecords: boolean
}

/** How much of a table is shown so that somebody can say where its headings are and what its columns are. */
const ROWS = 12
const BELOW = 6
const COLUMNS = 40
const LONGEST = 300

/** A table as it is shown: all its columns, its first rows, and where its headings stand further down, the rows about them. */
export function showTable(view: GridView, { heading, isRecords }: Reading): PlanTableView {
  const known = new Map((heading?.columns ?? []).map((c) => [c.column, c]))
  const width = Math.min(Math.max(view.width, 1), COLUMNS)
  const letters = Array.from({ length: width }, (_, i) => columnLetters(i + 1))
  const columns = letters.map(
    (column): PlanColumn => known.get(column) ?? { column, header: '', field: null, how: 'none' },
  )
  return {
    name: view.sheet.name,
    headerRow: heading?.row ?? null,
    read: columns.some((c) => c.field !== null),
    rowZero: isRecords ? 'labels' : view.rowNumbers[0] === 0 ? 'taken-over' : 'none',
    columns,
    rows: rowsToShow(view, heading?.row ?? null).map((row) => ({
      row,
      cells: letters.map((_, i) => textOf(view.own(row, i + 1)).slice(0, LONGEST)),
    })),
  }
}

function rowsToShow(view: GridView, headerRow: number | null): readonly number[] {
  // row 0 holds headings that are no row of the document
  const rows = view.rowNumbers.filter((row) => row > 0 && view.ownCells(row).some(hasContent))
  const at = headerRow === null ? -1 : rows.indexOf(headerRow)
  return rows.filter((_, i) => i < ROWS || (at >= 0 && i >= at - 1 && i <= at + BELOW))
}
