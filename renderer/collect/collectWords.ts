import { format, parseISO } from 'date-fns'
import type { CommitDocument, PreviewRow, Totals } from '../../shared/import/previewDocument.ts'
import type { Reading } from './collectStore.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import { type Choices, type Effect, countRows, isRefused, type ReviewRow } from './reviewRows.ts'

/** A number with its noun: "1 row", "4 rows". */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** "11 rows read: 4 clean, 6 unchanged, 1 needs you"; it moves with every decision. */
export function sayRows(rows: readonly ReviewRow[], choices: Choices, cleanTaken = false): string {
  if (rows.length === 0) return 'No rows of the plan in this file'
  const n = countRows(rows, choices)
  const parts = [
    n.changed > 0 ? `${n.changed} clean${cleanTaken ? ' and taken' : ''}` : '',
    n.unchanged > 0 ? `${n.unchanged} unchanged` : '',
    n['needs-you'] > 0 ? sayNeed(n['needs-you']) : '',
    n.decided > 0 ? `${n.decided} decided` : '',
    n.ignored > 0 ? `${n.ignored} not read as actions` : '',
  ].filter(Boolean)
  return `${count(rows.length, 'row')} read: ${parts.join(', ')}`
}

const sayNeed = (n: number): string => `${n} ${n === 1 ? 'needs' : 'need'} you`

/** What a commit will do, in two or three sentences. */
export function sayEffect(effect: Effect): string {
  const first =
    effect.fields === 0
      ? 'Nothing will be written.'
      : `${count(effect.fields, 'change')} in ${count(effect.rows, 'row')} will be written${
          effect.files > 1 ? `, from ${effect.files} files` : ''
        }${effect.made === 0 ? '' : `, with ${count(effect.made, 'new action')}`}.`
  const undecided = effect.undecided === 0 ? '' : ` ${count(effect.undecided, 'value')} not decided.`
  const leftOut = effect.leftOut === 0 ? '' : ` ${count(effect.leftOut, 'row')} without a match left out.`
  return first + undecided + leftOut
}

/** What a commit did, in a sentence. */
export function sayCommitted(document: CommitDocument): string {
  const done = document.files.flatMap((f) => (isRefused(f) ? [] : [f.committed]))
  const fields = done.reduce((n, c) => n + c.fields, 0)
  const rows = done.reduce((n, c) => n + c.rows, 0)
  const files = done.filter((c) => c.fields > 0).length
  if (fields === 0) return 'Nothing was written: the programme holds these values already.'
  return `${count(fields, 'change')} in ${count(rows, 'row')} written, from ${count(files, 'workbook')}.`
}

const answerWords = { action: 'Matched by hand', new: 'New action', 'set-aside': 'Set aside' } as const

const outcomeWords: Readonly<Record<PreviewRow['outcome'], string>> = {
  conflict: 'Changed on both sides',
  unmatched: 'No sure match',
  new: 'Not in the plan',
  invalid: 'A value could not be read',
  changed: 'Changed',
  unchanged: 'Unchanged',
  ignored: 'Not an action',
}

/** What became of a row, in the words of its tag. */
export function sayOutcome({ row, open }: ReviewRow): string {
  if (row.answer) return answerWords[row.answer.kind]
  if (open.length > 0 && row.stillOpen && row.stillOpen.length >= open.length) return 'Asked before'
  const bothSides = row.outcome === 'conflict' && row.changes.some((c) => c.base !== null)
  return open.length > 0 && !bothSides && row.outcome !== 'invalid'
    ? 'Please decide'
    : outcomeWords[row.outcome]
}

const matchWords = {
  id: 'recognised by its row id',
  ref: 'matched by reference',
  text: 'matched by wording',
  hand: 'matched by hand',
  none: '',
} as const

/** How a row was matched, in words; empty where it was not. */
export const sayMatch = (row: PreviewRow): string => matchWords[row.matchedBy]

/** What a person can do about a row that fits no action, or could fit several. */
export function adviceFor(row: PreviewRow): string {
  if (row.outcome === 'new')
    return 'No action of the plan has this reference or wording. Say which action it is, make a new one of it, or set it aside; without an answer it is left out.'
  if (row.outcome === 'unmatched')
    return 'This row could belong to more than one action, or to none. Say which action it is, or set it aside; without an answer it is left out.'
  return ''
}

