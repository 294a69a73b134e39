import type { Draft, FieldName, FieldValue } from '../workbook/draft.ts'
import { isCompletion } from './sameValue.ts'

/**
 * What stands in the cells of a row that cannot be read, by field: its words as a value of precision 'unread', whatever the
 * field; null where the cell has none (a broken formula).
 */
export function unreadValues(draft: Draft): ReadonlyMap<FieldName, FieldValue | null> {
  const unread = new Map<FieldName, FieldValue | null>()
  for (const field of draft.invalid)
    if (draft.values[field] === undefined) unread.set(field, asUnread(draft.unread?.[field]))
  for (const [field, v] of Object.entries(draft.values) as [FieldName, { value: FieldValue }][])
    if (isUnread(v.value)) unread.set(field, v.value)
  return unread
}

/** Whether a value is only the words of something that nobody could read. */
export const isUnread = (value: FieldValue | null | undefined): boolean =>
  value !== null && value !== undefined && isCompletion(value) && value.precision === 'unread'

const asUnread = (text: string | undefined): FieldValue | null =>
  text === undefined || text.trim() === ''
    ? null
    : { text: text.trim(), earliest: null, latest: null, precision: 'unread' }
