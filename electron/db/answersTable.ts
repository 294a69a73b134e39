import type { ReadDb, WriteDb } from './types.ts'

/** What a person said of a row of an import: kept with it, and remembered for the same row of the sender's next file. */
export type KeptAnswer = {
  readonly sheet: string
  readonly row: number
  /** The row's reference as printed, and its wording as it is compared; '' where it has none. */
  readonly refText: string
  readonly wording: string
  readonly kind: 'action' | 'set-aside' | 'forget'
  readonly actionId: string | null
  readonly reason: string | null
  /** Who said so first, and when (ISO moment). */
  readonly by: string
  readonly at: string
}

/** The answers of one import, with what tells whose they are. */
export type AnswersOfImport = {
  readonly importId: string
  readonly sender: string | null
  readonly layout: string
  readonly answers: readonly KeptAnswer[]
}

type Stored = KeptAnswer & Omit<AnswersOfImport, 'answers'>

/** The answers of all imports in effect, newest import first: one that was taken back is no longer believed. */
export function loadAnswers(db: ReadDb): readonly AnswersOfImport[] {
  const rows = db
    .prepare(
      `SELECT a."import_id" AS "importId", i."sender", i."layout", a."sheet", a."row", a."ref_text" AS "refText", a."wording", a."kind", a."action_id" AS "actionId", a."reason", a."by", a."at"
       FROM "row_answer" a JOIN "import" i ON i."id" = a."import_id" WHERE i."undone_at" IS NULL ORDER BY i.rowid DESC, a.rowid`,
    )
    .all() as Stored[]
  const imports = new Map<string, Omit<AnswersOfImport, 'answers'> & { answers: KeptAnswer[] }>()
  for (const { importId, sender, layout, ...answer } of rows) {
    const known = imports.get(importId) ?? { importId, sender, layout, answers: [] }
    imports.set(importId, known)
    known.answers.push(answer)
  }
  return [...imports.values()]
}

/** Keeps the answers of an import; call in its transaction. */
export function addAnswers(db: WriteDb, importId: string, answers: readonly KeptAnswer[]): void {
  const insert = db.prepare(
    `INSERT INTO "row_answer" ("import_id", "sheet", "row", "ref_text", "wording", "kind", "action_id", "reason", "by", "at") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const a of answers)
    insert.run(importId, a.sheet, a.row, a.refText, a.wording, a.kind, a.actionId, a.reason, a.by, a.at)
}

/** How many rows each import set aside, by its id. */
export const countSetAside = (db: ReadDb): ReadonlyMap<string, number> =>
  new Map(
    (
      db
        .prepare(
          `SELECT "import_id" AS "id", count(*) AS "n" FROM "row_answer" WHERE "kind" = 'set-aside' GROUP BY "import_id"`,
        )
        .all() as { id: string; n: number }[]
    ).map(({ id, n }) => [id, n]),
  )
