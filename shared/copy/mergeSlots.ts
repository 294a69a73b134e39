import type { CopyItem, CopyStep } from './copyItem.ts'
import { isSame, type AnyRow, type CopyState } from './copyState.ts'
import type { MergedAction } from './mergeAction.ts'
import { sayContents, sayFrom, sayRow } from './sayRow.ts'
import { contentsOf, isIn, rowsIn, slots, sortNewest, type Slot } from './slots.ts'
import { sayChanged, threeWay } from './threeWay.ts'

/**
 * What was said of an action in the copy: ratings, moved dates, updates. The value of a slot is merged three ways; taken, it
 * brings the copy's own rows with it. Rows that do not change the value come as history, in items of their own.
 */
export function mergeSlots(a: MergedAction, added: readonly AnyRow[]): readonly CopyItem[] {
  const inSlot = slots.map((slot) => mergeSlot(a, slot, added))
  const reason = mergeReason(a, inSlot)
  const brought = new Set(inSlot.flatMap((s) => s.items.flatMap((i) => i.steps.flatMap(idsOf))))
  const history = Map.groupBy(
    inSlot.flatMap((s) => s.history),
    (h) => h.row.id,
  )
  const unsaid = inSlot.flatMap((s) => s.unsaid).filter((row) => !brought.has(row.id) && !history.has(row.id))
  return [
    ...inSlot.flatMap((s) => s.items),
    ...reason,
    ...[...history.values()].map((own) => historyItem(a, own)),
    ...[...new Set(unsaid)].map((row) => unsaidItem(a, row)),
  ]
}

type History = { readonly slot: Slot; readonly row: AnyRow; readonly overtakes: boolean }
type InSlot = {
  readonly items: readonly CopyItem[]
  readonly history: readonly History[]
  /** Rows whose value the programme has by now from somebody else. */
  readonly unsaid: readonly AnyRow[]
}

const idsOf = (step: CopyStep): readonly string[] => (step.kind === 'add' ? [step.row.id] : [])

function mergeSlot(a: MergedAction, slot: Slot, added: readonly AnyRow[]): InSlot {
  const { base, current, returned } = a.states
  const top = (state: CopyState): AnyRow | null => rowsIn(state, slot, a.actionId)[0] ?? null
  const [was, now, said] = [top(base), top(current), top(returned)]
  const value = (row: AnyRow | null): unknown => row?.[slot.value] ?? null
  const mine = added.filter(
    (row) => row['retiredAt'] === null && isIn(slot, row) && !isKnown(current, slot, row),
  )
  if (said !== null && mine.includes(said) && !isSame(value(was), value(said))) {
    const verdict = threeWay(value(was), value(now), value(said), said, now)
    if (verdict === null)
      return { items: [], history: [], unsaid: isRepeated(current, slot, said) ? [] : mine }
    const steps = mine.map((row) => addStep(slot, row, row === said))
    return { items: [itemOf(a, slot, [was, now, said], verdict, steps)], history: [], unsaid: [] }
  }
  const verdict = isSame(value(was), value(said))
    ? threeWay(value(was), value(now), value(said), null, now)
    : null
  const items = verdict?.resolution === 'keep-current' ? [itemOf(a, slot, [was, now, said], verdict, [])] : []
  return {
    items,
    history: mine.map((row) => ({ slot, row, overtakes: overtakes(current, slot, row, value(now), mine) })),
    unsaid: [],
  }
}

/** Whether the programme has this value of this row already, from an earlier return. */
const isKnown = (current: CopyState, slot: Slot, row: AnyRow): boolean =>
  isSame(current.live(slot.entity, row.id)?.[slot.value], row[slot.value])

/** Whether the programme has the very same said by the same person on the same day. */
const isRepeated = (current: CopyState, slot: Slot, row: AnyRow): boolean =>
  rowsIn(current, slot, String(row['actionId'])).some((r) =>
    ['at', 'by', 'reason', slot.value].every((f) => isSame(r[f], row[f])),
  )

/** Whether rows that change nothing in the copy would change what the programme says by now. */
function overtakes(
  current: CopyState,
  slot: Slot,
  row: AnyRow,
  now: unknown,
  mine: readonly AnyRow[],
): boolean {
  const together = sortNewest([...rowsIn(current, slot, String(row['actionId'])).toReversed(), ...mine])
  return !isSame(together[0]?.[slot.value], now)
}

