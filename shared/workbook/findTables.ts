import { assignColumns, type TableColumn } from './assignColumns.ts'
import { splitBeside } from './splitBeside.ts'
import type { FieldName } from './draft.ts'
import { hasContent, textOf, type GridView } from './gridView.ts'
import { isKnownHeader, readHeader, type HeaderReading } from './readHeader.ts'
import { isBareRef } from './readRef.ts'

/** A table of actions on a sheet: its heading and the rows that belong to it. */
export type PlanTable = {
  /** The last row of the heading; a heading may take two rows. */
  readonly headerRow: number
  readonly columns: readonly TableColumn[]
  /** Rows under the heading, ends included. */
  readonly firstRow: number
  readonly lastRow: number
  /** Its columns, ends included: where tables stand beside each other, each has its own. */
  readonly left: number
  readonly right: number
}

/** Headings stand among the first rows that hold something; below, only a whole new heading starts another table. */
const SEARCHED_ROWS = 40

type Heading = {
  readonly firstRow: number
  readonly lastRow: number
  readonly readings: ReadonlyMap<number, HeadingCell>
  readonly score: number
}

export type HeadingCell = { readonly text: string; readonly reading: HeaderReading | null }

/** Finds the tables of actions on a sheet, from the top; none where it has none. `today` is an ISO day. */
export function findTables(view: GridView, today: string): readonly PlanTable[] {
  const reader = headingReader(today)
  const first = bestHeading(view, reader)
  if (!first) return []
  const headings = [first, ...laterHeadings(view, reader, first)]
  return headings.flatMap((heading, i) =>
    tablesOf(view, heading, (headings[i + 1]?.firstRow ?? Infinity) - 1),
  )
}

/** The tables under one heading: mostly one, else those that stand beside each other. */
function tablesOf(view: GridView, heading: Heading, lastRow: number): readonly PlanTable[] {
  const tables = splitBeside(heading.readings, view.width).map((block) =>
    tableOf(view, { ...heading, readings: block.readings }, lastRow, block),
  )
  return tables.length === 1 ? tables : tables.filter((t) => isPlanTable(view, t))
}

function tableOf(
  view: GridView,
  heading: Heading,
  lastRow: number,
  { left, right }: { readonly left: number; readonly right: number } = { left: 1, right: view.width },
): PlanTable {
  const body = { firstRow: heading.lastRow + 1, lastRow, left, right }
  return { headerRow: heading.lastRow, columns: assignColumns(view, heading.readings, body), ...body }
}

type Reader = {
  (text: string): HeaderReading | null
  /** Only headings that are known word for word: cheap enough for every row. */
  known: (text: string) => boolean
}

/** The same headings come again on every sheet and page: each is read once. */
function headingReader(today: string): Reader {
  const read = new Map<string, HeaderReading | null>()
  const reader = (text: string): HeaderReading | null => {
    const before = read.get(text)
    if (before !== undefined) return before
    const reading = text === '' ? null : readHeader(text, today)
    read.set(text, reading)
    return reading
  }
  return Object.assign(reader, { known: isKnownHeader })
}

/** The surest heading over a table of actions; of equals the upper one. */
function bestHeading(view: GridView, reader: Reader): Heading | null {
  const rows = view.rowNumbers.slice(0, SEARCHED_ROWS)
  return (
    rows
      .flatMap((row, i) => [
        oneRow(view, row, reader),
        twoRows(view, row, rows[i + 1], reader),
        mergedRows(view, row, reader),
      ])
      .filter((heading) => heading !== null)
      .sort((a, b) => b.score - a.score)
      .find((heading) => tablesOf(view, heading, Infinity).some((t) => isPlanTable(view, t))) ?? null
  )
}

