import type { z } from 'zod'
import type { importView } from '../../shared/ipc/contract.ts'
import { loadImports } from '../db/importsTable.ts'
import type { ReadDb } from '../db/types.ts'

export type ImportView = z.infer<typeof importView>

/** The imports of a programme, newest first, also those that were taken back. */
export const listImports = (db: ReadDb): readonly ImportView[] =>
  loadImports(db).map(({ id, file, at, actor, sender, rows, fields, totals, undoneAt }) => ({
    id,
    file,
    at,
    actor,
    sender,
    rows,
    fields,
    totals,
    undoneAt,
  }))
