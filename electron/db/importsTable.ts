import {
  previewFile,
  totals,
  type ChangeField,
  type PreviewFile,
  type Totals,
} from '../../shared/import/previewDocument.ts'
import type { FieldName, FieldValue } from '../../shared/workbook/draft.ts'
import type { ReadDb, WriteDb } from './types.ts'

/** An import as it is kept: which file, of whom, what became of it. */
export type ImportRecord = {
  readonly id: string
  readonly file: string
  readonly sha256: string
  readonly kind: PreviewFile['kind']
  readonly sender: string | null
  readonly layout: string
  readonly period: string | null
  /** The issued workbook that came back; null for a tracker of the sender's own. */
  readonly issuedId: string | null
  /** ISO date and time. */
  readonly at: string
  readonly actor: string
  /** The batch of its changes; null where it changed nothing. */
  readonly batch: number | null
  readonly undoneAt: string | null
  /** Rows and fields that were written. */
  readonly rows: number
  readonly fields: number
  readonly totals: Totals
  /** The import whose open values this one settles; null for the import of a file. */
  readonly resumes: string | null
}

/** A row of an imported workbook: what it said, and what was done with it. */
export type ImportedRow = {
  readonly sheet: string
  readonly row: number
  readonly outcome: string
  readonly ref: string | null
  readonly actionId: string | null
  readonly matchedBy: string
  readonly returned: Readonly<Partial<Record<FieldName, FieldValue>>>
  /** Fields that were written, and fields that a person was asked about and left. */
  readonly taken: readonly ChangeField[]
  readonly open: readonly ChangeField[]
  /** Fields whose value was taken back by an undo: no longer what the tracker is known to have said. */
  readonly void: readonly FieldName[]
  /** True where "No change" was ticked: an answer, not a silence. */
  readonly noChange: boolean
}

type StoredImport = Omit<ImportRecord, 'totals'> & { readonly totals: string }
type StoredRow = {
  readonly [K in keyof ImportedRow]: ImportedRow[K] extends string | number | null ? ImportedRow[K] : string
} & { readonly noChange: unknown }

const importColumns = `"id", "file", "sha256", "kind", "sender", "layout", "period", "issued_id" AS "issuedId", "at", "actor", "batch", "undone_at" AS "undoneAt", "rows", "fields", "totals", "resumes"`
const rowColumns = `"sheet", "row", "outcome", "ref", "action_id" AS "actionId", "matched_by" AS "matchedBy", "returned", "taken", "open", "void", "no_change" AS "noChange"`

/** What this module itself wrote; SQLite checks that it is JSON. */
const readJson = <T>(json: string): T => JSON.parse(json) as T
type Values = ImportedRow['returned']
type Fields = readonly FieldName[]
type ChangeFields = readonly ChangeField[]

/** All imports, newest first, undone ones too. */
export function loadImports(db: ReadDb): readonly ImportRecord[] {
  const rows = db.prepare(`SELECT ${importColumns} FROM "import" ORDER BY rowid DESC`).all()
  return (rows as StoredImport[]).map((r) => ({ ...r, totals: totals.parse(JSON.parse(r.totals)) }))
}

/** One import, or null where there is none with this id. */
export const loadImport = (db: ReadDb, id: string): ImportRecord | null =>
  loadImports(db).find((i) => i.id === id) ?? null

/** The preview that an import was committed from. */
export function loadImportPreview(db: ReadDb, id: string): PreviewFile | null {
  const kept = db.prepare(`SELECT "preview", "at", "period" FROM "import" WHERE "id" = ?`).get(id) as
    | { preview: string; at: string; period: string | null }
    | undefined
  if (!kept) return null
  // an older version kept previews without these
  const added = { on: kept.at.slice(0, 10), period: kept.period, mapping: null }
  return previewFile.parse({ ...added, ...readJson<object>(kept.preview) })
}

