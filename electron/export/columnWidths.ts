import { cellText, type Column, type Table } from '../../shared/paper/tree.ts'
import { look, roughWidth } from './paperLook.ts'

/** Words longer than this may break; none of English does. */
const longestWord = 2.9
/** Room at both sides of a cell's text, in centimetres. */
const padding = 0.46

/**
 * The width of every column in centimetres: fixed ones as they say, the others share what is left by their shares.
 * No column is narrower than its longest word, so that no word, ref or rating breaks.
 * The widths add up to the line exactly, so that tables end where the text ends.
 */
export function columnWidths(table: Table, line: number): number[] {
  const { columns } = table
  const least = columns.map((c, i) => leastWidth(table, c, i))
  const fixed = columns.map((c, i) => ('cm' in c.width ? Math.max(c.width.cm, least[i] ?? 0) : null))
  const shares = columns.reduce((sum, c) => sum + ('share' in c.width ? c.width.share : 0), 0)
  const left = line - fixed.reduce((sum: number, w) => sum + (w ?? 0), 0)
  const wished = columns.map((c, i) =>
    'share' in c.width ? Math.max((left * c.width.share) / shares, least[i] ?? 0) : (fixed[i] ?? 0),
  )
  return shares > 0 ? fitShares(columns, wished, line) : wished
}

/** Takes what minimum widths added from the columns that share. */
function fitShares(columns: readonly Column[], widths: readonly number[], line: number): number[] {
  const shared = widths.reduce((sum, w, i) => sum + (isShared(columns[i]) ? w : 0), 0)
  const over = widths.reduce((sum, w) => sum + w, 0) - line
  return widths.map((w, i) => (isShared(columns[i]) ? w - (over * w) / shared : w))
}

const isShared = (c: Column | undefined): boolean => c !== undefined && 'share' in c.width

function leastWidth(table: Table, column: Column, at: number): number {
  const size = table.dense ? look.denseSize : look.tableSize
  const wide = (text: string): number =>
    Math.max(...text.split(/[\s/]+/).map((word) => roughWidth(word, size)))
  const head = wide(column.head) * 1.1
  const cells = table.rows.map((row) => wide(cellText(row[at] ?? '')) * 1.1)
  const widest = Math.max(head, ...cells)
  if (column.kind === 'ref' || column.kind === 'rating') return widest + padding
  return Math.max(head, Math.min(widest, longestWord)) + padding
}
