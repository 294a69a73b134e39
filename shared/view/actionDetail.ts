import { z } from 'zod'
import type { Row } from '../model/entities.ts'
import { completion, day, type RatingKind } from '../model/fields.ts'
import { update } from '../model/progress.ts'
import { type AuditLine, auditLine } from './auditLine.ts'
import { type DueView, dueView, dueViewOf, isException } from './planRow.ts'
import { type ActionEntry, dueOf, type Programme } from './programme.ts'
import { markOf, marksOf, ratingMark } from './ratingMark.ts'

const ratingEntry = z.object({
  id: z.string(),
  mark: ratingMark,
  at: day,
  by: z.string().nullable(),
  reason: z.string().nullable(),
  imported: z.boolean(),
})
const ratingView = z.object({
  current: ratingMark,
  /** Newest first; the first is the rating now. */
  history: z.array(ratingEntry),
  /** The steps that it can be given. */
  choices: z.array(ratingMark),
})
export type RatingView = z.infer<typeof ratingView>

const dateChangeView = z.object({
  id: z.string(),
  text: z.string(),
  reason: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedOn: day.nullable(),
  at: day,
  by: z.string().nullable(),
})
export type DateChangeView = z.infer<typeof dateChangeView>

const milestoneView = z.object({
  id: z.string(),
  text: z.string(),
  date: completion.nullable(),
  qualifier: z.string().nullable(),
  recurrence: z.string().nullable(),
  note: z.string().nullable(),
  doneOn: day.nullable(),
  late: z.boolean(),
})
export type MilestoneView = z.infer<typeof milestoneView>

const updateView = update.pick({
  id: true,
  at: true,
  by: true,
  source: true,
  sourceNote: true,
  progress: true,
  nextSteps: true,
  issues: true,
  evidence: true,
  percentComplete: true,
})
export type UpdateView = z.infer<typeof updateView>

const recoveryView = z.object({
  cause: z.string().nullable(),
  plan: z.string().nullable(),
  who: z.string().nullable(),
  due: z.string().nullable(),
  effect: z.string().nullable(),
  ask: z.string().nullable(),
})
export type RecoveryView = z.infer<typeof recoveryView>

/** A link in words: what it rests on (or what rests on it), and the action to go to where there is one. */
const linkView = z.object({
  id: z.string(),
  label: z.string(),
  text: z.string(),
  actionId: z.string().nullable(),
  group: z.number().int().nullable(),
  /** What of this end the link names: the action itself, its objective, or its whole group. */
  names: z.enum(['action', 'objective', 'group']),
})
export type LinkView = z.infer<typeof linkView>

export const actionDetailView = z.object({
  id: z.string(),
  ref: z.string(),
  group: z.object({ number: z.number().int(), name: z.string() }),
  objective: z.object({ ref: z.string(), title: z.string().nullable() }),
  priorities: z.array(z.object({ number: z.number().int(), text: z.string() })),
  action: z.string(),
  intendedImpact: z.string().nullable(),
  measureOfSuccess: z.string().nullable(),
  accountable: z.string().nullable(),
  note: z.string().nullable(),
  leads: z.array(z.object({ printed: z.string(), place: z.string().nullable() })),
  due: dueView,
  dateChanges: z.array(dateChangeView),
  milestones: z.array(milestoneView),
  delivery: ratingView,
  impact: ratingView,
  /** Newest first. */
  updates: z.array(updateView),
  needsRecovery: z.boolean(),
  recovery: recoveryView,
  restsOn: z.array(linkView),
  supports: z.array(linkView),
  audit: z.array(auditLine),
})
export type ActionDetailView = z.infer<typeof actionDetailView>

/**
 * Everything about one action. Takes its lines of the audit trail, newest first, which the rows do not hold;
 * null where the programme has no such action.
 */
export function actionDetail(
  p: Programme,
  actionId: string,
  audit: readonly AuditLine[],
): ActionDetailView | null {
  const e = p.actionById.get(actionId)
  if (!e) return null
  return {
    ...textsOf(p, e),
    due: dueViewOf(p, e) satisfies DueView,
    dateChanges: e.dateChanges.map((c) => ({ ...pickDateChange(c), text: c.completion.text })),
    milestones: e.milestones.map((m) => milestoneOf(p, e, m)),
    delivery: ratingViewOf(p, e, 'delivery'),
    impact: ratingViewOf(p, e, 'impact'),
    updates: e.updates.map((u) => updateView.parse(u)),
    needsRecovery: isException(p, e),
    recovery: recoveryOf(e),
    restsOn: restsOn(p, e),
    supports: supports(p, e),
    audit: [...audit],
  }
}

