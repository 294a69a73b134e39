import { entityNames, type EntityName } from '../model/entities.ts'
import { isSame, type AnyRow, type CopyState } from './copyState.ts'

/** One thing that was done to a row. */
export type Delta =
  | { readonly kind: 'added' | 'retired' | 'restored'; readonly entity: EntityName; readonly row: AnyRow }
  | {
      readonly kind: 'edited'
      readonly entity: EntityName
      readonly row: AnyRow
      readonly field: string
      readonly base: unknown
    }

/** What brought a state about from an older one of the same file, in the order of the rows; `row` is as it is now. */
export const deltasOf = (base: CopyState, now: CopyState): readonly Delta[] =>
  entityNames.flatMap((entity) =>
    now.rows(entity).flatMap((row) => deltasOfRow(entity, base.row(entity, row.id), row)),
  )

function deltasOfRow(entity: EntityName, before: AnyRow | null, row: AnyRow): readonly Delta[] {
  const isLive = row.retiredAt === null
  if (before === null) return isLive ? [{ kind: 'added', entity, row }] : []
  const wasLive = before.retiredAt === null
  if (wasLive && !isLive) return [{ kind: 'retired', entity, row }]
  if (!wasLive && isLive) return [{ kind: 'restored', entity, row }]
  if (!isLive) return []
  return Object.keys(row)
    .filter((field) => !ofTheFile.has(field) && !isSame(before[field], row[field]))
    .map((field) => ({ kind: 'edited', entity, row, field, base: before[field] ?? null }))
}

/** What a row says of the file it stands in, not of the programme. */
const ofTheFile: ReadonlySet<string> = new Set(['id', 'retiredAt', 'importId'])
