import { createHash } from 'node:crypto'
import { existsSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { CopyOrigin } from '../../shared/copy/copyOrigin.ts'
import { Failure } from '../../shared/errors.ts'
import { entityNames, type Tables } from '../../shared/model/entities.ts'
import { inTransaction } from '../db/applyChanges.ts'
import { addCopyMade, copyIdOf, countCopies, setCopyOrigin } from '../db/copyTables.ts'
import { programmeIdOf } from '../db/issuedTable.ts'
import { keepReplaced } from '../db/keepReplaced.ts'
import { loadTables, revisionOf } from '../db/loadTables.ts'
import { guarded } from '../db/openFile.ts'
import { createProgramme, type Writer } from '../db/openProgramme.ts'
import type { ReadDb, WriteDb } from '../db/types.ts'

/** The groups by number, or all of them. */
export type CopyScope = readonly number[] | 'all'

export type CopyMade = {
  readonly copyId: string
  readonly out: string
  readonly groups: readonly { readonly number: number; readonly name: string }[]
  readonly madeAt: string
}

/**
 * Makes a group copy: a programme file of its own with the whole plan as it is, of which only these groups may be changed.
 * Its first batch of changes is what it was made from, and stays for ever: the base of the merge when it comes back.
 * A file at `out` goes into the backups folder beside it. Fails with 'not-found' for an unknown group, with a sentence where
 * the programme is itself a copy or `out` is the programme; then nothing is written.
 */
export function makeCopy(db: WriteDb, scope: CopyScope, out: string, writer: Writer): CopyMade {
  const tables = loadTables(db)
  const origin = originOf(db, tables, scope, writer)
  refuseOntoItself(db, out)
  const half = join(dirname(out), `.${basename(out)}.copying`)
  rmSync(half, { force: true })
  try {
    const programmeId = programmeIdOf(db)
    createProgramme(half, rowsOf(tables), writer, `group copy of ${sayGroups(origin)}`, (copy) =>
      setCopyOrigin(copy, programmeId, origin),
    )
    inTransaction(db, () => {
      addCopyMade(db, origin, basename(out))
      if (existsSync(out)) keepReplaced(out, writer)
      guarded(out, () => renameSync(half, out))
    })
  } finally {
    rmSync(half, { force: true })
  }
  const groups = origin.groups.map(({ number, name }) => ({ number, name }))
  return { copyId: origin.copyId, out, groups, madeAt: origin.madeAt }
}

function originOf(db: ReadDb, tables: Tables, scope: CopyScope, writer: Writer): CopyOrigin {
  if (copyIdOf(db) !== null)
    throw new Failure({
      code: 'invalid-input',
      where: 'copy',
      message: 'This file is a group copy itself. Make copies from the programme that it was made from.',
    })
  const live = tables.workingGroup.filter((g) => g.retiredAt === null)
  const unknown = scope === 'all' ? [] : scope.filter((n) => !live.some((g) => g.number === n))
  if (unknown.length > 0)
    throw new Failure({ code: 'not-found', what: `working group ${unknown.join(', ')}` })
  const groups = live
    .filter((g) => scope === 'all' || scope.includes(g.number))
    .toSorted((a, b) => a.number - b.number)
    .map(({ id, number, name }) => ({ id, number, name }))
  const { actor: madeBy, at: madeAt } = writer
  const content = JSON.stringify([programmeIdOf(db), revisionOf(db), groups, madeAt, madeBy])
  // a programme restored from a backup counts from an earlier number: the digits keep its copies apart all the same
  const digits = createHash('sha256').update(content).digest('hex').slice(0, 6)
  const copyId = `copy${countCopies(db) + 1}-${digits}`
  return { copyId, groups, whole: scope === 'all', madeAt, madeBy }
}

/** Every row, retired ones too; which import of the programme brought a row is left behind with the imports. */
const rowsOf = (tables: Tables) =>
  entityNames.flatMap((entity) =>
    (tables[entity] as readonly { readonly id: string }[]).map((row) => ({
      entity,
      row: 'importId' in row ? { ...row, importId: null } : row,
    })),
  )

function refuseOntoItself(db: ReadDb, out: string): void {
  if (!existsSync(out) || realpathSync(out) !== realpathSync(db.name)) return
  throw new Failure({
    code: 'invalid-input',
    where: 'out',
    message: `“${out}” is the programme itself. Give the copy a name of its own; nothing was changed.`,
  })
}

const sayGroups = (origin: CopyOrigin): string =>
  origin.whole ? 'all groups' : origin.groups.map((g) => `working group ${g.number}`).join(' and ')
