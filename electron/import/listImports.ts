import type { z } from 'zod'
import type { importView, OpenQuestions } from '../../shared/ipc/importCalls.ts'
import type { Programme } from '../../shared/view/programme.ts'
import { countSetAside } from '../db/answersTable.ts'
import { loadImports } from '../db/importsTable.ts'
import type { ReadDb } from '../db/types.ts'
import { findOpen, type OpenImport } from './findOpen.ts'

export type ImportView = z.infer<typeof importView>

/** The imports of a programme, newest first, also those that were taken back. */
export function listImports(db: ReadDb, programme: Programme): readonly ImportView[] {
  const open = new Map(findOpen(db, programme).map((o) => [o.record.id, countFields(o)]))
  const setAside = countSetAside(db)
  return loadImports(db).map(({ id, file, at, actor, sender, rows, fields, totals, undoneAt, resumes }) => ({
    id,
    file,
    at,
    actor,
    sender,
    rows,
    fields,
    totals,
    undoneAt,
    open: open.get(id) ?? 0,
    setAside: setAside.get(id) ?? 0,
    resumes,
  }))
}

/** The imports in effect that left values open which are still open, newest first. */
export const listQuestions = (db: ReadDb, programme: Programme): readonly OpenQuestions[] =>
  findOpen(db, programme).map((open) => ({
    importId: open.record.id,
    file: open.record.file,
    sender: open.record.sender,
    at: open.record.at,
    actions: new Set(open.rows.map((r) => r.row.actionId)).size,
    fields: countFields(open),
  }))

const countFields = (open: OpenImport): number => open.rows.reduce((n, r) => n + r.fields.length, 0)
