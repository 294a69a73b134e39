import type { Writer } from './openProgramme.ts'
import type { ReadDb, WriteDb } from './types.ts'

export type SavedDocument = {
  readonly kind: string
  readonly format: string
  readonly board: string | null
  /** Number of the working group that it is about; null for every group, or a kind that is not about one. */
  readonly group: number | null
  readonly audience: 'public' | null
  /** The snapshot's label, or an ISO day. */
  readonly asAt: string
  readonly out: string
  readonly sha256: string
}

/** A line of the register: what was saved, with the moment and who saved it. */
export type RegisteredDocument = SavedDocument & {
  readonly id: number
  readonly at: string
  readonly actor: string
}

/** Keeps in the register that a paper was written: of what, for whom, where to, with its fingerprint. */
export function recordDocument(db: WriteDb, doc: SavedDocument, writer: Writer): void {
  db.prepare(
    `INSERT INTO "document" ("at", "actor", "kind", "format", "board", "group_number", "audience", "as_at", "file", "sha256") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    writer.at,
    writer.actor,
    doc.kind,
    doc.format,
    doc.board,
    doc.group,
    doc.audience,
    doc.asAt,
    doc.out,
    doc.sha256,
  )
}

/** Every paper that was saved, newest first. */
export function loadDocuments(db: ReadDb): readonly RegisteredDocument[] {
  return db
    .prepare(
      `SELECT "id", "at", "actor", "kind", "format", "board", "group_number" AS "group", "audience", "as_at" AS "asAt", "file" AS "out", "sha256" FROM "document" ORDER BY "id" DESC`,
    )
    .all() as RegisteredDocument[]
}

type Successor = {
  readonly kind: string
  readonly board: string | null
  readonly group: number | null
  /** What the new paper is made from: a snapshot's label, or null for the programme of the ISO day. */
  readonly snapshot: string | null
  readonly day: string
}

/**
 * The id of the snapshot that the last paper of a kind was made from: for the same board, and for the same working group or for
 * all of them. For a paper from a snapshot only what was sent before that was frozen counts.
 */
export function previousSnapshot(db: ReadDb, of: Successor): string | null {
  const found = db
    .prepare(
      `SELECT s."id" FROM "document" d
       JOIN "snapshot" s ON s."label" = d."as_at"
       LEFT JOIN "snapshot" own ON own."label" = @snapshot
       WHERE d."kind" = @kind AND d."board" IS @board
         AND (d."group_number" IS NULL OR d."group_number" IS @group)
         AND CASE WHEN own."id" IS NULL THEN substr(d."at", 1, 10) <= @day AND substr(s."taken_at", 1, 10) <= @day
                  ELSE d."at" < own."taken_at" AND s.rowid < own.rowid END
       ORDER BY d."id" DESC LIMIT 1`,
    )
    .pluck()
    .get(of) as string | undefined
  return found ?? null
}
