import type { TableColumn } from './assignColumns.ts'
import type { Draft, DraftValue, FieldName, FieldValue, Problem } from './draft.ts'
import { cellAddress, type Cell } from './grid.ts'
import { hasContent, textOf } from './gridView.ts'
import { readDateCell, readDateText, type DateReading } from './readDateCell.ts'
import { readLeads } from './readLeads.ts'
import { readPercent } from './readPercent.ts'
import { readRatingFields } from './readRatingFields.ts'
import { leadingRef, readRef, refDepth } from './readRef.ts'
import { percentCell, valueColumns, type TableContext } from './tableContext.ts'

/** Gathers what a row gives while its fields are read one after the other. */
export type RowGather = {
  readonly values: Partial<Record<FieldName, DraftValue>>
  readonly invalid: FieldName[]
  /** What stands in the cells of invalid fields that have no value. */
  readonly unread: Partial<Record<FieldName, string>>
  readonly problems: Problem[]
  readonly notes: { header: string; text: string; cell: string }[]
  readonly history: Draft['history'][number][]
  /** Cells from which a field has taken its value. */
  readonly taken: Set<Cell>
}

/** Reads one row of actions into a draft: every value with its cell, what can't be read, what no field takes. */
export function readRow(context: TableContext, row: number): Draft {
  const gather: RowGather = {
    values: {},
    invalid: [],
    unread: {},
    problems: [],
    notes: [],
    history: [],
    taken: new Set(),
  }
  const ref = readRefAndAction(context, row, gather)
  for (const field of TEXT_FIELDS) readText(context, row, field, gather)
  readLeadsField(context, row, gather)
  for (const field of ['completion', 'revisedCompletion'] as const) readDate(context, row, field, gather)
  readRatingFields(context, row, gather)
  readPercentField(context, row, gather)
  readUpdatedOn(context, row, gather)
  askAboutStruck(gather)
  keepNotes(context, row, gather)
  const { values, invalid, unread, problems, notes, history } = gather
  return {
    sheet: context.view.sheet.name,
    row,
    kind: 'action',
    refText: ref.text,
    ref: ref.ref,
    values,
    history,
    invalid: [...new Set(invalid)],
    ...(Object.keys(unread).length > 0 ? { unread } : {}),
    problems,
    notes,
  }
}

/** A value that is struck through may no longer hold: it is offered, never taken. */
function askAboutStruck(gather: RowGather): void {
  const struck = [...gather.taken].filter((c) => c.struck !== null && c.struck === c.text)
  if (struck.length === 0) return
  const why = 'The words are struck through in the workbook, so they may no longer hold.'
  const cells = new Set(struck.map(addressOf))
  for (const [field, v] of Object.entries(gather.values) as [FieldName, DraftValue][])
    if (cells.has(v.cell) && v.ambiguous === null) gather.values[field] = { ...v, ambiguous: why }
  gather.problems.push({ code: 'struck-through', cell: [...cells].join(', '), message: why })
}

const addressOf = (cell: Cell): string => cellAddress(cell.row, cell.column)

/** The cell that gives a field in this row: of several columns the first that is filled; broken ones are said. */
function cellFor(context: TableContext, row: number, field: FieldName, gather: RowGather): Cell | undefined {
  for (const column of valueColumns(context, field)) {
    const cell = context.view.shown(row, column.column)
    if (!hasContent(cell)) continue
    gather.taken.add(cell)
    if (isBroken(cell)) {
      gather.invalid.push(field)
      gather.problems.push(brokenProblem(cell))
      return undefined
    }
    return cell
  }
  return undefined
}

const isBroken = (cell: Cell): boolean =>
  cell.kind === 'error' || (cell.kind === 'blank' && cell.formula !== null)

function brokenProblem(cell: Cell): Problem {
  return cell.kind === 'error'
    ? {
        code: 'cell-error',
        cell: addressOf(cell),
        message: `The formula of this cell gives an error (${cell.text}). Put the value itself there.`,
      }
    : {
        code: 'formula-without-value',
        cell: addressOf(cell),
        message:
          'The formula of this cell was never calculated. Open the workbook in Excel, save it, and import it again.',
      }
}

