import type { Cell, Sheet } from '../workbook/grid.ts'
import { hasContent, textOf } from '../workbook/gridView.ts'
import { readHeader } from '../workbook/readHeader.ts'
import { structureColumn } from './structureColumn.ts'

type Pair = { readonly label: string; readonly value: Cell | undefined; readonly row: number }

/** A record of one action: what stood above its first label, and its values by label. */
type Record = { readonly above: readonly Cell[]; readonly pairs: Pair[] }

/**
 * A table that holds one action a record, with a label before each value ("Due date | May 2025"), turned into rows under
 * headings; null for any other table. Accelerated progress plans are written like this. A banner above a record stays a row
 * of its own before it. `today` is an ISO day. Rows keep the numbers of the labels that they begin with.
 */
export function recordSheet(sheet: Sheet, today: string): Sheet | null {
  const rows = sheet.rows.map((r) => r.cells.filter(hasContent)).filter((cells) => cells.length > 0)
  if (rows.length < 3 || rows.some((cells) => cells.length > 4)) return null
  const isLabel = (cell: Cell | undefined): cell is Cell => {
    if (!cell || cell.text.length > 90) return false
    const reading = readHeader(textOf(cell), today)
    return (reading !== null && reading.meaning !== 'none') || structureColumn(textOf(cell)) !== null
  }
  const labelled = rows.filter((cells) => isLabel(cells[0]))
  const fields = new Set(labelled.map((cells) => textOf(cells[0]).toLowerCase()))
  const pairs = rows.filter((cells) => cells.length >= 2)
  if (fields.size < 3 || labelled.length < 0.6 * rows.length || pairs.length < 0.5 * rows.length) return null
  // headings side by side are a table of another kind
  if (rows.some((cells) => cells.length >= 3 && cells.every(isLabel))) return null
  return layOut(sheet, recordsOf(rows, isLabel))
}

function recordsOf(
  rows: readonly (readonly Cell[])[],
  isLabel: (cell: Cell | undefined) => boolean,
): Record[] {
  const records: Record[] = []
  let above: Cell[] = []
  let open: Record | null = null
  for (const cells of rows) {
    const [first, second, third, fourth] = cells
    if (!first) continue
    if (!isLabel(first) && cells.length === 1) {
      above.push(first)
      open = null
      continue
    }
    const more: Pair[] = [{ label: textOf(first), value: second, row: first.row }]
    if (third && isLabel(third)) more.push({ label: textOf(third), value: fourth, row: third.row })
    const current: Record | null = open
    if (!current || more.some((p) => current.pairs.some((q) => q.label === p.label))) {
      open = { above, pairs: [] }
      above = []
      records.push(open)
    }
    open?.pairs.push(...more)
  }
  return records
}

function layOut(sheet: Sheet, records: readonly Record[]): Sheet {
  const labels = [...new Set(records.flatMap((r) => r.pairs.map((p) => p.label)))]
  const column = (label: string): number => labels.indexOf(label) + 1
  const width = Math.max(2, labels.length)
  const heading = labels.map((label) => ({
    ...blank,
    row: 0,
    column: column(label),
    kind: 'text' as const,
    text: label,
    value: label,
  }))
  const rows = records.flatMap((r) => [
    ...r.above.map((cell) => ({ number: cell.row, hidden: false, cells: [{ ...cell, column: 1 }] })),
    {
      number: r.pairs[0]?.row ?? 1,
      hidden: false,
      cells: r.pairs
        .flatMap((p) => (p.value ? [{ ...p.value, row: r.pairs[0]?.row ?? 1, column: column(p.label) }] : []))
        .sort((a, b) => a.column - b.column),
    },
  ])
  return {
    ...sheet,
    rows: [{ number: 0, hidden: false, cells: heading }, ...rows],
    merges: records.flatMap((r) =>
      r.above.map((c) => ({ top: c.row, bottom: c.row, left: 1, right: width })),
    ),
    hiddenColumns: [],
  }
}

const blank = {
  format: null,
  fill: null,
  ink: null,
  link: null,
  comment: null,
  struck: null,
  formula: null,
} as const
