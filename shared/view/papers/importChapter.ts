import {
  type Block,
  type Cell,
  cellText,
  type Column,
  heading,
  paragraph,
  table,
  type Table,
} from '../../paper/tree.ts'
import type { FieldChange } from '../../import/previewDocument.ts'
import type { Programme } from '../programme.ts'
import { sayMoment } from '../sayMoment.ts'
import { sayField } from '../sayField.ts'
import {
  fateOf,
  placeOf,
  type ReportedImport,
  type ReportedRow,
  type RowPlace,
  sayFate,
  sayValue,
  valueCell,
} from './importFates.ts'
import { fromWords, kindWords, letterOfCell } from './importWords.ts'
import { count, list, oneLine, sentence } from './words.ts'

/** What a chapter looks up in the other files of the report. */
export type ChapterContext = {
  readonly p: Programme
  /** True where every file begins on a page of its own. */
  readonly isOneOfMany: boolean
  /** Whether another import of the report wrote the same value of an action. */
  readonly isElsewhere: (imported: ReportedImport, row: ReportedRow, change: FieldChange) => boolean
}

/** Everything that an import did with one file: every row stands in one of its tables. */
export function importChapter(context: ChapterContext, imported: ReportedImport): Block[] {
  const places = Map.groupBy(imported.rows, placeOf)
  const part = (place: RowPlace): readonly ReportedRow[] => places.get(place) ?? []
  return [
    heading(2, imported.isResumed ? `Questions decided later: ${imported.file}` : imported.file, {
      pageBreakBefore: context.isOneOfMany,
    }),
    ...facts(imported).map(paragraph),
    ...section(
      'Values from this file',
      'One line for each value: what the programme said before, what came back, and what became of it.',
      bySheet(imported, part('values'), (rows, sheet) => valuesTable(context, imported, rows, sheet)),
    ),
    ...section(
      'Cells to look at',
      'What was noticed while reading, with the cell. None of it stopped the good values of a row.',
      bySheet(imported, [...part('values'), ...part('same')].filter(hasProblems), problemsTable),
    ),
    ...section(
      'Rows left out',
      'Rows that belong to no action for certain, or that a person set aside. Nothing of them was written.',
      bySheet(imported, part('left'), leftTable),
    ),
    ...section(
      'Rows that say nothing new',
      'Rows of the plan that say what the programme says already, or leave everything blank: a blank is no change.',
      bySheet(imported, part('same'), (rows, sheet) => sameTable(context.p, rows, sheet)),
    ),
    ...section(
      'Rows that are no actions',
      'Headings, totals and keys inside the table, each with the reason why it was not read as an action.',
      bySheet(imported, part('aside'), asideTable),
    ),
    ...missing(context.p, imported),
  ]
}

const hasProblems = ({ row }: ReportedRow): boolean => row.problems.length > 0

function section(title: string, says: string, tables: readonly Table[]): Block[] {
  return tables.length === 0 ? [] : [heading(3, title), paragraph(says), ...tables.map(table)]
}

/** A table for every sheet that has such rows, in the workbook's order. */
function bySheet(
  imported: ReportedImport,
  rows: readonly ReportedRow[],
  draw: (rows: readonly ReportedRow[], sheet: string) => Table,
): readonly Table[] {
  const isOne = new Set(imported.rows.map((r) => r.row.sheet)).size < 2
  return [...Map.groupBy(rows, (r) => r.row.sheet)].map(([sheet, own]) =>
    draw(own, isOne ? '' : ` in the sheet “${sheet}”`),
  )
}

