import { lastDayOf } from '../dates/isoDay.ts'
import type { Change } from '../model/change.ts'
import type { EntityName, Row } from '../model/entities.ts'
import type { ActionEntry, Programme } from '../view/programme.ts'
import { sayDay } from '../view/sayDay.ts'
import type { FieldName } from '../workbook/draft.ts'
import { changePlanFields } from './changePlanFields.ts'
import { changeProgress } from './changeProgress.ts'
import { decideFields, type Decided, type Decisions } from './decideFields.ts'
import type { PlannedFile } from './importPlan.ts'
import { indexLeadNames, type LeadNames } from './leadNames.ts'

export type ChangeContext = {
  readonly importId: string
  readonly newId: (entity: EntityName) => string
  /** ISO day of the import. */
  readonly today: string
}

/** One action on its way from a workbook to changes. */
export type ActionImport = Decided & {
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
  for (const decided of decideFields(file, decisions)) {
    const entry = programme.actionById.get(decided.actionId)
    if (!entry) continue
    open.set(decided.actionId, decided.open)
    if (decided.taken.size === 0) continue
    const one: ActionImport = { ...decided, entry, programme, leads, file, periodId: period.id, context }
    const fields = new Set<FieldName>()
    for (const step of [changePlanFields(one), changeProgress(one)]) {
      changes.push(...step.changes.filter((c) => isFirstEdit(edited, c)))
      for (const f of step.fields) fields.add(f)
    }
    written.set(decided.actionId, fields)
  }
  return { changes: changes.length > 0 ? [...period.changes, ...changes] : [], written, open }
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

/** The named period (made where the programme does not have it yet), else the one that the day of the import falls in. */
function periodFor(programme: Programme, file: PlannedFile, context: ChangeContext): Period {
  const { period: periods } = programme.tables
  const label = file.source.period
  if (label === null) {
    const around = periods.find((p) => p.fromDay <= context.today && context.today <= p.toDay)
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
