import { printSpan } from '../../shared/dates/printDay.ts'
import { readCompletion } from '../../shared/dates/readCompletion.ts'
import { readDay } from '../../shared/dates/readDay.ts'
import type { ChangeField } from '../../shared/import/previewDocument.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import type { FieldValue } from '../../shared/workbook/draft.ts'
import { isRating } from './fieldWords.ts'

/** The control that a field is written in. */
export type Control = 'text' | 'line' | 'lines' | 'rating' | 'percent' | 'completion' | 'day'

const controls: Readonly<Partial<Record<ChangeField, Control>>> = {
  leads: 'lines',
  accountable: 'line',
  ref: 'line',
  percentComplete: 'percent',
  completion: 'completion',
  revisedCompletion: 'completion',
  updatedOn: 'day',
}

export const controlOf = (field: ChangeField): Control =>
  isRating(field) ? 'rating' : (controls[field] ?? 'text')

/** A value as it stands in its control. */
export function typedOf(field: ChangeField, value: FieldValue | null): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.join('\n')
  if (typeof value === 'object') return value.text
  return field === 'updatedOn' && typeof value === 'string' ? sayDay(value) : String(value)
}

/** What was typed, as a value of the field with how it was understood, or why it is none. */
export type Typed =
  | { readonly ok: true; readonly value: FieldValue; readonly hint: string }
  | { readonly ok: false; readonly why: string }

/** Reads what a person wrote in place of two values. `today` is an ISO day. */
export function readTyped(field: ChangeField, typed: string, today: string): Typed {
  const text = typed.trim()
  const control = controlOf(field)
  if (text === '')
    return { ok: false, why: control === 'rating' ? 'Choose a rating.' : 'Nothing is written yet.' }
  switch (control) {
    case 'percent':
      return readPercent(text)
    case 'completion':
      return readCompletionTyped(text, today)
    case 'day':
      return readPastDay(text, today)
    case 'lines':
      return { ok: true, value: text.split(/\s*\n\s*/).filter(Boolean), hint: 'One a line.' }
    default:
      return { ok: true, value: text, hint: '' }
  }
}

function readPercent(text: string): Typed {
  const n = Number(text.replace(/\s*%$/, ''))
  return Number.isFinite(n) && n >= 0 && n <= 100
    ? { ok: true, value: n, hint: '' }
    : { ok: false, why: 'A number from 0 to 100.' }
}

/** The words are sent as they are: the core reads them again in the same way. */
function readCompletionTyped(text: string, today: string): Typed {
  const reading = readCompletion(text, { near: today })
  if (reading.precision === 'unread' || reading.precision === 'none')
    return { ok: false, why: 'Write a date such as “31 March 2020”, “March 2020” or “summer term 2020”.' }
  const span = printSpan(reading)
  const late = reading.latest === null ? ', with no last day' : `; late after ${sayDay(reading.latest)}`
  return { ok: true, value: text, hint: reading.problem ?? `Understood as ${span}${late}.` }
}

function readPastDay(text: string, today: string): Typed {
  const day = readDay(text, today)
  if (day === null) return { ok: false, why: 'Write one day, such as 4 February 2020.' }
  if (day > today) return { ok: false, why: 'That day is still to come.' }
  return { ok: true, value: day, hint: `Understood as ${sayDay(day)}.` }
}
