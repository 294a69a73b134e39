import type { Change } from '../model/change.ts'
import { entityNames, type EntityName, type Tables } from '../model/entities.ts'
import type { CopyOrigin } from './copyOrigin.ts'

/** A batch of changes that was made in a copy. */
export type CopyBatch = {
  readonly id: number
  readonly at: string
  readonly changes: readonly Change[]
  /** Of everything done in the copy up to here: two files that share one were the same file then. */
  readonly fingerprint: string
}

/** A group copy as it came back: its rows, and what was done since it was made, the newest batch first. */
export type CopyHistory = {
  /** The number of its newest batch; the first is what the copy was made from. */
  readonly revision: number
  readonly returned: Tables
  readonly done: readonly CopyBatch[]
}

/** A group copy that came back, read and known to be of this programme. */
export type ParsedCopy = {
  /** The name people know it by; unique within the batch. */
  readonly file: string
  readonly path: string
  readonly sha256: string
  readonly origin: CopyOrigin
  readonly history: CopyHistory
}

export const isParsedCopy = (file: object): file is ParsedCopy => 'origin' in file && 'history' in file

/** A copy's rows as they were after a batch (1: as it was made); rows added since are not there at all. */
export function stateAt(history: CopyHistory, revision: number): Tables {
  const since = history.done.filter((d) => d.id > revision)
  if (since.length === 0) return history.returned
  const tables = new Map(
    entityNames.map((entity) => [
      entity,
      new Map(
        (history.returned[entity] as readonly { id: string }[]).map((r) => [
          r.id,
          r as Record<string, unknown>,
        ]),
      ),
    ]),
  )
  for (const batch of since)
    for (const change of batch.changes.toReversed()) turnBack(tables, change, batch.at)
  const rows: Record<string, unknown> = Object.fromEntries(
    [...tables].map(([entity, own]) => [entity, [...own.values()]]),
  )
  return rows as Tables
}

function turnBack(
  tables: ReadonlyMap<EntityName, Map<string, Record<string, unknown>>>,
  change: Change,
  at: string,
): void {
  const rows = tables.get(change.entity)
  const row = rows?.get(change.id)
  if (!rows || !row) return
  if (change.kind === 'added') rows.delete(change.id)
  else if (change.kind === 'edited') rows.set(change.id, { ...row, [change.field]: change.before })
  else rows.set(change.id, { ...row, retiredAt: change.kind === 'retired' ? null : at })
}