/** The rows of an import in the workbook's order. */
export function loadImportedRows(db: ReadDb, importId: string): readonly ImportedRow[] {
  const rows = db
    .prepare(`SELECT ${rowColumns} FROM "import_row" WHERE "import_id" = ? ORDER BY rowid`)
    .all(importId) as StoredRow[]
  return rows.map(fromStored)
}

const fromStored = (r: StoredRow): ImportedRow => ({
  ...r,
  returned: readJson<Values>(r.returned),
  taken: readJson<ChangeFields>(r.taken),
  open: readJson<ChangeFields>(r.open),
  void: readJson<Fields>(r.void),
  noChange: Number(r.noChange) === 1,
})

/** What an import wrote, row by row in the workbook's order, without what its rows said. */
export const loadTaken = (db: ReadDb, importId: string): readonly Taken[] =>
  (
    db
      .prepare(
        `SELECT "action_id" AS "actionId", "taken" FROM "import_row" WHERE "import_id" = ? ORDER BY rowid`,
      )
      .all(importId) as { readonly actionId: string | null; readonly taken: string }[]
  ).map((r) => ({ actionId: r.actionId, taken: readJson<ChangeFields>(r.taken) }))

export type Taken = Pick<ImportedRow, 'actionId' | 'taken'>

/** The rows that left something open, by the import, without those of imports that were taken back. */
export function loadOpenRows(db: ReadDb): ReadonlyMap<string, readonly ImportedRow[]> {
  const rows = db
    .prepare(
      `SELECT "import_id" AS "importId", ${rowColumns} FROM "import_row" WHERE "open" <> '[]' AND "import_id" IN (SELECT "id" FROM "import" WHERE "undone_at" IS NULL) ORDER BY rowid`,
    )
    .all() as (StoredRow & { readonly importId: string })[]
  const imports = new Map<string, ImportedRow[]>()
  for (const { importId, ...row } of rows)
    imports.set(importId, [...(imports.get(importId) ?? []), fromStored(row)])
  return imports
}

/** What all imports said of an action. */
export function loadRowsOfAction(
  db: ReadDb,
  actionId: string,
): readonly { readonly importId: string; readonly row: ImportedRow }[] {
  const rows = db
    .prepare(`SELECT "import_id" AS "importId", ${rowColumns} FROM "import_row" WHERE "action_id" = ?`)
    .all(actionId) as (StoredRow & { readonly importId: string })[]
  return rows.map(({ importId, ...row }) => ({ importId, row: fromStored(row) }))
}

/** The ids of the actions that an import's rows belong to. */
export const importedActions = (db: ReadDb, importId: string): ReadonlySet<string> =>
  new Set(
    db
      .prepare(
        `SELECT DISTINCT "action_id" FROM "import_row" WHERE "import_id" = ? AND "action_id" IS NOT NULL`,
      )
      .pluck()
      .all(importId) as string[],
  )

/** The id of the import to come; an import that changes nothing has no batch, so imports count by themselves. */
export const nextImportId = (db: ReadDb): string =>
  `import-${Number(db.prepare(`SELECT count(*) FROM "import"`).pluck().get()) + 1}`

/**
 * Keeps an import with its rows and preview, after its changes were applied (`batch`); call inside their transaction. Its
 * changes may name it before it is there. It is written once: a preview can be many megabytes long.
 */
export function addImport(
  db: WriteDb,
  record: Omit<ImportRecord, 'undoneAt'>,
  rows: readonly Omit<ImportedRow, 'void'>[],
  preview: PreviewFile,
): void {
  db.prepare(
    `INSERT INTO "import" ("id", "file", "sha256", "kind", "sender", "layout", "period", "issued_id", "at", "actor", "batch", "undone_at", "rows", "fields", "totals", "preview", "resumes")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, CAST(? AS TEXT), ?)`,
  ).run(
    record.id,
    record.file,
    record.sha256,
    record.kind,
    record.sender,
    record.layout,
    record.period,
    record.issuedId,
    record.at,
    record.actor,
    record.batch,
    record.rows,
    record.fields,
    JSON.stringify(record.totals),
    previewBytes(preview),
    record.resumes,
  )
  const insert = db.prepare(
    `INSERT INTO "import_row" ("import_id", "sheet", "row", "outcome", "ref", "action_id", "matched_by", "returned", "taken", "open", "void", "no_change")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?)`,
  )
  for (const r of rows)
    insert.run(
      record.id,
      r.sheet,
      r.row,
      r.outcome,
      r.ref,
      r.actionId,
      r.matchedBy,
      JSON.stringify(r.returned),
      JSON.stringify(r.taken),
      JSON.stringify(r.open),
      r.noChange ? 1 : 0,
    )
}

