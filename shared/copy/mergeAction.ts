import type { FieldName } from '../workbook/draft.ts'
import type { CopyItem, CopyStep } from './copyItem.ts'
import { isSame, type AnyRow, type CopyState } from './copyState.ts'
import { sayStored } from './sayRow.ts'
import { threeWay } from './threeWay.ts'

export type CopyStates = {
  /** As the copy was made, or as it was when it last came back. */
  readonly base: CopyState
  readonly current: CopyState
  readonly returned: CopyState
}

/** An action that base, programme and copy all have. */
export type MergedAction = {
  readonly states: CopyStates
  readonly actionId: string
  readonly place: { readonly actionId: string; readonly ref: string; readonly group: string }
}

const planFields: readonly (readonly [FieldName, string])[] = [
  ['action', 'action'],
  ['objective', 'objectiveId'],
  ['intendedImpact', 'intendedImpact'],
  ['measureOfSuccess', 'measureOfSuccess'],
  ['accountable', 'accountable'],
  ['completion', 'completion'],
]

/** The action's own fields that the contract names, by their place in the row. */
export const ownFields: ReadonlySet<string> = new Set(planFields.map(([, field]) => field))

/** Merges the plan's own words of an action, its objective and its leads, field by field. */
export function mergeAction(a: MergedAction): readonly CopyItem[] {
  const { base, current, returned } = a.states
  const [was, now, said] = [base, current, returned].map((s) => s.row('action', a.actionId))
  const texts = planFields.flatMap(([field, column]): readonly CopyItem[] => {
    const [b, c, r] = [was, now, said].map((row) => row?.[column] ?? null)
    const verdict = threeWay(b, c, r)
    if (!verdict) return []
    const edit: CopyStep = {
      kind: 'edit',
      entity: 'action',
      id: a.actionId,
      field: column,
      before: c,
      after: r,
    }
    return [
      {
        ...a.place,
        key: `${a.actionId}:${field}`,
        field,
        label: null,
        base: sayStored(base, 'action', column, b),
        current: sayStored(current, 'action', column, c),
        returned: sayStored(returned, 'action', column, r),
        ...verdict,
        stillOpen: false,
        steps: verdict.resolution === 'keep-current' ? [] : [edit],
      },
    ]
  })
  return [...texts, ...mergeLeads(a)]
}

/** The leads of an action are one value: who comes and who goes belongs together. */
function mergeLeads(a: MergedAction): readonly CopyItem[] {
  const { base, current, returned } = a.states
  const rows = (state: CopyState): readonly AnyRow[] =>
    state.ofAction('actionLead', a.actionId).toSorted((x, y) => Number(x['position']) - Number(y['position']))
  const names = (state: CopyState): string[] => rows(state).map((l) => String(l['printed']))
  const [b, c, r] = [names(base), names(current), names(returned)]
  const verdict = threeWay(b, c, r)
  if (!verdict) return []
  return [
    {
      ...a.place,
      key: `${a.actionId}:leads`,
      field: 'leads',
      label: null,
      base: b,
      current: c,
      returned: r,
      ...verdict,
      stillOpen: false,
      steps: verdict.resolution === 'keep-current' ? [] : leadSteps(current, rows(current), rows(returned)),
    },
  ]
}

/** From the leads that the programme has to those that the copy has: rows stay where they can. */
function leadSteps(current: CopyState, now: readonly AnyRow[], said: readonly AnyRow[]): readonly CopyStep[] {
  const stays = (row: AnyRow): AnyRow | undefined =>
    now.find((l) => l.id === row.id) ?? now.find((l) => isSame(l['printed'], row['printed']))
  const kept = new Set(said.flatMap((row) => stays(row)?.id ?? []))
  return [
    ...now
      .filter((l) => !kept.has(l.id))
      .map((l): CopyStep => ({ kind: 'retire', entity: 'actionLead', id: l.id })),
    ...said.flatMap((row): readonly CopyStep[] => {
      const there = stays(row) ?? current.row('actionLead', row.id)
      if (!there) return [{ kind: 'add', entity: 'actionLead', row, fields: null, newest: false }]
      const restored: readonly CopyStep[] =
        there.retiredAt === null ? [] : [{ kind: 'restore', entity: 'actionLead', id: there.id }]
      const edits = ['position', 'printed', 'place', 'postId']
        .filter((field) => !isSame(there[field], row[field]))
        .map((field): CopyStep => ({
          kind: 'edit',
          entity: 'actionLead',
          id: there.id,
          field,
          before: there[field],
          after: row[field],
        }))
      return [...restored, ...edits]
    }),
  ]
}
