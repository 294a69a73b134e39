import type { Row } from '../model/entities.ts'
import type { Programme } from '../view/programme.ts'
import { plainRef } from './planIndex.ts'

/** An objective that a new action can stand under, with the next reference that is free there. */
export type PlaceForAction = {
  readonly objective: Row<'objective'>
  readonly group: Row<'workingGroup'>
  readonly nextRef: string
}

/** Every objective of the plan in its order. */
export function placesForActions(programme: Programme): readonly PlaceForAction[] {
  const taken = new Set(programme.actions.map((e) => plainRef(e.action.ref)))
  return programme.groups.flatMap(({ group, objectives, actions }) =>
    objectives.map((objective) => {
      const last = actions
        .filter((e) => e.objective.id === objective.id)
        .map((e) => Number(/(\d+)$/u.exec(plainRef(e.action.ref))?.[1] ?? 0))
      let next = Math.max(0, ...last) + 1
      while (taken.has(plainRef(`${objective.ref}.${next}`))) next += 1
      return { objective, group, nextRef: `${objective.ref}.${next}` }
    }),
  )
}
