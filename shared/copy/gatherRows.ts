import type { Change } from '../model/change.ts'
import type { EntityName } from '../model/entities.ts'
import type { FieldValue } from '../workbook/draft.ts'
import type { CopyChangeContext } from './copyChanges.ts'
import { isSame, twinOf, type AnyRow, type CopyState } from './copyState.ts'
import type { DecidedItem } from './decideCopy.ts'
import type { CopyPlan } from './planCopy.ts'
import { contentsOf, dayOf, isIn, rowsIn, slots, type Slot } from './slots.ts'

/** A row of the copy on its way in, with the parts of it that were taken. */
type Coming = {
  readonly entity: EntityName
  readonly row: AnyRow
  readonly whole: boolean
  readonly fields: ReadonlySet<string>
  /** The slots in which it is to be the newest. */
  readonly tops: readonly Slot[]
  readonly instead: ReadonlyMap<string, FieldValue>
}

/**
 * The rows that come in, each once, with all of its values that were taken and none of those that were not. A row that the
 * programme has already (from an earlier return) gets what is new of it; one that an undo retired comes back.
 */
export function gatherRows(
  now: CopyState,
  plan: CopyPlan,
  taken: readonly DecidedItem[],
  refs: ReadonlyMap<string, string>,
  context: CopyChangeContext,
): readonly Change[] {
  const coming = gather(plan, taken).filter(hasContents)
  const days = daysFor(now, coming)
  return coming.flatMap((c) => {
    const wanted = wantedRow(c, refs, context.importId, days.get(c.row.id) ?? null, now)
    const there = now.row(c.entity, c.row.id) ?? twinOf(now, c.entity, wanted)
    if (there === null) return [added(c.entity, wanted)]
    if (c.tops.some((slot) => isOvertaken(now, slot, there, wanted)))
      return [added(c.entity, { ...wanted, id: context.newId(c.entity) })]
    return bringUp(c, there, wanted)
  })
}

function gather(plan: CopyPlan, taken: readonly DecidedItem[]): readonly Coming[] {
  const coming = new Map<string, Coming>()
  for (const { item, instead } of taken) {
    for (const step of item.steps) {
      if (step.kind !== 'add') continue
      const known = coming.get(step.row.id)
      const slot = step.newest ? slots.find((s) => s.field === item.field) : undefined
      coming.set(step.row.id, {
        entity: step.entity,
        row: step.row,
        whole: (known?.whole ?? false) || step.fields === null,
        fields: new Set([...(known?.fields ?? []), ...(step.fields ?? [])]),
        tops: [...(known?.tops ?? []), ...(slot ? [slot] : [])],
        instead: insteadOf(known?.instead, slot, step.fields, instead),
      })
    }
  }
  const place = new Map(plan.order.map((id, i) => [id, i]))
  return [...coming.values()].toSorted((a, b) => (place.get(a.row.id) ?? 0) - (place.get(b.row.id) ?? 0))
}

function insteadOf(
  known: ReadonlyMap<string, FieldValue> | undefined,
  slot: Slot | undefined,
  fields: readonly string[] | null,
  value: FieldValue | null,
): ReadonlyMap<string, FieldValue> {
  const field = slot?.value ?? (fields?.length === 1 ? fields[0] : undefined)
  return value === null || field === undefined ? (known ?? new Map()) : new Map(known).set(field, value)
}

/** A reason without its date, or an update of which nothing was taken, is nothing to bring. */
function hasContents(c: Coming): boolean {
  const contents = contentsOf[c.entity]
  if (c.whole || !contents) return true
  if (c.entity === 'dateChange') return c.fields.has('completion')
  return contents.some((f) => c.fields.has(f) && !isSame(c.row[f], null))
}

