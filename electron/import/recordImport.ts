import type { PlannedFile } from '../../shared/import/importPlan.ts'
import type { CommitDocument } from '../../shared/import/previewDocument.ts'
import type { Change } from '../../shared/model/change.ts'
import { applyChanges } from '../db/applyChanges.ts'
import { addImport, type ImportedRow } from '../db/importsTable.ts'
import type { Writer } from '../db/openProgramme.ts'
import type { WriteDb } from '../db/types.ts'

/** A file as a commit answers it: its preview, the import's id, and what was written. */
export type Committed = Exclude<CommitDocument['files'][number], { error: unknown }>

/** What a commit makes of a file: the changes, and its rows as they are kept. */
export type ImportMade = {
  readonly importId: string
  readonly changes: readonly Change[]
  readonly rows: readonly Omit<ImportedRow, 'void'>[]
  /** How many values are written. */
  readonly fields: number
}

/** Applies the changes of one file and keeps the import with its rows; call inside its transaction. */
export function recordImport(db: WriteDb, file: PlannedFile, made: ImportMade, writer: Writer): Committed {
  const { source, preview } = file
  const { importId, changes, rows, fields } = made
  const committed = { rows: rows.filter((r) => r.taken.length > 0).length, fields }
  const label = `import of “${source.file}”`
  const batch =
    changes.length > 0 ? applyChanges(db, { ...writer, origin: 'import', label, importId }, changes) : null
  addImport(
    db,
    {
      id: importId,
      file: source.file,
      sha256: source.sha256,
      kind: preview.kind,
      sender: source.sender,
      layout: source.layout,
      period: source.period,
      issuedId: source.issued?.issuedId ?? null,
      at: writer.at,
      actor: writer.actor,
      totals: preview.totals,
      resumes: source.resumes ?? null,
      batch,
      ...committed,
    },
    rows,
    preview,
  )
  return { ...preview, importId, committed }
}
