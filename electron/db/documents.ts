import type { Writer } from './openProgramme.ts'
import type { WriteDb } from './types.ts'

export type SavedDocument = {
  readonly kind: string
  readonly format: string
  readonly board: string | null
  /** The snapshot's label, or an ISO day. */
  readonly asAt: string
  readonly out: string
  readonly sha256: string
}

/** Keeps in the register that a paper was written: of what, for whom, where to, with its fingerprint. */
export function recordDocument(db: WriteDb, doc: SavedDocument, writer: Writer): void {
  db.prepare(
    `INSERT INTO "document" ("at", "actor", "kind", "format", "board", "as_at", "file", "sha256") VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(writer.at, writer.actor, doc.kind, doc.format, doc.board, doc.asAt, doc.out, doc.sha256)
}
