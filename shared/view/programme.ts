import type { EntityName, Row, Tables } from '../model/entities.ts'
import type { RatingKind } from '../model/fields.ts'

/** An action with everything that hangs on it; lists newest first where they have a date, else in printed order. */
export type ActionEntry = {
  readonly action: Row<'action'>
  readonly objective: Row<'objective'>
  readonly group: Row<'workingGroup'>
  readonly leads: readonly Row<'actionLead'>[]
  readonly milestones: readonly Row<'milestone'>[]
  readonly updates: readonly Row<'update'>[]
  /** Newest first: the first is the rating, the others its history. */
  readonly ratings: Readonly<Record<RatingKind, readonly Row<'rating'>[]>>
  /** Newest first: the first is the revised date. */
  readonly dateChanges: readonly Row<'dateChange'>[]
  readonly recovery: Row<'recovery'> | null
  readonly linksFrom: readonly Row<'link'>[]
  readonly linksTo: readonly Row<'link'>[]
}

export type GroupEntry = {
  readonly group: Row<'workingGroup'>
  readonly priorities: readonly { readonly priority: Row<'priority'>; readonly as: Row<'groupPriority'> }[]
  readonly objectives: readonly Row<'objective'>[]
  readonly actions: readonly ActionEntry[]
  readonly updates: readonly Row<'update'>[]
}

/** A programme as every view reads it: live rows only, in plan order, with the links between them followed. */
export type Programme = {
  readonly tables: Tables
  readonly programme: Row<'programme'>
  /** ISO day that 'overdue' is judged against. */
  readonly today: string
  readonly groups: readonly GroupEntry[]
  readonly actions: readonly ActionEntry[]
  readonly actionById: ReadonlyMap<string, ActionEntry>
  readonly actionByRef: ReadonlyMap<string, ActionEntry>
  readonly scale: Readonly<Record<RatingKind, readonly Row<'scaleStep'>[]>>
}

/**
 * Follows the links of a programme's rows once, for every view model and paper.
 * Takes the rows (of now or of a snapshot) and the ISO day to judge by; throws where there is no programme row.
 */
export function indexProgramme(all: Tables, today: string): Programme {
  const tables = liveOnly(all)
  const programme = tables.programme[0]
  if (!programme) throw new Error('a programme file without a programme row')
  const actions = actionEntries(tables)
  const groups = groupEntries(tables, actions)
  const ordered = groups.flatMap((g) => g.actions)
  return {
    tables,
    programme,
    today,
    groups,
    actions: ordered,
    actionById: new Map(ordered.map((e) => [e.action.id, e])),
    actionByRef: new Map(ordered.map((e) => [e.action.ref, e])),
    scale: { delivery: scaleOf(tables, 'delivery'), impact: scaleOf(tables, 'impact') },
  }
}

/** The rating code of an action now, or null where it is not rated yet. */
export const ratingOf = (entry: ActionEntry, kind: RatingKind): string | null =>
  entry.ratings[kind][0]?.code ?? null

/** The step of a scale with a code; null for "not yet rated" or a code the scale no longer has. */
export const stepOf = (p: Programme, kind: RatingKind, code: string | null): Row<'scaleStep'> | null =>
  p.scale[kind].find((s) => s.code === code) ?? null

/** The date an action is due by now: the newest revised one, else the original. */
export const dueOf = (entry: ActionEntry): Row<'action'>['completion'] =>
  entry.dateChanges[0]?.completion ?? entry.action.completion

/** Past its latest day and not rated as done. */
export function isOverdueAction(p: Programme, entry: ActionEntry): boolean {
  const latest = dueOf(entry)?.latest ?? null
  if (latest === null || latest >= p.today) return false
  return !(stepOf(p, 'delivery', ratingOf(entry, 'delivery'))?.countsAsDone ?? false)
}