function textsOf(p: Programme, e: ActionEntry) {
  const { id, ref, action, intendedImpact, measureOfSuccess, accountable, note } = e.action
  const group = p.groups.find((g) => g.group.id === e.group.id)
  return {
    id,
    ref,
    action,
    intendedImpact,
    measureOfSuccess,
    accountable,
    note,
    group: { number: e.group.number, name: e.group.name },
    objective: { ref: e.objective.ref, title: e.objective.title },
    priorities: (group?.priorities ?? []).map(({ priority }) => ({
      number: priority.number,
      text: priority.text,
    })),
    leads: e.leads.map(({ printed, place }) => ({ printed, place })),
  }
}

const pickDateChange = ({ id, reason, approvedBy, approvedOn, at, by }: Row<'dateChange'>) => ({
  id,
  reason,
  approvedBy,
  approvedOn,
  at,
  by,
})

/** An only milestone that restates the plan's date moves with it: it is late when the action is. */
function milestoneOf(p: Programme, e: ActionEntry, m: Row<'milestone'>): MilestoneView {
  const { id, text, date, qualifier, recurrence, note, doneOn } = m
  const restates = e.milestones.length === 1 && date?.latest === e.action.completion?.latest
  const latest = (restates ? dueOf(e)?.latest : date?.latest) ?? null
  const late = doneOn === null && latest !== null && latest < p.today
  return { id, text, date, qualifier, recurrence, note, doneOn, late }
}

function ratingViewOf(p: Programme, e: ActionEntry, kind: RatingKind): RatingView {
  const history = e.ratings[kind].map((r) => ({
    id: r.id,
    mark: markOf(p, kind, r.code),
    at: r.at,
    by: r.by,
    reason: r.reason,
    imported: r.importId !== null,
  }))
  return {
    current: markOf(p, kind, e.ratings[kind][0]?.code ?? null),
    history,
    choices: marksOf(p, kind).filter((m) => m.code !== null),
  }
}

function recoveryOf(e: ActionEntry): RecoveryView {
  const r = e.recovery
  return {
    cause: r?.cause ?? null,
    plan: r?.plan ?? null,
    who: r?.who ?? null,
    due: r?.due?.text ?? null,
    effect: r?.effect ?? null,
    ask: r?.ask ?? null,
  }
}

/** What this action rests on, said of itself or of its objective. */
function restsOn(p: Programme, e: ActionEntry): LinkView[] {
  const ofObjective = p.tables.link.filter((l) => l.fromObjectiveId === e.objective.id)
  return [...e.linksFrom, ...ofObjective].map((l) => ({
    id: l.id,
    text: l.text,
    names: l.fromActionId === null ? ('objective' as const) : ('action' as const),
    ...targetOf(p, l),
  }))
}

function targetOf(p: Programme, l: Row<'link'>): Pick<LinkView, 'label' | 'actionId' | 'group'> {
  const action = l.toActionId === null ? undefined : p.actionById.get(l.toActionId)
  if (action) return { label: `Action ${action.action.ref}`, actionId: action.action.id, group: null }
  const objective = p.tables.objective.find((o) => o.id === l.toObjectiveId)
  if (objective) {
    const first = p.actions.find((a) => a.objective.id === objective.id)
    return { label: `Objective ${objective.ref}`, actionId: first?.action.id ?? null, group: null }
  }
  const group = p.tables.workingGroup.find((g) => g.id === l.toGroupId)
  if (group) {
    return { label: `Working group ${group.number}, ${group.name}`, actionId: null, group: group.number }
  }
  return { label: l.scope ?? 'Other working groups', actionId: null, group: null }
}

/** What rests on this action: links to itself, to its objective or to its group. */
function supports(p: Programme, e: ActionEntry): LinkView[] {
  const toOther = p.tables.link.filter(
    (l) => l.toObjectiveId === e.objective.id || (l.toGroupId === e.group.id && l.toActionId === null),
  )
  return [...e.linksTo, ...toOther].map((l) => ({
    id: l.id,
    text: l.text,
    names: l.toActionId !== null ? 'action' : l.toObjectiveId !== null ? 'objective' : 'group',
    ...sourceOf(p, l),
  }))
}

function sourceOf(p: Programme, l: Row<'link'>): Pick<LinkView, 'label' | 'actionId' | 'group'> {
  const action = l.fromActionId === null ? undefined : p.actionById.get(l.fromActionId)
  if (action) return { label: `Action ${action.action.ref}`, actionId: action.action.id, group: null }
  const objective = p.tables.objective.find((o) => o.id === l.fromObjectiveId)
  const first = p.actions.find((a) => a.objective.id === objective?.id)
  return { label: `Objective ${objective?.ref ?? ''}`, actionId: first?.action.id ?? null, group: null }
}
