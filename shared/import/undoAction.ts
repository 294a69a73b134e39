import type { Change } from '../model/change.ts'
import {
  editedFields,
  isLive,
  sayLater,
  type Added,
  type AnyRow,
  type Kept,
  type UndoContext,
} from './undoContext.ts'

/** An action that an import made and somebody has worked on since: it stays whole, with everything that came with it. */
export type KeptAction = { readonly actionId: string; readonly kept: Kept }

/** The actions that an import made which an undo leaves, because there is something of somebody else's in or under them. */
export function keptActions(context: UndoContext, made: readonly Change[]): readonly KeptAction[] {
  const added = made.filter((c): c is Added => c.kind === 'added')
  return added.flatMap((change) => {
    if (change.entity !== 'action') return []
    const row = context.row('action', change.id)
    if (!row || !isLive(row)) return []
    const touched = touchedRow(context, change, row, added)
    if (touched === null) return []
    const kept = {
      ownerId: row.id,
      ref: String(row['ref']),
      field: 'action',
      value: row['action'] ?? null,
      why: `${sayLater(context, touched, null)} The new action stays, with what came with it.`,
      whole: true,
    }
    return [{ actionId: row.id, kept }]
  })
}

/** The row that tells that somebody has worked on the action since; null where nobody has. */
function touchedRow(
  context: UndoContext,
  change: Added,
  row: AnyRow,
  added: readonly Added[],
): string | null {
  if (editedFields(change, row).length > 0) return row.id
  const ours = added.find((c) => {
    if (c.row['actionId'] !== row.id) return false
    const now = context.row(c.entity, c.id)
    return !now || !isLive(now) || editedFields(c, now).length > 0
  })
  if (ours) return ours.id
  const { update, rating, dateChange, actionLead, milestone, recovery, link } = context.tables
  const hanging: readonly { readonly id: string; readonly retiredAt: string | null }[] = [
    ...[...update, ...rating, ...dateChange, ...actionLead, ...milestone, ...recovery].filter(
      (r) => r.actionId === row.id,
    ),
    ...link.filter((l) => l.fromActionId === row.id || l.toActionId === row.id),
  ]
  return hanging.find((r) => isLive(r) && !context.ours.has(r.id))?.id ?? null
}

/** Whether a change is part of one of these actions. */
export function isPartOf(context: UndoContext, c: Change, actions: ReadonlySet<string>): boolean {
  if (actions.size === 0) return false
  if (c.entity === 'action') return actions.has(c.id)
  const actionId = context.row(c.entity, c.id)?.['actionId']
  return typeof actionId === 'string' && actions.has(actionId)
}
