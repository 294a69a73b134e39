import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Failure } from '../../shared/errors.ts'
import type { Decisions } from '../../shared/import/decideFields.ts'
import {
  isRefused,
  type AppliedMapping,
  type ImportPlan,
  type PlannedFile,
  type PlannedRow,
} from '../../shared/import/importPlan.ts'
import type { CommitDocument } from '../../shared/import/previewDocument.ts'
import { settleChoices } from '../../shared/import/settleChoices.ts'
import { toChanges, type ImportChanges } from '../../shared/import/toChanges.ts'
import { isEmpty } from '../../shared/import/sameValue.ts'
import { unreadValues } from '../../shared/import/unreadValues.ts'
import type { FieldName, FieldValue } from '../../shared/workbook/draft.ts'
import type { KeptSheet } from '../../shared/workbook/sheetMapping.ts'
import { commitCopy } from '../copy/commitCopy.ts'
import { inTransaction, nextIds } from '../db/applyChanges.ts'
import { addAnswers, type KeptAnswer } from '../db/answersTable.ts'
import { nextImportId } from '../db/importsTable.ts'
import { loadProgramme, revisionOf } from '../db/loadTables.ts'
import { keepMapping, type KeptMapping } from '../db/mappingsTable.ts'
import type { Writer } from '../db/openProgramme.ts'
import type { WriteDb } from '../db/types.ts'
import { keyOfRow } from './recallAnswers.ts'
import { type Committed, recordImport } from './recordImport.ts'

/**
 * Commits a plan: what was previewed and decided, one transaction a workbook, each with its import record. Fails with
 * 'stale-plan' where the programme or a workbook has changed since the preview; then nothing of that workbook is written.
 */
export function commitImport(
  db: WriteDb,
  plan: ImportPlan,
  decisions: Partial<Decisions>,
  writer: Writer,
): CommitDocument {
  return { files: [...commitEach(db, plan, decisions, writer)], totals: plan.document.totals }
}

/** The same one workbook after the other as they are asked for, so that it can be stopped between two. */
export function* commitEach(
  db: WriteDb,
  plan: ImportPlan,
  decisions: Partial<Decisions>,
  writer: Writer,
): Generator<CommitDocument['files'][number], void> {
  for (const file of plan.files) if (!isRefused(file)) checkUnchanged(file)
  if (revisionOf(db) !== plan.revision) throw new Failure({ code: 'stale-plan' })
  const chosen = decisions.choices ?? []
  const choices = chosen.length > 0 ? settleChoices(loadProgramme(db, plan.today), plan, chosen) : []
  const settled = { choices, take: decisions.take ?? null }
  let revision = plan.revision
  for (const file of plan.files) {
    if (isRefused(file)) {
      yield file
      continue
    }
    const committed = inTransaction(db, () => {
      if (revisionOf(db) !== revision) throw new Failure({ code: 'stale-plan' })
      return commitFile(db, file, settled, writer, plan.today)
    })
    revision = revisionOf(db)
    yield committed
  }
}

/** The workbook on disk must still be the one that was looked at; one that was moved away since is known well enough. */
function checkUnchanged(file: PlannedFile): void {
  if (file.source.resumes !== undefined) return
  let bytes: Buffer
  try {
    bytes = readFileSync(file.source.path)
  } catch {
    return
  }
  if (createHash('sha256').update(bytes).digest('hex') !== file.source.sha256)
    throw new Failure({ code: 'stale-plan' })
}

function commitFile(
  db: WriteDb,
  file: PlannedFile,
  decisions: Decisions,
  writer: Writer,
  today: string,
): Committed {
  if (file.copy) return commitCopy(db, file, file.copy, decisions, writer)
  const newId = nextIds(db)
  const importId = nextImportId(db)
  const programme = loadProgramme(db, today)
  const made = toChanges(programme, file, decisions, { importId, newId, today })
  const rows = file.rows.map((r) => importedRow(r, made))
  const fields = [...made.written.values()].reduce((n, f) => n + f.size, 0)
  const committed = recordImport(db, file, { importId, changes: made.changes, rows, fields }, writer)
  addAnswers(db, importId, answersOf(file, made, writer))
  const { mapping } = file.source
  if (mapping?.isNew === true) keepMapping(db, mappingOf(file, mapping, writer))
  return committed
}

const actionOf = (planned: PlannedRow, made: ImportChanges): string | null =>
  planned.actionId ?? made.made.get(planned) ?? null

/** What was said of the rows, for the sender's next workbook: a row that became a new action is that action from now on. */
function answersOf(file: PlannedFile, made: ImportChanges, writer: Writer): readonly KeptAnswer[] {
  return file.rows.flatMap((planned): readonly KeptAnswer[] => {
    const { answered, draft, row } = planned
    const said = answered?.remembered ?? { by: writer.actor, at: writer.at }
    const at = { sheet: row.sheet, row: row.row, ...keyOfRow(draft), ...said }
    if (!answered)
      return planned.forgotten === true ? [{ ...at, kind: 'forget', actionId: null, reason: null }] : []
    return answered.as.kind === 'set-aside'
      ? [{ ...at, kind: 'set-aside', actionId: null, reason: answered.as.reason }]
      : [{ ...at, kind: 'action', actionId: actionOf(planned, made), reason: null }]
  })
}

/** The corrected columns with their headings; under the name that was given, else the sender's, else the file's. */
function mappingOf(file: PlannedFile, mapping: AppliedMapping, writer: Writer): KeptMapping {
  const { source, preview } = file
  return {
    name: mapping.name ?? source.sender ?? source.file.replace(/\.[a-z]+$/iu, ''),
    sender: source.sender,
    sheets: mapping.sheets.flatMap(({ sheet, headerRow, columns }): readonly KeptSheet[] => {
      const table = preview.sheets.find(
        (s) => s.name === sheet && (headerRow === null ? s.headerRow !== null : s.headerRow === headerRow),
      )
      if (!table) return []
      const headerOf = new Map(table.columns.map((c) => [c.column, c.header]))
      return [
        {
          sheet,
          headings: table.columns.map((c) => c.header).filter((h) => h !== ''),
          columns: columns.map((c) => ({ ...c, header: headerOf.get(c.column) ?? '' })),
        },
      ]
    }),
    by: writer.actor,
    at: writer.at,
  }
}

function importedRow(planned: PlannedRow, made: ImportChanges) {
  const { row, draft } = planned
  const actionId = actionOf(planned, made)
  const said = Object.entries(draft.values) as [FieldName, { readonly value: FieldValue }][]
  const returned: Record<string, FieldValue> = Object.fromEntries(
    said.filter(([, v]) => !isEmpty(v.value)).map(([f, v]) => [f, v.value]),
  )
  for (const [field, value] of unreadValues(draft)) if (value !== null) returned[field] = value
  const given = (f: FieldName): boolean => f in returned
  return {
    sheet: row.sheet,
    row: row.row,
    outcome: row.outcome,
    ref: row.ref,
    actionId,
    matchedBy: row.matchedBy,
    returned,
    taken: [...(made.written.get(actionId ?? '') ?? [])].filter(given),
    open: [...(made.open.get(actionId ?? '') ?? [])].filter(given),
    noChange: row.noChange === true,
  }
}
