import { dueOf, type ActionEntry } from '../view/programme.ts'
import type { Draft, DraftValue, FieldName, FieldValue, Problem } from '../workbook/draft.ts'
import { currentValues, type CurrentValues } from './currentValues.ts'
import type { LeadNames } from './leadNames.ts'
import { mergeField } from './mergeField.ts'
import type { MergedChange } from './previewDocument.ts'
import { isCompletion, isEmpty, sameValue } from './sameValue.ts'
import { sayDay } from '../view/sayDay.ts'
import { unreadValues } from './unreadValues.ts'
import { bareWording, beginsOtherwise } from './wording.ts'

/** What the base says of one action: a value a field; `open` names the fields a person was asked about and left. */
export type RowBase = {
  readonly values: Readonly<Partial<Record<FieldName, FieldValue>>>
  readonly open: ReadonlySet<FieldName>
  /** Values that last time's rows gave a field differently. */
  readonly several?: Readonly<Partial<Record<FieldName, readonly FieldValue[]>>>
  /** Fields that nobody was asked to fill in: what differs there is asked about, never taken by itself. */
  readonly notAsked?: ReadonlySet<FieldName>
  /** Fields whose base is what the same issued workbook said when it last came back. */
  readonly last?: ReadonlySet<FieldName>
  /** What nobody could read last time, in its words. */
  readonly unread?: Readonly<Partial<Record<FieldName, FieldValue>>>
}

export const noBase: RowBase = { values: {}, open: new Set() }

export type MergedRow = {
  readonly changes: readonly MergedChange[]
  readonly problems: readonly Problem[]
  /** Fields that keep the programme's value although the last import left the question open. */
  readonly stillOpen: readonly FieldName[]
}

/** The fields in the order they are shown; `ref` only identifies, `updatedOn` follows what it dates. */
const merged: readonly FieldName[] = [
  'action',
  'objective',
  'intendedImpact',
  'measureOfSuccess',
  'leads',
  'accountable',
  'completion',
  'revisedCompletion',
  'revisedReason',
  'deliveryRating',
  'impactRating',
  'percentComplete',
  'progress',
  'nextSteps',
  'issues',
  'evidence',
]
export const updateFields = ['progress', 'nextSteps', 'issues', 'evidence', 'percentComplete'] as const

/**
 * Merges one row with the action it belongs to, field by field: base, current, returned. Pure; never throws.
 * `today` is the ISO day of the import: a later `updatedOn` is a slip.
 */
export function mergeRow(
  entry: ActionEntry,
  draft: Draft,
  base: RowBase,
  leads: LeadNames,
  today: string,
): MergedRow {
  const now = currentValues(entry)
  const changes: MergedChange[] = []
  const unread = unreadValues(draft)
  for (const field of merged) {
    const value = draft.values[field]
    const change = unread.has(field)
      ? askUnread(field, unread.get(field) ?? null, base, now.values[field] ?? null, leads)
      : value
        ? mergeOne(entry, draft, field, value, base, now, leads)
        : null
    if (change) changes.push(withBaseIs(askOutside(change, base, draft), base))
  }
  const withReason = changes.map((c) => (c.field === 'revisedReason' ? placeReason(c, changes, entry) : c))
  const dated = updatedOnChange(draft, base, now, today, withReason)
  const all = dated.change ? [...withReason, dated.change] : withReason
  return {
    changes: all.map((c) => (isStillOpen(c, base) ? { ...c, why: stillOpenWhy } : c)),
    problems: [
      ...dated.problems,
      ...outsideProblems(draft, all, base),
      ...ambiguousProblems(draft, all),
      ...missingReasons(entry, draft, all),
    ],
    stillOpen: all.filter((c) => isStillOpen(c, base)).map((c) => c.field),
  }
}

const stillOpenWhy =
  'The file says what it said last time, which is still to be decided: the programme’s value stays until then.'

