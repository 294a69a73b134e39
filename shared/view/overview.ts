import { z } from 'zod'
import type { Row } from '../model/entities.ts'
import { day } from '../model/fields.ts'
import { type AuditLine, auditLine } from './auditLine.ts'
import { countMarks } from './planTable.ts'
import { notRated, type PlanQuery, planQuery, type UpdateAge, wholePlan } from './planQuery.ts'
import { exceptionLabel, isDueWithin, isException, planRow, toPlanRow, updateAgeOf } from './planRow.ts'
import { type ActionEntry, isOverdueAction, type Programme } from './programme.ts'
import { markOf, ratingMark } from './ratingMark.ts'

/** So many actions with a rating, and the rows of the plan that they are. */
const ratingCount = z.object({ mark: ratingMark, count: z.number().int(), filter: planQuery })
export type RatingCount = z.infer<typeof ratingCount>

/** The overall rating that was given to a group or a priority in the newest period that has one. */
const assessed = z.object({
  period: z.string(),
  delivery: ratingMark,
  impact: ratingMark,
  reason: z.string().nullable(),
  commentary: z.string().nullable(),
})

const standing = z.object({
  number: z.number().int(),
  name: z.string(),
  total: z.number().int(),
  delivery: z.array(ratingCount),
  impact: z.array(ratingCount),
  overdue: z.number().int(),
  overdueFilter: planQuery,
  /** ISO day of the newest update of an action or of the group itself. */
  updatedOn: day.nullable(),
  assessment: assessed.nullable(),
  filter: planQuery,
})
export type Standing = z.infer<typeof standing>

/** A pile of actions that needs a look: its count, its first rows, and the filter that shows them all. */
const pile = z.object({
  key: z.enum(['overdue', 'exceptions', 'due-30', 'due-60', 'due-90', 'moved']),
  label: z.string(),
  count: z.number().int(),
  rows: z.array(planRow),
  filter: planQuery,
  /** What an empty pile says. */
  none: z.string(),
})
export type Pile = z.infer<typeof pile>

export const overviewView = z.object({
  name: z.string(),
  today: day,
  total: z.number().int(),
  delivery: z.array(ratingCount),
  impact: z.array(ratingCount),
  /** "108 actions: 12 complete · 61 on track …" */
  sentence: z.string(),
  groups: z.array(standing),
  priorities: z.array(standing.extend({ groups: z.array(z.number().int()) })),
  piles: z.array(pile),
  freshness: z.array(z.object({ label: z.string(), count: z.number().int(), filter: planQuery })),
  recent: z.array(auditLine),
})
export type OverviewView = z.infer<typeof overviewView>

const rowsOfPile = 50

/**
 * Where the programme stands on its day: ratings in all, by group and by priority; what is late, due, moved and
 * silent; what changed last. Takes the newest lines of the audit trail, which a programme's rows do not hold.
 */
export function overview(p: Programme, recent: readonly AuditLine[]): OverviewView {
  const delivery = ratingCounts(p, 'delivery', p.actions, wholePlan)
  return {
    name: p.programme.name,
    today: p.today,
    total: p.actions.length,
    delivery,
    impact: ratingCounts(p, 'impact', p.actions, wholePlan),
    sentence: sentenceOf(p.actions.length, delivery),
    groups: groupStandings(p),
    priorities: priorityStandings(p),
    piles: pilesOf(p),
    freshness: freshnessOf(p),
    recent: [...recent],
  }
}

function ratingCounts(
  p: Programme,
  kind: 'delivery' | 'impact',
  actions: readonly ActionEntry[],
  within: PlanQuery,
): RatingCount[] {
  const part = kind === 'delivery' ? 'rating' : 'impact'
  return countMarks(p, kind, actions).map(({ mark, count }) => ({
    mark,
    count,
    filter: { ...within, [part]: mark.code ?? notRated },
  }))
}

function sentenceOf(total: number, counts: readonly RatingCount[]): string {
  const parts = counts.map((c) => `${c.count} ${c.mark.word.toLocaleLowerCase('en-GB')}`)
  const all = `${total} ${total === 1 ? 'action' : 'actions'}`
  return parts.length > 0 ? `${all}: ${parts.join(', ')}.` : `${all}.`
}

function groupStandings(p: Programme): Standing[] {
  return p.groups.map((g) =>
    standingOf(p, {
      number: g.group.number,
      name: g.group.name,
      actions: g.actions,
      heard: g.updates.map((u) => u.at),
      filter: { ...wholePlan, group: g.group.number },
      isOwn: (a) => a.groupId === g.group.id,
    }),
  )
}

