import { loadImports } from '../db/importsTable.ts'
import { loadIssued, loadIssuedRows, type IssuedRecord } from '../db/issuedTable.ts'
import type { ReadDb } from '../db/types.ts'

/** An issued workbook with what came back of it. */
export type IssuedView = Omit<IssuedRecord, 'recipient'> & {
  readonly to: string
  readonly actions: number
  readonly refs: readonly string[]
  /** The imports of it, newest first, without those that were taken back. */
  readonly returned: readonly { readonly importId: string; readonly file: string; readonly at: string }[]
}

/** What was issued, newest first. */
export function listIssued(db: ReadDb): readonly IssuedView[] {
  const imports = loadImports(db).filter((i) => i.undoneAt === null)
  return loadIssued(db).map(({ recipient, ...record }) => {
    const refs = loadIssuedRows(db, record.id).map((r) => r.ref)
    return {
      ...record,
      to: recipient,
      actions: refs.length,
      refs,
      returned: imports
        .filter((i) => i.issuedId === record.id)
        .map(({ id, file, at }) => ({ importId: id, file, at })),
    }
  })
}
