import { lastDayOf } from '../dates/isoDay.ts'
import type { Change } from '../model/change.ts'
import type { EntityName, Row } from '../model/entities.ts'
import type { ActionEntry, Programme } from '../view/programme.ts'
import { sayDay } from '../view/sayDay.ts'
import type { FieldName, FieldValue } from '../workbook/draft.ts'
import { changePlanFields } from './changePlanFields.ts'
import { changeProgress } from './changeProgress.ts'
import { currentValues } from './currentValues.ts'
import { decideFields, type Decided, type Decisions } from './decideFields.ts'
import type { PlannedFile, PlannedRow } from './importPlan.ts'
import { indexLeadNames, type LeadNames } from './leadNames.ts'
import { makeAction } from './makeAction.ts'
import { isEmpty } from './sameValue.ts'

export type ChangeContext = {
  readonly importId: string
  readonly newId: (entity: EntityName) => string
  /** ISO day of the import. */
  readonly today: string
}

/** One action on its way from a workbook to changes. */
export type ActionImport = Omit<Decided, 'actionId' | 'added'> & {
  readonly entry: ActionEntry
  readonly programme: Programme
  readonly leads: LeadNames
  readonly file: PlannedFile
  readonly periodId: string | null
  readonly context: ChangeContext
}

export type ImportChanges = {
  readonly changes: readonly Change[]
  /** By action: the fields that are written, and those that stay open. */
  readonly written: ReadonlyMap<string, ReadonlySet<FieldName>>
  readonly open: ReadonlyMap<string, ReadonlySet<FieldName>>
  /** The actions that were made, by their row. */
  readonly made: ReadonlyMap<PlannedRow, string>
}

/**
 * The changes that commit one workbook: what was previewed and decided, against the programme as it is in this
 * transaction. Nothing is matched again; a value that the programme has by now (from another file of the batch) is left out.
 */
export function toChanges(
  programme: Programme,
  file: PlannedFile,
  decisions: Decisions,
  context: ChangeContext,
): ImportChanges {
  const leads = indexLeadNames(programme)
  const period = periodFor(programme, file, context)
  const changes: Change[] = []
  const edited = new Set<string>()
  const written = new Map<string, ReadonlySet<FieldName>>()
  const open = new Map<string, ReadonlySet<FieldName>>()
  const made = new Map<PlannedRow, string>()
  const base = { programme, leads, file, periodId: period.id, context }
  const positions = new Map<string, number>()
  for (const decided of decideFields(file, decisions)) {
    const { actionId } = decided
    if (actionId === null) {
      const fresh = makeAction({ ...base, ...decided }, positions)
      changes.push(...fresh.changes)
      for (const row of decided.rows) made.set(row, fresh.actionId)
      written.set(fresh.actionId, fresh.fields)
      open.set(fresh.actionId, decided.open)
      continue
    }
    const entry = programme.actionById.get(actionId)
    if (!entry) continue
    open.set(actionId, decided.open)
    const taken = withAdded(decided, entry)
    if (taken.size === 0) continue
    const one: ActionImport = { ...base, ...decided, taken, entry }
    const fields = new Set<FieldName>()
    for (const step of [changePlanFields(one), changeProgress(one)]) {
      changes.push(...step.changes.filter((c) => isFirstEdit(edited, c)))
      for (const f of step.fields) fields.add(f)
    }
    written.set(actionId, fields)
  }
  return { changes: changes.length > 0 ? [...period.changes, ...changes] : [], written, open, made }
}

/** Texts to be kept both stand after what the programme says by now, with a blank line between, each once. */
function withAdded(decided: Decided, entry: ActionEntry): ReadonlyMap<FieldName, FieldValue> {
  if (decided.added.size === 0) return decided.taken
  const now = currentValues(entry).values
  const taken = new Map(decided.taken)
  for (const [field, texts] of decided.added) {
    const before = taken.get(field) ?? now[field]
    const parts = typeof before === 'string' && !isEmpty(before) ? [before] : []
    for (const text of texts) if (!parts.some((p) => p.includes(text))) parts.push(text)
    taken.set(field, parts.join('\n\n'))
  }
  return taken
}

/** An objective's title stands in the rows of all its actions: it is edited once. */
function isFirstEdit(edited: Set<string>, change: Change): boolean {
  if (change.kind !== 'edited') return true
  const key = `${change.entity} ${change.id} ${change.field}`
  if (edited.has(key)) return false
  edited.add(key)
  return true
}

type Period = { readonly id: string | null; readonly changes: readonly Change[] }

/** The named period (made where the programme does not have it yet), else the one that the workbook's day falls in. */
function periodFor(programme: Programme, file: PlannedFile, context: ChangeContext): Period {
  const { period: periods } = programme.tables
  const label = file.source.period
  if (label === null) {
    const on = file.source.on ?? context.today
    const around = periods.find((p) => p.fromDay <= on && on <= p.toDay)
    return { id: around?.id ?? null, changes: [] }
  }
  const known = periods.find((p) => p.label === label)
  if (known) return { id: known.id, changes: [] }
  const row = monthPeriod(context.newId('period'), label)
  return { id: row.id, changes: [{ kind: 'added', entity: 'period', id: row.id, row }] }
}

/** The period of a month: '2020-02' is February 2020. */
export function monthPeriod(id: string, label: string): Row<'period'> {
  const [year = 0, month = 0] = label.split('-').map(Number)
  const toDay = `${label}-${lastDayOf(year, month)}`
  const name = sayDay(toDay).replace(/^\d+ /u, '')
  return { id, retiredAt: null, label, name, fromDay: `${label}-01`, toDay }
}
