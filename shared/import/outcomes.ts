import type { Draft, FieldName } from '../workbook/draft.ts'
import type { FieldChange, Outcome, Totals } from './previewDocument.ts'

/** The contract's precedence: conflict, invalid, changed (also where only asked), unchanged. */
export function outcomeOf(changes: readonly FieldChange[], draft: Draft): Outcome {
  if (changes.some((c) => c.resolution === 'conflict')) return 'conflict'
  // What nobody can read is still no change where the plan has it in the same words, or where it was settled last time.
  const isOffered = (field: FieldName): boolean => {
    const change = changes.find((c) => c.field === field)
    return change ? change.resolution !== 'keep-current' : draft.values[field] === undefined
  }
  if (draft.invalid.some(isOffered)) return 'invalid'
  return changes.some((c) => c.resolution !== 'keep-current') ? 'changed' : 'unchanged'
}

const none: Totals = {
  rows: 0,
  changed: 0,
  unchanged: 0,
  new: 0,
  unmatched: 0,
  conflict: 0,
  invalid: 0,
  ignored: 0,
}

/** How many rows had each outcome. */
export function countOutcomes(outcomes: readonly Outcome[]): Totals {
  const totals = { ...none, rows: outcomes.length }
  for (const outcome of outcomes) totals[outcome] += 1
  return totals
}

/** The totals of several workbooks. */
export function addTotals(list: readonly Totals[]): Totals {
  const sum = { ...none }
  for (const totals of list) for (const key of Object.keys(sum) as (keyof Totals)[]) sum[key] += totals[key]
  return sum
}
