import type { EntityName } from '../model/entities.ts'
import type { CopyOrigin } from './copyOrigin.ts'
import type { AnyRow, CopyState } from './copyState.ts'

/** Whose a row is: of these groups, of the programme as a whole, or of nobody in particular (any copy may bring it). */
type Owner = readonly unknown[] | 'programme' | 'anybody'

/**
 * Whether a copy may change a row: it belongs to the copy's groups, in each of the states in which there is such a row.
 * Overall ratings of priorities belong to every group that works on them; recommendations are anybody's.
 */
export function isInScope(
  origin: CopyOrigin,
  states: readonly CopyState[],
  entity: EntityName,
  row: AnyRow,
): boolean {
  if (origin.whole) return true
  const own = new Set<unknown>(origin.groups.map((g) => g.id))
  return states.every((state) => {
    const here = state.row(entity, row.id) ?? row
    const owner = ownerOf(state, entity, here)
    return owner === 'anybody' || (owner !== 'programme' && owner.some((id) => own.has(id)))
  })
}

/** The group that a row belongs to, where it is one group's. */
export function groupOf(state: CopyState, entity: EntityName, row: AnyRow): AnyRow | null {
  const owner = ownerOf(state, entity, row)
  return typeof owner === 'string' ? null : state.row('workingGroup', owner[0])
}

function ownerOf(state: CopyState, entity: EntityName, row: AnyRow): Owner {
  if (entity === 'workingGroup') return [row.id]
  if (entity === 'recommendation') return 'anybody'
  if (entity === 'action') return ofObjective(state, row['objectiveId'])
  if (entity === 'link')
    return typeof row['fromActionId'] === 'string'
      ? ofAction(state, row['fromActionId'])
      : ofObjective(state, row['fromObjectiveId'])
  if (typeof row['actionId'] === 'string') return ofAction(state, row['actionId'])
  if (typeof row['groupId'] === 'string') return [row['groupId']]
  if (entity === 'assessment')
    return state.tables.groupPriority
      .filter((g) => g.priorityId === row['priorityId'] && g.retiredAt === null)
      .map((g) => g.groupId)
  return 'programme'
}

const ofAction = (state: CopyState, id: unknown): readonly unknown[] =>
  ofObjective(state, state.row('action', id)?.['objectiveId'])

function ofObjective(state: CopyState, id: unknown): readonly unknown[] {
  const groupId = state.row('objective', id)?.['groupId']
  return groupId === undefined ? [] : [groupId]
}