function readRefAndAction(
  context: TableContext,
  row: number,
  gather: RowGather,
): { text: string | null; ref: string | null } {
  const refCell = cellFor(context, row, 'ref', gather)
  const action = cellFor(context, row, 'action', gather)
  const refText = refCell?.kind === 'date' ? refFromDate(String(refCell.value)) : textOf(refCell)
  const actionText = textOf(action)
  let ref = readRef(refText)
  let words = actionText
  const led = leadingRef(actionText)
  if (led && refDepth(led.ref) >= 3 && (ref === null || ref === led.ref)) {
    ref = led.ref
    words = led.rest
  }
  if (action && words !== '')
    gather.values.action = { value: words, cell: addressOf(action), ambiguous: null }
  const at = refText !== '' ? refCell : ref === null ? undefined : action
  if (at && (ref ?? refText) !== '')
    gather.values.ref = { value: ref ?? refText, cell: addressOf(at), ambiguous: null }
  return { text: refText === '' ? (ref === null ? null : ref) : refText, ref }
}

/** Spreadsheet programs turn "5.1.1" into a date: its day, month and year are the reference that was typed. */
function refFromDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date}.${month}.${(year ?? 0) % 100}`
}

const TEXT_FIELDS = [
  'objective',
  'intendedImpact',
  'measureOfSuccess',
  'accountable',
  'revisedReason',
  'progress',
  'nextSteps',
  'issues',
  'evidence',
] as const

/** Fields in which an address behind the words is part of what is said. */
const WITH_LINKS: ReadonlySet<FieldName> = new Set(['progress', 'nextSteps', 'issues', 'evidence'])

function readText(
  context: TableContext,
  row: number,
  field: (typeof TEXT_FIELDS)[number],
  gather: RowGather,
): void {
  const cell = cellFor(context, row, field, gather)
  const text = textOf(cell)
  // A dash says that there is nothing to say: a blank means "no change", so nothing is taken.
  if (!cell || /^[-–—.]*$/.test(text)) return
  const ditto = /^(as above|ditto|see above|same as above|as previous|["″”']{1,2}|do\.)$/i.test(text)
  const value = WITH_LINKS.has(field) ? withLink(text, cell.link) : text
  const why = ditto ? `“${text}” points to another row.` : null
  if (why)
    gather.problems.push({
      code: 'points-elsewhere',
      cell: addressOf(cell),
      message: `${why} Write out here what holds for this action.`,
    })
  gather.values[field] = { value, cell: addressOf(cell), ambiguous: why }
}

/** "Minutes" that lead to an address read "Minutes (address)"; an address alone stays as it is. */
function withLink(text: string, link: string | null): string {
  if (link === null || !/^(https?|ftp|file|mailto):|^\\\\/i.test(link)) return text
  const bare = (t: string): string =>
    t
      .toLowerCase()
      .replace(/^(https?:\/\/|mailto:)/, '')
      .replace(/\/$/, '')
  return text.toLowerCase().includes(bare(link)) ? text : `${text} (${link.replace(/^mailto:/i, '')})`
}

function readLeadsField(context: TableContext, row: number, gather: RowGather): void {
  const leads: string[] = []
  let first: Cell | undefined
  for (const column of valueColumns(context, 'leads').toSorted((a, b) => a.column - b.column)) {
    const cell = context.view.shown(row, column.column)
    if (!hasContent(cell)) continue
    gather.taken.add(cell)
    if (isBroken(cell)) {
      gather.invalid.push('leads')
      gather.problems.push(brokenProblem(cell))
      continue
    }
    if (/^[-–—.]*$/.test(textOf(cell))) continue
    first ??= cell
    leads.push(...readLeads(textOf(cell)))
  }
  if (first && leads.length > 0)
    gather.values.leads = { value: [...new Set(leads)], cell: addressOf(first), ambiguous: null }
}

function readDate(
  context: TableContext,
  row: number,
  field: 'completion' | 'revisedCompletion',
  gather: RowGather,
): void {
  const column = valueColumns(context, field)[0]
  const cell = cellFor(context, row, field, gather)
  if (!cell) return
  if (column?.parts && cell.kind === 'text') readDateParts(context, cell, column, gather)
  else keepDate(readDateCell(cell, context), cell, field, gather)
}

function keepDate(
  reading: DateReading | null,
  cell: Cell,
  field: 'completion' | 'revisedCompletion',
  gather: RowGather,
): void {
  if (!reading) return
  const address = addressOf(cell)
  if (reading.problem !== null)
    gather.problems.push({
      code: reading.isUnread ? 'date-unread' : 'date-doubtful',
      cell: address,
      message: reading.problem,
    })
  if (reading.isUnread) gather.invalid.push(field)
  gather.values[field] = { value: reading.value, cell: address, ambiguous: reading.ambiguous }
}

/** A cell of a "Start/Rev/End" column: as many dates as the heading names, in its order. */
function readDateParts(context: TableContext, cell: Cell, column: TableColumn, gather: RowGather): void {
  const parts = column.parts ?? []
  const texts = splitDates(textOf(cell), parts.length)
  if (texts === null) {
    readUncertainDate(context, cell, column, gather)
    return
  }
  for (const [i, part] of parts.entries()) {
    if (part === 'start') continue
    keepDate(
      readDateText(texts[i] ?? '', context),
      cell,
      part === 'original' ? 'completion' : 'revisedCompletion',
      gather,
    )
  }
}

/** Fewer dates than the heading names: the last is most likely when it is due, but a person says so. */
function readUncertainDate(context: TableContext, cell: Cell, column: TableColumn, gather: RowGather): void {
  const words = textOf(cell)
  const last = splitDates(words, 2)?.[1] ?? words
  const reading = readDateText(last, context)
  const header = column.header.replaceAll(/\s+/g, ' ')
  const why = `The heading “${header}” names ${column.parts?.length ?? 0} dates, and this cell has fewer or more, so it is not clear which is which.`
  if (!reading) return
  gather.problems.push({ code: 'dates-unclear', cell: addressOf(cell), message: why })
  gather.values.completion = { value: reading.value, cell: addressOf(cell), ambiguous: why }
  if (reading.isUnread) gather.invalid.push('completion')
}

/** Lines first, then marks with spaces around them, then slashes where the dates have none of their own. */
function splitDates(text: string, count: number): string[] | null {
  for (const by of [/\n/, /\s*[;|]\s*/, /\s+[/–-]\s+/, /\s*\/\s*/]) {
    const parts = text
      .split(by)
      .map((p) => p.trim().replace(/^(start|rev(ised)?|end|due|original|forecast)\s*[:–-]\s*/i, ''))
    if (parts.length === count) return parts
  }
  return null
}

function readPercentField(context: TableContext, row: number, gather: RowGather): void {
  const cell = cellFor(context, row, 'percentComplete', gather)
  if (!cell) return
  const reading = readPercent(percentCell(cell), context.percents)
  if (reading.kind === 'blank') return
  const address = addressOf(cell)
  if (reading.kind === 'unread') {
    gather.invalid.push('percentComplete')
    gather.unread.percentComplete = textOf(cell)
    gather.problems.push({ code: 'percent-unread', cell: address, message: reading.why })
    return
  }
  if (reading.why !== null)
    gather.problems.push({ code: 'percent-unclear', cell: address, message: `${reading.why} Check it.` })
  gather.values.percentComplete = { value: reading.percent, cell: address, ambiguous: reading.why }
}

/** The day an update speaks for: only a whole day counts. */
function readUpdatedOn(context: TableContext, row: number, gather: RowGather): void {
  const cell = cellFor(context, row, 'updatedOn', gather)
  const reading = cell ? readDateCell(cell, context) : null
  if (!cell || !reading) return
  if (reading.value.precision === 'day' && reading.value.earliest !== null) {
    const value: FieldValue = reading.value.earliest
    gather.values.updatedOn = { value, cell: addressOf(cell), ambiguous: null }
  } else gather.taken.delete(cell)
}

/** Comments, struck words, addresses and columns that no field takes: kept and shown, never merged. */
function keepNotes(context: TableContext, row: number, gather: RowGather): void {
  for (const cell of context.view.ownCells(row)) noteCell(context, cell, gather)
  if (!context.view.isMerged(row)) return
  for (const { column } of context.table.columns) {
    const cell = context.view.shown(row, column)
    if (cell && cell.row !== row) noteCell(context, cell, gather)
  }
}

function noteCell(context: TableContext, cell: Cell, gather: RowGather): void {
  const note = (text: string): void => {
    const header = context.table.columns.find((c) => c.column === cell.column)?.header ?? ''
    gather.notes.push({ header, text, cell: addressOf(cell) })
  }
  if (hasContent(cell) && !gather.taken.has(cell)) note(textOf(cell))
  if (cell.comment !== null) note(cell.comment)
  if (cell.struck !== null && cell.struck !== cell.text) note(`Struck through: ${cell.struck}`)
  if (cell.link !== null && !saysLink(gather, cell)) note(cell.link)
}

const saysLink = (gather: RowGather, cell: Cell): boolean =>
  Object.values(gather.values).some(
    (v) =>
      v.cell === addressOf(cell) &&
      typeof v.value === 'string' &&
      v.value.includes((cell.link ?? '').replace(/^mailto:/i, '')),
  )
