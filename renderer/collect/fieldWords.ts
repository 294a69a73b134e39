import { changeField, type ChangeField, type FieldChange } from '../../shared/import/previewDocument.ts'
import { fieldName, type FieldName, type FieldValue, type ReadColumn } from '../../shared/workbook/draft.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import { sayField } from '../../shared/view/sayField.ts'
import type { ReviewRow, Take } from './reviewRows.ts'

/** A rating step as far as words need it. */
type Step = { readonly code: string | null; readonly word: string }

export { sayField }

/** The fields in the order in which they are offered for a column. */
export const fieldNames: readonly FieldName[] = fieldName.options

/** How a column's field was found. */
export const howWords: Readonly<Record<ReadColumn['how'], string>> = {
  exact: 'Recognised by its heading',
  synonym: 'Recognised by a usual heading',
  similar: 'Recognised by a close spelling',
  saved: 'As you set it before',
  none: '',
}

/** What a change is of: its own label where it is none of the columns' fields. */
export const sayChange = (change: Pick<FieldChange, 'field' | 'label'>): string =>
  change.label ?? sayField(change.field)

export const isRating = (field: ChangeField): boolean =>
  field === 'deliveryRating' || field === 'impactRating'

/** Texts of an update: two of them can be kept one after the other. */
export const isJoinable = (field: ChangeField): boolean =>
  field === 'progress' || field === 'nextSteps' || field === 'issues' || field === 'evidence'

/** A row as people name it: its reference, else where it stands. */
export const sayRowName = (row: ReviewRow['row']): string => row.ref ?? `row ${row.row}`

const takeWords: Readonly<Record<Take, string>> = {
  returned: 'Taken',
  current: 'Kept',
  both: 'Both kept',
  edited: 'Written by you',
}

/** A decision in words: "Taken: progress of 1.1.3." */
export function sayDecision({ row }: ReviewRow, field: ChangeField, take: Take): string {
  const change = row.changes.find((c) => c.field === field) ?? { field }
  return `${takeWords[take]}: ${lower(sayChange(change))} of ${sayRowName(row)}.`
}

/** A name in the middle of a sentence. */
const lower = (name: string): string => name.charAt(0).toLocaleLowerCase('en-GB') + name.slice(1)

/** A field's value in words: ratings by the scale's word, dates as written, days as "4 February 2020", percent with its sign. */
export function sayValue(field: ChangeField, value: FieldValue, steps: readonly Step[]): string {
  if (typeof value === 'number') return field === 'percentComplete' ? `${value}%` : String(value)
  if (Array.isArray(value)) return value.join('\n')
  if (typeof value === 'object') return value.text
  if (isRating(field)) return steps.find((s) => s.code === value)?.word ?? value
  return field === 'updatedOn' ? sayDay(value) : value
}

/** The name of a field that came as plain text, such as in the answer of an undo. */
export function sayFieldName(field: string): string {
  const known = changeField.safeParse(field)
  return known.success ? sayField(known.data).toLocaleLowerCase('en-GB') : field
}

/** Any stored value in words: texts as they are, dates as written, lists with commas, nothing as "empty". */
export function sayUnknown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'empty'
  if (Array.isArray(value)) return value.map(sayUnknown).join(', ')
  if (typeof value === 'object') return 'text' in value ? sayUnknown(value.text) : JSON.stringify(value)
  return String(value)
}
