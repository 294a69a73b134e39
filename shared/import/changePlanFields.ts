import type { Change } from '../model/change.ts'
import type { Row } from '../model/entities.ts'
import type { FieldName } from '../workbook/draft.ts'
import { placeOf } from './leadNames.ts'
import { sameValue } from './sameValue.ts'
import type { ActionImport } from './toChanges.ts'
import { bareWording } from './wording.ts'

export type FieldChanges = { readonly changes: readonly Change[]; readonly fields: readonly FieldName[] }

/** The changes of an action's own wording, its leads and its objective. */
export function changePlanFields(one: ActionImport): FieldChanges {
  const steps: readonly (readonly [FieldName, readonly Change[]])[] = [
    ...(['action', 'intendedImpact', 'measureOfSuccess', 'accountable'] as const).map(
      (field) => [field, changeText(one, field)] as const,
    ),
    ['leads', changeLeads(one)],
    ['objective', changeObjective(one)],
  ]
  return {
    changes: steps.flatMap(([, changes]) => changes),
    fields: steps.flatMap(([field, changes]) => (changes.length > 0 ? [field] : [])),
  }
}

function changeText(
  one: ActionImport,
  field: 'action' | 'intendedImpact' | 'measureOfSuccess' | 'accountable',
): readonly Change[] {
  const after = one.taken.get(field)
  const before = one.entry.action[field]
  if (typeof after !== 'string' || sameValue(field, before, after, one.leads)) return []
  return [{ kind: 'edited', entity: 'action', id: one.entry.action.id, field, before, after }]
}

/** Leads that stay keep their row; those that go are retired, those that come are added after the last. */
function changeLeads(one: ActionImport): readonly Change[] {
  const returned = one.taken.get('leads')
  if (!Array.isArray(returned)) return []
  const { entry, leads, context } = one
  const wanted = new Map(returned.filter((n) => n.trim() !== '').map((n) => [leads.keyOf(n), n]))
  const kept = new Set(entry.leads.map((l) => leads.keyOf(l.printed)))
  const gone = entry.leads.filter((l) => !wanted.has(leads.keyOf(l.printed)))
  const last = Math.max(-1, ...entry.leads.map((l) => l.position))
  const added = [...wanted].filter(([key]) => !kept.has(key)).map(([, name]) => name)
  return [
    ...gone.map((l): Change => ({ kind: 'retired', entity: 'actionLead', id: l.id })),
    ...added.map((printed, i): Change => {
      const row: Row<'actionLead'> = {
        id: context.newId('actionLead'),
        retiredAt: null,
        position: last + 1 + i,
        actionId: entry.action.id,
        postId: leads.postOf(printed)?.id ?? null,
        printed,
        place: placeOf(printed),
      }
      return { kind: 'added', entity: 'actionLead', id: row.id, row }
    }),
  ]
}

/** Another objective of the plan moves the action there; other words are a new title of its own objective. */
function changeObjective(one: ActionImport): readonly Change[] {
  const returned = one.taken.get('objective')
  const { action, objective } = one.entry
  if (typeof returned !== 'string') return []
  const ref = /^\D{0,12}(\d+(?:\.\d+)+)/u.exec(returned.trim())?.[1] ?? null
  const title = returned.trim().replace(/^\D{0,12}\d+(?:\.\d+)+[.:)]?\s*/u, '')
  const other = one.programme.tables.objective.find(
    (o) =>
      o.id !== objective.id &&
      (o.ref === ref || (ref === null && o.title !== null && bareWording(o.title) === bareWording(returned))),
  )
  if (other)
    return [
      {
        kind: 'edited',
        entity: 'action',
        id: action.id,
        field: 'objectiveId',
        before: objective.id,
        after: other.id,
      },
    ]
  if (title === '' || title === objective.title) return []
  return [
    {
      kind: 'edited',
      entity: 'objective',
      id: objective.id,
      field: 'title',
      before: objective.title,
      after: title,
    },
  ]
}
