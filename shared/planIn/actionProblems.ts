import type { PlannedAction, PlanProblem } from './planDraft.ts'
import type { ActionEvent } from './planEvents.ts'

/** Of the reader's problems, those that matter only where a programme is there to compare with. */
const ELSEWHERE = new Set(['points-elsewhere', 'reason-missing', 'rating-not-given'])

/** What a person should look at in an action's row. `taken`: its printed ref, where another row has it already. */
export function actionProblems(
  event: ActionEvent,
  action: PlannedAction,
  taken: string | null,
): PlanProblem[] {
  const { table, draft, at } = event
  const problem = (code: string, message: string, cell: string | null = null): PlanProblem => ({
    code,
    ...at,
    cell: table.isSheet ? cell : null,
    ref: action.refMade ? null : action.ref,
    message,
  })
  const found = draft.problems
    .filter((p) => !ELSEWHERE.has(p.code))
    .map((p) => problem(p.code, p.message, p.cell))
  for (const kind of ['deliveryRating', 'impactRating'] as const) {
    const given = draft.values[kind]
    if (given && given.ambiguous !== null && !draft.problems.some((p) => p.cell === given.cell))
      found.push(problem('rating-unclear', `${given.ambiguous} It was not taken.`, given.cell))
  }
  if (taken !== null)
    found.push(
      problem(
        'ref-twice',
        `The reference ${taken} stands on an earlier row already, so this action gets a new one.`,
      ),
    )
  else if (action.refMade) found.push(problem('ref-made', 'There is no reference here, so one was made.'))
  if (action.leads.length === 0) found.push(problem('no-lead', 'No lead is named for this action.'))
  if (action.completion === null && action.milestones.length === 0)
    found.push(problem('no-date', 'No completion date is given for this action.'))
  return found
}
