import type { EntityName } from '../model/entities.ts'
import type { CopyItem, CopyStep } from './copyItem.ts'
import { isSame, twinOf, type AnyRow, type CopyState } from './copyState.ts'
import type { Delta } from './deltasOf.ts'
import type { CopyStates } from './mergeAction.ts'
import { sayContents, sayRow, sayRowField, sayStored } from './sayRow.ts'
import { contentsOf } from './slots.ts'
import { threeWay, type Verdict } from './threeWay.ts'

type Place = Pick<CopyItem, 'actionId' | 'ref' | 'group'>

/**
 * Merges what the contract has no field for: milestones done, recoveries, approvals, overall ratings, recommendations, notes.
 * An edited field is merged by itself; a row that came or went, as one, but for those of which there is only one.
 * Null where the programme no longer has the row.
 */
export function mergeOther(states: CopyStates, delta: Delta, place: Place): readonly CopyItem[] | null {
  const { current } = states
  if (delta.kind === 'added') return mergeAdded(states, delta.entity, delta.row, place)
  const there = current.row(delta.entity, delta.row.id) ?? twin(states, delta.entity, delta.row)
  if (!there) return null
  if (delta.kind === 'edited') {
    if (there.retiredAt !== null) return null
    const { entity, row, field, base } = delta
    return [...fieldItem(states, place, { entity, row, field, base, there })]
  }
  return wentOrCameBack(states, delta, there, place)
}

/** The programme's own row for the same thing; a period that both made is one period. */
function twin(states: CopyStates, entity: EntityName, row: AnyRow): AnyRow | null {
  const { current, returned } = states
  const period = current.live('period', row['periodId']) ? null : returned.row('period', row['periodId'])
  const known = period && twinOf(current, 'period', period)
  return twinOf(current, entity, known ? { ...row, periodId: known.id } : row)
}

type Field = {
  readonly entity: EntityName
  readonly row: AnyRow
  readonly field: string
  readonly base: unknown
  /** The row in the programme. */
  readonly there: AnyRow
}

function fieldItem(states: CopyStates, place: Place, f: Field): readonly CopyItem[] {
  const { base, current, returned } = states
  const [now, after] = [f.there[f.field] ?? null, f.row[f.field] ?? null]
  const verdict = threeWay(f.base, now, after)
  if (!verdict) return []
  const step: CopyStep = {
    kind: 'edit',
    entity: f.entity,
    id: f.there.id,
    field: f.field,
    before: now,
    after,
  }
  return [
    {
      ...place,
      key: `${f.entity}:${f.row.id}:${f.field}`,
      field: 'other',
      label: `${sayRow(returned, f.entity, f.row)}: ${sayRowField(f.entity, f.field)}`,
      base: sayStored(base, f.entity, f.field, f.base),
      current: sayStored(current, f.entity, f.field, now),
      returned: sayStored(returned, f.entity, f.field, after),
      ...verdict,
      stillOpen: false,
      steps: [step],
    },
  ]
}

function mergeAdded(states: CopyStates, entity: EntityName, row: AnyRow, place: Place): readonly CopyItem[] {
  const there = states.current.live(entity, row.id) ?? twin(states, entity, row)
  const contents = contentsOf[entity]
  if (there && contents)
    return contents.flatMap((field) =>
      isSame(row[field], null) ? [] : fieldItem(states, place, { entity, row, field, base: null, there }),
    )
  // a row of this id came with an earlier return, and is the programme's own since
  if (there) return []
  const step = (fields: readonly string[] | null): CopyStep => ({
    kind: 'add',
    entity,
    row,
    fields,
    newest: false,
  })
  const verdict: Verdict = {
    resolution: 'take-returned',
    why: 'New in the copy; the programme has nothing like it.',
  }
  if (!contents)
    return [
      rowItem(
        states.returned,
        place,
        entity,
        row,
        verdict,
        [step(null)],
        sayWhole(states.returned, entity, row),
      ),
    ]
  return contents
    .filter((field) => !isSame(row[field], null))
    .map((field) => ({
      ...rowItem(states.returned, place, entity, row, verdict, [step([field])], null),
      key: `${entity}:${row.id}:${field}`,
      label: `${sayRow(states.returned, entity, row)}: ${sayRowField(entity, field)}`,
      returned: sayStored(states.returned, entity, field, row[field]),
    }))
}

function wentOrCameBack(states: CopyStates, delta: Delta, there: AnyRow, place: Place): readonly CopyItem[] {
  const { base, returned } = states
  const { entity, row } = delta
  const goes = delta.kind === 'retired'
  if ((there.retiredAt !== null) === goes) return []
  const before = base.row(entity, row.id)
  const isUntouched =
    before === null || Object.keys(before).every((f) => f === 'importId' || isSame(before[f], there[f]))
  const verdict: Verdict = isUntouched
    ? {
        resolution: 'take-returned',
        why: goes ? 'Taken out in the copy; the programme has not changed it.' : 'Brought back in the copy.',
      }
    : { resolution: 'conflict', why: 'Taken out in the copy, and changed in the programme.' }
  const step: CopyStep = { kind: goes ? 'retire' : 'restore', entity, id: there.id }
  const said = sayWhole(returned, entity, row)
  return [
    {
      ...rowItem(returned, place, entity, row, verdict, [step], goes ? null : said),
      base: goes ? said : null,
      current: goes ? said : null,
    },
  ]
}

function rowItem(
  returned: CopyState,
  place: Place,
  entity: EntityName,
  row: AnyRow,
  verdict: Verdict,
  steps: readonly CopyStep[],
  said: string | null,
): CopyItem {
  return {
    ...place,
    key: `${entity}:${row.id}`,
    field: 'other',
    label: sayRow(returned, entity, row),
    base: null,
    current: null,
    returned: said,
    ...verdict,
    stillOpen: false,
    steps,
  }
}

/** All that a row says, without its ids and its place in a list. */
function sayWhole(state: CopyState, entity: EntityName, row: AnyRow): string {
  const fields = Object.keys(row).filter(
    (f) => !['id', 'retiredAt', 'position', 'importId', 'actionId'].includes(f) && !emptyList(row[f]),
  )
  return sayContents(state, entity, row, fields) || sayRow(state, entity, row)
}

const emptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0
