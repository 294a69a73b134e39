import type { Column } from '../../shared/paper/tree.ts'

/**
 * The width of every column in centimetres: fixed ones as they say, the others share what is left by their shares.
 * The widths add up to the line exactly, so that tables end where the text ends.
 */
export function columnWidths(columns: readonly Column[], line: number): number[] {
  const fixed = columns.reduce((sum, c) => sum + ('cm' in c.width ? c.width.cm : 0), 0)
  const shares = columns.reduce((sum, c) => sum + ('share' in c.width ? c.width.share : 0), 0)
  const left = Math.max(line - fixed, shares * 0.5)
  const widths = columns.map((c) => ('cm' in c.width ? c.width.cm : (left * c.width.share) / shares))
  const total = widths.reduce((sum, w) => sum + w, 0)
  return shares > 0 || total > line ? widths.map((w) => (w * line) / total) : widths
}