/** Another table on the sheet has a heading of its own that differs from the first; the same again is a repeated heading. */
function laterHeadings(view: GridView, reader: Reader, first: Heading): Heading[] {
  const later: Heading[] = []
  let current = first
  for (const row of view.rowNumbers) {
    // what stands right under a heading explains it: another table has rows above its heading
    if (row <= current.lastRow + 1 || !mayBeHeading(view, row)) continue
    const heading = oneRow(view, row, reader)
    if (!heading || strongFields(heading.readings).size < 3 || isSameHeading(heading, current)) continue
    if (!tablesOf(view, heading, Infinity).some((t) => isPlanTable(view, t))) continue
    later.push(heading)
    current = heading
  }
  return later
}

/** Quick look before a row far down is read as a heading: several short texts and nothing else. */
function mayBeHeading(view: GridView, row: number): boolean {
  const cells = view.ownCells(row).filter(hasContent)
  return (
    cells.length >= 3 &&
    cells.every((c) => c.kind === 'text' && c.text.length <= 60) &&
    !isBareRef(textOf(cells[0]))
  )
}

function isSameHeading(a: Heading, b: Heading): boolean {
  const shared = [...a.readings].filter(([column, cell]) => b.readings.get(column)?.text === cell.text)
  return shared.length >= 0.6 * a.readings.size
}

function oneRow(view: GridView, row: number, reader: Reader): Heading | null {
  if (!isWorthReading(view, row, reader)) return null
  const readings = new Map<number, HeadingCell>()
  for (let column = 1; column <= view.width; column++) {
    const text = textOf(view.shown(row, column))
    if (text !== '') readings.set(column, { text, reading: reader(text) })
  }
  return headingOf(view, row, row, readings)
}

/** A row without one known heading is read with care only where it holds several short texts and nothing like data. */
function isWorthReading(view: GridView, row: number, reader: Reader): boolean {
  const cells = view.ownCells(row).filter(hasContent)
  if (cells.some((c) => c.text.length <= 60 && reader.known(textOf(c)))) return true
  return (
    cells.length >= 4 &&
    cells.every((c) => c.kind === 'text' && c.text.length <= 120) &&
    dataCells(view, row) === 0
  )
}

/** A heading over two rows: groups above ("February 2020" over several columns), names below. */
function twoRows(view: GridView, top: number, below: number | undefined, reader: Reader): Heading | null {
  if (below !== top + 1 || dataCells(view, top) > 0 || !isSubHeading(view, top, below, reader)) return null
  const readings = new Map<number, HeadingCell>()
  for (let column = 1; column <= view.width; column++) {
    const [over, under] = [spreadText(view, top, column), textOf(view.own(below, column))]
    const merged = view.mergeAt(top, column)
    const text = merged && merged.bottom >= below ? over : `${over} ${under}`.trim()
    if (text !== '') readings.set(column, bestCell(under === '' ? [text] : [text, under], reader))
  }
  return headingOf(view, top, below, readings)
}

/** A heading over three or four rows, held together by headings that are merged down over all of them. */
function mergedRows(view: GridView, top: number, reader: Reader): Heading | null {
  const bottom = Math.max(...view.ownCells(top).map((c) => view.mergeAt(top, c.column)?.bottom ?? top))
  if (bottom < top + 2 || bottom > top + 3) return null
  const rows = [top, top + 1, top + 2, top + 3].filter((row) => row <= bottom)
  if (rows.some((row) => dataCells(view, row) > 0)) return null
  const readings = new Map<number, HeadingCell>()
  for (let column = 1; column <= view.width; column++) {
    const words = [...new Set(rows.map((row) => spreadText(view, row, column)))].filter((t) => t !== '')
    const all = words.join(' ')
    const fewer = words.flatMap((_, i) => [words.slice(i).join(' '), words.slice(0, i + 1).join(' ')])
    if (all !== '') readings.set(column, bestCell([all, ...fewer, ...words], reader))
  }
  return headingOf(view, top, bottom, readings)
}

/** The words of a group heading count for every column under it. */
function spreadText(view: GridView, row: number, column: number): string {
  const merge = view.mergeAt(row, column)
  return textOf(merge ? view.own(merge.top, merge.left) : view.own(row, column))
}

