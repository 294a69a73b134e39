import type { LeadNames } from '../../shared/import/leadNames.ts'
import type { RefusedFile } from '../../shared/import/previewDocument.ts'
import { settleIssued } from '../../shared/import/settleIssued.ts'
import type { Draft } from '../../shared/workbook/draft.ts'
import { rowKey, type IssueMarks } from '../../shared/workbook/issueMarks.ts'
import {
  loadIssued,
  loadIssuedRows,
  programmeIdOf,
  type IssuedRecord,
  type IssuedRow,
} from '../db/issuedTable.ts'
import type { ReadDb } from '../db/types.ts'

/** A returned workbook that was issued, as it is merged. */
export type Recognised = {
  /** Null where this programme has no record of having issued it. */
  readonly record: IssuedRecord | null
  readonly rows: readonly IssuedRow[]
  /** The rows without what was only printed. */
  readonly drafts: readonly Draft[]
  /** The action that each row was issued for; null for rows that were added. */
  readonly ids: readonly (string | null)[]
}

/**
 * Recognises the return of an issued workbook by the marks in it. A workbook that another programme issued is refused with a
 * sentence: the same reference means another action there.
 */
export function recogniseIssued(
  db: ReadDb,
  file: string,
  drafts: readonly Draft[],
  marks: IssueMarks,
  leads: LeadNames,
): Recognised | RefusedFile {
  if (marks.programmeId !== programmeIdOf(db)) return otherProgramme(file)
  const record = loadIssued(db).find((i) => i.id === marks.issuedId) ?? null
  const rows = record ? loadIssuedRows(db, record.id) : []
  const byAction = new Map(rows.map((r) => [r.actionId, r]))
  const ids = drafts.map((d) => marks.rows.get(rowKey(d.sheet, d.row))?.actionId ?? null)
  const refs = new Map(rows.map((r) => [r.ref, r]))
  return {
    record,
    rows,
    ids,
    drafts: drafts.map((draft, i) => {
      const issued = byAction.get(ids[i] ?? '') ?? refs.get(draft.ref ?? '')
      return issued && draft.kind === 'action' ? settleIssued(draft, issued, leads) : draft
    }),
  }
}

const otherProgramme = (file: string): RefusedFile => ({
  file,
  error: {
    code: 'other-programme',
    message: `“${file}”: this workbook was issued by another programme, where the same references may mean other actions. Open that programme to import it. If its rows are meant for this one, copy what is visible into a new workbook and import that. Nothing was read.`,
  },
})
