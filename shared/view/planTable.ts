import { z } from 'zod'
import type { Row } from '../model/entities.ts'
import { notRated, type PlanQuery, planQuery } from './planQuery.ts'
import { exceptionLabel, isDueWithin, isException, planRow, toPlanRow, updateAgeOf } from './planRow.ts'
import { type ActionEntry, type GroupEntry, isOverdueAction, type Programme, ratingOf } from './programme.ts'
import { markOf, ratingMark, type RatingMark } from './ratingMark.ts'

const markCount = z.object({ mark: ratingMark, count: z.number().int() })

/** An objective and those of its actions that the query lets through; `counts` and `overdue` roll these up. */
export const planObjective = z.object({
  id: z.string(),
  ref: z.string(),
  title: z.string().nullable(),
  group: z.number().int(),
  counts: z.array(markCount),
  overdue: z.number().int(),
  actions: z.array(planRow),
})
export type PlanObjective = z.infer<typeof planObjective>

export const planTableView = z.object({
  query: planQuery,
  /** Every group with the number of actions that the other filters let through. */
  groups: z.array(z.object({ number: z.number().int(), name: z.string(), count: z.number().int() })),
  allCount: z.number().int(),
  /** Actions of the whole plan, unfiltered. */
  total: z.number().int(),
  shown: z.number().int(),
  objectives: z.array(planObjective),
  /** What the filter `exceptions` shows, in the words of the scale. */
  exceptionLabel: z.string(),
  /** What the filters can be set to, each with what it would show within the chosen group. */
  choices: z.object({
    delivery: z.array(markCount),
    impact: z.array(markCount),
    leads: z.array(z.object({ lead: z.string(), count: z.number().int() })),
    priorities: z.array(z.object({ number: z.number().int(), text: z.string() })),
  }),
})
export type PlanTableView = z.infer<typeof planTableView>

/** The work plan as a tree: objectives with the actions that a query lets through, in plan order. */
export function planTable(p: Programme, query: PlanQuery): PlanTableView {
  const passes = filterOf(p, query)
  const inGroup = (g: GroupEntry): boolean => query.group === null || g.group.number === query.group
  const groups = p.groups.map((g) => ({ entry: g, actions: g.actions.filter(passes) }))
  const chosen = groups.filter((g) => inGroup(g.entry))
  const objectives = chosen.flatMap((g) => objectivesOf(p, g.entry, g.actions))
  return {
    query,
    groups: groups.map((g) => ({
      number: g.entry.group.number,
      name: g.entry.group.name,
      count: g.actions.length,
    })),
    allCount: groups.reduce((sum, g) => sum + g.actions.length, 0),
    total: p.actions.length,
    shown: chosen.reduce((sum, g) => sum + g.actions.length, 0),
    objectives,
    exceptionLabel: exceptionLabel(p),
    choices: choicesOf(
      p,
      p.groups.filter(inGroup).flatMap((g) => g.actions),
    ),
  }
}

/** Whether an action passes every part of a query but its group. */
export function filterOf(p: Programme, query: PlanQuery): (e: ActionEntry) => boolean {
  const words = query.search.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean)
  const groups = query.priority === null ? null : groupsOfPriority(p, query.priority)
  const isLead = leadTest(p, query.lead)
  return (e) =>
    (groups === null || groups.has(e.group.id)) &&
    isRated(e, 'delivery', query.rating) &&
    isRated(e, 'impact', query.impact) &&
    isLead(e) &&
    (!query.overdue || isOverdueAction(p, e)) &&
    (!query.exceptions || isException(p, e)) &&
    (query.dueWithin === null || isDueWithin(p, e, query.dueWithin)) &&
    (!query.moved || e.dateChanges.length > 0) &&
    (query.updated === null || updateAgeOf(p, e) === query.updated) &&
    (words.length === 0 || hasWords(e, words))
}

const isRated = (e: ActionEntry, kind: 'delivery' | 'impact', code: string | null): boolean =>
  code === null || (ratingOf(e, kind) ?? notRated) === code

function groupsOfPriority(p: Programme, number: number): ReadonlySet<string> {
  return new Set(
    p.groups.filter((g) => g.priorities.some((x) => x.priority.number === number)).map((g) => g.group.id),
  )
}

/** Whether an action has a lead, named by post (however the plan spells it) or in the plan's own words. */
function leadTest(p: Programme, lead: string | null): (e: ActionEntry) => boolean {
  if (lead === null) return () => true
  const nameOf = leadNames(p)
  return (e) => e.leads.some((l) => l.printed === lead || nameOf(l) === lead)
}

/** A lead by the name of its post and organisation, so that spellings of one post are one lead. */
function leadNames(p: Programme): (lead: Row<'actionLead'>) => string {
  const organisations = new Map(p.tables.organisation.map((o) => [o.id, o.abbreviation ?? o.name]))
  const posts = new Map(
    p.tables.post.map((post) => {
      const of = post.organisationId === null ? undefined : organisations.get(post.organisationId)
      return [post.id, of === undefined ? post.title : `${post.title}, ${of}`]
    }),
  )
  return (lead) => (lead.postId === null ? undefined : posts.get(lead.postId)) ?? lead.printed
}

function hasWords(e: ActionEntry, words: readonly string[]): boolean {
  const newest = e.updates[0]
  const all = [
    e.action.ref,
    e.action.action,
    e.action.intendedImpact,
    e.action.measureOfSuccess,
    e.objective.title,
    ...e.leads.map((l) => l.printed),
    newest?.progress,
    newest?.nextSteps,
    newest?.issues,
  ]
    .filter(Boolean)
    .join('\n')
    .toLocaleLowerCase('en-GB')
  return words.every((w) => all.includes(w))
}

function objectivesOf(p: Programme, group: GroupEntry, actions: readonly ActionEntry[]) {
  const byObjective = Map.groupBy(actions, (e) => e.objective.id)
  return group.objectives.flatMap((o) => {
    const own = byObjective.get(o.id)
    if (!own) return []
    return [
      {
        id: o.id,
        ref: o.ref,
        title: o.title,
        group: group.group.number,
        counts: countMarks(p, 'delivery', own),
        overdue: own.filter((e) => isOverdueAction(p, e)).length,
        actions: own.map((e) => toPlanRow(p, e)),
      },
    ]
  })
}

/** How many of some actions have each rating, in the order of the scale; ratings that none has are left out. */
export function countMarks(
  p: Programme,
  kind: 'delivery' | 'impact',
  actions: readonly ActionEntry[],
): { mark: RatingMark; count: number }[] {
  const counts = new Map<string | null, number>()
  for (const step of p.scale[kind]) counts.set(step.code, 0)
  for (const e of actions) {
    const code = ratingOf(e, kind)
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return [...counts].filter(([, n]) => n > 0).map(([code, count]) => ({ mark: markOf(p, kind, code), count }))
}

function choicesOf(p: Programme, actions: readonly ActionEntry[]): PlanTableView['choices'] {
  const leads = new Map<string, number>()
  const nameOf = leadNames(p)
  for (const e of actions) {
    for (const lead of new Set(e.leads.map(nameOf))) leads.set(lead, (leads.get(lead) ?? 0) + 1)
  }
  return {
    delivery: countMarks(p, 'delivery', actions),
    impact: countMarks(p, 'impact', actions),
    leads: [...leads]
      .map(([lead, count]) => ({ lead, count }))
      .sort((a, b) => a.lead.localeCompare(b.lead, 'en-GB')),
    priorities: [...p.tables.priority]
      .sort((a, b) => a.number - b.number)
      .map(({ number, text }) => ({ number, text })),
  }
}
