import type { z } from 'zod'
import type { completion } from '../model/fields.ts'
import type { FieldName, FieldValue } from '../workbook/draft.ts'
import type { LeadNames } from './leadNames.ts'
import { bareWording, beginsOtherwise, plainWording } from './wording.ts'

export type Completion = z.infer<typeof completion>

export const isCompletion = (value: FieldValue | null): value is Completion =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Whether two values of a field mean the same: texts but for quotes, dashes and spaces; dates by what they say is due;
 * leads as a set of posts, however each is spelled; percentages to a hundredth.
 */
export function sameValue(
  field: FieldName,
  a: FieldValue | null,
  b: FieldValue | null,
  leads: LeadNames,
): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b)
  if (isCompletion(a) && isCompletion(b)) return sameCompletion(a, b)
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 0.01
  if (Array.isArray(a) && Array.isArray(b)) return leads.sameSet(a, b)
  if (typeof a !== 'string' || typeof b !== 'string') return false
  if (field === 'accountable') return leads.sameSet([a], [b])
  if (field === 'objective') return sameObjective(a, b)
  return a === b || sameText(a, b)
}

/** A value that says nothing: a blank cell means "no change", never "delete". */
export const isEmpty = (value: FieldValue | null | undefined): value is null | undefined | '' =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.every((v) => v.trim() === '')) ||
  (isCompletion(value) && value.text.trim() === '' && value.precision === 'none')

/** Texts are compared with their punctuation and case: "50" and "5.0", "no" and "No!" are different things to say. */
function sameText(a: string, b: string): boolean {
  if (beginsOtherwise(a, b)) return false
  const plain = (t: string): string => {
    const words = plainWording(t)
    return words.includes('/') ? words.replace(/\s*([/])\s*/gu, '$1') : words
  }
  return plain(a) === plain(b)
}

/** "1.2", "1.2 Title", "Objective 1.2: Title" and the title alone name one objective. */
function sameObjective(a: string, b: string): boolean {
  const title = (t: string): string => bareWording(t).replace(/^(?:objective )?(?:\d+(?: |$))+/u, '')
  const ref = (t: string): string | null => /^\D{0,12}(\d+(?:\.\d+)+)/u.exec(t.trim())?.[1] ?? null
  const refs = [ref(a), ref(b)]
  if (refs[0] !== null && refs[1] !== null && refs[0] !== refs[1]) return false
  const titles = [title(a), title(b)]
  return titles[0] === titles[1] || (refs[0] === refs[1] && (titles[0] === '' || titles[1] === ''))
}

/** Precisions that name one span whose last day is the due day; longer spans say more than when they end. */
const oneSpan = new Set(['day', 'month'])
const openEnded = new Set(['from', 'ongoing'])

/**
 * The same words, or the same span. Of days and months only the last day counts, because that is when they are due:
 * "end of March 2020", "31/03/20" and "March 2020" are one date; "summer term 2020" and "July 2020" are two.
 */
export function sameCompletion(a: Completion, b: Completion): boolean {
  const [left, right] = a.text === b.text ? ['same', 'same'] : [bareWording(a.text), bareWording(b.text)]
  if (left === right && left !== '') return true
  if (a.latest === null && b.latest === null)
    return a.precision === b.precision && a.earliest === b.earliest && openEnded.has(a.precision)
  if (a.precision === 'milestones' || b.precision === 'milestones') return false
  if (a.latest !== b.latest) return false
  return a.earliest === b.earliest || (oneSpan.has(a.precision) && oneSpan.has(b.precision))
}
