import type { ChangeField } from '../../shared/import/previewDocument.ts'
import type { FieldValue } from '../../shared/workbook/draft.ts'
import { count } from './collectWords.ts'
import { rowOf, withAll, withChoice } from './decisions.ts'
import { sayDecision } from './fieldWords.ts'
import { cleanOf, isRefused, type Section, type Take } from './reviewRows.ts'
import { decided, nextLeft, placed, type Review } from './reviewState.ts'

/** One field decided; null where it cannot be decided in that way. */
export function chosen(
  review: Review,
  rowKey: string,
  field: ChangeField,
  take: Take,
  value?: FieldValue,
): Review | null {
  const choices = withChoice(review, rowKey, field, take, value)
  const row = rowOf(review, rowKey)
  if (!choices || !row) return null
  return { ...decided(review, { choices }, sayDecision(row, field, take)), editing: null }
}

/** The same for a value of a person's own: the cursor goes on to what is next, as after every other answer. */
export function written(
  review: Review,
  rowKey: string,
  field: ChangeField,
  value: FieldValue,
): Review | null {
  const next = chosen(review, rowKey, field, 'edited', value)
  return next && { ...next, cursor: nextLeft({ ...next, cursor: { rowKey, field } }) }
}

/** The field under the cursor decided, the cursor on what is next to be decided. */
export function chosenHere(review: Review, take: Take): Review | null {
  const { cursor } = review
  const next = cursor?.field ? chosen(review, cursor.rowKey, cursor.field, take) : null
  return next && { ...next, cursor: nextLeft(next) }
}

/** Everything answered that was not decided yet; null where there is nothing. */
export function restChosen(review: Review, take: Take): Review | null {
  const choices = withAll(review, take)
  const n = choices.size - review.choices.size
  const said = `${take === 'current' ? 'Kept' : 'Taken'}: ${count(n, 'value')} not decided before.`
  return n === 0 ? null : decided(review, { choices }, said)
}

/** Done with the clean rows: only what needs a person is on screen. */
export function cleanDone(review: Review): Review | null {
  const { rows } = cleanOf(review.rows)
  if (review.cleanTaken || rows === 0) return null
  const opened = new Set<Section>([...review.opened, 'needs-you'])
  opened.delete('changed')
  const said = `Taken: ${count(rows, 'clean row')}.`
  return placed({ ...decided(review, { cleanTaken: true }, said), opened, cursor: null })
}

/** The last decision taken back: everything stands as before it, the cursor where it was taken. */
export function stepBack(review: Review): Review | null {
  const last = review.history.at(-1)
  if (!last) return null
  const opened = new Set<Section>([...review.opened, 'needs-you'])
  const history = review.history.slice(0, -1)
  return placed({
    ...review,
    ...last.before,
    history,
    said: `Undone: ${last.said}`,
    opened,
    cursor: last.at,
    editing: null,
  })
}

export function toggled(opened: ReadonlySet<Section>, section: Section): ReadonlySet<Section> {
  const next = new Set(opened)
  if (!next.delete(section)) next.add(section)
  return next
}

/** Whether a file is in the review without having been read. */
export const isStillRefused = (review: Review, file: string): boolean =>
  review.document.files.some((f) => f.file === file && isRefused(f))
