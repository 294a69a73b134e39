import type { Row } from '../model/entities.ts'
import type { RatingKind } from '../model/fields.ts'
import { evidenceNumbers } from './papers/evidenceIndex.ts'
import { type ActionEntry, dueOf, isOverdueAction, type Programme, ratingOf } from './programme.ts'

/** Which actions a query is about; null parts don't filter. */
export type QueryFilter = {
  readonly group: number | null
  readonly ref: string | null
  readonly overdue: boolean
}

/** The actions that a filter leaves, in plan order. */
export const actionsWhere = (p: Programme, f: QueryFilter): readonly ActionEntry[] =>
  p.actions.filter(
    (e) =>
      (f.group === null || e.group.number === f.group) &&
      (f.ref === null || e.action.ref === f.ref) &&
      (!f.overdue || isOverdueAction(p, e)),
  )

/** `query actions`, one object an action, in the words of the command line's contract. */
export const queryActions = (p: Programme, f: QueryFilter) =>
  actionsWhere(p, f).map((e) => actionObject(p, e))

/** `query updates`: what was said of actions, groups and the programme, in the order it was written. */
export function queryUpdates(p: Programme, f: QueryFilter) {
  return p.tables.update
    .filter((u) => concerns(p, u, f))
    .map((u) => ({
      ref: refOf(p, u.actionId),
      group: groupNumber(p, u.actionId, u.groupId),
      period: p.tables.period.find((x) => x.id === u.periodId)?.label ?? null,
      at: u.at,
      by: u.by,
      source: u.source,
      sourceNote: u.sourceNote,
      progress: u.progress,
      nextSteps: u.nextSteps,
      issues: u.issues,
      evidence: u.evidence,
      percentComplete: u.percentComplete,
    }))
}

/** `query milestones`: the dated steps of the actions. */
export function queryMilestones(p: Programme, f: QueryFilter) {
  return actionsWhere(p, f).flatMap((e) =>
    e.milestones.map((m) => ({ ref: e.action.ref, ...milestoneObject(m) })),
  )
}

/** `query measures` with their values. */
export function queryMeasures(p: Programme) {
  return p.tables.measure.map(({ id, number, name, direction, unit, source, note }) => ({
    number,
    name,
    direction,
    unit,
    source,
    note,
    values: p.tables.measureValue
      .filter((v) => v.measureId === id)
      .map(({ kind, at, text, value, note: of }) => ({ kind, at, text, value, note: of })),
  }))
}

/** `query boards` with their lines of reporting. */
export function queryBoards(p: Programme) {
  return p.tables.board.map((b) => ({
    name: b.name,
    alternativeNames: b.alternativeNames,
    role: b.role,
    chair: b.chairName,
    reportsTo: p.tables.board.find((x) => x.id === b.reportsToId)?.name ?? null,
    members: b.members,
    cadence: b.cadence,
    papersDueDays: b.papersDueDays,
  }))
}

function actionObject(p: Programme, e: ActionEntry) {
  const group = p.groups.find((g) => g.group.id === e.group.id)
  const { action } = e
  return {
    ref: action.ref,
    group: e.group.number,
    objective: e.objective.ref,
    priorities: (group?.priorities ?? []).map((x) => x.priority.number),
    action: action.action,
    intendedImpact: action.intendedImpact,
    measureOfSuccess: action.measureOfSuccess,
    leads: e.leads.map((l) => l.printed),
    accountable: action.accountable,
    completion: action.completion,
    revisedCompletion: e.dateChanges[0]?.completion ?? null,
    due: dueOf(e)?.latest ?? null,
    milestones: e.milestones.map(milestoneObject),
    deliveryRating: ratingOf(e, 'delivery'),
    // no rule suggests ratings yet: null says so
    suggestedRating: null,
    suggestedWhy: null,
    impactRating: ratingOf(e, 'impact'),
    ratingHistory: { delivery: historyOf(e, 'delivery'), impact: historyOf(e, 'impact') },
    percentComplete: e.updates.find((u) => u.percentComplete !== null)?.percentComplete ?? null,
    overdue: isOverdueAction(p, e),
    latestUpdate: latestOf(e),
    dependsOn: e.linksFrom.map((l) => targetOf(p, l)),
    supports: supportsOf(p, e),
  }
}

