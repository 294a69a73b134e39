import type { PlanOutcome, PlanPreview } from './planDraft.ts'

/** By what is said of them; together they are all outcomes. */
const kinds: readonly (readonly [readonly PlanOutcome[], one: string, many: string])[] = [
  [['action'], 'is an action', 'are actions'],
  [['more'], 'goes on with an action', 'go on with an action'],
  [
    ['group', 'priority', 'objective'],
    'is a group, priority or objective',
    'are groups, priorities or objectives',
  ],
  [['heading-row', 'repeated-header'], 'holds headings of columns', 'hold headings of columns'],
  [['total'], 'is a total', 'are totals'],
  [['other'], 'was not understood and is kept as a note', 'were not understood and are kept as notes'],
  [
    ['outside'],
    'was not taken, as it stands in a table without actions or above the headings',
    'were not taken, as they stand in tables without actions or above the headings',
  ],
]

/** What became of all rows of a plan's tables, in one sentence: "Of 30 rows, 24 are actions, 4 hold headings of columns …". */
export function sayPlanRows({ totals }: PlanPreview): string {
  const parts = kinds.flatMap(([outcomes, one, many]) => {
    const n = outcomes.reduce((sum, o) => sum + (totals.outcomes[o] ?? 0), 0)
    return n === 0 ? [] : [`${number(n)} ${n === 1 ? one : many}`]
  })
  if (parts.length === 0) return 'Its tables have no rows.'
  const said =
    parts.length === 1 ? parts.join('') : `${parts.slice(0, -1).join('; ')}; and ${parts.at(-1) ?? ''}`
  return `Of ${number(totals.rows)} ${totals.rows === 1 ? 'row' : 'rows'} in its tables, ${said}.`
}

const number = (n: number): string => n.toLocaleString('en-GB')
