import { cellText, type Column, type Table } from '../../shared/paper/tree.ts'
import { measureText } from './measureText.ts'
import { look } from './paperLook.ts'

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
  const widths = columns.map((c, i) => ('cm' in c.width ? Math.max(c.width.cm, least[i] ?? 0) : 0))
  const left = line - widths.reduce((sum, w) => sum + w, 0)
  const shared = columns.flatMap((c, i) =>
    'share' in c.width ? [{ i, share: c.width.share, least: least[i] ?? 0 }] : [],
  )
  for (const { i, width } of shareOut(shared, left)) widths[i] = width
  return widths
}

type Share = { readonly i: number; readonly share: number; readonly least: number }

/** Gives narrow columns their least width first, then shares what is left among the others, until all have enough. */
function shareOut(columns: readonly Share[], room: number): { i: number; width: number }[] {
  const shares = columns.reduce((sum, c) => sum + c.share, 0)
  const narrow = columns.filter((c) => (room * c.share) / shares < c.least)
  const needed = columns.reduce((sum, c) => sum + c.least, 0)
  if (narrow.length === 0) return columns.map((c) => ({ i: c.i, width: (room * c.share) / shares }))
  if (needed >= room) return columns.map((c) => ({ i: c.i, width: (room * c.least) / needed }))
  const rest = columns.filter((c) => !narrow.includes(c))
  const taken = narrow.reduce((sum, c) => sum + c.least, 0)
  return [...narrow.map((c) => ({ i: c.i, width: c.least })), ...shareOut(rest, room - taken)]
}

function leastWidth(table: Table, column: Column, at: number): number {
  const size = table.dense ? look.denseSize : look.tableSize
  const wide = (text: string): number =>
    Math.max(...text.split(/[\s/]+/).map((word) => measureText(word, size, true)))
  const head = wide(column.head)
  const cells = table.rows.map((row) => wide(cellText(row[at] ?? '')))
  const widest = Math.max(head, ...cells)
  if (column.kind === 'ref' || column.kind === 'rating') return widest + padding
  return Math.max(head, Math.min(widest, longestWord)) + padding
}
