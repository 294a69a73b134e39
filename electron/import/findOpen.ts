import { currentValues } from '../../shared/import/currentValues.ts'
import { indexLeadNames } from '../../shared/import/leadNames.ts'
import { sameValue } from '../../shared/import/sameValue.ts'
import type { Programme } from '../../shared/view/programme.ts'
import { openCopies, type OpenCopy } from '../copy/openCopies.ts'
import type { ChangeField } from '../../shared/import/previewDocument.ts'
import type { FieldName } from '../../shared/workbook/draft.ts'
import {
  loadImports,
  loadOpenRows,
  loadRowsOfAction,
  type ImportedRow,
  type ImportRecord,
} from '../db/importsTable.ts'
import type { ReadDb } from '../db/types.ts'
import { speaksFor } from './speaksFor.ts'

/** A row of an import with the fields that are still to be decided. */
export type OpenRow = { readonly row: ImportedRow; readonly fields: readonly ChangeField[] }
export type OpenImport = { readonly record: ImportRecord; readonly rows: readonly OpenRow[] }

/**
 * What imports in effect left open and nobody has settled since, newest import first. A question is settled when the
 * programme says by now what the workbook said, or when a later workbook of the same sender (or a later decision) spoke of
 * the same field: then that one asks, if anybody does.
 */
export function findOpen(db: ReadDb, programme: Programme): readonly OpenImport[] {
  const opened = loadOpenRows(db)
  if (opened.size === 0) return []
  const copies = new Map(openCopies(db).map((c) => [c.importId, c]))
  const records = loadImports(db).filter((i) => i.undoneAt === null)
  const age = new Map(records.map((r, i) => [r.id, i]))
  const leads = indexLeadNames(programme)
  const known = new Map<string, ReturnType<typeof loadRowsOfAction>>()
  const rowsOf = (actionId: string): ReturnType<typeof loadRowsOfAction> => {
    const rows = known.get(actionId) ?? loadRowsOfAction(db, actionId)
    known.set(actionId, rows)
    return rows
  }
  const isOpen = (record: ImportRecord, row: ImportedRow, field: FieldName): boolean => {
    const returned = row.returned[field]
    const entry = programme.actionById.get(row.actionId ?? '')
    if (!entry || returned === undefined || row.void.includes(field)) return false
    if (sameValue(field, currentValues(entry).values[field] ?? null, returned, leads)) return false
    return !rowsOf(entry.action.id).some(({ importId, row: other }) => {
      const newer = (age.get(importId) ?? Infinity) < (age.get(record.id) ?? 0)
      const by = newer ? records[age.get(importId) ?? -1] : undefined
      return by !== undefined && other.returned[field] !== undefined && speaksFor(by, record)
    })
  }
  return records.flatMap((record) => {
    const rows = (opened.get(record.id) ?? []).flatMap((row): readonly OpenRow[] => {
      if (record.kind === 'copy') return openInCopy(copies.get(record.id), row)
      const fields = row.open.filter((f) => f !== 'other').filter((f) => isOpen(record, row, f))
      return fields.length > 0 ? [{ row, fields }] : []
    })
    return rows.length > 0 ? [{ record, rows }] : []
  })
}

function openInCopy(copy: OpenCopy | undefined, row: ImportedRow): readonly OpenRow[] {
  const fields = (copy?.items ?? []).filter((i) => i.row === row.row).map((i) => i.item.field)
  return fields.length > 0 ? [{ row, fields }] : []
}
