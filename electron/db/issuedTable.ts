import type { FieldName, FieldValue } from '../../shared/workbook/draft.ts'
import type { ReadDb, WriteDb } from './types.ts'

/** A workbook that was handed out. */
export type IssuedRecord = {
  readonly id: string
  /** The label of its reporting period, such as '2020-02'. */
  readonly period: string
  readonly by: 'lead' | 'group'
  /** The lead's post or the group's name. */
  readonly recipient: string
  /** The file's name without its folder. */
  readonly file: string
  readonly sha256: string
  /** ISO day by which it is wanted back; null where none was named. */
  readonly returnBy: string | null
  /** ISO date and time. */
  readonly at: string
  readonly actor: string
}

type Values = Readonly<Partial<Record<FieldName, FieldValue>>>

/** A row of an issued workbook. */
export type IssuedRow = {
  readonly actionId: string
  readonly ref: string
  /** Every cell as it was printed, by its heading. */
  readonly cells: Readonly<Record<string, string>>
  /** What the programme said of the action then: the base of the merge. */
  readonly current: Values
  /** The printed cells as our own reader reads them, so that only what somebody changed counts as changed. */
  readonly readBack: Values
}

type Stored = { readonly [K in keyof IssuedRow]: string }

/** What was issued, newest first. */
export const loadIssued = (db: ReadDb): readonly IssuedRecord[] =>
  db
    .prepare(
      `SELECT "id", "period", "by", "recipient", "file", "sha256", "return_by" AS "returnBy", "at", "actor" FROM "issued" ORDER BY rowid DESC`,
    )
    .all() as IssuedRecord[]

/** The rows of an issued workbook in its order. */
export function loadIssuedRows(db: ReadDb, issuedId: string): readonly IssuedRow[] {
  const rows = db
    .prepare(
      `SELECT "action_id" AS "actionId", "ref", "cells", "current", "read_back" AS "readBack" FROM "issued_row" WHERE "issued_id" = ? ORDER BY rowid`,
    )
    .all(issuedId) as Stored[]
  return rows.map((r) => ({
    actionId: r.actionId,
    ref: r.ref,
    cells: JSON.parse(r.cells) as IssuedRow['cells'],
    current: JSON.parse(r.current) as Values,
    readBack: JSON.parse(r.readBack) as Values,
  }))
}

/** The actions that an issued workbook asks about, without what it said of them. */
export const loadIssuedRefs = (
  db: ReadDb,
  issuedId: string,
): readonly Pick<IssuedRow, 'actionId' | 'ref'>[] =>
  db
    .prepare(`SELECT "action_id" AS "actionId", "ref" FROM "issued_row" WHERE "issued_id" = ? ORDER BY rowid`)
    .all(issuedId) as Pick<IssuedRow, 'actionId' | 'ref'>[]

/** Keeps what was issued; call inside the transaction in which the file gets its place. */
export function addIssued(db: WriteDb, record: IssuedRecord, rows: readonly IssuedRow[]): void {
  const { id, period, by, recipient, file, sha256, returnBy, at, actor } = record
  db.prepare(
    `INSERT INTO "issued" ("id", "period", "by", "recipient", "file", "sha256", "return_by", "at", "actor") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, period, by, recipient, file, sha256, returnBy, at, actor)
  const insert = db.prepare(
    `INSERT INTO "issued_row" ("issued_id", "action_id", "ref", "cells", "current", "read_back") VALUES (?, ?, ?, ?, ?, ?)`,
  )
  for (const r of rows)
    insert.run(
      id,
      r.actionId,
      r.ref,
      JSON.stringify(r.cells),
      JSON.stringify(r.current),
      JSON.stringify(r.readBack),
    )
}

/** How many workbooks were issued so far: the next one's number. */
export const countIssued = (db: ReadDb): number =>
  Number(db.prepare(`SELECT count(*) FROM "issued"`).pluck().get())

/** The programme's own id, which travels in every issued workbook. */
export const programmeIdOf = (db: ReadDb): string =>
  String(db.prepare(`SELECT "value" FROM "meta" WHERE "key" = 'programmeId'`).pluck().get())
