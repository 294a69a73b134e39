import { readCompletion } from '../dates/readCompletion.ts'
import { Failure } from '../errors.ts'
import { day } from '../model/fields.ts'
import type { Programme } from '../view/programme.ts'
import type { FieldName, FieldValue } from '../workbook/draft.ts'
import { isRefused, type ImportPlan } from './importPlan.ts'
import type { Choice, FieldChange } from './previewDocument.ts'
import { isEmpty } from './sameValue.ts'

/**
 * A person's choices with their own values read as the field has them: dates from their words, ratings by the codes of the
 * scale. Fails with 'invalid-input' and a sentence where a value is none of its field's, where two values that are no texts
 * should both be kept, where two of the values of a field given twice are taken, and where a choice is about something that
 * the plan does not have.
 */
export function settleChoices(
  programme: Programme,
  plan: ImportPlan,
  choices: readonly Choice[],
): readonly Choice[] {
  const known = offeredIn(plan)
  const takes = new Map(choices.map((c) => [keyOf(c.file, c.sheet, c.row, c.field), c.take]))
  return choices.map((choice) => {
    const { field, take } = choice
    const change = known.get(keyOf(choice.file, choice.sheet, choice.row, field))
    if (change === undefined)
      throw refusal(choice, 'A decision is about something that this preview does not show. Preview again.')
    if (change.invalid === true && (take === 'returned' || take === 'both'))
      throw refusal(choice, 'What came back can’t be read. Write the value, or keep the programme’s.')
    const isRivalled = (change.also ?? []).some((o) => {
      const other = takes.get(keyOf(o.file, o.sheet, o.row, field)) ?? 'current'
      return other !== 'current' && (take === 'returned' || take === 'edited')
    })
    if (isRivalled)
      throw refusal(choice, 'This field was given twice, and only one of the values can be taken.')
    if (take === 'both' && !joinable.has(field))
      throw refusal(choice, 'Only texts can both be kept. Take one of the two, or write another value.')
    if (take !== 'edited' || field === 'other') return choice
    return { ...choice, value: readEdited(programme, choice, field) }
  })
}

/** Texts of an update: two of them can stand one after the other. */
const joinable: ReadonlySet<string> = new Set(['progress', 'nextSteps', 'issues', 'evidence'])

const keyOf = (file: string, sheet: string, row: number, field: string): string =>
  JSON.stringify([file, sheet, row, field])

function offeredIn(plan: ImportPlan): ReadonlyMap<string, FieldChange> {
  const keys = new Map<string, FieldChange>()
  for (const file of plan.files) {
    if (isRefused(file)) continue
    for (const { row } of file.rows)
      for (const c of row.changes) keys.set(keyOf(file.source.file, row.sheet, row.row, c.field), c)
  }
  return keys
}

const refusal = (choice: Choice, message: string): Failure =>
  new Failure({
    code: 'invalid-input',
    where: choice.field,
    message: `“${choice.file}”, row ${choice.row}: ${message} Nothing was written.`,
  })

function readEdited(programme: Programme, choice: Choice, field: FieldName): FieldValue {
  const { value } = choice
  if (value === undefined || isEmpty(value))
    throw refusal(
      choice,
      'Nothing was written in place of the two values. Write a value, or keep the programme’s.',
    )
  switch (field) {
    case 'deliveryRating':
      return codeOf(programme, choice, 'delivery', value)
    case 'impactRating':
      return codeOf(programme, choice, 'impact', value)
    case 'percentComplete':
      if (typeof value === 'number' && value >= 0 && value <= 100) return value
      throw refusal(choice, 'A percentage is a number from 0 to 100.')
    case 'completion':
    case 'revisedCompletion':
      return completionOf(programme, choice, value)
    case 'leads':
      if (Array.isArray(value)) return value.map((v) => v.trim()).filter((v) => v !== '')
      throw refusal(choice, 'Leads are a list of posts.')
    case 'updatedOn':
      if (day.safeParse(value).success && typeof value === 'string' && value <= programme.today) return value
      throw refusal(choice, 'The day of an update is a day that has come.')
    default:
      if (typeof value === 'string') return value.trim()
      throw refusal(choice, 'This value is a text.')
  }
}

function codeOf(
  programme: Programme,
  choice: Choice,
  kind: 'delivery' | 'impact',
  value: FieldValue,
): FieldValue {
  if (programme.scale[kind].some((s) => s.code === value)) return value
  throw refusal(choice, 'That is no step of the rating scale.')
}

function completionOf(programme: Programme, choice: Choice, value: FieldValue): FieldValue {
  const words = typeof value === 'object' && !Array.isArray(value) ? value.text : value
  if (typeof words !== 'string') throw refusal(choice, 'A date is written in words or figures.')
  const { startedOn } = programme.programme
  const read = readCompletion(words.trim(), { startedOn, near: programme.today })
  if (read.precision === 'unread' || read.precision === 'none')
    throw refusal(
      choice,
      `“${words.trim()}” can’t be read as a date. Write it like “31 March 2020”, “March 2020” or “summer term 2020”.`,
    )
  const { text, earliest, latest, precision } = read
  return { text, earliest, latest, precision }
}