function wantedRow(
  c: Coming,
  refs: ReadonlyMap<string, string>,
  importId: string,
  day: string | null,
  now: CopyState,
): AnyRow {
  const contents = new Set(contentsOf[c.entity] ?? [])
  const fields = Object.entries(c.row).map(([field, value]) => {
    if (contents.has(field) && !c.whole && !c.fields.has(field)) return [field, null] as const
    if (typeof value === 'string' && field.endsWith('Id')) return [field, refs.get(value) ?? value] as const
    return [field, c.instead.get(field) ?? value] as const
  })
  const row = { ...(Object.fromEntries(fields) as AnyRow), ...(day === null ? {} : { at: day }) }
  const own = 'importId' in row ? { ...row, importId } : row
  return c.entity === 'action' ? { ...own, ref: freeRef(now, own) } : own
}

/** A reference that another action has by now gives way to the next one of its objective. */
function freeRef(now: CopyState, action: AnyRow): unknown {
  const refs = new Set(
    now.rows('action').flatMap((a) => (a.retiredAt === null && a.id !== action.id ? [a['ref']] : [])),
  )
  const ref = String(action['ref'])
  if (!refs.has(ref)) return ref
  const stem = ref.replace(/\d+$/u, '')
  let n = Number(/\d+$/u.exec(ref)?.[0] ?? 0) + 1
  while (refs.has(`${stem}${n}`)) n += 1
  return `${stem}${n}`
}

/**
 * What is taken over something newer of the programme must be the newest: it speaks for the day of what it takes the place
 * of, if that is later than its own. All other rows keep their day.
 */
function daysFor(now: CopyState, coming: readonly Coming[]): ReadonlyMap<string, string> {
  const days = new Map(coming.map((c) => [c.row.id, dayOf(c.row)]))
  const ofAction = Map.groupBy(coming, (c) => c.row['actionId'])
  const tops = coming.flatMap((c) => c.tops.map((slot) => ({ c, slot })))
  for (let pass = 0; pass < 2; pass += 1) {
    for (const { c, slot } of tops) {
      const rivals = [
        ...rowsIn(now, slot, String(c.row['actionId']))
          .filter((r) => r.id !== c.row.id)
          .map(dayOf),
        ...(ofAction.get(c.row['actionId']) ?? [])
          .filter((o) => o !== c && o.entity === slot.entity && isIn(slot, o.row))
          .map((o) => days.get(o.row.id) ?? ''),
      ]
      days.set(c.row.id, [days.get(c.row.id) ?? '', ...rivals].toSorted().at(-1) ?? '')
    }
  }
  return new Map(coming.filter((c) => c.tops.length > 0).map((c) => [c.row.id, days.get(c.row.id) ?? '']))
}

/** A row that is in the file already stands before what was written since on its day: it would not be the newest. */
function isOvertaken(now: CopyState, slot: Slot, there: AnyRow, wanted: AnyRow): boolean {
  const own = now.rows(slot.entity).findIndex((r) => r.id === there.id)
  return rowsIn(now, slot, String(wanted['actionId'])).some(
    (r) =>
      r.id !== there.id &&
      (dayOf(r) > dayOf(wanted) ||
        (dayOf(r) === dayOf(wanted) && now.rows(slot.entity).findIndex((x) => x.id === r.id) > own)),
  )
}

const added = (entity: EntityName, row: AnyRow): Change => ({
  kind: 'added',
  entity,
  id: row.id,
  row: { ...row },
})

function bringUp(c: Coming, there: AnyRow, wanted: AnyRow): readonly Change[] {
  const contents = contentsOf[c.entity]
  const isBack = there.retiredAt !== null
  const fields = c.whole || isBack ? Object.keys(wanted) : [...c.fields]
  const edits = fields
    .filter((f) => !['id', 'retiredAt', ...(isBack ? [] : ['importId'])].includes(f))
    .filter((f) => (contents?.includes(f) ?? true) || isBack)
    .filter((f) => !isSame(there[f], wanted[f]))
    .map((field): Change => ({
      kind: 'edited',
      entity: c.entity,
      id: there.id,
      field,
      before: there[field],
      after: wanted[field],
    }))
  return isBack ? [{ kind: 'restored', entity: c.entity, id: there.id }, ...edits] : edits
}
