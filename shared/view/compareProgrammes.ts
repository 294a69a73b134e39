import { type ActionEntry, type Programme, ratingOf } from './programme.ts'

export type FieldDifference = {
  readonly ref: string
  readonly field: string
  readonly before: unknown
  readonly after: unknown
  /** Why it moved, where somebody has said so: of a rating or of a date; else null. */
  readonly reason: string | null
}
export type Comparison = {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly FieldDifference[]
}

/**
 * What changed between two states of one programme: actions added and removed by ref, and what differs field by field,
 * in plan order. An action is the same by its id, so one that was renumbered shows as a change of its ref.
 */
export function compareProgrammes(before: Programme, after: Programme): Comparison {
  const ref = (e: ActionEntry): string => e.action.ref
  return {
    added: after.actions.filter((e) => !before.actionById.has(e.action.id)).map(ref),
    removed: before.actions.filter((e) => !after.actionById.has(e.action.id)).map(ref),
    changed: after.actions.flatMap((e) => {
      const old = before.actionById.get(e.action.id)
      return old ? differencesOf(old, e) : []
    }),
  }
}

function differencesOf(old: ActionEntry, now: ActionEntry): readonly FieldDifference[] {
  const was: Record<string, unknown> = fieldsOf(old)
  return Object.entries(fieldsOf(now)).flatMap(([field, after]): FieldDifference[] => {
    const before = was[field] ?? null
    if (isSame(before, after)) return []
    return [{ ref: now.action.ref, field, before, after, reason: reasonOf(now, field) }]
  })
}

const fieldsOf = (e: ActionEntry) => ({
  ref: e.action.ref,
  objective: e.objective.ref,
  action: e.action.action,
  intendedImpact: e.action.intendedImpact,
  measureOfSuccess: e.action.measureOfSuccess,
  leads: e.leads.map((l) => l.printed),
  accountable: e.action.accountable,
  completion: e.action.completion,
  revisedCompletion: e.dateChanges[0]?.completion ?? null,
  deliveryRating: ratingOf(e, 'delivery'),
  impactRating: ratingOf(e, 'impact'),
  percentComplete: e.updates.find((u) => u.percentComplete !== null)?.percentComplete ?? null,
  progress: e.updates[0]?.progress ?? null,
  nextSteps: e.updates[0]?.nextSteps ?? null,
  issues: e.updates[0]?.issues ?? null,
  evidence: e.updates[0]?.evidence ?? null,
})

function reasonOf(e: ActionEntry, field: string): string | null {
  if (field === 'deliveryRating') return e.ratings.delivery[0]?.reason ?? null
  if (field === 'impactRating') return e.ratings.impact[0]?.reason ?? null
  return field === 'revisedCompletion' ? (e.dateChanges[0]?.reason ?? null) : null
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
