import type { EntityName, Tables } from '../model/entities.ts'

/** Any row of a programme, as far as merging looks at it. */
export type AnyRow = { readonly id: string; readonly retiredAt: string | null } & Readonly<
  Record<string, unknown>
>

/** A programme's rows, retired ones too, ready to be looked up. */
export type CopyState = {
  readonly tables: Tables
  /** Of a noun in the order they were written. */
  rows(entity: EntityName): readonly AnyRow[]
  row(entity: EntityName, id: unknown): AnyRow | null
  /** Null where there is none, or it is retired. */
  live(entity: EntityName, id: unknown): AnyRow | null
  /** The live rows that hang on an action, in the order they were written. */
  ofAction(entity: EntityName, actionId: unknown): readonly AnyRow[]
}

/** Indexes rows by their ids, a noun when it is first asked for. */
export function copyState(tables: Tables): CopyState {
  const maps = new Map<EntityName, ReadonlyMap<unknown, AnyRow>>()
  const rows = (entity: EntityName): readonly AnyRow[] => tables[entity] as readonly AnyRow[]
  const row = (entity: EntityName, id: unknown): AnyRow | null => {
    const known = maps.get(entity) ?? new Map(rows(entity).map((r) => [r.id as unknown, r]))
    maps.set(entity, known)
    return known.get(id) ?? null
  }
  const hanging = new Map<EntityName, ReadonlyMap<unknown, readonly AnyRow[]>>()
  return {
    tables,
    rows,
    row,
    ofAction: (entity, actionId) => {
      const known =
        hanging.get(entity) ??
        Map.groupBy(
          rows(entity).filter((r) => r.retiredAt === null),
          (r) => r['actionId'],
        )
      hanging.set(entity, known)
      return known.get(actionId) ?? []
    },
    live: (entity, id) => {
      const found = row(entity, id)
      return found?.retiredAt === null ? found : null
    },
  }
}

/** Whether two stored values are the same; a value that an older row lacks is null. */
export const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** The reporting period, the overall rating, the recovery that is the same thing under another id: there is one of each. */
export function twinOf(state: CopyState, entity: EntityName, row: AnyRow): AnyRow | null {
  const fields = twinFields[entity]
  if (!fields) return null
  return (
    state.rows(entity).find((r) => r.retiredAt === null && fields.every((f) => isSame(r[f], row[f]))) ?? null
  )
}

const twinFields: Readonly<Partial<Record<EntityName, readonly string[]>>> = {
  period: ['label'],
  recovery: ['actionId'],
  assessment: ['periodId', 'groupId', 'priorityId'],
}
