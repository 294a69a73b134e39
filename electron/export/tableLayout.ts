import { type Cell, cellText, type Section, type Table } from '../../shared/paper/tree.ts'
import { columnWidths } from './columnWidths.ts'
import { countLines } from './measureText.ts'
import { look, textWidth } from './paperLook.ts'

type Orientation = Section['orientation']

/** How a table stands on a page: its columns in centimetres, and what of it stays together. */
export type TableLayout = {
  readonly widths: readonly number[]
  /** Rows that may break across pages; all others stay whole. */
  readonly breakable: readonly boolean[]
  /** True where the whole table stays on one page. */
  readonly isShort: boolean
}

/** Left and right of the text of a cell, in centimetres. */
export const cellMargins = 0.42

/** Rows of more lines than half a page may break where one cell holds a long text; rows near a page always may. */
const tall = { portrait: { half: 28, page: 48 }, landscape: { half: 18, page: 30 } }
const longText = 600
/** Tables of no more lines than this stay on one page; those in small type, which are lists to look up, break sooner. */
const shortTable = { usual: 24, dense: 10 }

/** Works out a table's columns and what of it may break, once for the writer and for the page numbers. */
export function tableLayout(table: Table, orientation: Orientation): TableLayout {
  const known = layouts.get(table)
  if (known) return known
  const widths = columnWidths(table, textWidth(orientation))
  const lines = table.rows.map((row) => linesOf(row, widths))
  const layout = {
    widths,
    breakable: table.rows.map((row, i) => mayBreak(row, lines[i] ?? 0, orientation)),
    isShort: lines.reduce((sum, n) => sum + n, 0) <= (table.dense ? shortTable.dense : shortTable.usual),
  }
  layouts.set(table, layout)
  return layout
}

/** A table is a value that stands in one place, so its layout is worked out once. */
const layouts = new WeakMap<Table, TableLayout>()

function mayBreak(row: readonly Cell[], lines: number, orientation: Orientation): boolean {
  const { half, page } = tall[orientation]
  return lines > page || (lines > half && row.some((cell) => cellText(cell).length >= longText))
}

function linesOf(row: readonly Cell[], widths: readonly number[]): number {
  const lines = row.map((cell, i) =>
    countLines(cellText(cell), (widths[i] ?? 1) - cellMargins, look.tableSize),
  )
  return Math.max(...lines)
}