/** The second row of a heading names columns; a row of data or a banner does not. */
function isSubHeading(view: GridView, top: number, below: number, reader: Reader): boolean {
  const cells = view.ownCells(below).filter(hasContent)
  if (
    cells.length < 2 ||
    cells.some((c) => c.kind !== 'text' && c.kind !== 'date') ||
    cells.some((c) => c.text.length > 60)
  )
    return false
  if (view.ownCells(top).filter(hasContent).length < 2) return false
  return cells.every((cell) => {
    const merge = view.mergeAt(top, cell.column)
    if (merge && merge.right > merge.left && merge.bottom < below) return true
    const text = textOf(cell)
    const readings = [reader(text), reader(`${spreadText(view, top, cell.column)} ${text}`.trim())]
    return readings.some((r) => r !== null && r.strength >= 3)
  })
}

/** Of several wordings of one heading the surest; of equals the longer, which says more. */
function bestCell(texts: readonly string[], reader: Reader): HeadingCell {
  const cells = texts.map((text) => ({ text, reading: reader(text) }))
  const strength = (c: HeadingCell): number => (c.reading?.strength ?? 0) + (c.reading?.asAt ? 0.5 : 0)
  const best = cells.reduce((a, b) => (strength(b) > strength(a) ? b : a))
  return { text: texts[0] ?? '', reading: best.reading }
}

function headingOf(
  view: GridView,
  firstRow: number,
  lastRow: number,
  readings: ReadonlyMap<number, HeadingCell>,
): Heading | null {
  const strong = strongFields(readings)
  const all = fieldsOf(readings, 1)
  const data = dataCells(view, lastRow)
  const hasAction = all.has('action') || all.has('ref') || all.has('objective')
  const enough =
    strong.size >= 2 || (strong.size >= 1 && all.size >= 3 && data === 0) || (all.size >= 4 && data === 0)
  if (!enough || (!hasAction && strong.size < 3)) return null
  const longer = [...readings.values()].filter((c) => c.reading?.asAt).length
  return {
    firstRow,
    lastRow,
    readings,
    score: 3 * strong.size + (all.size - strong.size) - 3 * data + 0.5 * longer,
  }
}

const strongFields = (readings: ReadonlyMap<number, HeadingCell>): ReadonlySet<FieldName> =>
  fieldsOf(readings, 3)

function fieldsOf(readings: ReadonlyMap<number, HeadingCell>, strength: number): ReadonlySet<FieldName> {
  const fields = new Set<FieldName>()
  for (const { reading } of readings.values()) {
    if (reading && reading.strength >= strength && reading.meaning !== 'none') fields.add(reading.meaning)
  }
  return fields
}

/** Cells that no heading has: numbers, references, long texts. */
const dataCells = (view: GridView, row: number): number =>
  view
    .ownCells(row)
    .filter(
      (c) =>
        hasContent(c) &&
        (c.kind === 'number' || c.kind === 'boolean' || c.text.length > 200 || isBareRef(textOf(c))),
    ).length

/**
 * A table of actions has actions (or references of actions) and something about them. A list of rooms or of people has
 * not, even if one of its headings happens to be known; nor has a register of risks, whatever it calls its actions.
 */
function isPlanTable(view: GridView, table: PlanTable): boolean {
  const { columns } = table
  if (columns.some((c) => /\blikelihood\b|\brisk (id|no|ref|number|description|title)\b/i.test(c.header)))
    return false
  const fields = new Set(columns.flatMap((c) => (c.field === null ? [] : [c.field])))
  const others = [...fields].filter((f) => f !== 'ref' && f !== 'action' && f !== 'objective').length
  if (fields.has('action')) return others >= 2 || (others >= 1 && fields.has('ref'))
  const refs = columns.find((c) => c.field === 'ref')
  if (!refs || others === 0) return false
  const texts = view.rowNumbers
    .filter((r) => r >= table.firstRow && r <= table.lastRow)
    .map((r) => textOf(view.own(r, refs.column)))
    .filter((t) => t !== '')
  return texts.filter(isBareRef).length >= Math.max(1, texts.length / 2)
}
