import { Failure } from '../../shared/errors.ts'
import { monthPeriod } from '../../shared/import/toChanges.ts'
import { makeLedger, type ReturnedWorkbook } from '../../shared/issue/makeLedger.ts'
import type { ChaseLedger, HowAnswered } from '../../shared/view/chase.ts'
import type { Programme } from '../../shared/view/programme.ts'
import { notAsked } from '../../shared/workbook/issuedLayout.ts'
import type { FieldName } from '../../shared/workbook/draft.ts'
import { loadImportedRows, loadImports, type ImportedRow, type ImportRecord } from '../db/importsTable.ts'
import { loadIssued, loadIssuedRefs, type IssuedRecord } from '../db/issuedTable.ts'
import type { ReadDb } from '../db/types.ts'
import { findOpen } from '../import/findOpen.ts'

/**
 * The chase ledger of a period by its label. Fails with a sentence where nothing was issued for it. Imports count while
 * they are in effect; a tracker of somebody's own counts for the period it names or, where it names none, for the one that
 * was being asked about when it came.
 */
export function loadLedger(db: ReadDb, p: Programme, label: string): ChaseLedger {
  const issued = loadIssued(db)
  const asked = issued.filter((i) => i.period === label)
  if (asked.length === 0)
    throw new Failure({
      code: 'invalid-input',
      where: 'period',
      message: `No workbook was handed out for “${label}”. Hand them out first; then this says who has answered.`,
    })
  const name = periodName(p, label)
  const isBack = returnTest(issued, label)
  const stillOpen = new Map(
    findOpen(db, p).map(({ record, rows }) => [record.id, new Set(rows.map((o) => rowKey(o.row)))]),
  )
  const back = loadImports(db)
    .filter((i) => i.undoneAt === null && isBack(i))
    .map((i) => returnedWorkbook(db, i, stillOpen.get(i.id) ?? new Set()))
  const withRows = asked.map((a) => ({ ...a, rows: loadIssuedRefs(db, a.id) }))
  return makeLedger(p, { label, name }, withRows, back)
}

/** A period's name by its label, also where nothing but the label is left of it. */
export const periodName = (p: Programme, label: string): string =>
  p.tables.period.find((x) => x.label === label)?.name ??
  (/^\d{4}-\d{2}$/u.test(label) ? monthPeriod('', label).name : label)

/** Whether an import answers what was asked in a period. */
function returnTest(issued: readonly IssuedRecord[], label: string): (i: ImportRecord) => boolean {
  const periodOf = new Map(issued.map((i) => [i.id, i.period]))
  return (i) => {
    if (i.issuedId !== null) return periodOf.get(i.issuedId) === label
    if (i.period !== null) return i.period === label
    // what was handed out last before it came is what it answers; the list is newest first
    return issued.find((x) => x.at <= i.at)?.period === label
  }
}

const rowKey = (row: Pick<ImportedRow, 'sheet' | 'row'>): string => JSON.stringify([row.sheet, row.row])

/** What a workbook answers; `open` has the rows with a question that nobody has decided yet. */
function returnedWorkbook(db: ReadDb, record: ImportRecord, open: ReadonlySet<string>): ReturnedWorkbook {
  const { id, file, at, issuedId, sender } = record
  const answers = new Map<string, HowAnswered>()
  for (const row of loadImportedRows(db, id)) {
    const how = answerOf(row, open.has(rowKey(row)))
    if (row.actionId !== null && how !== null && answers.get(row.actionId) !== 'said')
      answers.set(row.actionId, how)
  }
  return { importId: id, file, at, issuedId, sender, answers }
}

/**
 * A row answers where it changed or said something about progress, or ticked "No change"; what is all a question to be
 * decided is an answer too, and said to be one that is open.
 */
function answerOf(row: ImportedRow, isOpen: boolean): HowAnswered | null {
  const isAsked = (f: string): boolean => isOpen && row.open.some((o) => o === f)
  const said = Object.keys(row.returned).some(
    (f) => f !== 'ref' && !notAsked.has(f as FieldName) && !isAsked(f),
  )
  if (said || row.taken.length > 0) return 'said'
  if (isOpen) return 'open'
  if (row.open.length > 0) return 'said'
  if (row.outcome === 'conflict' || row.outcome === 'invalid') return 'said'
  return row.noChange ? 'no-change' : null
}
