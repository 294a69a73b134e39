import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Failure } from '../../shared/errors.ts'
import { entities, entityNames, type EntityName, type Tables } from '../../shared/model/entities.ts'
import { changesOf, invert, loadBatches } from './audit.ts'
import { loadTables, revisionOf } from './loadTables.ts'
import type { Writer } from './openProgramme.ts'
import type { ReadDb, WriteDb } from './types.ts'

export type Snapshot = { readonly id: string; readonly label: string; readonly takenAt: string }

/** The frozen programmes, newest first. */
export function loadSnapshots(db: ReadDb): readonly Snapshot[] {
  return db
    .prepare(`SELECT "id", "label", "taken_at" AS "takenAt" FROM "snapshot" ORDER BY rowid DESC`)
    .all() as Snapshot[]
}

/**
 * Freezes the programme as it is now: wording, leads, ratings, structure, scales.
 * Labels are unique: fails with 'already-there', or with 'invalid-input' for an empty one.
 */
export function takeSnapshot(db: WriteDb, label: string, writer: Writer): Snapshot {
  const name = label.trim()
  if (name === '')
    throw new Failure({ code: 'invalid-input', where: 'label', message: 'A snapshot needs a name.' })
  if (loadSnapshots(db).some((s) => s.label === name || s.id === name))
    throw new Failure({ code: 'already-there', what: `the snapshot “${name}”` })
  const content = Buffer.from(JSON.stringify(loadTables(db)), 'utf8')
  const count = Number(db.prepare(`SELECT count(*) FROM "snapshot"`).pluck().get())
  const snapshot = { id: `snapshot-${count + 1}`, label: name, takenAt: writer.at }
  db.prepare(
    `INSERT INTO "snapshot" ("id", "label", "taken_at", "actor", "revision", "sha256", "content") VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(snapshot.id, name, writer.at, writer.actor, revisionOf(db), sha256(content), gzipSync(content))
  return snapshot
}

/**
 * The rows of a snapshot, by id or label. Fails with 'not-found', and with 'damaged' where the content
 * is not what was frozen.
 */
export function loadSnapshot(db: ReadDb, idOrLabel: string): { snapshot: Snapshot; tables: Tables } {
  const row = db
    .prepare(
      `SELECT "id", "label", "taken_at" AS "takenAt", "sha256", "content" FROM "snapshot" WHERE "id" = ? OR "label" = ?`,
    )
    .get(idOrLabel, idOrLabel) as (Snapshot & { sha256: string; content: Buffer }) | undefined
  if (!row) throw new Failure({ code: 'not-found', what: `the snapshot “${idOrLabel}”` })
  const content = gunzipSync(row.content)
  if (sha256(content) !== row.sha256)
    throw new Failure({
      code: 'damaged',
      path: db.name,
      why: `the snapshot “${row.label}” is not as it was frozen`,
    })
  const { id, label, takenAt } = row
  return {
    snapshot: { id, label, takenAt },
    tables: withNewNouns(JSON.parse(content.toString('utf8')) as Tables),
  }
}

/** The rows as they were at the end of an ISO day, by turning back the audit trail. */
export function loadTablesAsAt(db: ReadDb, day: string): Tables {
  const tables = new Map(
    Object.entries(loadTables(db)).map(([name, rows]) => [
      name,
      new Map((rows as readonly { id: string }[]).map((r) => [r.id, r as Record<string, unknown>])),
    ]),
  )
  for (const batch of loadBatches(db)) {
    if (batch.at.slice(0, 10) <= day) break
    for (const c of invert(changesOf(db, batch.id))) {
      const rows = tables.get(c.entity)
      const row = rows?.get(c.id)
      if (!rows || !row) continue
      if (c.kind === 'edited') rows.set(c.id, { ...row, [c.field]: c.after })
      else if (c.kind === 'retired') rows.set(c.id, { ...row, retiredAt: batch.at })
      else if (c.kind === 'restored') rows.set(c.id, { ...row, retiredAt: null })
    }
  }
  const out: Record<string, unknown> = Object.fromEntries(
    [...tables].map(([name, rows]) => [name, [...rows.values()]]),
  )
  return out as Tables
}

/** A snapshot of an older app has no rows of nouns that came later. */
function withNewNouns(frozen: Tables): Tables {
  const missing = entityNames.filter((e: EntityName) => !(e in frozen) && e in entities)
  return { ...frozen, ...Object.fromEntries(missing.map((e) => [e, []])) }
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
