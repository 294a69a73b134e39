import { stat } from 'node:fs/promises'
import { Failure } from '../../shared/errors.ts'
import { isRefused, type ImportPlan, type PlannedRow } from '../../shared/import/importPlan.ts'
import type { RowView, SheetView } from '../../shared/ipc/importCalls.ts'
import type { FieldName, FieldValue, ReadColumn, ReadSheet } from '../../shared/workbook/draft.ts'
import { columnLetters, readAddress, type Cell, type Workbook } from '../../shared/workbook/grid.ts'
import { textOf, viewGrid, type GridView } from '../../shared/workbook/gridView.ts'
import { readWorkbook } from './readWorkbook.ts'

/** How much of a sheet is shown so that somebody can say what its columns are. */
const rowsShown = 12
const columnsShown = 60
/** Workbooks that were looked into last; they are large. */
const kept = 2

/** Looks into the workbooks of a plan again, on demand; keeps those looked into last. */
export type FileLook = {
  sheet(plan: ImportPlan, file: string, sheet: string | null): Promise<SheetView>
  row(plan: ImportPlan, at: { file: string; sheet: string; row: number }): Promise<RowView>
}

/** Fails with the workbook's own error, and with 'not-found' for a file, a sheet or a row that is not there. */
export function makeFileLook(): FileLook {
  const cache = new Map<string, Workbook>()
  const open = async (path: string): Promise<Workbook> => {
    const key = `${path} ${(await stat(path).catch(() => null))?.mtimeMs ?? ''}`
    const known = cache.get(key)
    if (known) return known
    const read = await readWorkbook(path)
    if (!read.ok) throw new Failure(read.error)
    cache.set(key, read.value)
    for (const old of [...cache.keys()].slice(0, -kept)) cache.delete(old)
    return read.value
  }
  return {
    sheet: async (plan, file, sheet) => {
      const workbook = await open(pathOf(plan, file))
      return viewSheet(workbook, file, sheet, sheetsOf(plan, file))
    },
    row: async (plan, at) => {
      const planned = plan.files.flatMap((f) => (isRefused(f) || f.source.file !== at.file ? [] : [f]))[0]
      const isCopy = planned?.preview.kind === 'copy'
      if (planned && (isCopy || planned.source.resumes !== undefined)) {
        const row = planned.rows.find((r) => r.row.sheet === at.sheet && r.row.row === at.row)
        if (!row) throw new Failure({ code: 'not-found', what: `row ${at.row}` })
        return isCopy ? viewChanges(row) : viewKept(row, planned.preview.sheets)
      }
      return viewRow(await open(pathOf(plan, at.file)), at.sheet, at.row, sheetsOf(plan, at.file))
    },
  }
}

function pathOf(plan: ImportPlan, file: string): string {
  const read = plan.read?.files.find((f) => f.file === file)
  const path = plan.read?.paths.get(file) ?? (read && !isRefused(read) ? read.path : undefined)
  if (path === undefined) throw new Failure({ code: 'not-found', what: `the workbook “${file}”` })
  return path
}

function sheetsOf(plan: ImportPlan, file: string): readonly ReadSheet[] {
  const planned = plan.files.find((f) => (isRefused(f) ? f.file : f.source.file) === file)
  return planned && !isRefused(planned) ? planned.preview.sheets : []
}

function viewSheet(
  workbook: Workbook,
  file: string,
  wanted: string | null,
  read: readonly ReadSheet[],
): SheetView {
  const visible = workbook.sheets.filter((s) => !s.hidden)
  const first = wanted ?? read.find((s) => s.read)?.name ?? visible.find((s) => s.rows.length > 0)?.name
  const sheet = visible.find((s) => s.name === first)
  if (!sheet) throw new Failure({ code: 'not-found', what: `the sheet “${wanted ?? ''}”` })
  const table = read.find((s) => s.name === sheet.name && s.read)
  const view = viewGrid(sheet)
  const width = Math.min(view.width, columnsShown)
  const headerRow = table?.headerRow ?? null
  const known = new Map((table?.columns ?? []).map((c) => [c.column, c]))
  const columns = letters(width).map(
    (column): ReadColumn => known.get(column) ?? { column, header: '', field: null, how: 'none' },
  )
  const rows = rowsToShow(view, headerRow).map((row) => ({
    row,
    cells: letters(width).map((_, i) => textOf(view.own(row, i + 1))),
  }))
  return { file, sheets: visible.map((s) => s.name), sheet: sheet.name, headerRow, columns, rows }
}

