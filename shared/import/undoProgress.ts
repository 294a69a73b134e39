import type { Row } from '../model/entities.ts'
import type { FieldName } from '../workbook/draft.ts'
import { updateFields } from './mergeRow.ts'
import {
  editedFields,
  isLive,
  nothingToUndo,
  retire,
  sayLater,
  type Added,
  type Undo,
  type UndoContext,
} from './undoContext.ts'

/**
 * Takes an update back. Texts that were corrected since stay in it, the others go; one whose day or name was corrected
 * stays whole; what a newer update says stays said.
 */
export function undoUpdate(context: UndoContext, change: Added, row: Row<'update'>): Undo {
  const actionId = row.actionId ?? ''
  const given = updateFields.filter((f) => change.row[f] !== null)
  const edited = editedFields(change, row)
  if (edited.length > 0) return undoEditedUpdate(context, row, given, edited)
  // a newer update of this very import goes as well
  const newer = newerThan(context, context.ofAction('update', actionId), row).filter(
    (u) => !context.ours.has(u.id),
  )
  const overtaken = given.filter((f) => newer.some((u) => u[f] !== null))
  return {
    changes: [retire(change)],
    kept: overtaken.map((field) => ({
      ownerId: actionId,
      ref: context.refOf(actionId),
      field,
      value: newest(newer.filter((u) => u[field] !== null))?.[field] ?? null,
      why: 'A newer update has said this since the import.',
    })),
  }
}

function undoEditedUpdate(
  context: UndoContext,
  row: Row<'update'>,
  given: readonly (typeof updateFields)[number][],
  edited: readonly string[],
): Undo {
  const actionId = row.actionId ?? ''
  const textsOnly = edited.every((f) => (updateFields as readonly string[]).includes(f))
  const untouched = textsOnly ? given.filter((f) => !edited.includes(f)) : []
  return {
    changes: untouched.map((field) => ({
      kind: 'edited',
      entity: 'update',
      id: row.id,
      field,
      before: row[field],
      after: null,
    })),
    kept: edited.map((field) => ({
      ownerId: actionId,
      ref: context.refOf(actionId),
      field: field === 'at' ? 'updatedOn' : field,
      value: row[field as keyof Row<'update'>] ?? null,
      why: sayLater(context, row.id, field),
    })),
  }
}

/** Takes a rating back; one that was set since stays the rating, and an edited one stays whole. */
export function undoRating(context: UndoContext, change: Added, row: Row<'rating'>): Undo {
  const field: FieldName = row.kind === 'delivery' ? 'deliveryRating' : 'impactRating'
  const rivals = context.ofAction('rating', row.actionId).filter((r) => r.kind === row.kind)
  return undoNewest(context, change, row, field, rivals, (r) => r.code)
}

/** Takes a moved date back; one that was moved again since stays, and an approved or edited one stays whole. */
export const undoDate = (context: UndoContext, change: Added, row: Row<'dateChange'>): Undo =>
  undoNewest(
    context,
    change,
    row,
    'revisedCompletion',
    context.ofAction('dateChange', row.actionId),
    (d) => d.completion,
  )

type Dated = {
  readonly id: string
  readonly at: string
  readonly retiredAt: string | null
  readonly actionId: string
}

function undoNewest<T extends Dated>(
  context: UndoContext,
  change: Added,
  row: T,
  field: FieldName,
  rivals: readonly T[],
  valueOf: (row: T) => unknown,
): Undo {
  const keep = (kept: T): Undo['kept'] => [
    {
      ownerId: row.actionId,
      ref: context.refOf(row.actionId),
      field,
      value: valueOf(kept),
      why: sayLater(context, kept.id, null),
    },
  ]
  if (editedFields(change, row).length > 0) return { ...nothingToUndo, kept: keep(row) }
  const changes = [retire(change)]
  const newer = newerThan(context, rivals, row)
  // An older row of this very import (history, or a date that its own revision overtook) goes without a word.
  if (newer.some((r) => context.ours.has(r.id))) return { ...nothingToUndo, changes }
  const top = newest(newer)
  return { changes, kept: top ? keep(top) : [] }
}

/**
 * The live rows that took its place since: of a later day, or of the same day and written later. What stood before it when
 * it came in (it came as history) took nothing from it.
 */
function newerThan<T extends Omit<Dated, 'actionId'>>(
  context: UndoContext,
  rows: readonly T[],
  row: T,
): readonly T[] {
  const place = rows.findIndex((r) => r.id === row.id)
  const isSince = (r: T): boolean => context.ours.has(r.id) || context.later(r.id).length > 0
  return rows.filter((r, i) => isLive(r) && (r.at > row.at || (r.at === row.at && i > place)) && isSince(r))
}

const newest = <T extends { readonly at: string }>(rows: readonly T[]): T | undefined =>
  rows.reduce<T | undefined>((a, b) => (a === undefined || b.at >= a.at ? b : a), undefined)
