import { readCompletion, type CompletionReading } from '../dates/readCompletion.ts'
import type { FieldValue } from './draft.ts'
import type { Cell } from './grid.ts'
import type { TableContext } from './tableContext.ts'

type DateContext = Pick<TableContext, 'startedOn' | 'today' | 'date1904' | 'read'>

/** A date as read from a cell. */
export type DateReading = {
  readonly value: Extract<FieldValue, { precision: string }>
  /** Why a person must be asked before it is taken. */
  readonly ambiguous: string | null
  /** What looks wrong, for people. */
  readonly problem: string | null
  readonly isUnread: boolean
}

/**
 * Reads a date cell. A real date is its day, or its month where it is shown as month and year (contract: "A real Excel
 * date shown as month and year means the month"); words go through `readCompletion`. Null where the cell says nothing.
 */
export function readDateCell(cell: Cell, context: DateContext): DateReading | null {
  if (cell.kind === 'date' && typeof cell.value === 'string')
    return realDate(cell, cell.value, context.startedOn)
  const reading = readDateText(cell.text, context)
  const day = reading?.value.precision === 'day' ? reading.value.earliest : null
  // A bare serial is a date that lost its format: nobody reads "43921".
  if (!reading || cell.kind !== 'number' || day === null || !/^\d{5}$/.test(reading.value.text))
    return reading
  return { ...reading, value: { ...reading.value, text: day.split('-').toReversed().join('/') } }
}

/** Reads a completion text of a tracker against the programme's first day and today. */
export function readDateText(text: string, context: DateContext): DateReading | null {
  const words = text.replaceAll('\u00a0', ' ').trim()
  if (
    words === '' ||
    /^([-–—.]+|n ?\/ ?a|na|not applicable|no (?:date )?changes?|not changed|unchanged|as above|(?:the )?same|as (?:plan(?:ned)?|original(?:ly planned)?|before|agreed|per plan)|on (?:target|track|time|schedule)|none|nil|no revis(?:ion|ed date))$/i.test(
      words,
    )
  )
    return null
  const read = readOnce(words, context)
  const value = { text: words, earliest: read.earliest, latest: read.latest, precision: read.precision }
  const isUnread = read.precision === 'unread'
  return {
    value,
    ambiguous: isUnread
      ? `“${clip(words)}” could not be read as a date.`
      : slip(read.latest, context.startedOn),
    problem: isUnread ? unreadMessage(words) : read.problem,
    isUnread,
  }
}

function readOnce(words: string, context: DateContext): CompletionReading {
  const before = context.read.dates.get(words)
  if (before) return before
  const { startedOn, today: near, date1904 } = context
  const reading = readCompletion(words, { startedOn, near, inCell: true, date1904 })
  context.read.dates.set(words, reading)
  return reading
}

function realDate(cell: Cell, day: string, startedOn: string): DateReading {
  const month = isMonthFormat(cell.format)
  const earliest = month ? `${day.slice(0, 8)}01` : day
  const latest = month ? lastOfMonth(day) : day
  const wrong = slip(latest, startedOn)
  return {
    value: { text: cell.text.trim(), earliest, latest, precision: month ? 'month' : 'day' },
    ambiguous: wrong,
    problem: wrong,
    isUnread: false,
  }
}

function slip(latest: string | null, startedOn: string): string | null {
  if (latest === null || startedOn === '' || latest >= startedOn) return null
  return 'This date lies before the programme began: check the year.'
}

/** "mmm-yy", "mmmm yyyy": a month and a year, no day. */
export function isMonthFormat(format: string | null): boolean {
  const bare = (format ?? '').split(';')[0]?.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '') ?? ''
  return /m/i.test(bare) && /y/i.test(bare) && !/[dhs]/i.test(bare)
}

function lastOfMonth(day: string): string {
  const [year, month] = day.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10)
}

const unreadMessage = (words: string): string =>
  `“${clip(words)}” could not be read as a date. Write a day, a month or a period with its year, such as 31 March 2020 or March 2020.`

const clip = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 57)}…` : line
}
