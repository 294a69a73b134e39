import { z } from 'zod'
import { printWritten } from '../dates/printDay.ts'
import { daysBetween } from '../dates/isoDay.ts'
import { day } from '../model/fields.ts'
import type { UpdateAge } from './planQuery.ts'
import { type ActionEntry, dueOf, isOverdueAction, type Programme, ratingOf, stepOf } from './programme.ts'
import { markOf, ratingMark } from './ratingMark.ts'

/** When an action is due: the words of the plan (or of its move), and whether that is late. */
export const dueView = z.object({
  text: z.string(),
  latest: day.nullable(),
  late: z.boolean(),
  /** The plan's own words where the date was moved. */
  original: z.string().nullable(),
})
export type DueView = z.infer<typeof dueView>

/** One action as a line of a table. */
export const planRow = z.object({
  id: z.string(),
  ref: z.string(),
  group: z.number().int(),
  objective: z.string(),
  action: z.string(),
  leads: z.array(z.string()),
  due: dueView,
  delivery: ratingMark,
  impact: ratingMark,
  /** ISO day of the newest update, null where there is none. */
  updatedOn: day.nullable(),
  percentComplete: z.number().nullable(),
})
export type PlanRow = z.infer<typeof planRow>

/** An action as a line of a table. */
export function toPlanRow(p: Programme, e: ActionEntry): PlanRow {
  const newest = e.updates[0]
  return {
    id: e.action.id,
    ref: e.action.ref,
    group: e.group.number,
    objective: e.objective.ref,
    action: e.action.action,
    leads: e.leads.map((l) => l.printed),
    due: dueViewOf(p, e),
    delivery: markOf(p, 'delivery', ratingOf(e, 'delivery')),
    impact: markOf(p, 'impact', ratingOf(e, 'impact')),
    updatedOn: newest?.at ?? null,
    percentComplete: newest?.percentComplete ?? null,
  }
}

/** The due date of an action in words, with its late mark. */
export function dueViewOf(p: Programme, e: ActionEntry): DueView {
  const due = dueOf(e)
  return {
    text: (due && printWritten(due)) || 'No date in the plan',
    latest: due?.latest ?? null,
    late: isOverdueAction(p, e),
    original:
      e.dateChanges.length > 0
        ? ((e.action.completion && printWritten(e.action.completion)) ?? 'No date in the plan')
        : null,
  }
}

/** Rated with a step that counts as done. */
export const isDone = (p: Programme, e: ActionEntry): boolean =>
  stepOf(p, 'delivery', ratingOf(e, 'delivery'))?.countsAsDone ?? false

/** Rated with a step that needs a recovery: off track or at risk in the default scale. */
export const isException = (p: Programme, e: ActionEntry): boolean =>
  stepOf(p, 'delivery', ratingOf(e, 'delivery'))?.needsRecovery ?? false

/** What such actions are called together, in the words of the programme's own scale: "Off track or at risk". */
export function exceptionLabel(p: Programme): string {
  const steps = p.scale.delivery.filter((s) => s.needsRecovery)
  const words = steps.map((s) => s.word.toLocaleLowerCase('en-GB')).join(' or ')
  return words === '' ? 'Exceptions' : words.charAt(0).toLocaleUpperCase('en-GB') + words.slice(1)
}

/** Not done, and due from today within so many days (today counts). */
export function isDueWithin(p: Programme, e: ActionEntry, days: number): boolean {
  const latest = dueOf(e)?.latest ?? null
  if (latest === null || latest < p.today || isDone(p, e)) return false
  return daysBetween(p.today, latest) <= days
}

/** How long ago an action was last heard of. */
export function updateAgeOf(p: Programme, e: ActionEntry): UpdateAge {
  const at = e.updates[0]?.at
  if (at === undefined) return 'never'
  const days = daysBetween(at, p.today)
  if (days <= 30) return 'within-30'
  if (days <= 60) return 'within-60'
  return days <= 90 ? 'within-90' : 'older'
}
