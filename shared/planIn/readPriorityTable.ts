import { hasContent, textOf, type GridView } from '../workbook/gridView.ts'
import { structureColumn } from './structureColumn.ts'

export type PriorityRow = {
  readonly row: number
  readonly number: string
  readonly text: string
  /** The groups that carry it, as written. */
  readonly groups: readonly string[]
}

/** The rows of a table that lists the plan's priorities with their numbers; none for any other table. */
export function readPriorityTable(view: GridView): readonly PriorityRow[] {
  const head = view.rowNumbers[0]
  if (head === undefined) return []
  const columns = view.ownCells(head).filter(hasContent)
  const priority = columns.find((c) => structureColumn(textOf(c)) === 'priority')
  const group = columns.find((c) => structureColumn(textOf(c)) === 'group')
  if (!priority || columns.length < 2) return []
  const rows = view.rowNumbers.slice(1).flatMap((row): PriorityRow[] => {
    const cells = view.ownCells(row).filter(hasContent)
    const number = cells.find((c) => c.column < priority.column && /^\d{1,2}\.?$/.test(textOf(c)))
    const text = textOf(view.own(row, priority.column))
    if (!number || text === '') return []
    const groups = group ? textOf(view.shown(row, group.column)) : ''
    return [
      {
        row,
        number: textOf(number).replace('.', ''),
        text,
        groups: groups.split('\n').filter((g) => g !== ''),
      },
    ]
  })
  return rows.length >= 0.8 * (view.rowNumbers.length - 1) ? rows : []
}
