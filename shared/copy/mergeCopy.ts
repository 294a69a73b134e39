import type { EntityName } from '../model/entities.ts'
import type { CopyItem, CopyStep, LeftOut } from './copyItem.ts'
import { sayScope, type CopyOrigin } from './copyOrigin.ts'
import type { AnyRow } from './copyState.ts'
import { deltasOf, type Delta } from './deltasOf.ts'
import { mergeAction, ownFields, type CopyStates, type MergedAction } from './mergeAction.ts'
import { mergeOther } from './mergeOther.ts'
import { mergeSlots } from './mergeSlots.ts'
import { sayContents, sayRow, sayRowField } from './sayRow.ts'
import { groupOf, isInScope } from './scopeOf.ts'
import { contentsOf } from './slots.ts'

export type CopyMerge = {
  readonly items: readonly CopyItem[]
  readonly leftOut: readonly LeftOut[]
  /** Rows made in the copy that others rest on, such as a reporting period: they come with what needs them. */
  readonly support: readonly { readonly entity: EntityName; readonly row: AnyRow }[]
  /** The ids of the rows that came about in the copy, in the order they were written there. */
  readonly order: readonly string[]
}

/**
 * Merges a group copy that came back with the programme: every value that the chair changed is taken, kept, a conflict, or
 * named as left out, because it is not the group's or the programme no longer has what it belongs to. Pure.
 */
export function mergeCopy(states: CopyStates, origin: CopyOrigin): CopyMerge {
  const deltas = deltasOf(states.base, states.returned)
  const support = deltas.filter((d) => d.kind === 'added' && supporting.has(d.entity))
  const needed = neededBy(deltas)
  const rest = deltas.filter((d) => !support.includes(d) || !needed.has(d.row.id))
  const all = [states.base, states.current, states.returned]
  const [own, foreign] = partition(rest, (d) => isInScope(origin, all, d.entity, d.row))
  const added = newActions(states, own, origin)
  const claimed = added.flatMap((n) => n.deltas)
  const perAction = Map.groupBy(
    own.filter((d) => !claimed.includes(d)),
    (d) => actionOf(d),
  )
  const merged = actionsOf(states, origin).map((a) => mergeOneAction(a, perAction.get(a.actionId) ?? []))
  const mergedIds = new Set(merged.map((m) => m.actionId))
  const strays = [...perAction].filter(([id]) => id === null || !mergedIds.has(id)).flatMap(([, ds]) => ds)
  const others = strays.map((d) => mergeStray(states, d, origin))
  return {
    items: [
      ...added.map((n) => n.item),
      ...merged.flatMap((m) => m.items),
      ...others.flatMap((o) => o.items),
    ],
    leftOut: [
      ...merged.flatMap((m) => m.leftOut),
      ...others.flatMap((o) => o.leftOut),
      ...foreign.map((d) => outside(states, d, origin)),
    ],
    support: supportOf(states),
    order: deltas.flatMap((d) => (d.kind === 'added' || d.kind === 'restored' ? [d.row.id] : [])),
  }
}

const supporting: ReadonlySet<EntityName> = new Set(['period', 'post', 'organisation'])

/** Also what an earlier return left behind, because nothing needed it then. */
const supportOf = ({ current, returned }: CopyStates): CopyMerge['support'] =>
  [...supporting].flatMap((entity) =>
    returned
      .rows(entity)
      .filter((row) => row.retiredAt === null && current.live(entity, row.id) === null)
      .map((row) => ({ entity, row })),
  )

/** The ids that rows made or changed in the copy refer to. */
function neededBy(deltas: readonly Delta[]): ReadonlySet<unknown> {
  return new Set(
    deltas.flatMap((d) =>
      Object.entries(d.row).flatMap(([field, value]) =>
        field.endsWith('Id') && typeof value === 'string' ? [value] : [],
      ),
    ),
  )
}

function partition<T>(list: readonly T[], test: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [list.filter(test), list.filter((x) => !test(x))]
}

const actionOf = (d: Delta): string | null => {
  if (d.entity === 'action') return d.row.id
  const id = d.row['actionId'] ?? (d.entity === 'link' ? d.row['fromActionId'] : null)
  return typeof id === 'string' ? id : null
}

/** The actions of the copy's groups that programme and copy both have, in the plan's order. */
export function actionsOf(states: CopyStates, origin: CopyOrigin): readonly MergedAction[] {
  const { base, current, returned } = states
  return returned.tables.action.flatMap((row): readonly MergedAction[] => {
    const isThere =
      row.retiredAt === null &&
      base.live('action', row.id) !== null &&
      current.live('action', row.id) !== null &&
      isInScope(origin, [base, current, returned], 'action', row)
    return isThere ? [{ states, actionId: row.id, place: placeOf(states, 'action', row, origin) }] : []
  })
}

function placeOf(states: CopyStates, entity: EntityName, row: AnyRow, origin: CopyOrigin) {
  const group = groupOf(states.returned, entity, row)
  const actionId = entity === 'action' ? row.id : String(row['actionId'] ?? row['fromActionId'] ?? '')
  const action = states.returned.row('action', actionId)
  return {
    actionId,
    ref: String(action?.['ref'] ?? ''),
    group: String(group?.['name'] ?? origin.groups[0]?.name ?? ''),
  }
}

