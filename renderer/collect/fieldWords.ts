import { format, parseISO } from 'date-fns'
import type { FieldName, FieldValue } from '../../shared/workbook/draft.ts'

/** A rating step as far as words need it. */
type Step = { readonly code: string; readonly word: string }

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
  if (field === 'updatedOn' && /^\d{4}-\d{2}-\d{2}$/u.test(value)) return sayDay(value)
  return value
}

/** An ISO day (or the day of an ISO date and time) as people write it: "4 February 2020". */
export const sayDay = (iso: string): string => format(parseISO(iso), 'd MMMM yyyy')

/** An ISO date and time as "4 February 2020 at 09:30". */
export const sayMoment = (iso: string): string => format(parseISO(iso), "d MMMM yyyy 'at' HH:mm")
