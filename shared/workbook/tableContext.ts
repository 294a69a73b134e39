import { fillRating } from '../ratings/fillRating.ts'
import type { CompletionReading } from '../dates/completionReading.ts'
import type { RatingReading, ScaleWord } from '../ratings/readRating.ts'
import type { TableColumn } from './assignColumns.ts'
import type { FieldName } from './draft.ts'
import type { PlanTable } from './findTables.ts'
import { hasContent, textOf, type GridView } from './gridView.ts'
import { plainHeader } from './readHeader.ts'
import { percentColumn, type PercentCell, type PercentColumn } from './readPercent.ts'
import { leadingRef, readRef, refDepth } from './readRef.ts'
import type { Cell } from './grid.ts'
import type { SheetMapping } from './sheetMapping.ts'

/** What the programme says that a reader needs: its first day, today (ISO days), its rating scales. */
export type ParseContext = {
  readonly startedOn: string
  readonly today: string
  readonly scale: readonly ScaleWord[]
  /** The columns as a person corrected them, by sheet. */
  readonly mapping?: readonly SheetMapping[]
}

/** A table with what is true of it as a whole, worked out once. */
export type TableContext = ParseContext & {
  readonly view: GridView
  readonly table: PlanTable
  readonly date1904: boolean
  readonly bodyRows: readonly number[]
  /** The last row with words or numbers: below it, colours alone are left-over formatting. */
  readonly lastContentRow: number
  /** The headings by column as they are compared. */
  readonly valueColumns: ReadonlyMap<FieldName, readonly TableColumn[]>
  readonly plainHeaders: ReadonlyMap<number, string>
  /** What has been read before: the same words come again in row after row. */
  readonly read: {
    readonly dates: Map<string, CompletionReading>
    readonly ratings: Map<string, RatingReading>
  }
  /** How many numbers the references of this table mostly have; 0 without references. */
  readonly refDepth: number
  readonly percents: PercentColumn
  /** By column: pale fills that only mark the column, and rows that are painted from end to end. */
  readonly neutralFills: ReadonlyMap<number, ReadonlySet<string>>
  /** Columns in which both amber and yellow are used, so that yellow is a step of its own. */
  readonly yellowApart: ReadonlySet<number>
  /** Columns that are answered with yes and no, so that "Y" is no yellow. */
  readonly yesNo: ReadonlySet<number>
}

/** The columns that give a field, the one that counts most first: without a period before the newest period. */
export const valueColumns = (context: TableContext, field: FieldName): readonly TableColumn[] =>
  context.valueColumns.get(field) ?? []

function sortColumns(columns: readonly TableColumn[]): Map<FieldName, readonly TableColumn[]> {
  const sorted = new Map<FieldName, readonly TableColumn[]>()
  for (const column of columns) {
    if (column.field === null || column.role !== 'value') continue
    const list = [...(sorted.get(column.field) ?? []), column]
    sorted.set(
      column.field,
      list.sort((a, b) => (b.asAt ?? '9999').localeCompare(a.asAt ?? '9999')),
    )
  }
  return sorted
}

export const isRatingField = (field: FieldName | null): field is 'deliveryRating' | 'impactRating' =>
  field === 'deliveryRating' || field === 'impactRating'

/** Works out what holds for a whole table. */
export function contextOf(
  view: GridView,
  table: PlanTable,
  date1904: boolean,
  context: ParseContext,
): TableContext {
  const bodyRows = view.rowNumbers.filter((r) => r >= table.firstRow && r <= table.lastRow)
  const cellsIn = (column: number): Cell[] =>
    bodyRows.flatMap((row) => {
      const cell = view.own(row, column)
      return cell ? [cell] : []
    })
  const ratings = table.columns.filter((c) => isRatingField(c.field))
  return {
    ...context,
    view,
    table,
    date1904,
    bodyRows,
    lastContentRow: bodyRows.findLast((row) => view.ownCells(row).some(hasContent)) ?? 0,
    valueColumns: sortColumns(table.columns),
    plainHeaders: new Map(table.columns.map((c) => [c.column, plainHeader(c.header)])),
    read: { dates: new Map(), ratings: new Map() },
    refDepth: usualDepth(view, table, bodyRows),
    percents: percentColumn(
      table.columns
        .filter((c) => c.field === 'percentComplete')
        .flatMap((c) => cellsIn(c.column).map(percentCell)),
    ),
    neutralFills: new Map(ratings.map((c) => [c.column, markingFills(cellsIn(c.column))])),
    yesNo: new Set(
      ratings
        .filter((c) => cellsIn(c.column).some((cell) => /^(?:yes|no?)\b/i.test(textOf(cell))))
        .map((c) => c.column),
    ),
    yellowApart: new Set(ratings.filter((c) => usesBoth(cellsIn(c.column))).map((c) => c.column)),
  }
}

