import type { FieldName } from './draft.ts'
import type { HeadingCell } from './findTables.ts'

/** Columns of a sheet that belong to one table, ends included, with their headings. */
export type ColumnBlock = {
  readonly left: number
  readonly right: number
  readonly readings: ReadonlyMap<number, HeadingCell>
}

/**
 * Splits the headings of one row into the tables that stand beside each other: a further one begins where the ref or the
 * action is headed again, or, behind an empty column, with a list of counts or a key. One block where there is one table.
 */
export function splitBeside(
  readings: ReadonlyMap<number, HeadingCell>,
  width: number,
): readonly ColumnBlock[] {
  const columns = [...readings.keys()].sort((a, b) => a - b)
  const starts = columns.filter((column, i) => i > 0 && beginsTable(readings, columns, i, column))
  const lefts = [1, ...starts]
  return lefts.map((left, i) => {
    const right = (lefts[i + 1] ?? width + 1) - 1
    const own = [...readings].filter(([column]) => column >= left && column <= right)
    return { left, right, readings: new Map(own) }
  })
}

const IDENTIFYING: ReadonlySet<FieldName> = new Set(['ref', 'action'])
const COUNTS = /^(?:count|number|no\.?|totals?|key|definition|meaning|description|explanation|%|#)\b/i

function beginsTable(
  readings: ReadonlyMap<number, HeadingCell>,
  columns: readonly number[],
  at: number,
  column: number,
): boolean {
  const isGap = column - (columns[at - 1] ?? column) > 1
  const before = columns.slice(0, at)
  const group = columns.slice(at, endOfGroup(columns, at))
  const isHeadedAgain = readings.get(column)?.text === readings.get(columns[0] ?? 0)?.text
  if (!isGap && !isHeadedAgain) return false
  const has = (list: readonly number[], field: FieldName): boolean =>
    list.some((c) => {
      const reading = readings.get(c)?.reading
      return reading?.meaning === field && reading.strength >= 3 && reading.asAt === null
    })
  if ([...IDENTIFYING].some((field) => has(before, field) && has(group, field))) return true
  if (!isGap || group.length < 2 || has(group, 'action') || has(group, 'progress')) return false
  return has(group, 'deliveryRating') && group.some((c) => COUNTS.test(readings.get(c)?.text ?? ''))
}

/** Where the headings that stand side by side from `at` on end. */
function endOfGroup(columns: readonly number[], at: number): number {
  let end = at + 1
  while (end < columns.length && (columns[end] ?? 0) - (columns[end - 1] ?? 0) === 1) end++
  return end
}
