import { assertNever } from '../../result.ts'
import { type Cell } from '../../paper/tree.ts'
import type { FieldChange, PreviewFile, PreviewRow, RefusedFile } from '../../import/previewDocument.ts'
import type { FieldName, FieldValue } from '../../workbook/draft.ts'
import { currentValues } from '../../import/currentValues.ts'
import { indexLeadNames } from '../../import/leadNames.ts'
import { sameValue } from '../../import/sameValue.ts'
import { sayDay } from '../sayDay.ts'
import { markOf } from '../ratingMark.ts'
import type { Programme } from '../programme.ts'
import { sentence, written } from './words.ts'

/** What an import did with one row, beside the row as it was previewed. */
export type ReportedRow = {
  readonly row: PreviewRow
  /** Fields that were written, left open, and are still open now. */
  readonly taken: readonly string[]
  readonly open: readonly string[]
  readonly openNow: readonly string[]
  /** The value that was written, where the record shows it: another one than came back where a person edited it. */
  readonly written: Readonly<Partial<Record<FieldName, FieldValue>>>
}

/** One import as its report tells it. */
export type ReportedImport = {
  readonly id: string
  readonly file: string
  readonly kind: PreviewFile['kind']
  readonly sender: string | null
  readonly period: string | null
  /** ISO moments. */
  readonly at: string
  readonly undoneAt: string | null
  readonly actor: string
  /** True where it settled what an earlier import had left open. */
  readonly isResumed: boolean
  /** Rows and values that were written. */
  readonly committed: { readonly rows: number; readonly fields: number }
  readonly preview: PreviewFile
  readonly rows: readonly ReportedRow[]
}

export type ImportReport = {
  readonly imports: readonly ReportedImport[]
  /** Files of the same batch that could not be read, where it is known. */
  readonly refused: readonly RefusedFile[]
}

/** Where a row stands in the report: each in one place. */
export type RowPlace = 'values' | 'same' | 'left' | 'aside'

/** Rows with anything to say of a field, rows that say nothing new, rows that belong to no action, rows that are none. */
export function placeOf({ row }: ReportedRow): RowPlace {
  if (row.answer?.kind === 'set-aside') return 'left'
  if (row.outcome === 'ignored') return 'aside'
  const isMade = row.answer !== undefined
  if ((row.outcome === 'new' || row.outcome === 'unmatched') && !isMade) return 'left'
  return row.changes.length > 0 ? 'values' : 'same'
}

export type Fate =
  | 'written'
  | 'same-elsewhere'
  | 'kept-out'
  | 'taken'
  | 'both'
  | 'edited'
  | 'kept'
  | 'open'
  | 'settled-since'
  | 'waits'
  | 'newer'
  | 'asked-before'

/** What became of one value; `elsewhere` says that another file of the report gave the same. */
export function fateOf(change: FieldChange, reported: ReportedRow, elsewhere: boolean): Fate {
  const { field, resolution } = change
  if (reported.open.includes(field)) return openFate(field, reported)
  if (reported.taken.includes(field)) return takenFate(change, reported)
  if (resolution === 'keep-current') return isAskedBefore(change, reported) ? 'kept' : 'newer'
  if (resolution !== 'take-returned') return 'kept'
  if (field === 'revisedReason' && reported.open.length > 0) return 'waits'
  return elsewhere ? 'same-elsewhere' : 'kept-out'
}

const isAskedBefore = ({ field }: Pick<FieldChange, 'field'>, { row }: ReportedRow): boolean =>
  row.stillOpen?.includes(field) === true

function openFate(field: FieldChange['field'], reported: ReportedRow): Fate {
  if (!reported.openNow.includes(field)) return 'settled-since'
  return isAskedBefore({ field }, reported) ? 'asked-before' : 'open'
}

function takenFate(change: FieldChange, reported: ReportedRow): Fate {
  if (!isAsReturned(change, reported)) return otherThanReturned(change, reported)
  return change.resolution === 'take-returned' ? 'written' : 'taken'
}

function otherThanReturned(change: FieldChange, reported: ReportedRow): Fate {
  const now = change.field === 'other' ? undefined : reported.written[change.field]
  const isBoth =
    typeof now === 'string' && typeof change.returned === 'string' && now.includes(change.returned)
  return isBoth ? 'both' : 'edited'
}

