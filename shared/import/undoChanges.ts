import { copyState } from '../copy/copyState.ts'
import { sayRow } from '../copy/sayRow.ts'
import type { Change } from '../model/change.ts'
import type { EntityName, Row, Tables } from '../model/entities.ts'
import type { FieldName } from '../workbook/draft.ts'
import { isPartOf, keptActions } from './undoAction.ts'
import {
  editedFields,
  isEqual,
  isLive,
  nothingToUndo,
  retire,
  sayLater,
  undoContext,
  type AnyRow,
  type LaterChange,
  type Undo,
  type UndoContext,
} from './undoContext.ts'
import { undoDate, undoRating, undoUpdate } from './undoProgress.ts'

/**
 * What takes an import back: its changes inverted, last first, as far as nobody has touched what they made; what has been
 * edited since is kept and listed. `tables` are all rows of the programme now, retired ones too; `made` the import's
 * changes in the order they were applied; `later` every change since, newest first.
 */
export function undoChanges(tables: Tables, made: readonly Change[], later: readonly LaterChange[]): Undo {
  const context = undoContext(tables, made, later)
  const apart = new Set<EntityName>(['actionLead', 'period'])
  const left = keptActions(context, made)
  const whole = new Set(left.map((l) => l.actionId))
  const undone = made.filter((c) => !isPartOf(context, c, whole))
  const steps = [
    ...undone
      .filter((c) => !apart.has(c.entity))
      .toReversed()
      .map((c) => undoOne(context, c)),
    ...groupLeads(context, undone).map((group) => undoLeads(context, group)),
  ]
  const changes = steps.flatMap((s) => s.changes)
  const periods = made.filter((c) => c.entity === 'period')
  return {
    changes: [...changes, ...periods.flatMap((c) => undoPeriod(context, c, changes))],
    kept: [...left.map((l) => l.kept), ...steps.flatMap((s) => s.kept)],
  }
}

function undoOne(context: UndoContext, change: Change): Undo {
  if (change.kind === 'edited') return undoEdit(context, change)
  const row = context.row(change.entity, change.id)
  if (!row || isLive(row) === (change.kind === 'retired')) return nothingToUndo
  if (change.kind !== 'added') return { ...nothingToUndo, changes: [turnRound(change)] }
  switch (change.entity) {
    case 'update':
      return undoUpdate(context, change, row as unknown as Row<'update'>)
    case 'rating':
      return undoRating(context, change, row as unknown as Row<'rating'>)
    case 'dateChange':
      return undoDate(context, change, row as unknown as Row<'dateChange'>)
    default:
      return { ...nothingToUndo, changes: [retire(change)] }
  }
}

/** A row that went comes back, one that came back goes again, a value is as it was. */
const turnRound = (c: Change): Change => {
  if (c.kind === 'edited') return { ...c, before: c.after, after: c.before }
  return c.kind === 'retired' ? { kind: 'restored', entity: c.entity, id: c.id } : retire(c)
}

function undoEdit(context: UndoContext, change: Extract<Change, { kind: 'edited' }>): Undo {
  const row = context.row(change.entity, change.id)
  if (!row || !isLive(row)) return nothingToUndo
  const owner = ownerOf(context, change.entity, row)
  const field = fieldOfEdit(change.entity, change.field)
  const value = row[change.field] ?? null
  return isEqual(value, change.after)
    ? { changes: [turnRound(change)], kept: [] }
    : {
        ...nothingToUndo,
        kept: [{ ...owner, field, value, why: sayLater(context, change.id, change.field) }],
      }
}

function ownerOf(
  context: UndoContext,
  entity: EntityName,
  row: AnyRow,
): { readonly ownerId: string; readonly ref: string } {
  if (entity === 'action' || entity === 'objective') return { ownerId: row.id, ref: String(row['ref']) }
  const actionId = row['actionId']
  return typeof actionId === 'string'
    ? { ownerId: actionId, ref: context.refOf(actionId) }
    : { ownerId: row.id, ref: sayRow(copyState(context.tables), entity, row) }
}

function fieldOfEdit(entity: EntityName, field: string): FieldName {
  if (entity === 'objective' || field === 'objectiveId') return 'objective'
  return field === 'reason' ? 'revisedReason' : (field as FieldName)
}

function groupLeads(context: UndoContext, made: readonly Change[]): readonly (readonly Change[])[] {
  const groups = new Map<string, Change[]>()
  for (const c of made) {
    if (c.entity !== 'actionLead') continue
    const actionId = String(context.row('actionLead', c.id)?.['actionId'] ?? '')
    const known = groups.get(actionId)
    if (known) known.push(c)
    else groups.set(actionId, [c])
  }
  return [...groups.values()]
}

/** The leads of an action are one value: changed since in any part, they stay as they are. */
function undoLeads(context: UndoContext, group: readonly Change[]): Undo {
  const actionId = String(context.row('actionLead', group[0]?.id ?? '')?.['actionId'] ?? '')
  const rows = context.ofAction('actionLead', actionId)
  const others = rows.filter((l) => !context.ours.has(l.id) && isChangedSince(context, l))
  if (others.length > 0 || group.some((c) => isTouched(context, c))) {
    const changed = others[0] ?? rows.find((l) => context.later(l.id).length > 0)
    return {
      ...nothingToUndo,
      kept: [
        {
          ownerId: actionId,
          ref: context.refOf(actionId),
          field: 'leads',
          value: rows.filter(isLive).map((l) => l.printed),
          why: sayLater(context, changed?.id ?? '', null),
        },
      ],
    }
  }
  return {
    changes: group.toReversed().map(turnRound),
    kept: [],
  }
}

/** A lead of somebody else's that came or went since, and did not go or come back. */
function isChangedSince(context: UndoContext, lead: Row<'actionLead'>): boolean {
  const first = context.later(lead.id).at(-1)
  if (!first) return false
  const wasLive = first.kind === 'retired' || first.kind === 'edited'
  return wasLive !== isLive(lead)
}

function isTouched(context: UndoContext, c: Change): boolean {
  const row = context.row('actionLead', c.id)
  if (!row) return true
  if (c.kind === 'edited') return !isEqual(row[c.field], c.after)
  if (c.kind === 'added') return !isLive(row) || editedFields(c, row).length > 0
  return isLive(row) === (c.kind === 'retired')
}

/** A period made by the import goes with it unless something else speaks for it by now. */
function undoPeriod(context: UndoContext, c: Change, undone: readonly Change[]): readonly Change[] {
  const row = context.row('period', c.id)
  if (!row || !isLive(row) || (c.kind !== 'added' && c.kind !== 'restored')) return []
  if (c.kind === 'added' && editedFields(c, row).length > 0) return []
  const going = new Set(undone.filter((u) => u.kind === 'retired').map((u) => u.id))
  const { update, rating, assessment, recommendation } = context.tables
  const speaks = [update, rating, assessment, recommendation].some((rows) =>
    rows.some((r) => isLive(r) && r.periodId === c.id && !going.has(r.id)),
  )
  return speaks ? [] : [retire(c)]
}