/** What a person said that a row is: "Matched by hand with 6.1.10", "Set aside: a duplicate", remembered or now. */
export function sayAnswer({ answer, ref }: PreviewRow): string {
  if (!answer) return ''
  const reason = answer.reason ? `: ${answer.reason}` : ''
  const what = {
    action: `Matched by hand with ${ref ?? 'an action'}`,
    new: `Becomes the new action ${ref ?? ''}`.trimEnd(),
    'set-aside': `Set aside${reason}`,
  }[answer.kind].replace(/\.?$/, '.')
  const { remembered } = answer
  return remembered ? `${what} Remembered from ${sayDay(remembered.at)}, by ${remembered.by}.` : what
}

/** How many rows of a file still want an answer: "2 need you". */
export function sayLeft(rows: readonly ReviewRow[], choices: Choices): string {
  const n = countRows(rows, choices)
  if (n['needs-you'] > 0) return sayNeed(n['needs-you'])
  return n.decided > 0 ? 'All decided' : ''
}

/** Rows by what became of them: "11 rows: 5 differed, 6 unchanged"; a row that differed need not have been written. */
export function sayTotals(totals: Totals, setAside = 0): string {
  const changes = totals.changed + totals.conflict
  const unmatched = totals.unmatched + totals.new
  const ignored = totals.ignored - setAside
  const parts = [
    changes > 0 ? `${changes} differed from the programme` : '',
    totals.unchanged > 0 ? `${totals.unchanged} unchanged` : '',
    unmatched > 0 ? `${unmatched} without a match` : '',
    totals.invalid > 0 ? `${totals.invalid} with a value that could not be read` : '',
    setAside > 0 ? `${setAside} set aside` : '',
    ignored > 0 ? `${ignored} not read as actions` : '',
  ].filter(Boolean)
  return parts.length === 0 ? count(totals.rows, 'row') : `${count(totals.rows, 'row')}: ${parts.join(', ')}`
}

type Open = { readonly fields: number }

/** The whole of a commit: "40 workbooks: 38 read, 2 refused; 612 rows: 240 differed from the programme, …; 12 values left open." */
export function saySummary(document: CommitDocument, open: readonly Open[]): string {
  const refused = document.files.filter(isRefused).length
  const read = document.files.length - refused
  const files = `${count(document.files.length, 'workbook')}: ${read} read${refused > 0 ? `, ${refused} refused` : ''}`
  const setAside = document.files
    .flatMap((f) => (isRefused(f) ? [] : f.rows))
    .filter((r) => r.answer?.kind === 'set-aside').length
  const left = open.reduce((n, o) => n + o.fields, 0)
  const values = left === 0 ? 'nothing left open' : `${count(left, 'value')} left open`
  return `${files}; ${sayTotals(document.totals, setAside)}; ${values}.`
}

type Restored = { readonly restored: number; readonly kept: readonly unknown[] }

/** What undoing did: "12 values went back to what they were; 2 values were edited since and are kept:" */
export function sayRestored(results: readonly Restored[]): string {
  const restored = results.reduce((n, r) => n + r.restored, 0)
  const kept = results.reduce((n, r) => n + r.kept.length, 0)
  const back =
    restored === 0
      ? 'Nothing had to go back'
      : `${count(restored, 'value')} went back to what ${restored === 1 ? 'it was' : 'they were'} before`
  if (kept === 0) return `${back}.`
  return `${back}; ${count(kept, 'value')} ${kept === 1 ? 'has been edited since and is' : 'have been edited since and are'} kept:`
}

/** How far a reading is: "Reading 12 of 40 workbooks…" */
export function sayReading({ source, progress }: Pick<Reading, 'source' | 'progress'>): string {
  if (source.kind === 'open-values') return 'Looking up what was left open…'
  if (!progress) return `Reading ${count(source.paths.length, 'file or folder', 'files or folders')}…`
  const at = Math.min(progress.done + 1, progress.total)
  return `Reading ${at} of ${count(progress.total, 'workbook')}…`
}

/** A moment of the record, as people write it: "4 February 2020, 10:15". */
export const sayMoment = (iso: string): string => format(parseISO(iso), 'd MMMM yyyy, HH:mm')