/** From whom, when and by whom, what was read of it, and what was written. */
function facts(imported: ReportedImport): readonly string[] {
  const { preview, committed } = imported
  const read = preview.sheets.filter((s) => s.read)
  const unread = preview.sheets.filter((s) => !s.read).map((s) => `“${s.name}”`)
  const tables = read.map(
    (s) => `“${s.name}”${s.headerRow === null ? '' : ` (headings in row ${s.headerRow})`}`,
  )
  const unknown = read.flatMap((s) => s.columns.filter((c) => c.field === null && c.header.trim() !== ''))
  const names = [...new Set(unknown.map((c) => `“${oneLine(c.header)}”`))]
  const lines = [
    `${kindWords[imported.kind]} ${fromWords(imported)}, brought in on ${sayMoment(imported.at)} by ${imported.actor}.`,
    preview.rows.length === 0 || imported.isResumed
      ? ''
      : `Read: ${tables.length > 1 ? 'the sheets ' : 'the sheet '}${list(tables)}.${unread.length > 0 ? ` Not read: ${list(unread)}.` : ''}`,
    names.length > 0 && imported.kind === 'tracker'
      ? `${names.length === 1 ? 'A column that holds' : 'Columns that hold'} no field of the plan: ${list(names)}.`
      : '',
    committed.fields === 0
      ? `${count(preview.rows.length, 'row')} read; nothing was written.`
      : `${count(preview.rows.length, 'row')} read; ${count(committed.fields, 'value')} of ${count(committed.rows, 'row')} written.`,
  ]
  const undone = imported.undoneAt
    ? [
        `This import was taken back on ${sayMoment(imported.undoneAt)}: what it had written and nobody had edited since went back to what it was.`,
      ]
    : []
  return [lines.filter(Boolean).join(' '), ...undone]
}

const rowColumn: Column = { head: 'Row', kind: 'ref', width: { cm: 1.2 } }
const refColumn: Column = { head: 'Ref', kind: 'ref', width: { cm: 1.5 } }
const text = (head: string, share: number): Column => ({ head, kind: 'text', width: { share } })

function valuesTable(
  context: ChapterContext,
  imported: ReportedImport,
  rows: readonly ReportedRow[],
  sheet: string,
): Table {
  const lines = rows.flatMap((reported) =>
    reported.row.changes.map((change, i): Cell[] => [
      String(reported.row.row),
      reported.row.ref ?? 'None',
      change.label ?? sayField(change.field),
      beforeCell(context.p, change, imported),
      valueCell(context.p, change, change.returned, 'Blank'),
      [i === 0 ? howMatched(reported) : '', fateWords(context, imported, reported, change)]
        .filter(Boolean)
        .join(' '),
    ]),
  )
  const isShort = lines.every((line) => cellText(line[3] ?? '').length < shortText)
  return {
    caption: `Values${sheet}`,
    dense: true,
    rowHeads: true,
    columns: [
      rowColumn,
      refColumn,
      text('What', 2.4),
      text('Before', isShort ? 2.4 : 5),
      text('Came back', isShort ? 8 : 7.5),
      text('What became of it', 4.4),
    ],
    rows: lines,
  }
}

/** Where nothing longer stood before, what came back gets the room. */
const shortText = 40

function fateWords(
  { p, isElsewhere }: ChapterContext,
  imported: ReportedImport,
  reported: ReportedRow,
  change: FieldChange,
): string {
  const fate = fateOf(change, reported, isElsewhere(imported, reported, change))
  return sayFate(p, fate, change, reported, imported.actor)
}

/** The programme's value; where the file had been given out (or come back) with another one, that too. */
function beforeCell(p: Programme, change: FieldChange, imported: ReportedImport): Cell {
  const now = valueCell(p, change, change.current, 'Nothing yet')
  const { base } = change
  const isConflictOfIssued = imported.kind === 'issued' && change.resolution === 'conflict'
  if (change.resolution === 'take-returned' || (base === null && !isConflictOfIssued)) return now
  const was = base === null ? 'nothing' : sayValue(p, change.field, base)
  const current = change.current === null ? 'Nothing yet' : sayValue(p, change.field, change.current)
  const back = change.returned === null ? '' : sayValue(p, change.field, change.returned)
  if (was === current || was === back) return now
  return `${current}\n${imported.kind === 'tracker' ? 'This file said last time' : 'As it was sent out'}: ${was}`
}

