import type { z } from 'zod'
import { readCompletion } from '../dates/readCompletion.ts'
import { Failure } from '../errors.ts'
import type { contract } from '../ipc/contract.ts'
import type { Change } from '../model/change.ts'
import type { EntityName, Row } from '../model/entities.ts'
import { type ActionEntry, dueOf, type Programme, ratingOf, stepOf } from '../view/programme.ts'

/** What an edit is made with: the programme as it is, ids for new rows, who does it. */
export type Editing = {
  readonly programme: Programme
  readonly newId: (entity: EntityName) => string
  readonly actor: string
}
/** An edit as changes, with its words for the audit trail and for "Undo: …". */
export type Edit = { readonly label: string; readonly changes: readonly Change[] }

type Asked<C extends keyof typeof contract> = z.output<(typeof contract)[C]['input']>

/**
 * Rates an action. A rating that moves needs a reason (Thurrock's members asked how two actions became green):
 * fails with 'reason-needed'; with 'not-found' for an unknown action or a word that the scale doesn't have.
 */
export function rateAction(e: Editing, asked: Asked<'action.rate'>): Edit {
  const entry = entryOf(e.programme, asked.actionId)
  const step = stepOf(e.programme, asked.kind, asked.code)
  if (!step) throw new Failure({ code: 'not-found', what: `the ${asked.kind} rating “${asked.code}”` })
  const before = ratingOf(entry, asked.kind)
  const reason = blankToNull(asked.reason)
  const label = `${asked.kind} rating of ${entry.action.ref} to ${step.word.toLowerCase()}`
  if (before !== null && before !== asked.code && reason === null)
    throw new Failure({ code: 'reason-needed', what: `a rating that moves (${entry.action.ref})` })
  const row: Row<'rating'> = {
    id: e.newId('rating'),
    retiredAt: null,
    actionId: entry.action.id,
    kind: asked.kind,
    code: asked.code,
    reason,
    at: e.programme.today,
    by: e.actor,
    periodId: periodOn(e.programme, e.programme.today),
    importId: null,
  }
  return { label, changes: [added('rating', row)] }
}

/** Adds what a lead said, in the lead's stead. Fails with 'invalid-input' where nothing was said. */
export function addUpdate(e: Editing, asked: Asked<'action.addUpdate'>): Edit {
  const entry = entryOf(e.programme, asked.actionId)
  const said = {
    progress: blankToNull(asked.progress),
    nextSteps: blankToNull(asked.nextSteps),
    issues: blankToNull(asked.issues),
    evidence: blankToNull(asked.evidence),
    percentComplete: asked.percentComplete,
  }
  if (Object.values(said).every((v) => v === null))
    throw new Failure({
      code: 'invalid-input',
      where: 'progress',
      message: 'Write at least one of progress, next steps, issues, evidence or percent complete.',
    })
  if (asked.at > e.programme.today)
    throw new Failure({
      code: 'invalid-input',
      where: 'at',
      message: 'An update cannot be from a day to come.',
    })
  const row: Row<'update'> = {
    id: e.newId('update'),
    retiredAt: null,
    actionId: entry.action.id,
    groupId: null,
    periodId: periodOn(e.programme, asked.at),
    at: asked.at,
    by: blankToNull(asked.by),
    source: asked.source,
    sourceNote: blankToNull(asked.sourceNote),
    ...said,
    importId: null,
  }
  return { label: `update of ${entry.action.ref}`, changes: [added('update', row)] }
}

/** Changes a text of the plan itself; 'overtaken' is found when it is applied. */
export function editActionText(e: Editing, asked: Asked<'action.editText'>): Edit {
  const entry = entryOf(e.programme, asked.actionId)
  const after = blankToNull(asked.after)
  if (asked.field === 'action' && after === null)
    throw new Failure({ code: 'invalid-input', where: 'action', message: 'An action needs its words.' })
  const { id, ref } = entry.action
  return {
    label: `${fieldWords[asked.field]} of ${ref}`,
    changes: [{ kind: 'edited', entity: 'action', id, field: asked.field, before: asked.before, after }],
  }
}

const fieldWords = {
  action: 'wording',
  intendedImpact: 'intended impact',
  measureOfSuccess: 'measure of success',
  accountable: 'accountable officer',
  note: 'note',
} as const

/**
 * Moves an action's completion date; the original stays. The text is kept as written; a missing reason is asked
 * for by the papers, not refused. Fails with 'invalid-input' where the text names no date at all.
 */
