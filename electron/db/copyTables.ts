import { copyOrigin, type CopyOrigin } from '../../shared/copy/copyOrigin.ts'
import type { OpenItems } from '../../shared/copy/planCopy.ts'
import type { ReadDb, WriteDb } from './types.ts'

/** A copy that came back: how far it had been worked on, and on which way. */
export type CopyReturn = {
  readonly importId: string
  readonly revision: number
  /** The steps that it had gone (`trailOf`). */
  readonly trail: string
  /** True where nothing is compared with it any more, because an earlier return was taken back after it. */
  readonly isVoid: boolean
  /** What a person was asked about and left, with what is written where it is taken after all. */
  readonly open: OpenItems
  readonly undone: boolean
}

/** What a file was copied from; null for a programme that is no group copy. */
export function loadCopyOrigin(db: ReadDb): CopyOrigin | null {
  const row = db
    .prepare(
      `SELECT "copy_id" AS "copyId", "groups", "whole", "made_at" AS "madeAt", "made_by" AS "madeBy" FROM "copy_origin"`,
    )
    .get() as (Omit<CopyOrigin, 'groups' | 'whole'> & { groups: string; whole: number }) | undefined
  return row
    ? copyOrigin.parse({ ...row, groups: JSON.parse(row.groups) as unknown, whole: row.whole === 1 })
    : null
}

/** The id of the copy that a file is; null for a programme that is no group copy. */
export const copyIdOf = (db: ReadDb): string | null =>
  (db.prepare(`SELECT "copy_id" FROM "copy_origin"`).pluck().get() as string | undefined) ?? null

/** Marks a new file as a copy of the programme with this id. */
export function setCopyOrigin(db: WriteDb, programmeId: string, origin: CopyOrigin): void {
  db.prepare(`UPDATE "meta" SET "value" = ? WHERE "key" = 'programmeId'`).run(programmeId)
  db.prepare(
    `INSERT INTO "copy_origin" ("id", "copy_id", "groups", "whole", "made_at", "made_by") VALUES (1, ?, ?, ?, ?, ?)`,
  ).run(origin.copyId, JSON.stringify(origin.groups), origin.whole ? 1 : 0, origin.madeAt, origin.madeBy)
}

/** How many copies were made of a programme so far. */
export const countCopies = (db: ReadDb): number =>
  Number(db.prepare(`SELECT count(*) FROM "copy_made"`).pluck().get())

/** Keeps, in the programme, that a copy was made. `file` is its name without the folder. */
export function addCopyMade(db: WriteDb, origin: CopyOrigin, file: string): void {
  db.prepare(`INSERT INTO "copy_made" ("id", "groups", "file", "at", "actor") VALUES (?, ?, ?, ?, ?)`).run(
    origin.copyId,
    JSON.stringify(origin.groups.map((g) => g.number)),
    file,
    origin.madeAt,
    origin.madeBy,
  )
}

/** The returns of a copy, newest first, undone ones too. */
export function loadCopyReturns(db: ReadDb, copyId: string): readonly CopyReturn[] {
  const rows = db
    .prepare(
      `SELECT r."import_id" AS "importId", r."revision", r."trail", r."void", r."open", i."undone_at" AS "undoneAt"
       FROM "copy_return" r JOIN "import" i ON i."id" = r."import_id" WHERE r."copy_id" = ? ORDER BY r.rowid DESC`,
    )
    .all(copyId) as {
    importId: string
    revision: number
    trail: string
    void: number
    open: string
    undoneAt: string | null
  }[]
  return rows.map(({ importId, revision, trail, void: isVoid, open, undoneAt }) => ({
    importId,
    revision,
    trail,
    isVoid: isVoid === 1,
    open: JSON.parse(open) as OpenItems,
    undone: undoneAt !== null,
  }))
}

/** The newest return in effect of every copy: what it left open is what is still to be decided. */
export function loadNewestReturns(db: ReadDb): readonly (CopyReturn & { readonly copyId: string })[] {
  const ids = db.prepare(`SELECT DISTINCT "copy_id" FROM "copy_return"`).pluck().all() as string[]
  return ids.flatMap((copyId) => {
    const newest = loadCopyReturns(db, copyId).find((r) => !r.undone)
    return newest ? [{ ...newest, copyId }] : []
  })
}

/** Keeps which import was the return of which copy; call inside the import's transaction. */
export function addCopyReturn(
  db: WriteDb,
  copyId: string,
  r: Pick<CopyReturn, 'importId' | 'revision' | 'trail' | 'open'>,
): void {
  db.prepare(
    `INSERT INTO "copy_return" ("import_id", "copy_id", "revision", "trail", "open") VALUES (?, ?, ?, ?, ?)`,
  ).run(r.importId, copyId, r.revision, r.trail, JSON.stringify(r.open))
}

/**
 * After an import was taken back, no return of the same copy that came later is what the copy is compared with: what was
 * taken back could never come in again.
 */
export function voidCopyReturns(db: WriteDb, importId: string): void {
  db.prepare(
    `UPDATE "copy_return" SET "void" = 1 WHERE EXISTS (SELECT 1 FROM "copy_return" u
       WHERE u."import_id" = ? AND u."copy_id" = "copy_return"."copy_id" AND u.rowid < "copy_return".rowid)`,
  ).run(importId)
}
