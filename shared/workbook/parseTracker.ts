import { listColumns } from './assignColumns.ts'
import { classifyRow, type ReadingState } from './classifyRow.ts'
import type { Draft, ParsedWorkbook, Problem, ReadSheet } from './draft.ts'
import { findTables } from './findTables.ts'
import type { Sheet, Workbook } from './grid.ts'
import { textOf, viewGrid } from './gridView.ts'
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
  const tables = findTables(view, context.today)
  if (tables.length === 0) return { sheets: [unread], drafts: [], problems: [] }
  return {
    sheets: tables.map((t) => ({
      name: sheet.name,
      headerRow: t.headerRow,
      read: true,
      columns: listColumns(t.columns),
    })),
    drafts: tables.flatMap((t, i) => [
      ...(i === 0 ? [] : headingRows(view, tables[i - 1]?.lastRow ?? 0, t.firstRow, sheet.name)),
      ...parseTable(contextOf(view, t, date1904, context)),
    ]),
    problems: [],
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
function headingRows(
  view: ReturnType<typeof viewGrid>,
  after: number,
  before: number,
  sheet: string,
): Draft[] {
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