const addStep = (slot: Slot, row: AnyRow, newest: boolean): CopyStep => ({
  kind: 'add',
  entity: slot.entity,
  row,
  fields: slot.fields,
  newest,
})

function itemOf(
  a: MergedAction,
  slot: Slot,
  [was, now, said]: readonly [AnyRow | null, AnyRow | null, AnyRow | null],
  verdict: Pick<CopyItem, 'resolution' | 'why'>,
  steps: readonly CopyStep[],
): CopyItem {
  const earlier = steps.length > 1 ? ` The copy said something else before; that comes as history.` : ''
  return {
    ...a.place,
    key: `${a.actionId}:${slot.field}`,
    field: slot.field,
    label: null,
    base: stored(was, slot),
    current: stored(now, slot),
    returned: stored(said, slot),
    ...verdict,
    why: verdict.why + earlier,
    stillOpen: false,
    steps,
  }
}

/** Ratings by their codes, as the contract has them. */
const stored = (row: AnyRow | null, slot: Slot): CopyItem['base'] =>
  (row?.[slot.value] ?? null) as CopyItem['base']

/** The reason of a moved date comes with it, and can be kept out by itself. */
function mergeReason(a: MergedAction, merged: readonly InSlot[]): readonly CopyItem[] {
  const date = merged.flatMap((s) => s.items).find((i) => i.field === 'revisedCompletion')
  const step = date?.steps.findLast((s) => s.kind === 'add')
  const reason = step?.kind === 'add' ? step.row['reason'] : null
  if (!date || step?.kind !== 'add' || typeof reason !== 'string') return []
  const slot = { ...(slots[0] as Slot), value: 'reason' }
  const top = (state: CopyState): CopyItem['base'] => stored(rowsIn(state, slot, a.actionId)[0] ?? null, slot)
  return [
    {
      ...date,
      key: `${a.actionId}:revisedReason`,
      field: 'revisedReason',
      base: top(a.states.base),
      current: top(a.states.current),
      returned: reason,
      why: 'The reason of the moved date.',
      steps: date.steps.map((s) => (s.kind === 'add' ? { ...s, fields: ['reason'], newest: false } : s)),
    },
  ]
}

function historyItem(a: MergedAction, own: readonly History[]): CopyItem {
  const { row, slot } = own[0] as History
  const isConflict = own.some((h) => h.overtakes)
  const fields = own.flatMap((h) => h.slot.fields ?? [h.slot.value])
  const reason = slot.entity === 'dateChange' ? ['reason'] : []
  return {
    ...a.place,
    key: `${slot.entity}:${row.id}`,
    field: 'other',
    label: `${sayRow(a.states.returned, slot.entity, row)}, as history`,
    base: null,
    current: null,
    returned: sayContents(a.states.returned, slot.entity, row, [...fields, ...reason]),
    resolution: isConflict ? 'conflict' : 'take-returned',
    why: isConflict
      ? `Said in the copy${sayFrom(row)}; the programme says something else by now, and this would take its place.`
      : `${sayChanged(row)} It changes nothing that the programme says now.`,
    stillOpen: false,
    steps: [
      {
        kind: 'add',
        entity: slot.entity,
        row,
        fields: slot.fields === null ? null : [...fields, ...reason],
        newest: false,
      },
    ],
  }
}

/** Both said the same: the programme's own words stay, and the copy's can still be added. */
function unsaidItem(a: MergedAction, row: AnyRow): CopyItem {
  const entity = row['kind'] === undefined ? ('completion' in row ? 'dateChange' : 'update') : 'rating'
  const fields = contentsOf[entity] ?? ['code', 'reason']
  return {
    ...a.place,
    key: `${entity}:${row.id}`,
    field: 'other',
    label: sayRow(a.states.returned, entity, row),
    base: null,
    current: null,
    returned: sayContents(a.states.returned, entity, row, fields),
    resolution: 'keep-current',
    why: `The programme says the same by now, in somebody else’s words${sayFrom(row)}.`,
    stillOpen: false,
    steps: [{ kind: 'add', entity, row, fields: contentsOf[entity] ?? null, newest: false }],
  }
}
