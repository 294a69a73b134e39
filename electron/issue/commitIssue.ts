import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../shared/errors.ts'
import { applyChanges, inTransaction } from '../db/applyChanges.ts'
import { addIssued, countIssued, loadIssued } from '../db/issuedTable.ts'
import { revisionOf } from '../db/loadTables.ts'
import type { Writer } from '../db/openProgramme.ts'
import type { ReadDb, WriteDb } from '../db/types.ts'
import { placeFiles } from './placeFiles.ts'
import type { PreparedIssue } from './prepareIssue.ts'

/** The document of `issue --json` (the contract of the command line), with what a person should know besides. */
export type IssueDocument = {
  readonly issued: readonly {
    readonly id: string
    readonly file: string
    readonly to: string
    readonly actions: number
    readonly sha256: string
  }[]
  /** Refs of actions that nobody leads, so that nobody was asked. */
  readonly withoutLead: readonly string[]
}

/**
 * Puts prepared workbooks into a folder and records them, all or nothing. Fails with 'stale-plan' where the programme has
 * changed since they were drawn, and with a sentence where a file is there that is not one as issued.
 */
export function commitIssue(
  db: WriteDb,
  prepared: PreparedIssue,
  folder: string,
  writer: Writer,
): IssueDocument {
  checkTargets(db, prepared, folder)
  const common = { period: prepared.period.label, returnBy: prepared.returnBy }
  placeFiles(folder, prepared.workbooks, (place) =>
    inTransaction(db, () => {
      if (revisionOf(db) !== prepared.revision || countIssued(db) !== prepared.issuedBefore)
        throw new Failure({ code: 'stale-plan' })
      addPeriod(db, prepared, writer)
      for (const { id, by, recipient, file, sha256, rows } of prepared.workbooks)
        addIssued(db, { id, by, recipient, file, sha256, ...common, ...writer }, rows)
      place()
    }),
  )
  return {
    issued: prepared.workbooks.map(({ id, file, recipient, rows, sha256 }) => ({
      id,
      file: join(folder, file),
      to: recipient,
      actions: rows.length,
      sha256,
    })),
    withoutLead: prepared.withoutLead,
  }
}

function addPeriod(db: WriteDb, { period, isNewPeriod }: PreparedIssue, writer: Writer): void {
  if (!isNewPeriod) return
  applyChanges(db, { ...writer, origin: 'command', label: `period ${period.name}` }, [
    { kind: 'added', entity: 'period', id: period.id, row: period },
  ])
}

/** A workbook that lies there is replaced only where it is exactly one that was issued: nobody has filled it in. */
export function checkTargets(db: ReadDb, prepared: PreparedIssue, folder: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new Failure({ code: 'cannot-write', path: folder, why: 'it is a file, not a folder' })
  const issued = new Set(loadIssued(db).map((i) => i.sha256))
  for (const { file } of prepared.workbooks) {
    const path = join(folder, file)
    if (!existsSync(path)) continue
    if (statSync(path).isFile() && issued.has(sha256Of(path))) continue
    throw new Failure({
      code: 'invalid-input',
      where: 'out',
      message: `“${path}” is there already and is not as it was issued: somebody may have filled it in. Import it or move it away, or choose another folder. Nothing was issued.`,
    })
  }
}

const sha256Of = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