function priorityStandings(p: Programme): (Standing & { groups: number[] })[] {
  return [...p.tables.priority]
    .sort((a, b) => a.number - b.number)
    .map((priority) => {
      const groups = p.groups.filter((g) => g.priorities.some((x) => x.priority.id === priority.id))
      const own = standingOf(p, {
        number: priority.number,
        name: priority.text,
        actions: groups.flatMap((g) => g.actions),
        heard: groups.flatMap((g) => g.updates.map((u) => u.at)),
        filter: { ...wholePlan, priority: priority.number },
        isOwn: (a) => a.priorityId === priority.id,
      })
      return { ...own, groups: groups.map((g) => g.group.number) }
    })
}

type Subject = {
  readonly number: number
  readonly name: string
  readonly actions: readonly ActionEntry[]
  readonly heard: readonly string[]
  readonly filter: PlanQuery
  readonly isOwn: (a: Row<'assessment'>) => boolean
}

function standingOf(p: Programme, of: Subject): Standing {
  const heard = [...of.heard, ...of.actions.flatMap((e) => e.updates[0]?.at ?? [])]
  return {
    number: of.number,
    name: of.name,
    total: of.actions.length,
    delivery: ratingCounts(p, 'delivery', of.actions, of.filter),
    impact: ratingCounts(p, 'impact', of.actions, of.filter),
    overdue: of.actions.filter((e) => isOverdueAction(p, e)).length,
    overdueFilter: { ...of.filter, overdue: true },
    updatedOn: heard.sort().at(-1) ?? null,
    assessment: newestAssessment(p, p.tables.assessment.filter(of.isOwn)),
    filter: of.filter,
  }
}

function newestAssessment(p: Programme, own: readonly Row<'assessment'>[]): Standing['assessment'] {
  const periods = [...p.tables.period].sort((a, b) => (a.toDay < b.toDay ? 1 : -1))
  for (const period of periods) {
    const found = own.findLast((a) => a.periodId === period.id)
    if (!found) continue
    return {
      period: period.name,
      delivery: markOf(p, 'delivery', found.delivery),
      impact: markOf(p, 'impact', found.impact),
      reason: found.reason,
      commentary: found.commentary,
    }
  }
  return null
}

function pilesOf(p: Programme): Pile[] {
  const overdue = (e: ActionEntry): boolean => isOverdueAction(p, e)
  const due = (days: 30 | 60 | 90): Pile =>
    pileOf(p, (e) => isDueWithin(p, e, days), {
      key: `due-${days}`,
      label: `Due in ${days} days`,
      filter: { ...wholePlan, dueWithin: days },
      none: `Nothing is due in the next ${days} days.`,
    })
  return [
    pileOf(p, overdue, {
      key: 'overdue',
      label: 'Overdue',
      filter: { ...wholePlan, overdue: true },
      none: 'Nothing is overdue.',
    }),
    exceptionPile(p),
    due(30),
    due(60),
    due(90),
    pileOf(p, (e) => e.dateChanges.length > 0, {
      key: 'moved',
      label: 'Moved dates',
      filter: { ...wholePlan, moved: true },
      none: 'No completion date has been moved.',
    }),
  ]
}

function exceptionPile(p: Programme): Pile {
  const label = exceptionLabel(p)
  return pileOf(p, (e) => isException(p, e), {
    key: 'exceptions',
    label,
    filter: { ...wholePlan, exceptions: true },
    none: `No action is rated ${label.toLocaleLowerCase('en-GB')}.`,
  })
}

function pileOf(
  p: Programme,
  belongs: (e: ActionEntry) => boolean,
  rest: Omit<Pile, 'count' | 'rows'>,
): Pile {
  const own = p.actions.filter(belongs)
  return { ...rest, count: own.length, rows: own.slice(0, rowsOfPile).map((e) => toPlanRow(p, e)) }
}

const ages: readonly { readonly age: UpdateAge; readonly label: string }[] = [
  { age: 'within-30', label: 'In the last 30 days' },
  { age: 'within-60', label: '31 to 60 days ago' },
  { age: 'within-90', label: '61 to 90 days ago' },
  { age: 'older', label: 'More than 90 days ago' },
  { age: 'never', label: 'No update yet' },
]

function freshnessOf(p: Programme): OverviewView['freshness'] {
  const counts = new Map<UpdateAge, number>()
  for (const e of p.actions) counts.set(updateAgeOf(p, e), (counts.get(updateAgeOf(p, e)) ?? 0) + 1)
  return ages.map(({ age, label }) => ({
    label,
    count: counts.get(age) ?? 0,
    filter: { ...wholePlan, updated: age },
  }))
}
