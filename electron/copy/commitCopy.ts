import { copyChanges } from '../../shared/copy/copyChanges.ts'
import { decideCopy, type DecidedItem } from '../../shared/copy/decideCopy.ts'
import type { CopyPlan } from '../../shared/copy/planCopy.ts'
import type { Decisions } from '../../shared/import/decideFields.ts'
import type { PlannedFile, PlannedRow } from '../../shared/import/importPlan.ts'
import type { ChangeField } from '../../shared/import/previewDocument.ts'
import type { FieldName, FieldValue } from '../../shared/workbook/draft.ts'
import { nextIds } from '../db/applyChanges.ts'
import { addCopyReturn } from '../db/copyTables.ts'
import { nextImportId, type ImportedRow } from '../db/importsTable.ts'
import { loadTables } from '../db/loadTables.ts'
import type { Writer } from '../db/openProgramme.ts'
import type { WriteDb } from '../db/types.ts'
import { type Committed, recordImport } from '../import/recordImport.ts'

/** Commits a group copy: what was previewed and decided, with its import record. Call inside the file's transaction. */
export function commitCopy(
  db: WriteDb,
  file: PlannedFile,
  plan: CopyPlan,
  decisions: Decisions,
  writer: Writer,
): Committed {
  const importId = nextImportId(db)
  const context = { importId, newId: nextIds(db) }
  const made = copyChanges(loadTables(db), plan, decideCopy(file, decisions), context)
  const byRow = Map.groupBy(made.decided, (d) => d.row)
  const rows = file.rows.map((r) => importedRow(r, byRow.get(r.row.row) ?? []))
  const fields = made.decided.filter((d) => d.verdict === 'taken').length
  const committed = recordImport(db, file, { importId, changes: made.changes, rows, fields }, writer)
  addCopyReturn(db, plan.copyId, {
    importId,
    revision: plan.revision,
    trail: plan.trail,
    open: {
      items: made.decided.flatMap(({ row, item, verdict }) => (verdict === 'open' ? [{ row, item }] : [])),
      support: plan.support,
      order: plan.order,
    },
  })
  return committed
}

/** What a row said, as imports keep it; what the contract has no field for is kept with the copy's return. */
function importedRow(planned: PlannedRow, decided: readonly DecidedItem[]): Omit<ImportedRow, 'void'> {
  const { row, draft } = planned
  const said = Object.entries(draft.values) as [FieldName, { readonly value: FieldValue }][]
  const fields = (verdict: DecidedItem['verdict']): readonly ChangeField[] =>
    decided.filter((d) => d.verdict === verdict).map((d) => d.item.field)
  return {
    sheet: row.sheet,
    row: row.row,
    outcome: row.outcome,
    ref: row.ref,
    actionId: planned.actionId,
    matchedBy: row.matchedBy,
    returned: Object.fromEntries(said.map(([f, v]) => [f, v.value])),
    taken: fields('taken'),
    open: fields('open'),
    noChange: false,
  }
}
