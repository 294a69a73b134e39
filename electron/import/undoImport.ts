import type { z } from 'zod'
import { Failure } from '../../shared/errors.ts'
import { indexLeadNames } from '../../shared/import/leadNames.ts'
import { sameValue } from '../../shared/import/sameValue.ts'
import type { Kept } from '../../shared/import/undoContext.ts'
import { undoChanges } from '../../shared/import/undoChanges.ts'
import type { undoDocument } from '../../shared/ipc/importCalls.ts'
import { indexProgramme, type Programme } from '../../shared/view/programme.ts'
import { fieldName, type FieldName } from '../../shared/workbook/draft.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import { applyChanges, inTransaction } from '../db/applyChanges.ts'
import { changesOf } from '../db/audit.ts'
import { voidCopyReturns } from '../db/copyTables.ts'
import { loadChangesSince } from '../db/changesSince.ts'
import {
  loadImport,
  loadImports,
  loadTaken,
  markUndone,
  type ImportRecord,
  type Taken,
} from '../db/importsTable.ts'
import { loadTables } from '../db/loadTables.ts'
import type { Writer } from '../db/openProgramme.ts'
import type { WriteDb } from '../db/types.ts'
import { speaksFor } from './speaksFor.ts'

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
          label: `import of “${record.file}”`,
          ...(record.batch === null ? {} : { undoesBatch: record.batch }),
        },
        undo.changes,
      )
    const programme = indexProgramme(tables, writer.at.slice(0, 10))
    const rows = loadTaken(db, importId)
    const restored = restoredFields(rows, undo.kept, programme)
    const leads = indexLeadNames(programme)
    const witnesses = witnessesBeside(loadImports(db), record)
    markUndone(
      db,
      importId,
      writer.at,
      restored,
      (f, a, b) => sameValue(f, a, b, leads),
      (id) => witnesses.has(id),
    )
    voidCopyReturns(db, importId)
    const kept = undo.kept.map(({ ref, field, value, why }) => ({ ref, field, value, why }))
    return { importId, restored: restored.length + restoredOthers(rows, undo.kept), kept }
  })
}

/** Imports in effect that said what they said for somebody else, in workbooks of their own. */
function witnessesBeside(all: readonly ImportRecord[], record: ImportRecord): ReadonlySet<string> {
  const isOther = (i: ImportRecord): boolean =>
    i.id !== record.id &&
    i.undoneAt === null &&
    i.sha256 !== record.sha256 &&
    !speaksFor(i, record) &&
    !speaksFor(record, i)
  return new Set(all.filter(isOther).map((i) => i.id))
}

/** The fields that the import had written, without those that were kept. */
function restoredFields(
  rows: readonly Taken[],
  kept: readonly Kept[],
  programme: Programme,
): readonly { readonly actionId: string; readonly field: FieldName }[] {
  const left = new Set(kept.flatMap((k) => keptAs(k.field).map((field) => `${k.ownerId} ${field}`)))
  const whole = new Set(kept.flatMap((k) => (k.whole === true ? [k.ownerId] : [])))
  const isLeft = (actionId: string, field: FieldName): boolean =>
    kept.length > 0 &&
    (whole.has(actionId) ||
      left.has(`${actionId} ${field}`) ||
      left.has(`${programme.actionById.get(actionId)?.objective.id ?? ''} ${field}`))
  const taken = new Map<string, Set<FieldName>>()
  for (const { actionId, taken: fields } of rows) {
    if (actionId === null) continue
    const known = taken.get(actionId) ?? new Set()
    for (const field of fields) if (field !== 'other') known.add(field)
    taken.set(actionId, known)
  }
  return [...taken].flatMap(([actionId, fields]) =>
    [...fields].filter((f) => !isLeft(actionId, f)).map((field) => ({ actionId, field })),
  )
}

/** What a group copy brought beside the contract's fields, such as a milestone done: each stands in a row of its own. */
function restoredOthers(rows: readonly Taken[], kept: readonly Kept[]): number {
  const others = rows.filter((r) => r.taken.includes('other')).length
  return Math.max(0, others - kept.filter((k) => !fieldName.safeParse(k.field).success).length)
}

/** A date that was kept may have come in either date column; its reason stays with it. */
const keptAs = (field: string): readonly string[] =>
  field === 'revisedCompletion' ? ['completion', 'revisedCompletion', 'revisedReason'] : [field]
