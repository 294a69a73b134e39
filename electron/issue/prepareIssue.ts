import { createHash } from 'node:crypto'
import { Failure } from '../../shared/errors.ts'
import { monthPeriod } from '../../shared/import/toChanges.ts'
import {
  recipientsOf,
  type IssueRequest,
  type Recipient,
  type Recipients,
} from '../../shared/issue/recipientsOf.ts'
import type { Row } from '../../shared/model/entities.ts'
import { ratingOf, stepOf, type Programme } from '../../shared/view/programme.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import type { Draft } from '../../shared/workbook/draft.ts'
import { findIssueMarks, rowKey } from '../../shared/workbook/issueMarks.ts'
import {
  issuedCells,
  issuedCurrent,
  issuedFileName,
  printedFields,
} from '../../shared/workbook/issuedLayout.ts'
import { parseTracker } from '../../shared/workbook/parseTracker.ts'
import { countIssued, programmeIdOf, type IssuedRow } from '../db/issuedTable.ts'
import { nextIds } from '../db/applyChanges.ts'
import { loadProgramme, revisionOf } from '../db/loadTables.ts'
import type { ReadDb } from '../db/types.ts'
import { workbookOf } from '../import/readWorkbook.ts'
import { drawIssued } from './drawIssued.ts'

export type PreparedWorkbook = {
  readonly id: string
  readonly by: Recipient['by']
  readonly recipient: string
  readonly file: string
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly rows: readonly IssuedRow[]
}

/** Workbooks drawn and ready to hand out, of the programme at `revision`. */
export type PreparedIssue = {
  readonly revision: number
  /** How many had been issued before. */
  readonly issuedBefore: number
  readonly period: Row<'period'>
  readonly isNewPeriod: boolean
  /** ISO day by which they are wanted back; null where none was named. */
  readonly returnBy: string | null
  readonly workbooks: readonly PreparedWorkbook[]
  /** Refs of actions that nobody leads. */
  readonly withoutLead: readonly string[]
}

/** The period's label or a month such as '2020-02', and the ISO day by which the workbooks are wanted back. */
export type IssueFor = { readonly period: string; readonly returnBy: string | null }

/** Told before each workbook: how many are drawn of all, and the file at hand. */
export type Drawn = (done: number, total: number, file: string) => void

/** A recipient whose workbook is named after something else than the recipient alone. */
type Wanted = Recipient & { readonly fileStem?: string }

/**
 * Draws the update workbooks of a period; writes nothing. `today` is an ISO day. Fails with a sentence for an unknown
 * period, group or lead, a return date that has passed, or nothing to ask.
 */
export async function prepareIssue(
  db: ReadDb,
  request: IssueRequest & IssueFor,
  today: string,
  drawn?: Drawn,
): Promise<PreparedIssue> {
  const p = loadProgramme(db, today)
  const found = recipientsOf(p, request)
  if (!found.ok) throw new Failure(found.error)
  return prepareWorkbooks(db, p, found.value, request, drawn)
}

/** As `prepareIssue`, for recipients and actions that are known already. */
export async function prepareWorkbooks(
  db: ReadDb,
  p: Programme,
  { recipients, withoutLead }: Pick<Recipients, 'withoutLead'> & { readonly recipients: readonly Wanted[] },
  { period: label, returnBy }: IssueFor,
  drawn: Drawn = () => {},
): Promise<PreparedIssue> {
  const { period, isNew } = periodOf(p, label, nextIds(db)('period'))
  if (returnBy !== null && returnBy < p.today) throw new Failure(passed(returnBy))
  const issuedBefore = countIssued(db)
  const names = uniqueNames(recipients.map((r) => issuedFileName(period.label, r.fileStem ?? r.name)))
  const context = { p, period, returnBy, programmeId: programmeIdOf(db) }
  const workbooks: PreparedWorkbook[] = []
  for (const [i, recipient] of recipients.entries()) {
    drawn(i, recipients.length, names[i] ?? '')
    workbooks.push(await prepareOne(context, recipient, issuedBefore + i + 1, names[i] ?? ''))
  }
  return {
    revision: revisionOf(db),
    issuedBefore,
    period,
    isNewPeriod: isNew,
    returnBy,
    workbooks,
    withoutLead,
  }
}