/** Texts may have been tidied on their way; what the record does not show is as it came back. */
function isAsReturned({ field, returned }: FieldChange, { written: kept }: ReportedRow): boolean {
  const now = field === 'other' ? undefined : kept[field]
  if (now === undefined || returned === null) return true
  const text = (v: FieldValue): string =>
    typeof v === 'object' && !Array.isArray(v) ? v.text.trim() : JSON.stringify(v).replace(/\s+/g, ' ').trim()
  return text(now) === text(returned)
}

/** A fate as sentences, with who decided and why it was a question. */
export function sayFate(
  p: Programme,
  fate: Fate,
  change: FieldChange,
  reported: ReportedRow,
  actor: string,
): string {
  // what is said of a question that waits is not true of one that was answered
  const why =
    change.why && !(isAskedBefore(change, reported) && answered.has(fate)) ? ` ${sentence(change.why)}` : ''
  switch (fate) {
    case 'written':
      return 'Written.'
    case 'same-elsewhere':
      return 'Already written from another file of this report.'
    case 'kept-out':
      return `Kept out by ${actor}: the programme’s value stays.`
    case 'taken':
      return `Written: decided by ${actor}.${why}`
    case 'both':
      return `Both texts kept, one after the other: decided by ${actor}.${why}`
    case 'edited':
      return `Written by ${actor} in other words: ${wordsOf(p, change, reported)}`
    case 'kept':
      return `The programme’s value stays: decided by ${actor}.${why}`
    case 'open':
      return `Left open: nobody has decided yet.${why}`
    case 'settled-since':
      return settledWords(p, change, reported)
    case 'waits':
      return 'Waits for the decision on the value that it explains.'
    case 'newer':
      return `The programme’s value stays.${why}`
    case 'asked-before':
      return `Asked before and still open: the programme’s value stays.${why}`
    default:
      return assertNever(fate)
  }
}

/** What is known of a question that is not waiting any more: the programme says the same, or something later came. */
function settledWords(p: Programme, { field, returned }: FieldChange, { row }: ReportedRow): string {
  const entry = p.actionByRef.get(row.ref ?? '')
  const now = entry && field !== 'other' ? currentValues(entry).values[field] : undefined
  const isSame =
    field !== 'other' && now && returned !== null && sameValue(field, now, returned, indexLeadNames(p))
  return isSame
    ? 'Not written by this import; the programme says the same by now.'
    : 'Not written by this import; a later file or decision is about the same value.'
}

const answered: ReadonlySet<Fate> = new Set(['taken', 'both', 'edited', 'kept', 'settled-since'])

function wordsOf(p: Programme, { field, label }: FieldChange, { written: kept }: ReportedRow): string {
  const value = field === 'other' ? undefined : kept[field]
  const text = value === undefined ? (label ?? '') : sayValue(p, field, value)
  return `“${text}”`
}

/** A value as words: ratings by the scale's word, dates as people write them, percent with its sign. */
export function sayValue(p: Programme, field: FieldChange['field'], value: FieldValue): string {
  if (typeof value === 'number') return field === 'percentComplete' ? `${value}%` : String(value)
  if (Array.isArray(value)) return value.join('\n')
  if (typeof value === 'object') return written(value) ?? value.text
  const kind = ratingKindOf(field)
  if (kind) return markOf(p, kind, value).word
  return field === 'updatedOn' && /^\d{4}-\d{2}-\d{2}/.test(value) ? sayDay(value) : value
}

/** A value as a cell: a rating with its colours, nothing as words. */
export function valueCell(
  p: Programme,
  change: FieldChange,
  value: FieldValue | null,
  nothing: string,
): Cell {
  const kind = ratingKindOf(change.field)
  if (kind && (value === null || typeof value === 'string')) return markOf(p, kind, value)
  return value === null ? nothing : sayValue(p, change.field, value).trim() || nothing
}

const ratingKindOf = (field: FieldChange['field']): 'delivery' | 'impact' | null =>
  field === 'deliveryRating' ? 'delivery' : field === 'impactRating' ? 'impact' : null
