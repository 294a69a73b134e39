import type { CommitDocument, PreviewFile, Totals } from '../../shared/import/previewDocument.ts'
import { type Effect, isRefused, type ReviewRow, type Section, sectionOf, sections } from './reviewRows.ts'

/** A number with its noun: "1 row", "4 rows". */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** How the rows of a review divide, by section. */
export function countSections(
  rows: readonly { readonly section: Section }[],
): Readonly<Record<Section, number>> {
  const counts = Object.fromEntries(sections.map((s) => [s, 0])) as Record<Section, number>
  for (const r of rows) counts[r.section] += 1
  return counts
}

/** "11 rows read: 4 changed, 6 unchanged, 1 needs you". */
export function sayRows(rows: readonly { readonly section: Section }[]): string {
  if (rows.length === 0) return 'No rows of the plan in this file'
  const n = countSections(rows)
  const parts = [
    n.changed > 0 ? `${n.changed} changed` : '',
    n.unchanged > 0 ? `${n.unchanged} unchanged` : '',
    n['needs-you'] > 0 ? `${n['needs-you']} ${n['needs-you'] === 1 ? 'needs' : 'need'} you` : '',
    n.ignored > 0 ? `${n.ignored} not read as actions` : '',
  ].filter(Boolean)
  return `${count(rows.length, 'row')} read: ${parts.join(', ')}`
}

/** The rows of one file as its line in the list of files says them. */
export const sayFile = (file: PreviewFile): string =>
  sayRows(file.rows.map((r) => ({ section: sectionOf(r) })))

/** What a commit will do, in two or three sentences. */
export function sayEffect(effect: Effect): string {
  const first =
    effect.fields === 0
      ? 'Nothing will be written.'
      : `${count(effect.fields, 'change')} in ${count(effect.rows, 'row')} will be written${
          effect.files > 1 ? `, from ${effect.files} files` : ''
        }.`
  const undecided =
    effect.undecided === 0
      ? ''
      : ` ${count(effect.undecided, 'value')} not decided yet ${effect.undecided === 1 ? 'stays as it is' : 'stay as they are'} in the programme.`
  const leftOut =
    effect.leftOut === 0
      ? ''
      : ` ${count(effect.leftOut, 'row')} without a sure match ${effect.leftOut === 1 ? 'is' : 'are'} left out.`
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

const outcomeWords: Readonly<Record<ReviewRow['row']['outcome'], string>> = {
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
  const bothSides = row.outcome === 'conflict' && row.changes.some((c) => c.base !== null)
  return open.length > 0 && !bothSides && row.outcome !== 'invalid'
    ? 'Please decide'
    : outcomeWords[row.outcome]
}

const matchWords = {
  id: 'recognised by its row id',
  ref: 'matched by reference',
  text: 'matched by wording',
  none: '',
} as const

/** How a row was matched, in words; empty where it was not. */
export const sayMatch = (row: ReviewRow['row']): string => matchWords[row.matchedBy]

/** What a person can do about a row that fits no action, or could fit several. */
export function adviceFor(row: ReviewRow['row']): string {
  if (row.outcome === 'new')
    return 'No action of the plan has this reference or wording. The row is left out: correct its reference in the workbook and bring it in again, or enter what it says in the work plan.'
  if (row.outcome === 'unmatched')
    return 'This row could belong to more than one action, or to none. It is left out: give it the reference of its action in the workbook and bring it in again, or enter what it says in the work plan.'
  return ''
}

/** The rows of a past import: "11 rows: 4 changed, 6 unchanged, 1 needed a person". */
export function sayTotals(totals: Totals): string {
  const open = totals.conflict + totals.unmatched + totals.new + totals.invalid
  const parts = [
    totals.changed > 0 ? `${totals.changed} changed` : '',
    totals.unchanged > 0 ? `${totals.unchanged} unchanged` : '',
    open > 0 ? `${open} needed a person` : '',
    totals.ignored > 0 ? `${totals.ignored} not actions` : '',
  ].filter(Boolean)
  return `${count(totals.rows, 'row')}: ${parts.join(', ')}`
}