type Context = {
  readonly p: Programme
  readonly period: Row<'period'>
  readonly returnBy: string | null
  readonly programmeId: string
}

const passed = (day: string) => ({
  code: 'invalid-input' as const,
  where: 'returnBy',
  message: `The return date, ${sayDay(day)}, has passed. Choose a later day. Nothing was issued.`,
})

function periodOf(p: Programme, label: string, id: string): { period: Row<'period'>; isNew: boolean } {
  const known = p.tables.period.find((x) => x.label === label)
  if (known) return { period: known, isNew: false }
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(label)) return { period: monthPeriod(id, label), isNew: true }
  throw new Failure({
    code: 'invalid-input',
    where: 'period',
    message: `“${label}” is not a period of this programme, and not a month. Write the period as in 2020-02. Nothing was issued.`,
  })
}

/** File systems do not tell case apart; a second workbook of one name gets a number. */
function uniqueNames(names: readonly string[]): readonly string[] {
  const used = new Set<string>()
  return names.map((name) => {
    let own = name
    for (let n = 2; used.has(own.toLowerCase()); n++) own = name.replace(/\.xlsx$/u, ` (${n}).xlsx`)
    used.add(own.toLowerCase())
    return own
  })
}

async function prepareOne(
  { p, period, returnBy, programmeId }: Context,
  recipient: Recipient,
  number: number,
  file: string,
): Promise<PreparedWorkbook> {
  const rows = recipient.entries.map((entry) => ({
    actionId: entry.action.id,
    ref: entry.action.ref,
    cells: issuedCells(p, entry),
    current: issuedCurrent(entry),
    rated: stepOf(p, 'delivery', ratingOf(entry, 'delivery')),
  }))
  const { by, name } = recipient
  const content = { period: period.label, by, name, today: p.today, returnBy, rows }
  const id = `issued-${number}-${fingerprint(content)}`
  const cover = { programme: p.programme.name, recipient: name, period: period.name, actions: rows.length }
  const bytes = await drawIssued({
    programmeId,
    issuedId: id,
    marking: p.programme.marking,
    cover: { ...cover, issuedOn: p.today, returnBy },
    scale: p.scale,
    rows,
  })
  const readBack = readAgain(bytes, file, p)
  return {
    id,
    by,
    recipient: name,
    file,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    rows: rows.map(({ actionId, ref, cells, current }) => ({
      actionId,
      ref,
      cells,
      current,
      readBack: readBack.get(actionId) ?? {},
    })),
  }
}

/**
 * A few digits of what is issued become part of its id: after a backup was restored, another workbook with the same number
 * is not taken for this one.
 */
const fingerprint = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8)

/** The printed cells of each action as our own reader reads them from the very file. */
function readAgain(
  bytes: Uint8Array,
  file: string,
  p: Programme,
): ReadonlyMap<string, IssuedRow['readBack']> {
  const workbook = workbookOf(bytes, file)
  if (!workbook.ok) throw new Error(`the workbook just drawn cannot be read: ${workbook.error.code}`)
  const marks = findIssueMarks(workbook.value)
  const context = { startedOn: p.programme.startedOn, today: p.today, scale: p.tables.scaleStep }
  const { drafts } = parseTracker(workbook.value, context)
  return new Map(
    drafts.flatMap((d) => {
      const actionId = marks?.rows.get(rowKey(d.sheet, d.row))?.actionId ?? null
      return actionId === null ? [] : [[actionId, printedValues(d)] as const]
    }),
  )
}

const printedValues = (draft: Draft): IssuedRow['readBack'] =>
  Object.fromEntries(
    printedFields.flatMap((f) => {
      const value = draft.values[f]
      return value ? [[f, value.value] as const] : []
    }),
  )
