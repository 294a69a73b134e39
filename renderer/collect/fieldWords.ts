import type { FieldName, FieldValue } from '../../shared/workbook/draft.ts'
import { sayDay } from '../../shared/view/sayDay.ts'

/** A rating step as far as words need it. */
type Step = { readonly code: string | null; readonly word: string }

const labels: Readonly<Record<FieldName, string>> = {
  ref: 'Reference',
  objective: 'Objective',
  action: 'Action',
  intendedImpact: 'Intended impact',
  measureOfSuccess: 'Measure of success',
  leads: 'Responsible lead',
  accountable: 'Accountable officer',
  completion: 'Completion date',
  revisedCompletion: 'Revised completion date',
  revisedReason: 'Reason for the new date',
  deliveryRating: 'Delivery rating',
  impactRating: 'Impact rating',
  percentComplete: '% complete',
  progress: 'Progress',
  nextSteps: 'Next steps',
  issues: 'Issues and risks',
  evidence: 'Evidence of impact',
  updatedOn: 'Updated on',
}

/** A field's name as the issued workbook heads its column. */
export const sayField = (field: FieldName): string => labels[field]

export const isRating = (field: FieldName): boolean => field === 'deliveryRating' || field === 'impactRating'

/** A field's value in words: ratings by the scale's word, dates as written, days as "4 February 2020", percent with its sign. */
export function sayValue(field: FieldName, value: FieldValue, steps: readonly Step[]): string {
  if (typeof value === 'number') return field === 'percentComplete' ? `${value}%` : String(value)
  if (Array.isArray(value)) return value.join('\n')
  if (typeof value === 'object') return value.text
  if (isRating(field)) return steps.find((s) => s.code === value)?.word ?? value
  return field === 'updatedOn' ? sayDay(value) : value
}

/** The name of a field that came as plain text, such as in the answer of an undo. */
export const sayFieldName = (field: string): string =>
  Object.hasOwn(labels, field) ? labels[field as FieldName].toLocaleLowerCase('en-GB') : field

/** Any stored value in words: texts as they are, dates as written, lists with commas, nothing as "empty". */
export function sayUnknown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'empty'
  if (Array.isArray(value)) return value.map(sayUnknown).join(', ')
  if (typeof value === 'object') return 'text' in value ? sayUnknown(value.text) : JSON.stringify(value)
  return String(value)
}