const letters = (width: number): readonly string[] =>
  Array.from({ length: width }, (_, i) => columnLetters(i + 1))

/** The first rows that hold something; a heading further down is shown with the rows under it. */
function rowsToShow(view: GridView, headerRow: number | null): readonly number[] {
  const first = view.rowNumbers.slice(0, rowsShown)
  const at = headerRow === null ? -1 : view.rowNumbers.indexOf(headerRow)
  return at < rowsShown - 3 ? first : [...first.slice(0, 4), ...view.rowNumbers.slice(at - 1, at + 7)]
}

function viewRow(workbook: Workbook, sheetName: string, row: number, read: readonly ReadSheet[]): RowView {
  const sheet = workbook.sheets.find((s) => s.name === sheetName)
  if (!sheet) throw new Failure({ code: 'not-found', what: `the sheet “${sheetName}”` })
  const view = viewGrid(sheet)
  const columns = columnsAbove(read, sheetName, row)
  return {
    columns: columns.map(({ column, header, field }) => ({ column, header, field })),
    cells: columns.flatMap(({ column }) => {
      const at = readAddress(`${column}1`)?.column ?? 0
      const cell = view.shown(row, at)
      return cell ? [cellView(column, cell)] : []
    }),
  }
}

const cellView = (column: string, cell: Cell): RowView['cells'][number] => ({
  column,
  text: textOf(cell),
  fill: cell.fill === null ? null : `#${cell.fill.toLowerCase()}`,
  note: cell.comment,
})

/** The columns of the table that the row stands in: the last one with its heading above it. */
function columnsAbove(read: readonly ReadSheet[], sheet: string, row: number): readonly ReadColumn[] {
  const tables = read.filter((s) => s.name === sheet && s.headerRow !== null)
  return (tables.findLast((t) => (t.headerRow ?? 0) < row) ?? tables[0])?.columns ?? []
}

/** A row of which only the values were kept. */
function viewKept(planned: PlannedRow, sheets: readonly ReadSheet[]): RowView {
  const { row, draft } = planned
  const said = Object.entries(draft.values) as [FieldName, { readonly value: FieldValue }][]
  const columns = columnsAbove(sheets, row.sheet, row.row)
  const found = said.map(([field, { value }], i) => {
    const column = columns.find((c) => c.field === field)
    return {
      column: column?.column ?? columnLetters(columns.length + i + 1),
      header: column?.header ?? '',
      field,
      text: sayKept(value),
    }
  })
  return {
    columns: found.map(({ column, header, field }) => ({ column, header, field })),
    cells: found.map(({ column, text }) => ({ column, text, fill: null, note: null })),
  }
}

/** A row of a group copy, which has no columns: what it changes. */
function viewChanges({ row }: PlannedRow): RowView {
  const said = row.changes.filter((c) => c.returned !== null)
  return {
    columns: said.map(({ field, label }, i) => ({
      column: columnLetters(i + 1),
      header: label ?? '',
      field: field === 'other' ? null : field,
    })),
    cells: said.map(({ returned }, i) => ({
      column: columnLetters(i + 1),
      text: returned === null ? '' : sayKept(returned),
      fill: null,
      note: null,
    })),
  }
}

const sayKept = (value: FieldValue): string => {
  if (Array.isArray(value)) return value.join('\n')
  return typeof value === 'object' ? value.text : String(value)
}
