import type { FieldName, FieldValue } from '../workbook/draft.ts'
import type { MergedChange } from './previewDocument.ts'
import { isEmpty } from './sameValue.ts'

export type FieldMerge = {
  readonly field: FieldName
  /** As issued, or as the same sender's tracker said last time; null where there is no base. */
  readonly base: FieldValue | null
  readonly current: FieldValue | null
  readonly returned: FieldValue
  /** Why the returned value is ambiguous in itself, else null. */
  readonly ambiguous: string | null
  /** Who said the current value and when, as words: " (said by … on …)"; else ''. */
  readonly currentFrom: string
  readonly same: (a: FieldValue | null, b: FieldValue | null) => boolean
}

/** Fields of the plan itself: without a base a difference is asked, because nothing tells which side is newer. */
const planFields: ReadonlySet<FieldName> = new Set([
  'action',
  'objective',
  'intendedImpact',
  'measureOfSuccess',
  'leads',
  'accountable',
  'completion',
])

/**
 * The three-way merge of one field (the contract of the command line, "Merge"). Null where there is nothing to say:
 * the cell is blank, or the programme says the same already.
 */
export function mergeField(m: FieldMerge): MergedChange | null {
  if (isEmpty(m.returned) || m.same(m.current, m.returned)) return null
  const as = (resolution: MergedChange['resolution'], why: string): MergedChange => ({
    field: m.field,
    base: m.base,
    current: m.current,
    returned: m.returned,
    resolution,
    why,
  })
  const hasBase = !isEmpty(m.base)
  if (hasBase && m.same(m.base, m.returned))
    return as(
      'keep-current',
      `The file says what it said last time; the programme has changed since${m.currentFrom}.`,
    )
  if (m.ambiguous !== null) return as('ask', m.ambiguous)
  if (hasBase && m.same(m.base, m.current))
    return as('take-returned', 'Changed in the file since last time; the programme has not changed.')
  if (hasBase)
    return as('conflict', `Changed in the file and in the programme since last time${m.currentFrom}.`)
  if (isEmpty(m.current)) return as('take-returned', 'The programme says nothing here yet.')
  return planFields.has(m.field)
    ? as('ask', 'The file differs from the plan, and nothing tells which is newer.')
    : as('conflict', `The programme says something else${m.currentFrom}, and nothing tells which is newer.`)
}
