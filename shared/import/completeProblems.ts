import { ratingOf, stepOf, type ActionEntry, type Programme } from '../view/programme.ts'
import type { Draft, FieldName, FieldValue, Problem } from '../workbook/draft.ts'
import { currentValues } from './currentValues.ts'
import type { FieldChange } from './previewDocument.ts'

/**
 * "Complete" with less than 100%, or 100% with another rating: one of the two is a slip. It is said where the row changes
 * either of them, and holds nothing up.
 */
export function completeProblems(
  programme: Programme,
  entry: ActionEntry,
  draft: Draft,
  changes: readonly FieldChange[],
): readonly Problem[] {
  const isNews = (field: FieldName): boolean =>
    changes.some((c) => c.field === field && c.resolution !== 'keep-current' && c.invalid !== true)
  const changed = (['deliveryRating', 'percentComplete'] as const).filter(isNews)
  if (changed.length === 0) return []
  const said = (field: FieldName): FieldValue | undefined => draft.values[field]?.value
  const code = said('deliveryRating') ?? ratingOf(entry, 'delivery')
  const percent = said('percentComplete') ?? currentValues(entry).values.percentComplete
  const step = typeof code === 'string' ? stepOf(programme, 'delivery', code) : null
  if (!step || typeof percent !== 'number' || step.countsAsDone === percent >= 100) return []
  const cell = draft.values[changed[0] ?? 'deliveryRating']?.cell ?? null
  const message = `The rating is “${step.word}” and the action is ${percent}% complete: one of the two may be a slip.`
  return [{ code: 'complete-and-percent-differ', cell, message }]
}
