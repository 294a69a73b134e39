import type {
  ImportAnswers,
  FileAnswer,
  MappingAnswer,
  RowAnswer,
} from '../../shared/import/importAnswers.ts'
import type { ChangeField, Choice, FieldChange } from '../../shared/import/previewDocument.ts'
import type { FieldValue } from '../../shared/workbook/draft.ts'
import { isJoinable } from './fieldWords.ts'
import type { Review } from './reviewState.ts'
import { choiceKey, type Choices, isDecidable, type ReviewRow, type Take } from './reviewRows.ts'

/** A row by its key. */
export const rowOf = (review: Review, key: string | undefined): ReviewRow | null =>
  review.rows.find((r) => r.key === key) ?? null

/** The choices with one more; null where that field cannot be decided in that way. */
export function withChoice(
  review: Review,
  key: string,
  field: ChangeField,
  take: Take,
  value?: FieldValue,
): Choices | null {
  const row = rowOf(review, key)
  const change = row?.row.changes.find((c) => c.field === field)
  if (!row || !change || !isDecidable(change, row.row)) return null
  if (!canTake(change, take)) return null
  const choices = new Map(review.choices).set(choiceKey(key, field), toChoice(row, field, take, value))
  for (const other of othersOf(review, change)) {
    const otherKey = choiceKey(other.key, field)
    if (take !== 'current' || !choices.has(otherKey)) choices.set(otherKey, toChoice(other, field, 'current'))
  }
  return choices
}

/** The rows of the batch that give the same field something else: one answer settles them all, the last one counts. */
const othersOf = (review: Review, { also = [] }: FieldChange): readonly ReviewRow[] =>
  review.rows.filter((r) =>
    also.some((o) => o.file === r.file && o.sheet === r.row.sheet && o.row === r.row.row),
  )

/** What nobody could read is only written or kept out; both need two texts. */
export function canTake(change: FieldChange, take: Take): boolean {
  if (take === 'returned') return change.invalid !== true
  return take !== 'both' || (isJoinable(change.field) && change.invalid !== true && hasTwo(change))
}

const hasTwo = ({ current, also = [] }: FieldChange): boolean =>
  (current !== null && current !== '') || also.length > 0

/** The choices with every field answered that is not decided yet, of the file that is shown or of all. */
export function withAll(review: Review, take: Take): Choices {
  const choices = new Map(review.choices)
  for (const row of review.rows) {
    if (review.file !== null && row.file !== review.file) continue
    for (const field of row.open) {
      const key = choiceKey(row.key, field)
      const change = row.row.changes.find((c) => c.field === field)
      if (change && canTake(change, take) && !choices.has(key)) choices.set(key, toChoice(row, field, take))
    }
  }
  return choices
}

const toChoice = (row: ReviewRow, field: ChangeField, take: Take, value?: FieldValue): Choice => ({
  file: row.file,
  sheet: row.row.sheet,
  row: row.row.row,
  field,
  take,
  ...(value === undefined ? {} : { value }),
})

/** The answers with another one for a row; null takes back what was said of it. */
export function withRow(answers: ImportAnswers, row: ReviewRow, as: RowAnswer['as'] | null): ImportAnswers {
  const at = { file: row.file, sheet: row.row.sheet, row: row.row.row }
  const others = answers.rows.filter((a) => a.file !== at.file || a.sheet !== at.sheet || a.row !== at.row)
  return { ...answers, rows: as === null ? others : [...others, { ...at, as }] }
}

export const withMapping = (answers: ImportAnswers, mapping: MappingAnswer): ImportAnswers => ({
  ...answers,
  mappings: [
    ...answers.mappings.filter((m) => m.file !== mapping.file || m.sheet !== mapping.sheet),
    mapping,
  ],
})

/** Whose a file is and the day it speaks for; a file with neither has no answer. */
export function withFile(answers: ImportAnswers, file: FileAnswer): ImportAnswers {
  const others = answers.files.filter((f) => f.file !== file.file)
  return { ...answers, files: file.sender === null && file.on === null ? others : [...others, file] }
}
