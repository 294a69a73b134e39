import { readCompletion } from '../dates/readCompletion.ts'
import type { Change } from '../model/change.ts'
import type { RatingKind } from '../model/fields.ts'
import type { Row } from '../model/entities.ts'
import { dueOf } from '../view/programme.ts'
import type { FieldName, FieldValue } from '../workbook/draft.ts'
import type { FieldChanges } from './changePlanFields.ts'
import { currentValues } from './currentValues.ts'
import { updateFields } from './mergeRow.ts'
import { isCompletion, isEmpty, sameValue, type Completion } from './sameValue.ts'
import type { ActionImport } from './toChanges.ts'

/**
 * What a row says of an action's progress as rows of the programme: a rating each for delivery and impact, a moved date
 * (the original stays), and one update that holds all texts and the percentage of the row.
 */
export function changeProgress(one: ActionImport): FieldChanges {
  const ratings = (['delivery', 'impact'] as const).map((kind) => changeRating(one, kind))
  const dates = changeDates(one)
  const update = addUpdate(one)
  const known = [...ratings, dates, update]
  const reason = one.taken.has('revisedReason') ? placeReason(one, known) : none
  const steps = [...known, reason]
  return { changes: steps.flatMap((s) => s.changes), fields: steps.flatMap((s) => s.fields) }
}

const none: FieldChanges = { changes: [], fields: [] }

const ratingField = { delivery: 'deliveryRating', impact: 'impactRating' } as const

const differs = (one: ActionImport, field: FieldName, now: FieldValue | null): boolean => {
  const value = one.taken.get(field)
  return value !== undefined && !sameValue(field, now, value, one.leads)
}

/**
 * The ISO day that the rows speak for: their own, where they give one that has come, else the day of their workbook; never
 * before what it takes the place of, or the older value would stay the newest.
 */
function dayFor(one: ActionImport, replaced: { readonly at: string } | undefined): string {
  const own = one.rows.map((r) => r.draft.values.updatedOn?.value).findLast((v) => typeof v === 'string')
  const day = typeof own === 'string' && own <= one.context.today ? own : fileDay(one)
  return replaced && replaced.at > day ? replaced.at : day
}

const fileDay = (one: ActionImport): string => one.file.source.on ?? one.context.today

/** Who said it: the sender, else the leads that the programme names. */
const sayWho = (one: ActionImport): string | null =>
  one.file.source.sender ?? (one.entry.leads.map((l) => l.printed).join('; ') || null)

/** The reason given in the rows, where something is taken that it explains. */
function reasonIn(one: ActionImport): string | null {
  const taken = one.taken.get('revisedReason')
  const given = taken ?? one.rows.map((r) => r.draft.values.revisedReason?.value).findLast((v) => !isEmpty(v))
  const refused = !one.taken.has('revisedReason') && offered(one, 'revisedReason')
  return typeof given === 'string' && !refused ? given.trim() : null
}

const offered = (one: ActionImport, field: FieldName): boolean =>
  one.rows.some((r) => r.row.changes.some((c) => c.field === field))

function changeRating(one: ActionImport, kind: RatingKind): FieldChanges {
  const field = ratingField[kind]
  const code = one.taken.get(field)
  const [newest] = one.entry.ratings[kind]
  if (typeof code !== 'string' || !differs(one, field, newest?.code ?? null)) return none
  const at = dayFor(one, newest)
  const rating = (rowCode: string, day: string, reason: string | null): Change => {
    const row: Row<'rating'> = {
      id: one.context.newId('rating'),
      retiredAt: null,
      actionId: one.entry.action.id,
      kind,
      code: rowCode,
      reason,
      at: day,
      by: sayWho(one),
      periodId: day === at ? one.periodId : null,
      importId: one.context.importId,
    }
    return { kind: 'added', entity: 'rating', id: row.id, row }
  }
  const older = olderRatings(one, kind, at).map((h) => rating(h.code, h.day, null))
  return { changes: [...older, rating(code, at, movesDate(one) ? null : reasonIn(one))], fields: [field] }
}

/** Where a row moves a date, its reason is that of the date. */
const movesDate = (one: ActionImport): boolean =>
  one.taken.has('completion') || one.taken.has('revisedCompletion')

