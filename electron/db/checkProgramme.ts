import { entities, entityNames } from '../../shared/model/entities.ts'
import { loadRows } from './loadTables.ts'
import { loadSnapshot, loadSnapshots } from './snapshots.ts'
import type { ReadDb } from './types.ts'

export type Finding = { readonly code: string; readonly message: string }

/** Looks through a programme for faults of the file and of what it holds; an empty list is a sound one. */
export function checkProgramme(db: ReadDb): readonly Finding[] {
  const damage = integrity(db)
  return damage.length > 0
    ? damage
    : [...references(db), ...contents(db), ...auditTrail(db), ...snapshots(db)]
}

function integrity(db: ReadDb): readonly Finding[] {
  const lines = db.pragma('integrity_check') as { integrity_check: string }[]
  return lines
    .filter((l) => l.integrity_check !== 'ok')
    .map((l) => ({ code: 'integrity', message: `The database inside is damaged: ${l.integrity_check}.` }))
}

function references(db: ReadDb): readonly Finding[] {
  const broken = db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  return broken.map((b) => ({
    code: 'reference',
    message: `Row ${b.rowid} of “${b.table}” refers to a row of “${b.parent}” that is not there.`,
  }))
}

function contents(db: ReadDb): readonly Finding[] {
  const findings: Finding[] = []
  for (const entity of entityNames) {
    for (const row of loadRows(db, entity)) {
      const read = entities[entity].safeParse(row)
      if (read.success) continue
      const issue = read.error.issues[0]
      findings.push({
        code: 'content',
        message: `${entity} ${row.id}: ${issue?.path.join('.') ?? ''} is not as it should be (${issue?.message ?? ''}).`,
      })
    }
  }
  const programmes = loadRows(db, 'programme').filter((p) => p.retiredAt === null).length
  if (programmes !== 1)
    findings.push({
      code: 'content',
      message: `There are ${programmes} programmes in the file; there should be one.`,
    })
  return findings
}

/** Every row has the batch that added it, so that nothing came in past the audit trail. */
function auditTrail(db: ReadDb): readonly Finding[] {
  const known = new Set(
    db
      .prepare(`SELECT "entity" || ' ' || "row_id" FROM "change" WHERE "kind" = 'added'`)
      .pluck()
      .all() as string[],
  )
  return entityNames.flatMap((entity) =>
    loadRows(db, entity)
      .filter((row) => !known.has(`${entity} ${row.id}`))
      .map((row) => ({ code: 'audit', message: `${entity} ${row.id} is not in the audit trail.` })),
  )
}

function snapshots(db: ReadDb): readonly Finding[] {
  return loadSnapshots(db).flatMap((s) => {
    try {
      loadSnapshot(db, s.id)
      return []
    } catch {
      return [{ code: 'snapshot', message: `The snapshot “${s.label}” is not as it was frozen.` }]
    }
  })
}