/** Evidence: what the register holds, then what leads' updates brought, numbered as papers cite it. */
export function queryEvidence(p: Programme, f: QueryFilter) {
  const numbers = evidenceNumbers(p)
  const registered = p.tables.evidence
    .filter((e) => isOf(p, f, e.actionId, e.groupId))
    .map((e) => ({
      number: `E${e.number}`,
      ref: refOf(p, e.actionId),
      group: groupNumber(p, e.actionId, e.groupId),
      claim: e.claim,
      baseline: e.baseline,
      latest: e.latest,
      source: e.source,
      at: e.at,
      voice: e.voice,
      strength: e.strength,
      notMeasurable: e.notMeasurable,
      by: null,
    }))
  const updates = p.actions
    .filter((e) => isOf(p, f, e.action.id, null))
    .flatMap((e) =>
      e.updates
        .filter((u) => u.evidence)
        .map((u) => ({
          number: numbers.get(u.id) ?? null,
          ref: e.action.ref,
          group: e.group.number,
          claim: u.evidence,
          baseline: null,
          latest: null,
          source: u.sourceNote,
          at: u.at,
          voice: null,
          strength: null,
          notMeasurable: null,
          by: u.by,
        })),
    )
  return [...registered, ...updates]
}

function groupNumber(p: Programme, actionId: string | null, groupId: string | null): number | null {
  const entry = actionId === null ? undefined : p.actionById.get(actionId)
  return entry?.group.number ?? p.tables.workingGroup.find((g) => g.id === groupId)?.number ?? null
}

const isOf = (p: Programme, f: QueryFilter, actionId: string | null, groupId: string | null): boolean =>
  (f.ref === null || refOf(p, actionId) === f.ref) &&
  (f.group === null || groupNumber(p, actionId, groupId) === f.group)

const historyOf = (e: ActionEntry, kind: RatingKind) =>
  e.ratings[kind].map(({ code, at, by, reason }) => ({ code, at, by, reason }))

function latestOf(e: ActionEntry) {
  const u = e.updates[0]
  return u ? { at: u.at, by: u.by, progress: u.progress, nextSteps: u.nextSteps, issues: u.issues } : null
}

const milestoneObject = (m: Row<'milestone'>) => ({
  text: m.text,
  earliest: m.date?.earliest ?? null,
  latest: m.date?.latest ?? null,
  precision: m.date?.precision ?? 'none',
  recurrence: m.recurrence,
  doneOn: m.doneOn,
})

/** What a link points to: an action or objective by ref, a group by number, or its words where none is named. */
function targetOf(p: Programme, l: Row<'link'>): string {
  const action = refOf(p, l.toActionId)
  const objective = p.tables.objective.find((o) => o.id === l.toObjectiveId)?.ref
  const group = p.tables.workingGroup.find((g) => g.id === l.toGroupId)?.number
  return action ?? objective ?? (group === undefined ? (l.scope ?? l.text) : `group ${group}`)
}

function supportsOf(p: Programme, e: ActionEntry): readonly string[] {
  const links = p.tables.link.filter(
    (l) => l.toActionId === e.action.id || l.toObjectiveId === e.objective.id,
  )
  return links.flatMap((l) => refOf(p, l.fromActionId) ?? [])
}

function concerns(p: Programme, u: Row<'update'>, f: QueryFilter): boolean {
  const entry = u.actionId === null ? undefined : p.actionById.get(u.actionId)
  if (f.ref !== null && entry?.action.ref !== f.ref) return false
  if (f.overdue && !(entry && isOverdueAction(p, entry))) return false
  return f.group === null || groupNumber(p, u.actionId, u.groupId) === f.group
}

const refOf = (p: Programme, actionId: string | null): string | null =>
  actionId === null ? null : (p.actionById.get(actionId)?.action.ref ?? null)
