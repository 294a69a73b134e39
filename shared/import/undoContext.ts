import type { Change } from '../model/change.ts'
import type { EntityName, Row, Tables } from '../model/entities.ts'
import { sayDay } from '../view/sayDay.ts'

/** A change made after the import: of whom, when (ISO moment). */
export type LaterChange = {
  readonly entity: string
  readonly rowId: string
  readonly kind: string
  readonly field: string | null
  readonly actor: string
  readonly at: string
}

/** A value that the undo left, because somebody changed it since. */
export type Kept = {
  /** The action, or the objective, that it is a value of. */
  readonly ownerId: string
  readonly ref: string
  readonly field: string
  readonly value: unknown
  readonly why: string
  /** True where everything that the import brought to its owner stays. */
  readonly whole?: boolean
}

export type Undo = {
  readonly changes: readonly Change[]
  readonly kept: readonly Kept[]
}

export const nothingToUndo: Undo = { changes: [], kept: [] }

export type Added = Extract<Change, { kind: 'added' }>
export type AnyRow = { readonly id: string; readonly retiredAt: string | null } & Record<string, unknown>
type OfAction = 'update' | 'rating' | 'dateChange' | 'actionLead'

/** The programme as it is now, and what happened to it since the import, ready to be looked up. */
export type UndoContext = {
  readonly tables: Tables
  /** Ids of the rows that the import changed or made. */
  readonly ours: ReadonlySet<string>
  row(entity: EntityName, id: string): AnyRow | undefined
  /** An action's rows in the order they were written, retired ones too. */
  ofAction<E extends OfAction>(entity: E, actionId: string): readonly Row<E>[]
  later(rowId: string): readonly LaterChange[]
  refOf(actionId: string): string
}

/** Indexes what an undo looks up; `later` comes newest first. */
export function undoContext(
  tables: Tables,
  made: readonly Change[],
  later: readonly LaterChange[],
): UndoContext {
  const rows = new Map<EntityName, Map<string, AnyRow>>()
  const actions = new Map<OfAction, ReadonlyMap<string, readonly AnyRow[]>>()
  const changes = grouped(later, (l) => l.rowId)
  const row = (entity: EntityName, id: string): AnyRow | undefined => {
    const known = rows.get(entity) ?? new Map((tables[entity] as readonly AnyRow[]).map((r) => [r.id, r]))
    rows.set(entity, known)
    return known.get(id)
  }
  return {
    tables,
    ours: new Set(made.map((c) => c.id)),
    row,
    ofAction: <E extends OfAction>(entity: E, actionId: string) => {
      const known =
        actions.get(entity) ?? grouped(tables[entity] as readonly AnyRow[], (r) => String(r['actionId']))
      actions.set(entity, known)
      return (known.get(actionId) ?? []) as readonly unknown[] as readonly Row<E>[]
    },
    later: (id) => changes.get(id) ?? [],
    refOf: (id) => String(row('action', id)?.['ref'] ?? id),
  }
}

function grouped<T>(list: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>()
  for (const item of list) {
    const k = key(item)
    const known = map.get(k)
    if (known) known.push(item)
    else map.set(k, [item])
  }
  return map
}

export const retire = (c: Change): Change => ({ kind: 'retired', entity: c.entity, id: c.id })

export const isLive = (row: { readonly retiredAt: string | null }): boolean => row.retiredAt === null

export const isEqual = (a: unknown, b: unknown): boolean =>
  a === b ||
  // a list or an object on both sides, or something missing: else they differ
  ((isMade(a) || isMade(b) || a === undefined || b === undefined) &&
    JSON.stringify(a ?? null) === JSON.stringify(b ?? null))

const isMade = (value: unknown): boolean => typeof value === 'object' && value !== null

/** The fields of a row that are no longer as the import wrote them. */
export const editedFields = (change: Added, row: object): readonly string[] =>
  Object.entries(row)
    .filter(([field, value]) => field !== 'retiredAt' && !isEqual(value, change.row[field]))
    .map(([field]) => field)

/** Who changed a row (or one field of it) last, and when, in words. */
export function sayLater(context: UndoContext, rowId: string, field: string | null): string {
  const last = context.later(rowId).find((l) => field === null || l.field === null || l.field === field)
  return last
    ? `Changed by ${last.actor} on ${sayDay(last.at)}, after the import.`
    : 'Changed after the import.'
}
