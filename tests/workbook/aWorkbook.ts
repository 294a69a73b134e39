import type { Cell, Merge, Sheet, Workbook } from '../../shared/workbook/grid.ts'
import { readRange } from '../../shared/workbook/grid.ts'

type CellExtra = Partial<Pick<Cell, 'fill' | 'ink' | 'format' | 'link' | 'comment' | 'struck' | 'formula'>>

/** A cell of a test sheet: its words or number, or those with a fill and more; `day` makes it a real date. */
export type TestCell =
  | string
  | number
  | null
  | (CellExtra & { readonly value?: string | number; readonly day?: string; readonly error?: string })

const blank = { fill: null, ink: null, format: null, link: null, comment: null, struck: null, formula: null }

function toCell(row: number, column: number, given: TestCell): Cell | null {
  if (given === null || given === '') return null
  if (typeof given !== 'object') return toCell(row, column, { value: given })
  const { value, day, error, ...extra } = given
  const place = { row, column, ...blank, ...extra }
  if (error !== undefined) return { ...place, kind: 'error', text: error, value: null }
  if (day !== undefined) return { ...place, kind: 'date', text: String(value ?? day), value: day }
  if (value === undefined) return { ...place, kind: 'blank', text: '', value: null }
  if (typeof value === 'number') {
    const text = (extra.format ?? '').includes('%') ? `${Math.round(value * 1000) / 10}%` : String(value)
    return { ...place, kind: 'number', text, value }
  }
  return { ...place, kind: 'text', text: value, value }
}

/** A sheet from its rows, the first being row 1; merged ranges as "A6:G6". */
export function aSheet(
  rows: readonly (readonly TestCell[])[],
  more: { name?: string; hidden?: boolean; merges?: readonly string[]; hiddenRows?: readonly number[] } = {},
): Sheet {
  return {
    name: more.name ?? 'Sheet1',
    hidden: more.hidden ?? false,
    rows: rows.flatMap((cells, i) => {
      const made = cells.flatMap((c, j) => toCell(i + 1, j + 1, c) ?? [])
      return made.length === 0
        ? []
        : [{ number: i + 1, hidden: more.hiddenRows?.includes(i + 1) ?? false, cells: made }]
    }),
    merges: (more.merges ?? []).map((m) => readRange(m) as Merge),
    hiddenColumns: [],
  }
}

/** A workbook of sheets. */
export const aWorkbook = (...sheets: readonly Sheet[]): Workbook => ({
  kind: 'xlsx',
  sheets,
  definedNames: [],
  properties: {},
  date1904: false,
})
