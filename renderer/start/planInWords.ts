import type {
  PlanField,
  PlanLevel,
  PlanOutcome,
  PlanPreview,
  PlanProblem,
  PlanTableView,
} from '../../shared/planIn/planDraft.ts'
import { sayField } from '../collect/fieldWords.ts'

/** A field of a plan's column in words. */
export function sayPlanField(field: PlanField): string {
  if (field === 'group') return 'Working group'
  if (field === 'priority') return 'Priority'
  return field === 'milestone' ? 'Milestone' : sayField(field)
}

const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

/** "6 working groups, 9 priorities, 30 objectives and 108 actions". */
export function sayTotals({ totals }: PlanPreview): string {
  if (totals.actions === 0) return 'no action was found'
  return `${count(totals.groups, 'working group')}, ${count(totals.priorities, 'priority', 'priorities')}, ${count(totals.objectives, 'objective')} and ${count(totals.actions, 'action')}`
}

/** What became of a row. */
export const outcomeWords: Readonly<Record<PlanOutcome, string>> = {
  action: 'Action',
  more: 'More of an action',
  group: 'Working group',
  priority: 'Priority',
  objective: 'Objective',
  'heading-row': 'Headings of columns',
  'repeated-header': 'Headings again',
  total: 'Total',
  other: 'Not understood',
  outside: 'Not part of the plan',
}

export const placeWords: Readonly<Record<NonNullable<PlanLevel['as']>, string>> = {
  group: 'Working groups',
  priority: 'Priorities',
  objective: 'Objectives',
}

/** Where a problem is: "Actions, cell F12", "Table 3, row 4"; "The plan" for the whole. */
export function sayWhere(problem: PlanProblem): string {
  if (problem.sheet === null) return 'The plan'
  return `${problem.sheet}, ${problem.cell === null ? `row ${problem.row ?? ''}` : `cell ${problem.cell}`}`
}

/** "Table 3", or "Table 1: not read". */
export const sayTable = ({ name, read }: PlanTableView): string => (read ? name : `${name}: not read`)