/**
 * The JSON of a preview as UTF-8, put together row by row: one text of many megabytes takes several times as long to make
 * and to hand to SQLite.
 */
function previewBytes({ rows, ...file }: PreviewFile): Buffer {
  const pieces = rows.map((row, i) => Buffer.from(`${i === 0 ? '' : ','}${JSON.stringify(row)}`))
  const head = Buffer.from(`${JSON.stringify(file).slice(0, -1)},"rows":[`)
  return Buffer.concat([head, ...pieces, Buffer.from(']}')])
}

type Returned = {
  readonly rowid: number
  readonly importId: string
  readonly actionId: string
  readonly returned: string
  void: string
  open: string
}

/** What other imports said of the actions of an import, by action. */
function saidByOthers(db: ReadDb, id: string): ReadonlyMap<string, readonly Returned[]> {
  const rows = db
    .prepare(
      `SELECT rowid AS "rowid", "import_id" AS "importId", "action_id" AS "actionId", "returned", "void", "open" FROM "import_row"
       WHERE "import_id" <> ? AND "action_id" IN (SELECT "action_id" FROM "import_row" WHERE "import_id" = ?)
       ORDER BY rowid`,
    )
    .all(id, id) as Returned[]
  return Map.groupBy(rows, (r) => r.actionId)
}

/**
 * Marks an import as taken back at a moment. Where another import said the same of a restored field, its sender's tracker
 * is no longer compared with that: otherwise the value could never come in again. Where it had been left open, it is open again;
 * and where it is a witness of its own (`isWitness`: in effect, and of somebody else), what it said is a question now, because
 * nobody took that back.
 */
export function markUndone(
  db: WriteDb,
  id: string,
  at: string,
  restored: readonly { readonly actionId: string; readonly field: FieldName }[],
  isSame: (field: FieldName, a: FieldValue, b: FieldValue) => boolean,
  isWitness: (importId: string) => boolean,
): void {
  db.prepare(`UPDATE "import" SET "undone_at" = ? WHERE "id" = ?`).run(at, id)
  const others = saidByOthers(db, id)
  if (others.size === 0) return
  const gone = new Map<string, Set<FieldName>>()
  for (const { actionId, field } of restored) gone.set(actionId, (gone.get(actionId) ?? new Set()).add(field))
  const said = loadImportedRows(db, id).filter((r) => r.actionId !== null && gone.has(r.actionId))
  const update = db.prepare(`UPDATE "import_row" SET "void" = ?, "open" = ? WHERE rowid = ?`)
  for (const row of said) {
    for (const other of others.get(row.actionId ?? '') ?? []) {
      const theirs = readJson<Values>(other.returned)
      const known = readJson<Fields>(other.void)
      const open = readJson<ChangeFields>(other.open)
      const same = [...(gone.get(row.actionId ?? '') ?? [])].filter((f) => {
        const [ours, its] = [row.returned[f], theirs[f]]
        return (
          ours !== undefined && its !== undefined && ![...known, ...open].includes(f) && isSame(f, ours, its)
        )
      })
      if (same.length === 0) continue
      if (isWitness(other.importId)) other.open = JSON.stringify([...open, ...same])
      else other.void = JSON.stringify([...known, ...same])
      update.run(other.void, other.open, other.rowid)
    }
  }
}
