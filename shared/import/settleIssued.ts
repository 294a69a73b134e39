import type { Draft, DraftValue, FieldName, FieldValue, Problem } from '../workbook/draft.ts'
import { readIssueMark } from '../workbook/issueMarks.ts'
import { printedFields } from '../workbook/issuedLayout.ts'
import { plainHeader } from '../workbook/readHeader.ts'
import type { LeadNames } from './leadNames.ts'
import { sameValue } from './sameValue.ts'
import { plainWording } from './wording.ts'

type Values = Readonly<Partial<Record<FieldName, FieldValue>>>

/** A row as it was issued. */
export type AsIssued = {
  readonly cells: Readonly<Record<string, string>>
  readonly current: Values
  /** The printed cells as the reader reads them. */
  readonly readBack: Values
}

/**
 * Takes what was only printed out of a returned row: a printed cell that nobody changed is what the programme said when it
 * was issued, and raises no problem; a changed one stays, to be asked about; changes of the "Last …" cells are said. Pure.
 */
export function settleIssued(draft: Draft, issued: AsIssued, leads: LeadNames): Draft {
  const values: Partial<Record<FieldName, DraftValue>> = { ...draft.values }
  const quiet = new Set<string>()
  const unchanged = new Set<FieldName>()
  for (const field of printedFields) {
    const value = draft.values[field]
    if (!value || !sameValue(field, value.value, issued.readBack[field] ?? null, leads)) continue
    values[field] = { ...value, value: issued.current[field] ?? value.value, ambiguous: null }
    quiet.add(value.cell)
    unchanged.add(field)
  }
  const notes = draft.notes.filter((n) => readIssueMark(n.text) === null)
  return {
    ...draft,
    values,
    invalid: draft.invalid.filter((f) => !unchanged.has(f)),
    printed: [...unchanged],
    problems: [
      ...draft.problems.filter((p) => p.cell === null || !quiet.has(p.cell)),
      ...changedHistory(notes, issued),
    ],
    notes,
  }
}

/** People write over the last update now and then: it is said, so that their words are not lost unseen. */
function changedHistory(notes: Draft['notes'], issued: AsIssued): readonly Problem[] {
  return ['Last delivery rating', 'Last update'].flatMap((heading) => {
    const note = notes.find((n) => plainHeader(n.header) === plainHeader(heading))
    if (!note || plainWording(note.text) === plainWording(issued.cells[heading] ?? '')) return []
    return [
      {
        code: 'outside-the-boxes',
        cell: note.cell,
        message: `“${heading}” was changed. It is not a box to fill in, so nothing was taken from it.`,
      },
    ]
  })
}