/** Dated rating columns of earlier months become the history, where it does not hold them yet. */
function olderRatings(
  one: ActionImport,
  kind: RatingKind,
  before: string,
): readonly { readonly code: string; readonly day: string }[] {
  const known = one.entry.ratings[kind]
  return one.rows
    .flatMap((r) => r.draft.history)
    .filter((h) => h.field === ratingField[kind])
    .flatMap((h) => {
      const month = /[A-Za-z]{3,9}\.?\s*'?\d{2,4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/u.exec(h.header)?.[0]
      const day = month === undefined ? null : readCompletion(month, { near: before }).latest
      return day !== null && day < before ? [{ code: h.code, day }] : []
    })
    .filter((h) => !known.some((k) => k.at === h.day && k.code === h.code))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** A moved date is a new row, the original stays; only an action that never had a date gets its first one. */
function changeDates(one: ActionImport): FieldChanges {
  const { entry } = one
  const changes: Change[] = []
  const fields: FieldName[] = []
  const due = dueOf(entry)
  const completion = takenCompletion(one, 'completion', due)
  if (completion && due === null) {
    const { id } = entry.action
    changes.push({
      kind: 'edited',
      entity: 'action',
      id,
      field: 'completion',
      before: null,
      after: completion,
    })
    fields.push('completion')
  } else if (completion) {
    changes.push(dateChange(one, completion))
    fields.push('completion')
  }
  const revised = takenCompletion(one, 'revisedCompletion', entry.dateChanges[0]?.completion ?? null)
  if (revised) {
    changes.push(dateChange(one, revised))
    fields.push('revisedCompletion')
  }
  return { changes, fields }
}

function takenCompletion(one: ActionImport, field: FieldName, now: Completion | null): Completion | null {
  const value = one.taken.get(field)
  return value !== undefined && isCompletion(value) && differs(one, field, now) ? value : null
}

function dateChange(one: ActionImport, completion: Completion): Change {
  const row: Row<'dateChange'> = {
    id: one.context.newId('dateChange'),
    retiredAt: null,
    actionId: one.entry.action.id,
    completion: {
      text: completion.text,
      earliest: completion.earliest,
      latest: completion.latest,
      precision: completion.precision,
    },
    reason: reasonIn(one),
    approvedBy: null,
    approvedOn: null,
    at: dayFor(one, one.entry.dateChanges[0]),
    by: sayWho(one),
    importId: one.context.importId,
  }
  return { kind: 'added', entity: 'dateChange', id: row.id, row }
}

/** One update with everything the rows say of progress, also what the programme says already; not what was kept out. */
function addUpdate(one: ActionImport): FieldChanges {
  const now = currentValues(one.entry).values
  const fresh = updateFields.filter((f) => differs(one, f, now[f] ?? null))
  const redated = one.taken.has('updatedOn') && differs(one, 'updatedOn', now.updatedOn ?? null)
  const says = Object.fromEntries(updateFields.map((f) => [f, wordsOf(one, f, now[f] ?? null)]))
  if (fresh.length === 0 && !(redated && Object.values(says).some((v) => v !== null))) return none
  const row = {
    id: one.context.newId('update'),
    retiredAt: null,
    actionId: one.entry.action.id,
    groupId: null,
    periodId: one.periodId,
    at: dayFor(one, one.entry.updates[0]),
    by: sayWho(one),
    source: 'import',
    sourceNote: sayPlace(one),
    ...says,
    importId: one.context.importId,
  }
  const fields: readonly FieldName[] = redated ? [...fresh, 'updatedOn'] : fresh
  return { changes: [{ kind: 'added', entity: 'update', id: row.id, row }], fields }
}

function wordsOf(
  one: ActionImport,
  field: (typeof updateFields)[number],
  now: FieldValue | null,
): FieldValue | null {
  const taken = one.taken.get(field)
  if (taken !== undefined) return taken
  const given = one.rows.map((r) => r.draft.values[field]?.value).findLast((v) => !isEmpty(v))
  return given !== undefined && sameValue(field, now, given, one.leads) ? given : null
}

/** Where in which file it stands, for whoever asks later. */
function sayPlace(one: ActionImport): string {
  const at = one.rows.map((r) => `sheet ${r.row.sheet}, row ${r.row.row}`).join('; ')
  const edited = updateFields.some((f) => one.edited.has(f)) ? ' (edited when it was brought in)' : ''
  return `${one.file.source.file}: ${at}${edited}`
}

/** A reason that came without its date or rating goes to the newest one; with none of either, to an update's note. */
function placeReason(one: ActionImport, steps: readonly FieldChanges[]): FieldChanges {
  const fields: readonly FieldName[] = ['revisedReason']
  const after = reasonIn(one)
  const carried = steps.some((s) => s.fields.some((f) => carriesReason.has(f)))
  if (carried) return { changes: [], fields }
  if (after === null || movesUndecided(one)) return none
  const [moved] = one.entry.dateChanges
  const rated = one.entry.ratings.delivery[0] ?? one.entry.ratings.impact[0]
  const target = moved ?? rated
  if (!target) return { changes: [noteOf(one, after)], fields }
  if (target.reason === after) return none
  const entity = moved ? 'dateChange' : 'rating'
  return {
    changes: [{ kind: 'edited', entity, id: target.id, field: 'reason', before: target.reason, after }],
    fields,
  }
}

const carriesReason: ReadonlySet<FieldName> = new Set([
  'completion',
  'revisedCompletion',
  'deliveryRating',
  'impactRating',
])

/** The reason of a date that is still to be decided waits with it. */
const movesUndecided = (one: ActionImport): boolean =>
  [...carriesReason].some((f) => offered(one, f) && !one.taken.has(f) && one.open.has(f))

function noteOf(one: ActionImport, reason: string): Change {
  const row: Row<'update'> = {
    id: one.context.newId('update'),
    retiredAt: null,
    actionId: one.entry.action.id,
    groupId: null,
    periodId: one.periodId,
    at: dayFor(one, one.entry.updates[0]),
    by: sayWho(one),
    source: 'import',
    sourceNote: `${sayPlace(one)}. Reason given: ${reason}`,
    progress: null,
    nextSteps: null,
    issues: null,
    evidence: null,
    percentComplete: null,
    importId: one.context.importId,
  }
  return { kind: 'added', entity: 'update', id: row.id, row }
}
