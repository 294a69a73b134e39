import { listColumns } from './assignColumns.ts'
import { classifyRow, type ReadingState } from './classifyRow.ts'
import type { Draft, ParsedWorkbook, Problem, ReadSheet } from './draft.ts'
import { findTables, type PlanTable } from './findTables.ts'
import { cellAddress, type Sheet, type Workbook } from './grid.ts'
import { textOf, viewColumns, viewGrid, type GridView } from './gridView.ts'
import { mapTables, readsAnything } from './mapTables.ts'
import { readRow } from './readRow.ts'
import { contextOf, type ParseContext, type TableContext } from './tableContext.ts'

export type { ParseContext } from './tableContext.ts'

/**
 * Reads a tracker of somebody's own making: finds the tables of actions on every visible sheet, recognises their columns,
 * and accounts for every row under a heading exactly once (contract of the command line, "JSON of import"). Pure; never
 * throws: what can't be read comes back as a problem with its cell. Days are ISO days, ratings codes of `context.scale`.
 */
export function parseTracker(workbook: Workbook, context: ParseContext): ParsedWorkbook {
  const read = workbook.sheets.map((sheet) => parseSheet(sheet, workbook.date1904, context))
  return {
    sheets: read.flatMap((r) => r.sheets),
    drafts: read.flatMap((r) => r.drafts),
    problems: read.flatMap((r) => r.problems),
  }
}

/** True where a workbook has at least one table of actions; without one the caller refuses it as 'no-plan-table'. */
export const hasPlanTable = (parsed: ParsedWorkbook): boolean => parsed.sheets.some((s) => s.read)

/** The sentence for a workbook without a table of actions. */
export const noPlanTable =
  'this is a workbook, but no table of actions was found in it. A table needs a heading row with at least a reference or an action, and a column such as lead, date, rating or progress. Nothing was read.'

function parseSheet(sheet: Sheet, date1904: boolean, context: ParseContext): ParsedWorkbook {
  const unread: ReadSheet = { name: sheet.name, headerRow: null, read: false, columns: [] }
  if (sheet.hidden) return { sheets: [unread], drafts: [], problems: hiddenProblem(sheet) }
  const view = viewGrid(sheet)
  const tables = mapTables(view, findTables(view, context.today), context.mapping ?? [], context.today)
  if (tables.length === 0) return { sheets: [unread], drafts: [], problems: [] }
  const besides = [...Map.groupBy(tables, (t) => t.headerRow).values()]
  return {
    sheets: tables.map((t) => ({
      name: sheet.name,
      headerRow: t.headerRow,
      read: readsAnything(t),
      columns: listColumns(t.columns),
    })),
    drafts: besides.flatMap((list, i) => [
      ...(i === 0
        ? []
        : headingRows(view, besides[i - 1]?.[0]?.lastRow ?? 0, list[0]?.firstRow ?? 0, sheet.name)),
      ...parseBeside(view, list, date1904, context),
    ]),
    problems: [],
  }
}

/** Tables under one heading; each row of the sheet comes out once, by the first table that has an action in it. */
function parseBeside(
  view: GridView,
  tables: readonly PlanTable[],
  date1904: boolean,
  context: ParseContext,
): readonly Draft[] {
  const [only] = tables
  if (!only) return []
  if (tables.length === 1 && only.left === 1 && only.right >= view.width)
    return parseTable(contextOf(view, only, date1904, context))
  const byRow = new Map<number, Draft>()
  for (const table of tables) {
    const part = viewColumns(view, table.left, table.right)
    for (const draft of parseTable(contextOf(part, table, date1904, context))) {
      const before = byRow.get(draft.row)
      if (before === undefined || (before.kind === 'ignored' && draft.kind === 'action'))
        byRow.set(draft.row, draft)
      else if (draft.kind === 'action') byRow.set(draft.row, withSecond(before, draft))
    }
  }
  const isIn = (row: number): boolean => row >= only.firstRow && row <= only.lastRow
  for (const row of view.rowNumbers.filter((r) => isIn(r) && !byRow.has(r))) {
    const cell = view.ownCells(row).find((c) => textOf(c) !== '')
    if (cell)
      byRow.set(
        row,
        ignoredDraft(view.sheet.name, row, null, {
          code: 'outside-columns',
          cell: cellAddress(row, cell.column),
          message: 'Nothing in this row stands in a column that is read.',
        }),
      )
  }
  return [...byRow.values()].sort((a, b) => a.row - b.row)
}

/** A row of the sheet speaks for one action; the one beside it is named, so that nobody misses it. */
function withSecond(draft: Draft, second: Draft): Draft {
  const cell = Object.values(second.values)[0]?.cell ?? null
  const said = Object.entries(second.values).map(([field, v]) => ({
    header: field,
    text:
      typeof v.value === 'object' && !Array.isArray(v.value) && 'text' in v.value
        ? v.value.text
        : String(v.value),
    cell: v.cell,
  }))
  return {
    ...draft,
    notes: [...draft.notes, ...said],
    problems: [
      ...draft.problems,
      {
        code: 'second-table-beside',
        cell,
        message: `A second table stands beside this one; what it says in this row${second.refText === null ? '' : ` (${second.refText})`} was not read. Move that table below or onto a sheet of its own.`,
      },
    ],
  }
}

function hiddenProblem(sheet: Sheet): Problem[] {
  if (sheet.rows.length === 0) return []
  return [
    {
      code: 'hidden-sheet',
      cell: null,
      message: `The sheet “${sheet.name}” is hidden, so it was not read. Unhide it in Excel if it should be.`,
    },
  ]
}

function parseTable(context: TableContext): Draft[] {
  const state: ReadingState = { inKey: false }
  return context.bodyRows.flatMap((row) => {
    const found = classifyRow(context, row, state)
    if (found.kind === 'empty') return []
    if (found.kind === 'action') return [readRow(context, row)]
    const refs = context.table.columns.find((c) => c.field === 'ref')
    const refText = refs ? textOf(context.view.own(row, refs.column)) : ''
    return [
      ignoredDraft(context.view.sheet.name, row, refText === '' ? null : refText, {
        code: found.code,
        cell: found.cell,
        message: found.message,
      }),
    ]
  })
}

const ignoredDraft = (sheet: string, row: number, refText: string | null, problem: Problem): Draft => ({
  sheet,
  row,
  kind: 'ignored',
  refText,
  ref: null,
  values: {},
  history: [],
  invalid: [],
  problems: [problem],
  notes: [],
})

/** The heading of a further table stands below the first heading, so it is accounted for as well. */
function headingRows(view: GridView, after: number, before: number, sheet: string): Draft[] {
  return view.rowNumbers
    .filter((row) => row > after && row < before && view.ownCells(row).some((c) => textOf(c) !== ''))
    .map((row) =>
      ignoredDraft(sheet, row, null, {
        code: 'repeated-header',
        cell: null,
        message: 'The heading of another table on this sheet.',
      }),
    )
}