/** Nobody takes what nobody can read: it is written by a person or kept out; the same words again were settled before. */
function askUnread(
  field: FieldName,
  returned: FieldValue | null,
  base: RowBase,
  current: FieldValue | null,
  leads: LeadNames,
): MergedChange | null {
  if (returned !== null && sameValue(field, current, returned, leads)) return null
  const before = base.unread?.[field] ?? null
  const again = returned !== null && sameValue(field, before, returned, leads)
  return {
    field,
    base: again ? before : (base.values[field] ?? null),
    current,
    returned,
    resolution: again ? 'keep-current' : 'ask',
    why: again
      ? 'The file says what it said last time, and it still can’t be read.'
      : 'What came back can’t be read. Write the value, or keep the programme’s.',
    invalid: true,
  }
}

const withBaseIs = (c: MergedChange, base: RowBase): MergedChange =>
  c.base !== null && base.last?.has(c.field) === true ? { ...c, baseIs: 'last' } : c

const isOutside = (c: MergedChange, base: RowBase): boolean =>
  c.resolution !== 'keep-current' && base.notAsked?.has(c.field) === true

/** A row that its lead added was never printed; what it says of the plan itself was not asked for either. */
const isPrinted = (draft: Draft): boolean => draft.printed !== undefined

const askOutside = (c: MergedChange, base: RowBase, draft: Draft): MergedChange =>
  isOutside(c, base) && c.resolution === 'take-returned'
    ? {
        ...c,
        resolution: 'ask',
        why: isPrinted(draft)
          ? 'Changed on grey, outside the boxes to fill in.'
          : 'The row was added to the workbook and differs from the plan.',
      }
    : c

const outsideProblems = (draft: Draft, changes: readonly MergedChange[], base: RowBase): readonly Problem[] =>
  changes
    .filter((c) => isPrinted(draft) && isOutside(c, base))
    .map((c) => ({
      code: 'outside-the-boxes',
      cell: draft.values[c.field]?.cell ?? null,
      message:
        'This cell was printed, not a box to fill in, and it was changed: it is asked about, not taken.',
    }))

const isStillOpen = (c: MergedChange, base: RowBase): boolean =>
  c.resolution === 'keep-current' && base.open.has(c.field)

function mergeOne(
  entry: ActionEntry,
  draft: Draft,
  field: FieldName,
  value: DraftValue,
  base: RowBase,
  now: CurrentValues,
  leads: LeadNames,
): MergedChange | null {
  const same = (a: FieldValue | null, b: FieldValue | null): boolean => sameValue(field, a, b, leads)
  const isOriginal = field === 'completion' && same(entry.action.completion, value.value)
  if (isOriginal && !isEmpty(draft.values.revisedCompletion?.value)) return null
  if (field === 'revisedCompletion' && same(dueOf(entry), value.value)) return null
  // an update that only repeats the action says nothing of it
  if (field === 'progress' && typeof value.value === 'string' && echoes(value.value, entry.action.action))
    return null
  if (field === 'revisedReason' && reasonsNow(entry).some((r) => same(r, value.value))) return null
  // as `mergeField` would say, before anything is put together for it
  if (isEmpty(value.value) || same(now.values[field] ?? null, value.value)) return null
  return mergeField({
    field,
    base: base.values[field] ?? base.several?.[field]?.find((v) => same(v, value.value)) ?? null,
    current: now.values[field] ?? null,
    returned: value.value,
    ambiguous: value.ambiguous ?? withoutDate(value.value),
    currentFrom: sayFrom(now, field),
    same,
  })
}

const echoes = (text: string, action: string): boolean =>
  text.length > 20 && !beginsOtherwise(text, action) && bareWording(text) === bareWording(action)

const reasonsNow = (entry: ActionEntry): readonly (string | null)[] => [
  entry.dateChanges[0]?.reason ?? null,
  entry.ratings.delivery[0]?.reason ?? null,
  entry.ratings.impact[0]?.reason ?? null,
]

/** "TBC" as a new date would take a due date away: a person decides. */
const withoutDate = (value: FieldValue): string | null =>
  isCompletion(value) && value.precision === 'none' ? `“${value.text}” gives no date.` : null

