import type { Cell, Merge, Sheet } from './grid.ts'

/** A sheet by row and column, with merged cells counted for every row that they cover. */
export type GridView = {
  readonly sheet: Sheet
  /** Numbers of rows that hold something, in order. */
  readonly rowNumbers: readonly number[]
  /** Highest column in use. */
  readonly width: number
  /** The cell that stands there; nothing under a merged range but in its top left cell. */
  readonly own: (row: number, column: number) => Cell | undefined
  /** The cell that shows there: its own, or that of a range merged down over this row in the same column. */
  readonly shown: (row: number, column: number) => Cell | undefined
  readonly ownCells: (row: number) => readonly Cell[]
  /** True where a merged range reaches into the row. */
  readonly isMerged: (row: number) => boolean
  /** The merged range a cell belongs to. */
  readonly mergeAt: (row: number, column: number) => Merge | undefined
}

/** Indexes a sheet for reading by row and column. */
export function viewGrid(sheet: Sheet): GridView {
  const lastRow = sheet.rows.at(-1)?.number ?? 0
  const width = sheet.rows.reduce((w, r) => Math.max(w, r.cells.at(-1)?.column ?? 0), 0)
  const merges = indexMerges(sheet.merges, lastRow, width)
  const rows = new Map(sheet.rows.map((r) => [r.number, r.cells]))
  const mergeAt = (row: number, column: number): Merge | undefined => merges.get(row)?.get(column)
  const own = (row: number, column: number): Cell | undefined => {
    const merge = mergeAt(row, column)
    if (merge && (merge.top !== row || merge.left !== column)) return undefined
    return cellIn(rows.get(row), column)
  }
  return {
    sheet,
    rowNumbers: allRows(sheet, merges),
    width,
    own,
    mergeAt,
    isMerged: (row) => merges.has(row),
    shown(row, column) {
      const merge = mergeAt(row, column)
      if (merge && merge.left === column) return cellIn(rows.get(merge.top), column)
      return own(row, column)
    },
    ownCells(row) {
      const cells = rows.get(row) ?? []
      return merges.has(row) ? cells.filter((c) => own(row, c.column) === c) : cells
    },
  }
}

/** The same sheet seen through some of its columns only, ends included: a table that another stands beside. */
export function viewColumns(view: GridView, left: number, right: number): GridView {
  const isIn = (column: number): boolean => column >= left && column <= right
  return {
    ...view,
    own: (row, column) => (isIn(column) ? view.own(row, column) : undefined),
    shown: (row, column) => (isIn(column) ? view.shown(row, column) : undefined),
    ownCells: (row) => view.ownCells(row).filter((c) => isIn(c.column)),
  }
}

/** Most rows are filled from the first column on, so a cell mostly stands at its column's place. */
function cellIn(cells: readonly Cell[] | undefined, column: number): Cell | undefined {
  if (cells === undefined) return undefined
  const likely = cells[column - 1]
  if (likely?.column === column) return likely
  return cells.find((c) => c.column === column)
}

/** Ranges that reach beyond what is in use are cut there: a merged column of a million rows costs nothing. */
function indexMerges(
  merges: readonly Merge[],
  lastRow: number,
  width: number,
): Map<number, Map<number, Merge>> {
  const index = new Map<number, Map<number, Merge>>()
  for (const merge of merges) {
    if (merge.top === merge.bottom && merge.left === merge.right) continue
    for (let row = merge.top; row <= Math.min(merge.bottom, Math.max(lastRow, merge.top)); row++) {
      const columns = index.get(row) ?? new Map<number, Merge>()
      index.set(row, columns)
      for (let column = merge.left; column <= Math.min(merge.right, Math.max(width, merge.left)); column++) {
        columns.set(column, merge)
      }
    }
  }
  return index
}

/** Rows with cells, and rows that only a merged cell reaches into. */
function allRows(sheet: Sheet, merges: ReadonlyMap<number, unknown>): readonly number[] {
  const numbers = new Set([...sheet.rows.map((r) => r.number), ...merges.keys()])
  return [...numbers].sort((a, b) => a - b)
}

/** True where a cell says something: text, number, date, error, or a formula that was never calculated. */
export const hasContent = (cell: Cell | undefined): cell is Cell =>
  cell !== undefined && (cell.kind !== 'blank' || cell.formula !== null)

/** The words of a cell without spaces around them; '' for none. */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  return isTrimmed(cell.text)
    ? cell.text
    : cell.text.replaceAll('\u00a0', ' ').replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '')
}

/** A letter, digit or plain mark at both ends and no hard space between: nothing to take away. */
function isTrimmed(text: string): boolean {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)]
  return first > 32 && first < 127 && last > 32 && last < 127 && !text.includes('\u00a0')
}