function liveOnly(all: Tables): Tables {
  const live: Record<string, unknown> = Object.fromEntries(
    Object.entries(all).map(([name, rows]) => [
      name,
      (rows as readonly { retiredAt: string | null }[]).filter((r) => r.retiredAt === null),
    ]),
  )
  return live as Tables
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string | null): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const row of rows) {
    const k = key(row)
    if (k === null) continue
    const list = map.get(k)
    if (list) list.push(row)
    else map.set(k, [row])
  }
  return map
}

const byPosition = (a: { position: number }, b: { position: number }): number => a.position - b.position

/** Newest first by day; of one day, the one written last comes first. */
function newestFirst<T extends { at: string }>(rows: readonly T[] = []): readonly T[] {
  if (rows.length < 2) return rows
  return rows
    .map((row, i) => ({ row, i }))
    .sort((a, b) => (a.row.at === b.row.at ? b.i - a.i : a.row.at < b.row.at ? 1 : -1))
    .map((x) => x.row)
}

function actionEntries(t: Tables): Map<string, ActionEntry[]> {
  const objectives = new Map(t.objective.map((o) => [o.id, o]))
  const groups = new Map(t.workingGroup.map((g) => [g.id, g]))
  const of = <E extends EntityName>(rows: readonly Row<E>[], key: (r: Row<E>) => string | null) =>
    groupBy(rows, key)
  const leads = of<'actionLead'>(t.actionLead, (r) => r.actionId)
  const milestones = of<'milestone'>(t.milestone, (r) => r.actionId)
  const updates = of<'update'>(t.update, (r) => r.actionId)
  const ratings = of<'rating'>(t.rating, (r) => r.actionId)
  const moves = of<'dateChange'>(t.dateChange, (r) => r.actionId)
  const recoveries = of<'recovery'>(t.recovery, (r) => r.actionId)
  const from = of<'link'>(t.link, (r) => r.fromActionId)
  const to = of<'link'>(t.link, (r) => r.toActionId)
  const entries: ActionEntry[] = []
  for (const action of t.action) {
    const objective = objectives.get(action.objectiveId)
    const group = objective && groups.get(objective.groupId)
    if (!objective || !group) continue
    const rated = ratings.get(action.id) ?? []
    entries.push({
      action,
      objective,
      group,
      leads: (leads.get(action.id) ?? []).sort(byPosition),
      milestones: (milestones.get(action.id) ?? []).sort(byPosition),
      updates: newestFirst(updates.get(action.id)),
      ratings: {
        delivery: newestFirst(rated.filter((r) => r.kind === 'delivery')),
        impact: newestFirst(rated.filter((r) => r.kind === 'impact')),
      },
      dateChanges: newestFirst(moves.get(action.id)),
      recovery: recoveries.get(action.id)?.at(-1) ?? null,
      linksFrom: from.get(action.id) ?? [],
      linksTo: to.get(action.id) ?? [],
    })
  }
  return groupBy(entries, (e) => e.objective.id)
}

function groupEntries(t: Tables, byObjective: Map<string, ActionEntry[]>): GroupEntry[] {
  const priorities = new Map(t.priority.map((p) => [p.id, p]))
  return [...t.workingGroup]
    .sort((a, b) => a.number - b.number)
    .map((group) => {
      const objectives = t.objective.filter((o) => o.groupId === group.id).sort(byPosition)
      return {
        group,
        priorities: t.groupPriority
          .filter((gp) => gp.groupId === group.id)
          .sort(byPosition)
          .flatMap((as) => {
            const priority = priorities.get(as.priorityId)
            return priority ? [{ priority, as }] : []
          }),
        objectives,
        actions: objectives.flatMap((o) =>
          (byObjective.get(o.id) ?? []).sort((a, b) => byPosition(a.action, b.action)),
        ),
        updates: newestFirst(t.update.filter((u) => u.groupId === group.id)),
      }
    })
}

const scaleOf = (t: Tables, kind: RatingKind): readonly Row<'scaleStep'>[] =>
  t.scaleStep.filter((s) => s.kind === kind).sort(byPosition)