function sayFrom(now: CurrentValues, field: FieldName): string {
  const said = now.said[field]
  if (!said) return ''
  return ` (${said.by === null ? '' : `${said.by}, `}${sayDay(said.at)})`
}

/** A reason goes with the date or rating it explains: it is taken with them, and without them a person decides. */
function placeReason(
  reason: MergedChange,
  changes: readonly MergedChange[],
  entry: ActionEntry,
): MergedChange {
  if (reason.resolution === 'keep-current') return reason
  const moved = changes.filter((c) => explained.has(c.field) && c.resolution !== 'keep-current')
  if (moved.length > 0)
    return moved.some((c) => c.resolution === 'take-returned')
      ? { ...reason, resolution: 'take-returned', why: 'The reason of what is taken from this row.' }
      : { ...reason, resolution: 'ask', why: 'The reason of a change that is still to be decided.' }
  if (entry.dateChanges[0] || entry.ratings.delivery[0] || entry.ratings.impact[0]) return reason
  return { ...reason, resolution: 'ask', why: 'A reason is given, but no date or rating that it belongs to.' }
}

const explained: ReadonlySet<FieldName> = new Set([
  'completion',
  'revisedCompletion',
  'deliveryRating',
  'impactRating',
])

/**
 * The day a row speaks for is offered with what it dates, and only forward: an older day than the programme's is that of
 * an old copy. A day after the import is a slip and counts as the day of the import.
 */
function updatedOnChange(
  draft: Draft,
  base: RowBase,
  now: CurrentValues,
  today: string,
  changes: readonly MergedChange[],
): { readonly change: MergedChange | null; readonly problems: readonly Problem[] } {
  const value = draft.values.updatedOn
  if (!value || typeof value.value !== 'string') return { change: null, problems: [] }
  const current = now.values.updatedOn ?? null
  const problems: readonly Problem[] =
    value.value > today
      ? [{ code: 'day-to-come', cell: value.cell, message: 'The day of this update is still to come.' }]
      : []
  const says = updateFields.some((f) => !isEmpty(draft.values[f]?.value))
  const taken = changes.some((c) => c.resolution === 'take-returned' && isUpdateField(c.field))
  const newer = typeof current !== 'string' || value.value > current
  if (!says || value.value > today || current === value.value || (!newer && !taken))
    return { change: null, problems }
  return {
    change: {
      field: 'updatedOn',
      base: base.values.updatedOn ?? null,
      current,
      returned: value.value,
      resolution: newer ? 'take-returned' : 'keep-current',
      why: newer ? 'The day this update speaks for.' : 'The programme has a newer update.',
    },
    problems,
  }
}

const isUpdateField = (field: FieldName): boolean => (updateFields as readonly FieldName[]).includes(field)

/** The reader names most ambiguities itself; what it doesn't is named here, once a cell. */
function ambiguousProblems(draft: Draft, changes: readonly MergedChange[]): readonly Problem[] {
  return changes.flatMap((c) => {
    const value = draft.values[c.field]
    if (!value || value.ambiguous === null || draft.problems.some((p) => p.cell === value.cell)) return []
    return [{ code: 'ambiguous', cell: value.cell, message: value.ambiguous }]
  })
}

/** A date or rating that moves wants a reason; its absence is said, and holds nothing up. */
function missingReasons(
  entry: ActionEntry,
  draft: Draft,
  changes: readonly MergedChange[],
): readonly Problem[] {
  if (!isEmpty(draft.values.revisedReason?.value)) return []
  return changes
    .filter((c) => explained.has(c.field) && c.resolution !== 'keep-current' && c.invalid !== true)
    .filter((c) => (c.field === 'revisedCompletion' ? dueOf(entry) !== null : !isEmpty(c.current)))
    .map((c) => ({
      code: 'reason-missing',
      cell: draft.values[c.field]?.cell ?? null,
      message:
        c.field === 'completion' || c.field === 'revisedCompletion'
          ? 'The date moves and no reason is given. It can be added to the action later.'
          : 'The rating moves and no reason is given. It can be added to the action later.',
    }))
}
