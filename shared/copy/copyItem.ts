import type { EntityName } from '../model/entities.ts'
import type { FieldName, FieldValue } from '../workbook/draft.ts'
import type { AnyRow } from './copyState.ts'

/**
 * What writing one value of a copy takes. 'add' brings a row of the copy with its own who and when; `fields` are those of
 * its contents that this value stands for (null: all of it), so that a row of several values can come in part.
 */
export type CopyStep =
  | {
      readonly kind: 'add'
      readonly entity: EntityName
      readonly row: AnyRow
      readonly fields: readonly string[] | null
      /** True where it is to be what the programme says from now on, not history. */
      readonly newest: boolean
    }
  | {
      readonly kind: 'edit'
      readonly entity: EntityName
      readonly id: string
      readonly field: string
      readonly before: unknown
      readonly after: unknown
    }
  | { readonly kind: 'retire' | 'restore'; readonly entity: EntityName; readonly id: string }

/** One value that the chair changed, merged three ways, with what is written where it is taken. */
export type CopyItem = {
  /** The same in every return of the copy. */
  readonly key: string
  readonly actionId: string | null
  readonly ref: string | null
  /** The group's name it is listed under. */
  readonly group: string
  readonly field: FieldName | 'other'
  /** What it is, in words; only with 'other'. */
  readonly label: string | null
  readonly base: FieldValue | null
  readonly current: FieldValue | null
  readonly returned: FieldValue | null
  readonly resolution: 'take-returned' | 'keep-current' | 'conflict'
  readonly why: string
  /** A question of an earlier return that nobody has decided yet. */
  readonly stillOpen: boolean
  readonly steps: readonly CopyStep[]
}

/** Something that was changed in the copy and can't be merged, with the sentence that says why. */
export type LeftOut = { readonly ref: string | null; readonly what: string; readonly message: string }