export const percentCell = (cell: Cell): PercentCell => ({
  text: cell.text,
  value: cell.value,
  isPercentFormat: cell.kind === 'number' && (cell.format ?? '').includes('%'),
})

function usualDepth(view: GridView, table: PlanTable, rows: readonly number[]): number {
  const refs = table.columns.find((c) => c.field === 'ref')
  const actions = table.columns.find((c) => c.field === 'action')
  const counts = new Map<number, number>()
  for (const row of rows) {
    const text = refs ? textOf(view.own(row, refs.column)) : ''
    const ref =
      text === '' && actions
        ? (leadingRef(textOf(view.own(row, actions.column)))?.ref ?? null)
        : readRef(text)
    if (ref !== null) counts.set(refDepth(ref), (counts.get(refDepth(ref)) ?? 0) + 1)
  }
  const common = [...counts].filter(([, n]) => n >= 2)
  const found = common.length > 0 ? common : [...counts]
  return Math.max(0, ...found.map(([depth]) => depth))
}

/** A pale fill over most of a column marks where to write: it says nothing of any row. */
function markingFills(cells: readonly Cell[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { fill } of cells) if (fill !== null) counts.set(fill, (counts.get(fill) ?? 0) + 1)
  const most = [...counts].filter(
    ([fill, n]) => n >= 4 && n > 0.6 * cells.length && fillRating(fill).kind === 'pale',
  )
  return new Set(most.map(([fill]) => fill))
}

function usesBoth(cells: readonly Cell[]): boolean {
  const says = (word: RegExp): boolean => cells.some((c) => hasContent(c) && word.test(textOf(c)))
  const yellow = says(/^(y|yellow)\b/i) || cells.some((c) => isYellow(c.fill))
  const amber = says(/^(a|amber|orange)\b/i) || cells.some((c) => isAmber(c.fill))
  return yellow && amber
}

/** FFFF00 and its neighbours. */
export const isYellow = (fill: string | null): boolean =>
  fill !== null && /^F[EF]F[0-9A-F][0-7][0-9A-F]$/.test(fill) && fill !== 'FFFFCC'

const isAmber = (fill: string | null): boolean => {
  const reading = fillRating(fill)
  return reading.kind === 'code' && reading.code === 'amber' && !isYellow(fill)
}

/**
 * The fill of a rating cell as far as it can mean a rating. A row painted from end to end is only a hint, and pale or
 * grey bands over whole rows mean nothing.
 */
export function ratingFill(
  context: TableContext,
  row: number,
  cell: Cell | undefined,
): { readonly fill: string | null; readonly painted: boolean } {
  const fill = cell?.fill ?? null
  if (cell === undefined || fill === null) return { fill: null, painted: false }
  if (context.neutralFills.get(cell.column)?.has(fill)) return { fill: null, painted: false }
  const others = context.view.ownCells(row).filter((c) => c.column !== cell.column && c.fill === fill)
  const painted = others.length >= 2 && others.length >= context.table.columns.length / 2
  const reading = fillRating(fill)
  if (painted && (reading.kind !== 'code' || reading.code === 'grey')) return { fill: null, painted: false }
  if (reading.kind === 'pale' && (others.length > 0 || reading.code === 'grey'))
    return { fill: null, painted: false }
  return { fill, painted }
}
