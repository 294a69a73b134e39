import type { EntityName } from '../model/entities.ts'
import type { FieldName } from '../workbook/draft.ts'
import { isSame, type AnyRow, type CopyState } from './copyState.ts'

/** A field of the contract whose value is what the newest row of a kind says; the older rows are its history. */
export type Slot = {
  readonly field: FieldName
  readonly entity: 'rating' | 'dateChange' | 'update'
  /** The row's field that holds the value. */
  readonly value: string
  /** Only ratings of this kind. */
  readonly kind?: 'delivery' | 'impact'
  /** What of a row comes with the value; null for all of it. */
  readonly fields: readonly string[] | null
}

const ofUpdate = (field: FieldName): Slot => ({ field, entity: 'update', value: field, fields: [field] })

export const slots: readonly Slot[] = [
  {
    field: 'revisedCompletion',
    entity: 'dateChange',
    value: 'completion',
    fields: ['completion', 'approvedBy', 'approvedOn'],
  },
  { field: 'deliveryRating', entity: 'rating', value: 'code', kind: 'delivery', fields: null },
  { field: 'impactRating', entity: 'rating', value: 'code', kind: 'impact', fields: null },
  ofUpdate('percentComplete'),
  ofUpdate('progress'),
  ofUpdate('nextSteps'),
  ofUpdate('issues'),
  ofUpdate('evidence'),
]

/** What of such a row is said by values of their own, so that it can come in part; the rest is who and when. */
export const contentsOf: Readonly<Partial<Record<EntityName, readonly string[]>>> = {
  update: ['percentComplete', 'progress', 'nextSteps', 'issues', 'evidence'],
  dateChange: ['completion', 'reason', 'approvedBy', 'approvedOn'],
  recovery: ['cause', 'plan', 'who', 'due', 'effect', 'ask'],
  assessment: ['delivery', 'impact', 'reason', 'commentary'],
}

/** Whether a row says something in a slot. */
export const isIn = (slot: Slot, row: AnyRow): boolean =>
  (slot.kind === undefined || row['kind'] === slot.kind) && !isSame(row[slot.value], null)

/** The rows of an action in a slot, newest first: by day, of one day the one written last. */
export const rowsIn = (state: CopyState, slot: Slot, actionId: string): readonly AnyRow[] =>
  sortNewest(state.ofAction(slot.entity, actionId).filter((r) => isIn(slot, r)))

/** Newest first, as the views read them; rows come in the order they were written. */
export const sortNewest = (rows: readonly AnyRow[]): readonly AnyRow[] =>
  rows
    .map((row, i) => ({ row, i }))
    .toSorted((a, b) => dayOf(b.row).localeCompare(dayOf(a.row)) || b.i - a.i)
    .map((x) => x.row)

export const dayOf = (row: AnyRow): string => String(row['at'] ?? '')
