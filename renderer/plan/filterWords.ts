import { notRated, type PlanQuery, type UpdateAge } from '../../shared/view/planQuery.ts'
import type { PlanTableView } from '../../shared/view/planTable.ts'

/** A filter that is on, in words, and the part of the query that takes it off. */
export type ActiveFilter = { readonly key: string; readonly words: string; readonly off: Partial<PlanQuery> }

export const ageWords: Readonly<Record<UpdateAge, string>> = {
  'within-30': 'Heard of in the last 30 days',
  'within-60': 'Heard of 31 to 60 days ago',
  'within-90': 'Heard of 61 to 90 days ago',
  older: 'Heard of more than 90 days ago',
  never: 'No update yet',
}

/** Every filter but the group, which the tabs show. */
export function activeFilters(view: PlanTableView): readonly ActiveFilter[] {
  const q = view.query
  const filters: (ActiveFilter | null)[] = [
    q.search.trim() === '' ? null : { key: 'search', words: `“${q.search.trim()}”`, off: { search: '' } },
    q.rating === null
      ? null
      : {
          key: 'rating',
          words: `Delivery: ${ratingWord(view, 'delivery', q.rating)}`,
          off: { rating: null },
        },
    q.impact === null
      ? null
      : { key: 'impact', words: `Impact: ${ratingWord(view, 'impact', q.impact)}`, off: { impact: null } },
    q.exceptions ? { key: 'exceptions', words: view.exceptionLabel, off: { exceptions: false } } : null,
    q.overdue ? { key: 'overdue', words: 'Overdue', off: { overdue: false } } : null,
    q.dueWithin === null
      ? null
      : { key: 'due', words: `Due in ${q.dueWithin} days`, off: { dueWithin: null } },
    q.moved ? { key: 'moved', words: 'Date was moved', off: { moved: false } } : null,
    q.updated === null ? null : { key: 'updated', words: ageWords[q.updated], off: { updated: null } },
    q.lead === null ? null : { key: 'lead', words: `Lead: ${q.lead}`, off: { lead: null } },
    q.priority === null
      ? null
      : { key: 'priority', words: `Area of weakness ${q.priority}`, off: { priority: null } },
  ]
  return filters.filter((f) => f !== null)
}

function ratingWord(view: PlanTableView, kind: 'delivery' | 'impact', code: string): string {
  const found = view.choices[kind].find((c) => (c.mark.code ?? notRated) === code)
  return found?.mark.word ?? (code === notRated ? 'Not yet rated' : code)
}
