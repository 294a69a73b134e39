import type { PlanObjective, PlanTableView } from '../../shared/view/planTable.ts'
import type { PlanRow } from '../../shared/view/planRow.ts'

/** One line of the tree table: an objective, or one of its actions (place 1 of `among`). */
export type PlanLine =
  | {
      readonly kind: 'objective'
      readonly id: string
      readonly objective: PlanObjective
      readonly open: boolean
    }
  | {
      readonly kind: 'action'
      readonly id: string
      readonly row: PlanRow
      readonly parent: string
      readonly place: number
      readonly among: number
    }

/** The tree as lines from top to bottom; the actions of a collapsed objective are left out. */
export function planLines(view: PlanTableView, collapsed: ReadonlySet<string>): readonly PlanLine[] {
  return view.objectives.flatMap((objective): PlanLine[] => {
    const open = !collapsed.has(objective.id)
    const head: PlanLine = { kind: 'objective', id: objective.id, objective, open }
    if (!open) return [head]
    return [head, ...objective.actions.map((row, i) => actionLine(objective, row, i))]
  })
}

const actionLine = (objective: PlanObjective, row: PlanRow, i: number): PlanLine => ({
  kind: 'action',
  id: row.id,
  row,
  parent: objective.id,
  place: i + 1,
  among: objective.actions.length,
})

/** The action before (-1) or after (1) one in plan order, whether or not its objective is collapsed; null at the ends. */
export function neighbour(view: PlanTableView, actionId: string, by: 1 | -1): PlanRow | null {
  const rows = view.objectives.flatMap((o) => o.actions)
  const at = rows.findIndex((r) => r.id === actionId)
  return at < 0 ? null : (rows[at + by] ?? null)
}
