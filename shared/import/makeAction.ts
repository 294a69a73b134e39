import type { Change } from '../model/change.ts'
import type { Row } from '../model/entities.ts'
import type { ActionEntry } from '../view/programme.ts'
import type { FieldName, FieldValue } from '../workbook/draft.ts'
import { changePlanFields } from './changePlanFields.ts'
import { changeProgress } from './changeProgress.ts'
import type { Decided } from './decideFields.ts'
import { isCompletion } from './sameValue.ts'
import type { ActionImport } from './toChanges.ts'

type ToMake = Decided & Omit<ActionImport, keyof Decided | 'entry' | 'taken'>

export type MadeAction = {
  readonly actionId: string
  readonly changes: readonly Change[]
  readonly fields: ReadonlySet<FieldName>
}

/**
 * The changes that make a new action of a row: the action after the last of its objective, its leads, and what the row says
 * of its progress. `positions` counts the actions made under each objective. Throws where the row was not answered so.
 */
export function makeAction(asked: ToMake, positions: Map<string, number>): MadeAction {
  const as = asked.rows[0]?.answered?.as
  const place = as?.kind === 'new' ? as : null
  const objective = asked.programme.tables.objective.find((o) => o.id === place?.objectiveId)
  const group = asked.programme.tables.workingGroup.find((g) => g.id === objective?.groupId)
  if (!place || !objective || !group) throw new Error('a new action without its place in the plan')
  const siblings = asked.programme.tables.action.filter((a) => a.objectiveId === objective.id)
  const position = positions.get(objective.id) ?? Math.max(-1, ...siblings.map((a) => a.position)) + 1
  positions.set(objective.id, position + 1)
  const action = rowOf(asked, place.ref, objective.id, position)
  const { taken } = asked
  const own = new Set([...taken.keys()].filter((f) => actionFields.has(f)))
  const entry: ActionEntry = { ...bare, action, objective, group }
  const rest = new Map([...taken].filter(([f]) => !own.has(f)))
  const leads = changePlanFields({ ...asked, taken: rest, entry })
  const led: ActionEntry = { ...entry, leads: leads.changes.flatMap(leadOf) }
  const progress = changeProgress({ ...asked, taken: rest, entry: led })
  return {
    actionId: action.id,
    changes: [
      { kind: 'added', entity: 'action', id: action.id, row: action },
      ...leads.changes,
      ...progress.changes,
    ],
    fields: new Set([...own, ...leads.fields, ...progress.fields]),
  }
}

const actionFields: ReadonlySet<FieldName> = new Set([
  'action',
  'intendedImpact',
  'measureOfSuccess',
  'accountable',
  'completion',
])

const bare = {
  leads: [],
  milestones: [],
  updates: [],
  ratings: { delivery: [], impact: [] },
  dateChanges: [],
  recovery: null,
  linksFrom: [],
  linksTo: [],
} as const

function rowOf(asked: ToMake, ref: string, objectiveId: string, position: number): Row<'action'> {
  const { taken } = asked
  const text = (value: FieldValue | undefined): string | null => (typeof value === 'string' ? value : null)
  const completion = taken.get('completion') ?? null
  return {
    id: asked.context.newId('action'),
    retiredAt: null,
    position,
    objectiveId,
    ref,
    action: text(taken.get('action')) ?? text(asked.rows[0]?.draft.values.action?.value) ?? '',
    intendedImpact: text(taken.get('intendedImpact')),
    measureOfSuccess: text(taken.get('measureOfSuccess')),
    completion: isCompletion(completion)
      ? {
          text: completion.text,
          earliest: completion.earliest,
          latest: completion.latest,
          precision: completion.precision,
        }
      : null,
    accountable: text(taken.get('accountable')),
    note: null,
  }
}

const leadOf = (c: Change): readonly Row<'actionLead'>[] =>
  c.kind === 'added' ? [c.row as unknown as Row<'actionLead'>] : []
