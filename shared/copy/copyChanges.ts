import type { Change } from '../model/change.ts'
import type { EntityName, Tables } from '../model/entities.ts'
import type { CopyStep } from './copyItem.ts'
import { copyState, isSame, twinOf, type CopyState } from './copyState.ts'
import type { DecidedItem } from './decideCopy.ts'
import { gatherRows } from './gatherRows.ts'
import type { CopyPlan } from './planCopy.ts'
import { rowsIn, slots } from './slots.ts'

export type CopyChangeContext = {
  readonly importId: string
  readonly newId: (entity: EntityName) => string
}

export type CopyChanges = {
  readonly changes: readonly Change[]
  /** What was decided, as it came out: a value that another file of the batch has changed since stays open. */
  readonly decided: readonly DecidedItem[]
}

/**
 * The changes that commit a group copy, against the programme as it is in this transaction. What is taken comes as the copy
 * has it, with its own who, when and why; a value that the programme has by now is left out.
 */
export function copyChanges(
  tables: Tables,
  plan: CopyPlan,
  decided: readonly DecidedItem[],
  context: CopyChangeContext,
): CopyChanges {
  const now = copyState(tables)
  const settled = decided.map((d) => (d.verdict === 'taken' ? settleNow(now, d) : d))
  const taken = settled.filter((d) => d.verdict === 'taken')
  const refs = referenceMap(now, plan)
  const rows = gatherRows(now, plan, taken, refs, context)
  const edits = taken.flatMap((d) => d.item.steps.flatMap((s) => turn(now, s, d, refs)))
  const changes = firstOfEach([...rows, ...edits])
  return { changes: [...supportFor(now, plan, changes), ...changes], decided: settled }
}

/** Another file of the same batch may have said the same by now, or something else: that is nobody's to overwrite. */
function settleNow(now: CopyState, d: DecidedItem): DecidedItem {
  const { item } = d
  if (item.actionId !== null && item.field === 'action' && now.live('action', item.actionId) === null)
    return d
  const slot = slots.find((s) => s.field === item.field)
  if (slot && item.actionId !== null) {
    const value = rowsIn(now, slot, item.actionId)[0]?.[slot.value] ?? null
    if (isSame(value, item.current)) return d
    return { ...d, verdict: isSame(value, item.returned) ? 'kept' : 'open' }
  }
  const edits = item.steps.flatMap((s) => (s.kind === 'edit' ? [s] : []))
  const stale = edits.filter((s) => !isSame(now.live(s.entity, s.id)?.[s.field], s.before))
  if (stale.length === 0) return d
  const isDone = stale.every((s) => isSame(now.live(s.entity, s.id)?.[s.field], s.after))
  return { ...d, verdict: isDone && stale.length === edits.length ? 'kept' : 'open' }
}

function turn(
  now: CopyState,
  step: CopyStep,
  d: DecidedItem,
  refs: ReadonlyMap<string, string>,
): readonly Change[] {
  if (step.kind === 'add') return []
  const { entity, id } = step
  if (step.kind !== 'edit') {
    const isLive = now.live(entity, id) !== null
    if (isLive !== (step.kind === 'retire')) return []
    return [{ kind: isLive ? 'retired' : 'restored', entity, id }]
  }
  const value = d.instead ?? step.after
  const after = typeof value === 'string' ? (refs.get(value) ?? value) : value
  return isSame(step.before, after)
    ? []
    : [{ kind: 'edited', entity, id, field: step.field, before: step.before, after }]
}

/** Ids that are called otherwise in the programme: a period that both made has one id here and another in the copy. */
function referenceMap(now: CopyState, plan: CopyPlan): ReadonlyMap<string, string> {
  return new Map(
    plan.support.flatMap(({ entity, row }) => {
      const there = now.live(entity, row.id) ?? twinOf(now, entity, row)
      return there && there.id !== row.id ? [[row.id, there.id] as const] : []
    }),
  )
}

/** The rows made in the copy that these changes rest on, and that the programme does not have. */
function supportFor(now: CopyState, plan: CopyPlan, changes: readonly Change[]): readonly Change[] {
  const used = new Set(
    changes.flatMap((c) =>
      c.kind === 'added' ? Object.values(c.row) : c.kind === 'edited' ? [c.after] : [],
    ),
  )
  const coming = new Set(changes.map((c) => c.id))
  const list: Change[] = []
  for (const { entity, row } of plan.support.toReversed()) {
    if (!used.has(row.id) || coming.has(row.id) || now.live(entity, row.id) !== null) continue
    for (const value of Object.values(row)) used.add(value)
    list.push(
      now.row(entity, row.id) === null
        ? { kind: 'added', entity, id: row.id, row: { ...row } }
        : { kind: 'restored', entity, id: row.id },
    )
  }
  return list
}

/** What stands in several values is written once. */
function firstOfEach(changes: readonly Change[]): readonly Change[] {
  const seen = new Set<string>()
  return changes.filter((c) => {
    const key = `${c.kind} ${c.entity} ${c.id} ${c.kind === 'edited' ? c.field : ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