type Merged = { readonly items: readonly CopyItem[]; readonly leftOut: readonly LeftOut[] }

function mergeOneAction(a: MergedAction, deltas: readonly Delta[]): Merged & { readonly actionId: string } {
  const inSlots = new Set<EntityName>(['rating', 'update', 'dateChange'])
  const said = deltas.filter((d) => (d.kind === 'added' || d.kind === 'restored') && inSlots.has(d.entity))
  const other = deltas.filter(
    (d) =>
      !said.includes(d) &&
      d.entity !== 'actionLead' &&
      !(d.entity === 'action' && d.kind === 'edited' && ownFields.has(d.field)),
  )
  const others = other.map((d) => ({ d, items: mergeOther(a.states, d, a.place) }))
  return {
    actionId: a.actionId,
    items: [
      ...mergeAction(a),
      ...mergeSlots(
        a,
        said.map((d) => d.row),
      ),
      ...others.flatMap((o) => o.items ?? []),
    ],
    leftOut: others.filter((o) => o.items === null).map(({ d }) => gone(a.states, d, a.place.ref)),
  }
}

/** What hangs on no action that both have: the group's own rows, overall ratings, or an action that is gone by now. */
function mergeStray(states: CopyStates, d: Delta, origin: CopyOrigin): Merged {
  const place = placeOf(states, d.entity, d.row, origin)
  const isOrphan = place.actionId !== '' && states.current.live('action', place.actionId) === null
  const items = isOrphan ? null : mergeOther(states, d, { ...place, actionId: null, ref: place.ref || null })
  return items === null
    ? { items: [], leftOut: [gone(states, d, place.ref || null)] }
    : { items, leftOut: [] }
}

type NewAction = { readonly item: CopyItem; readonly deltas: readonly Delta[] }

/** An action that was made in the copy comes with everything that hangs on it. */
function newActions(states: CopyStates, deltas: readonly Delta[], origin: CopyOrigin): readonly NewAction[] {
  const { current, returned } = states
  return deltas
    .filter((d) => d.kind === 'added' && d.entity === 'action' && current.live('action', d.row.id) === null)
    .map((d): NewAction => {
      const own = deltas.filter((x) => x.kind === 'added' && actionOf(x) === d.row.id)
      const ref = String(d.row['ref'])
      const taken = current.tables.action.find((x) => x.ref === ref && x.retiredAt === null)
      const steps = own.map((x): CopyStep => ({
        kind: 'add',
        entity: x.entity,
        row: x.row,
        fields: null,
        newest: false,
      }))
      const hanging = own.slice(1).map((x) => sayRow(returned, x.entity, x.row))
      return {
        deltas: own,
        item: {
          ...placeOf(states, 'action', d.row, origin),
          key: `${d.row.id}:action`,
          field: 'action',
          label: null,
          base: null,
          current: taken?.action ?? null,
          returned: String(d.row['action']),
          resolution: taken ? 'conflict' : 'take-returned',
          why: taken
            ? `A new action of the copy; the programme has another ${ref} by now. Taken, it gets the next free reference.`
            : `A new action of the copy${hanging.length > 0 ? `, with ${hanging.join('; ')}` : ''}.`,
          stillOpen: false,
          steps,
        },
      }
    })
}

const gone = (states: CopyStates, d: Delta, ref: string | null): LeftOut => ({
  ref,
  what: sayDelta(states, d),
  message: `${ref === null ? '' : `${ref}, `}${sayDelta(states, d)} was changed in the copy, and the programme no longer has it: left out.`,
})

function outside(states: CopyStates, d: Delta, origin: CopyOrigin): LeftOut {
  const { ref } = placeOf(states, d.entity, d.row, origin)
  const group = groupOf(states.returned, d.entity, d.row)
  const whose = group ? `of “${String(group['name'])}”` : 'of the programme as a whole'
  return {
    ref: ref === '' ? null : ref,
    what: sayDelta(states, d),
    message: `${ref === '' ? '' : `${ref}, `}${sayDelta(states, d)} is ${whose} and was changed in a copy of ${sayScope(origin)}: left out. Make the change in the programme itself.`,
  }
}

/** What was changed, with its new value: nothing that is left out is lost from sight. */
function sayDelta(states: CopyStates, d: Delta): string {
  const { returned } = states
  const name = sayRow(returned, d.entity, d.row)
  if (d.kind !== 'edited') {
    const contents = d.entity === 'rating' ? ['code'] : (contentsOf[d.entity] ?? [])
    const said = d.kind === 'retired' ? '' : sayContents(returned, d.entity, d.row, contents)
    return said === '' ? name : `${name} (“${said.replaceAll('\n', '; ')}”)`
  }
  const value = sayContents(returned, d.entity, d.row, [d.field])
  return `${name}, ${sayRowField(d.entity, d.field)}${value === '' ? '' : ` (now “${value}”)`}`
}
