import type { CopyItem, CopyStep } from './copyItem.ts'
import { isSame, type CopyState } from './copyState.ts'
import { sayStored } from './sayRow.ts'
import { rowsIn, slots } from './slots.ts'

/**
 * A value of a copy that was left open, against the programme as it is by now. Null where it is settled: the programme says
 * the same, or no longer has what it is a value of.
 */
export function refreshItem(now: CopyState, item: CopyItem): CopyItem | null {
  if (item.actionId !== null && item.steps.some((s) => s.kind === 'add' && s.entity === 'action'))
    return now.live('action', item.actionId) === null ? item : null
  if (item.actionId !== null && now.live('action', item.actionId) === null) return null
  const slot = slots.find((s) => s.field === item.field)
  if (slot && item.actionId !== null) {
    const value = rowsIn(now, slot, item.actionId)[0]?.[slot.value] ?? null
    return isSame(value, item.returned) ? null : { ...item, current: value as CopyItem['current'] }
  }
  if (item.field === 'leads') {
    const names = now.ofAction('actionLead', item.actionId).map((l) => String(l['printed']))
    return isSame(names, item.returned) ? null : { ...item, current: names }
  }
  const steps = item.steps.flatMap((s) => refreshStep(now, s))
  if (steps.length === 0) return null
  const [edit] = steps
  const current = edit?.kind === 'edit' ? sayStored(now, edit.entity, edit.field, edit.before) : item.current
  return { ...item, current, steps }
}

function refreshStep(now: CopyState, step: CopyStep): readonly CopyStep[] {
  if (step.kind === 'add') return now.live(step.entity, step.row.id) === null ? [step] : []
  const live = now.live(step.entity, step.id)
  if (step.kind !== 'edit') return (live !== null) === (step.kind === 'retire') ? [step] : []
  if (live === null || isSame(live[step.field], step.after)) return []
  return [{ ...step, before: live[step.field] ?? null }]
}
