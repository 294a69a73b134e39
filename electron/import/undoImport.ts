import type { z } from 'zod'
import { Failure } from '../../shared/errors.ts'
import { indexLeadNames } from '../../shared/import/leadNames.ts'
import { sameValue } from '../../shared/import/sameValue.ts'
import type { Restored } from '../../shared/import/undoContext.ts'
import { undoChanges } from '../../shared/import/undoChanges.ts'
import type { undoDocument } from '../../shared/ipc/contract.ts'
import { indexProgramme } from '../../shared/view/programme.ts'
import type { FieldName } from '../../shared/workbook/draft.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import { applyChanges, inTransaction } from '../db/applyChanges.ts'
import { changesOf } from '../db/audit.ts'
import { loadChangesSince } from '../db/changesSince.ts'
import { loadImport, markUndone } from '../db/importsTable.ts'
import { loadTables } from '../db/loadTables.ts'
import type { Writer } from '../db/openProgramme.ts'
import type { WriteDb } from '../db/types.ts'

export type UndoDocument = z.infer<typeof undoDocument>

/**
 * Takes one import back in one transaction, also after later edits: what has been edited since is kept and listed.
 * Fails with 'not-found' for an unknown import, and with a sentence for one that was taken back already.
 */
export function undoImport(db: WriteDb, importId: string, writer: Writer): UndoDocument {
  return inTransaction(db, () => {
    const record = loadImport(db, importId)
    if (!record) throw new Failure({ code: 'not-found', what: `the import “${importId}”` })
    if (record.undoneAt !== null)
      throw new Failure({
        code: 'invalid-input',
        where: 'importId',
        message: `The import of “${record.file}” was taken back already, on ${sayDay(record.undoneAt)}. Nothing was changed.`,
      })
    const tables = loadTables(db)
    const made = record.batch === null ? [] : changesOf(db, record.batch)
    const later = record.batch === null ? [] : loadChangesSince(db, record.batch)
    const undo = undoChanges(tables, made, later)
    if (undo.changes.length > 0)
      applyChanges(
        db,
        {
          ...writer,
          origin: 'undo',
          label: `import of “${record.file}” taken back`,
          ...(record.batch === null ? {} : { undoesBatch: record.batch }),
        },
        undo.changes,
      )
    const leads = indexLeadNames(indexProgramme(tables, writer.at.slice(0, 10)))
    const gone = undo.restored.flatMap(saidAs)
    markUndone(db, importId, writer.at, gone, (f, a, b) => sameValue(f, a, b, leads))
    return { importId, restored: undo.restored.length, kept: [...undo.kept] }
  })
}

/** A moved date may have come in either date column, and its reason or a rating's in a column of its own. */
function saidAs({ actionId, field }: Restored): readonly Restored[] {
  const fields: readonly FieldName[] =
    field === 'revisedCompletion'
      ? ['completion', 'revisedCompletion', 'revisedReason']
      : field === 'deliveryRating' || field === 'impactRating'
        ? [field, 'revisedReason']
        : [field]
  return fields.map((f) => ({ actionId, field: f }))
}
