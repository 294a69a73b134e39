import { Failure } from '../../shared/errors.ts'
import { currentValues } from '../../shared/import/currentValues.ts'
import type { ImportPlan, MatchedFile, PlannedRow } from '../../shared/import/importPlan.ts'
import { countOutcomes, outcomeOf } from '../../shared/import/outcomes.ts'
import type { FieldChange, PreviewFile, PreviewRow } from '../../shared/import/previewDocument.ts'
import type { ActionEntry } from '../../shared/view/programme.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import type { Draft, DraftValue, FieldName, FieldValue } from '../../shared/workbook/draft.ts'
import { openCopies, planOpenCopy } from '../copy/openCopies.ts'
import { loadImportPreview, type ImportRecord } from '../db/importsTable.ts'
import { loadProgramme, revisionOf } from '../db/loadTables.ts'
import type { ReadDb } from '../db/types.ts'
import { findOpen, type OpenRow } from './findOpen.ts'

/**
 * The values that an import left open and that are still open, as a plan of their own: without the file, against the
 * programme as it is now. Committed as an import that refers to the first. Fails with 'not-found' where nothing is open.
 */
export function planResume(db: ReadDb, importId: string, today: string): ImportPlan {
  const programme = loadProgramme(db, today)
  const found = findOpen(db, programme).find((o) => o.record.id === importId)
  const before = found ? loadImportPreview(db, importId) : null
  if (!found || !before) throw new Failure({ code: 'not-found', what: 'an open question of this import' })
  const { record } = found
  const copy = openCopies(db).find((c) => c.importId === importId)
  if (copy) {
    const file = planOpenCopy(db, copy, record, before)
    const { preview } = file
    return {
      revision: revisionOf(db),
      today,
      files: [file],
      document: { files: [preview], totals: preview.totals },
    }
  }
  const rows = found.rows.flatMap((open) => {
    const entry = programme.actionById.get(open.row.actionId ?? '')
    return entry ? [planRow(record, before, entry, open)] : []
  })
  const totals = countOutcomes(rows.map((r) => r.row.outcome))
  const preview: PreviewFile = {
    ...before,
    sheets: before.sheets.filter((s) => rows.some((r) => r.row.sheet === s.name)),
    rows: rows.map((r) => r.row),
    missing: [],
    totals,
    alreadyImported: null,
  }
  const file = { source: sourceOf(record, before, rows), preview, rows }
  return { revision: revisionOf(db), today, files: [file], document: { files: [preview], totals } }
}

function sourceOf(record: ImportRecord, before: PreviewFile, rows: readonly PlannedRow[]): MatchedFile {
  const { file, sha256, layout, sender, period, issuedId } = record
  return {
    file,
    path: '',
    sha256,
    layout,
    sender,
    period,
    on: before.on,
    parsed: { sheets: before.sheets, drafts: rows.map((r) => r.draft), problems: [] },
    matches: rows.map(({ actionId }) => ({
      kind: 'matched',
      actionId: actionId ?? '',
      by: 'id',
      remark: null,
    })),
    bases: new Map(),
    alreadyImported: null,
    issued: issuedId === null ? null : { issuedId, rows: [] },
    resumes: record.id,
  }
}

function planRow(
  record: ImportRecord,
  before: PreviewFile,
  entry: ActionEntry,
  { row, fields }: OpenRow,
): PlannedRow {
  const was = before.rows.find((r) => r.sheet === row.sheet && r.row === row.row)
  const now = currentValues(entry).values
  const left = `Left open in the import of ${sayDay(record.at)}.`
  const named = fields.filter((f) => f !== 'other')
  const changes = named.map((field): FieldChange => {
    const asked = was?.changes.find((c) => c.field === field)
    const isConflict = asked?.resolution === 'conflict'
    return {
      field,
      base: asked?.resolution === 'keep-current' ? null : (asked?.base ?? null),
      current: now[field] ?? null,
      returned: row.returned[field] ?? null,
      resolution: isConflict ? 'conflict' : 'ask',
      why: asked && asked.resolution !== 'keep-current' ? `${left} ${asked.why}` : left,
      ...(asked?.invalid === true ? { invalid: true } : {}),
    }
  })
  const draft = draftOf(row, named, was)
  const shown: PreviewRow = {
    sheet: row.sheet,
    row: row.row,
    outcome: outcomeOf(changes, draft),
    ref: entry.action.ref,
    matchedBy: was?.matchedBy ?? 'ref',
    action: entry.action.action,
    changes,
    problems: [],
  }
  return { row: shown, draft, actionId: entry.action.id, stillOpen: [] }
}

/** The open values as a row of the workbook, with the day that they speak for. */
function draftOf(row: OpenRow['row'], fields: readonly FieldName[], was: PreviewRow | undefined): Draft {
  const kept: readonly FieldName[] = [...fields, 'updatedOn']
  const values: Partial<Record<FieldName, DraftValue>> = {}
  for (const field of kept) {
    const value: FieldValue | undefined = row.returned[field]
    if (value !== undefined) values[field] = { value, cell: `row ${row.row}`, ambiguous: null }
  }
  return {
    sheet: row.sheet,
    row: row.row,
    kind: 'action',
    refText: was?.ref ?? row.ref,
    ref: row.ref,
    values,
    history: [],
    invalid: [],
    problems: [],
    notes: [],
  }
}
