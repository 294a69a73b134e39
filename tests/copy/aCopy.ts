import Database from 'better-sqlite3'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { commitCopy } from '../../electron/copy/commitCopy.ts'
import { makeCopy, type CopyScope } from '../../electron/copy/makeCopy.ts'
import { planCopyFile } from '../../electron/copy/planCopyFile.ts'
import { readCopy } from '../../electron/copy/readCopy.ts'
import { applyChanges, inTransaction, nextIds } from '../../electron/db/applyChanges.ts'
import { loadProgramme, loadTables } from '../../electron/db/loadTables.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { applicationId } from '../../electron/db/openFile.ts'
import { openForWriting } from '../../electron/db/openProgramme.ts'
import type { WriteDb } from '../../electron/db/types.ts'
import { cumbriaRows } from '../../electron/sample/cumbriaSample.ts'
import type { Edit, Editing } from '../../shared/edit/editAction.ts'
import type { Decisions } from '../../shared/import/decideFields.ts'
import { isRefused } from '../../shared/import/importPlan.ts'
import type { Choice } from '../../shared/import/previewDocument.ts'
import { aFolder, writer } from '../support/aProgramme.ts'

type AnyRow = { readonly entity: string; readonly row: { readonly id: string } & Record<string, unknown> }

/** A small programme: the first two groups of the sample with two objectives each, and what belongs to them. */
function smallRows(): ReturnType<typeof cumbriaRows> {
  const rows = cumbriaRows() as unknown as readonly AnyRow[]
  const of = (entity: string) => rows.filter((r) => r.entity === entity)
  const groups = new Set(
    of('workingGroup')
      .slice(0, 2)
      .map((r) => r.row.id),
  )
  const objectives = new Set(
    [...groups].flatMap((g) =>
      of('objective')
        .filter((o) => o.row['groupId'] === g)
        .slice(0, 2)
        .map((o) => o.row.id),
    ),
  )
  const gone = new Set<unknown>()
  const kept = rows.filter(({ entity, row }) => {
    const isGone =
      (entity === 'workingGroup' && !groups.has(row.id)) ||
      (entity === 'objective' && !objectives.has(row.id)) ||
      ['survey', 'measure', 'measureValue', 'event', 'engagementOpportunity', 'glossaryEntry'].includes(
        entity,
      ) ||
      Object.values(row).some((v) => typeof v === 'string' && gone.has(v))
    if (isGone) gone.add(row.id)
    return !isGone
  })
  return kept as unknown as ReturnType<typeof cumbriaRows>
}

let cached: Buffer | null = null

/** The programme in memory, without a file: for many runs. */
export function aSmallProgramme(): WriteDb {
  cached ??= builtProgramme()
  return inMemory(cached)
}

function builtProgramme(): Buffer {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  db.pragma(`application_id = ${applicationId}`)
  migrate(db)
  db.prepare(`INSERT INTO "meta" ("key", "value") VALUES ('programmeId', 'a1b2c3d4-0000')`).run()
  applyChanges(
    db as WriteDb,
    { ...writer, origin: 'init', label: 'sample' },
    smallRows().map(({ entity, row }) => ({ kind: 'added', entity, id: row.id, row })),
  )
  const bytes = db.serialize()
  db.close()
  return bytes
}

function inMemory(bytes: Buffer): WriteDb {
  const db = new Database(Buffer.from(bytes).fill(1, 18, 20))
  db.pragma('foreign_keys = ON')
  onTestFinished(() => void db.close())
  return db as WriteDb
}

/** A second one of the very same content and history, for what goes another way. */
export const aTwinOf = (db: WriteDb): WriteDb => inMemory(db.serialize())

let made = 0

/** Makes a group copy in a file of its own. */
export function aCopyOf(db: WriteDb, scope: CopyScope, folder = aFolder()): string {
  made += 1
  const out = join(folder, `Copy ${made}.desk`)
  makeCopy(db, scope, out, { ...writer, actor: `Programme manager ${made}` })
  return out
}

const copies = new Map<string, Buffer>()

/** A group copy of the small programme as it is at first; each number is a copy of its own. */
export function aFreshCopy(scope: CopyScope, number = 1, folder = aFolder()): string {
  const key = JSON.stringify([scope, number])
  const bytes = copies.get(key) ?? readFileSync(aCopyOf(aSmallProgramme(), scope))
  copies.set(key, bytes)
  const path = join(folder, `Copy ${number}.desk`)
  writeFileSync(path, bytes)
  return path
}

/** As `inCopy`, in memory: for many runs. */
export function inFreshCopy(path: string, work: (db: WriteDb) => void): void {
  const db = inMemory(readFileSync(path))
  work(db)
  writeFileSync(path, db.serialize())
}

/** Makes an edit as the window would, on a day. */
export function edit(db: WriteDb, actor: string, day: string, make: (e: Editing) => Edit): void {
  const { label, changes } = make({ programme: loadProgramme(db, day), newId: nextIds(db), actor })
  if (changes.length > 0) applyChanges(db, { actor, at: `${day}T10:00:00`, origin: 'window', label }, changes)
}

/** Opens a copy as its chair does, works in it, and closes it. */
export function inCopy(path: string, work: (db: WriteDb) => void): void {
  const open = openForWriting(path, { actor: 'Chair', at: '2020-02-15T09:00:00' }, 'opened')
  try {
    work(open.db)
  } finally {
    open.close()
  }
}

/** Brings a copy back into the programme: previews, and commits with these decisions. */
export function bringBack(
  db: WriteDb,
  path: string,
  decisions: Partial<Decisions> & { readonly choices?: readonly Choice[] } = {},
) {
  const plan = previewCopy(db, path)
  if (!plan.copy) throw new Error('no copy')
  const { copy } = plan
  const at = { actor: 'Programme manager', at: '2020-02-20T09:00:00' }
  const settled = { choices: decisions.choices ?? [], take: decisions.take ?? null }
  return inTransaction(db, () => commitCopy(db, plan, copy, settled, at))
}

export function previewCopy(db: WriteDb, path: string) {
  const read = readCopy(db, path, 'Copy.desk')
  if (isRefused(read)) throw new Error(read.error.message)
  return planCopyFile(db, read, { sender: null, period: null, today: '2020-02-20' })
}

/** All live rows, without which import brought them, by noun and id: two programmes with the same are the same. */
export function contentOf(db: WriteDb): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(loadTables(db)).map(([entity, rows]) => [
      entity,
      (rows as readonly { id: string; retiredAt: string | null }[])
        .filter((r) => r.retiredAt === null)
        .map((r) => ('importId' in r ? { ...r, importId: null } : r))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  )
}