/** How a row found its action, where that is worth saying. */
function howMatched({ row }: ReportedRow): string {
  const { answer } = row
  const memory = answer?.remembered
    ? ` (as said on ${sayMoment(answer.remembered.at)} by ${answer.remembered.by})`
    : ''
  if (answer?.kind === 'new') return `Made a new action of the plan${memory}.`
  if (answer?.kind === 'action' || row.matchedBy === 'hand') return `Matched by hand${memory}.`
  return row.matchedBy === 'text' ? 'Matched by its wording.' : ''
}

const problemsTable = (rows: readonly ReportedRow[], sheet: string): Table => ({
  caption: `Cells to look at${sheet}`,
  dense: true,
  rowHeads: true,
  columns: [{ head: 'Cell', kind: 'ref', width: { cm: 1.5 } }, refColumn, text('What was noticed', 1)],
  rows: rows.flatMap(({ row }) =>
    row.problems.map((x): Cell[] => [letterOfCell(x.cell, row.row), row.ref ?? 'None', sentence(x.message)]),
  ),
})

const leftTable = (rows: readonly ReportedRow[], sheet: string): Table => ({
  caption: `Rows left out${sheet}`,
  dense: true,
  rowHeads: true,
  columns: [rowColumn, refColumn, text('What the row says', 3), text('Why it was left out', 2)],
  rows: rows.map(({ row }): Cell[] => [
    String(row.row),
    row.ref ?? 'None',
    row.action?.trim() || 'No text of an action',
    leftReason(row),
  ]),
})

function leftReason(row: ReportedRow['row']): string {
  const { answer } = row
  if (answer?.kind === 'set-aside') {
    const reason = answer.reason ? `: ${sentence(answer.reason)}` : '.'
    const memory = answer.remembered
      ? ` As said on ${sayMoment(answer.remembered.at)} by ${answer.remembered.by}.`
      : ''
    return `Set aside by a person${reason}${memory}`
  }
  const said = row.problems.map((x) => sentence(x.message)).join(' ')
  return (
    said ||
    (row.outcome === 'new' ? 'The plan has no such action.' : 'It could be one of several actions, or none.')
  )
}

const sameTable = (p: Programme, rows: readonly ReportedRow[], sheet: string): Table => ({
  caption: `Rows that say nothing new${sheet}`,
  dense: true,
  rowHeads: true,
  columns: [rowColumn, refColumn, text('Action', 3), text('What became of it', 2)],
  rows: rows.map(({ row }): Cell[] => [
    String(row.row),
    row.ref ?? 'None',
    oneLine(p.actionByRef.get(row.ref ?? '')?.action.action ?? row.action ?? 'No text of an action'),
    sameReason(row),
  ]),
})

function sameReason(row: ReportedRow['row']): string {
  if (row.outcome === 'invalid')
    return 'A value could not be read, and nothing else is new. See the cells to look at.'
  return row.noChange === true ? '“No change” was ticked.' : 'Unchanged.'
}

const asideTable = (rows: readonly ReportedRow[], sheet: string): Table => ({
  caption: `Rows that are no actions${sheet}`,
  dense: true,
  rowHeads: true,
  columns: [rowColumn, text('What the row says', 1), text('Why it was not read as an action', 1)],
  rows: rows.map(({ row }): Cell[] => [
    String(row.row),
    oneLine(row.action ?? '') || row.ref || 'No wording kept',
    row.problems.map((x) => sentence(x.message)).join(' ') || 'Not an action.',
  ]),
})

/** Rows of an issued workbook that are not in it any more: asked about, never deleted. */
function missing(p: Programme, { preview }: ReportedImport): Block[] {
  if (preview.missing.length === 0) return []
  return [
    heading(3, 'Rows that did not come back'),
    paragraph(
      'These actions were in the workbook that was sent out. Nothing was changed or deleted because of that.',
    ),
    table({
      caption: 'Rows that did not come back',
      dense: true,
      rowHeads: true,
      columns: [refColumn, text('Action', 1)],
      rows: preview.missing.map((ref): Cell[] => [
        ref,
        oneLine(p.actionByRef.get(ref)?.action.action ?? 'Not in the plan any more'),
      ]),
    }),
  ]
}