export function redateAction(e: Editing, asked: Asked<'action.redate'>): Edit {
  const entry = entryOf(e.programme, asked.actionId)
  const { programme, today } = e.programme
  const read = readCompletion(asked.text, { startedOn: programme.startedOn, near: today })
  if (read.precision === 'unread')
    throw new Failure({
      code: 'invalid-input',
      where: 'text',
      message: `“${asked.text}” can't be read as a date. Write it like “31 March 2020”, “March 2020” or “summer term 2020”.`,
    })
  if (read.text === dueOf(entry)?.text)
    throw new Failure({
      code: 'invalid-input',
      where: 'text',
      message: `That is the date ${entry.action.ref} has now.`,
    })
  const { text, earliest, latest, precision } = read
  const row: Row<'dateChange'> = {
    id: e.newId('dateChange'),
    retiredAt: null,
    actionId: entry.action.id,
    completion: { text, earliest, latest, precision },
    reason: blankToNull(asked.reason),
    approvedBy: null,
    approvedOn: null,
    at: today,
    by: e.actor,
    importId: null,
  }
  return { label: `date of ${entry.action.ref} to ${text}`, changes: [added('dateChange', row)] }
}

/** Records who approved a moved date, and when. */
export function approveDateChange(e: Editing, asked: Asked<'dateChange.approve'>): Edit {
  const moved = e.programme.tables.dateChange.find((d) => d.id === asked.dateChangeId)
  const entry = moved && e.programme.actionById.get(moved.actionId)
  if (!moved || !entry) throw new Failure({ code: 'not-found', what: 'the moved date' })
  const edited = (field: 'approvedBy' | 'approvedOn', after: string): Change => ({
    kind: 'edited',
    entity: 'dateChange',
    id: moved.id,
    field,
    before: moved[field],
    after,
  })
  return {
    label: `approval of the date of ${entry.action.ref}`,
    changes: [edited('approvedBy', asked.approvedBy), edited('approvedOn', asked.approvedOn)],
  }
}

/** Saves why an action is off track and what is being done: adds the record, or edits what differs. */
export function saveRecovery(e: Editing, asked: Asked<'action.saveRecovery'>): Edit {
  const entry = entryOf(e.programme, asked.actionId)
  const { startedOn } = e.programme.programme
  const dueText = blankToNull(asked.due)
  const read = dueText === null ? null : readCompletion(dueText, { startedOn, near: e.programme.today })
  const values = {
    cause: blankToNull(asked.cause),
    plan: blankToNull(asked.plan),
    who: blankToNull(asked.who),
    due: read && { text: read.text, earliest: read.earliest, latest: read.latest, precision: read.precision },
    effect: blankToNull(asked.effect),
    ask: blankToNull(asked.ask),
  }
  const label = `recovery of ${entry.action.ref}`
  const old = entry.recovery
  if (old) return { label, changes: editsOf('recovery', old, values) }
  const row = { id: e.newId('recovery'), retiredAt: null, actionId: entry.action.id, ...values }
  return { label, changes: [added('recovery', row)] }
}

/** Marks a milestone as done on a day, or as open again. */
export function setMilestoneDone(e: Editing, asked: Asked<'milestone.setDone'>): Edit {
  const milestone = e.programme.tables.milestone.find((m) => m.id === asked.milestoneId)
  const entry = milestone && e.programme.actionById.get(milestone.actionId)
  if (!milestone || !entry) throw new Failure({ code: 'not-found', what: 'the milestone' })
  return {
    label: `milestone of ${entry.action.ref} ${asked.doneOn === null ? 'open again' : 'done'}`,
    changes: editsOf('milestone', milestone, { doneOn: asked.doneOn }),
  }
}

/** One change a field that differs. */
export function editsOf(entity: EntityName, row: { readonly id: string }, values: object): readonly Change[] {
  const now: Record<string, unknown> = { ...row }
  return Object.entries(values)
    .filter(([field, after]) => JSON.stringify(now[field] ?? null) !== JSON.stringify(after ?? null))
    .map(([field, after]): Change => ({
      kind: 'edited',
      entity,
      id: row.id,
      field,
      before: now[field],
      after,
    }))
}

export const added = (entity: EntityName, row: { readonly id: string }): Change => ({
  kind: 'added',
  entity,
  id: row.id,
  row,
})

export const blankToNull = (text: string | null): string | null => {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}

/** The reporting period that a day falls in, where the programme has one. */
export const periodOn = (p: Programme, day: string): string | null =>
  p.tables.period.find((x) => x.fromDay <= day && day <= x.toDay)?.id ?? null

function entryOf(p: Programme, id: string): ActionEntry {
  const entry = p.actionById.get(id)
  if (!entry) throw new Failure({ code: 'not-found', what: 'the action' })
  return entry
}
