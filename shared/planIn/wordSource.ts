import type { Cell, GridRow, Merge, Sheet } from '../workbook/grid.ts'
import { isKnownHeader } from '../workbook/readHeader.ts'
import { isBareRef } from '../workbook/readRef.ts'
import type { PlanPart, PlanSource } from './planSource.ts'
import type { WordDocument, WordTable } from './wordDocument.ts'

/**
 * A Word document as a plan's source: every table becomes a grid named "Table 1", "Table 2", … A table that only goes on
 * (split over pages, or with headings between its parts) gets the heading of the one before it, as row 0.
 */
export function wordSource(document: WordDocument): PlanSource {
  const parts: PlanPart[] = []
  let before: Heading | null = null
  let count = 0
  let isNext = false
  for (const block of document.blocks) {
    if (block.kind === 'heading') parts.push({ ...block, isSheet: false })
    else if (block.kind === 'paragraph') {
      if (!block.isCaption) parts.push({ kind: 'paragraph', text: block.text })
    } else {
      count += 1
      const sheet = sheetOf(block.table, `Table ${count}`)
      const width = tableWidth(block.table)
      const own = headingOf(sheet, width)
      const goesOn: boolean = own === null && before !== null && continues(sheet, width, before, isNext)
      if (!goesOn) before = own
      parts.push({ kind: 'table', sheet: goesOn && before ? under(sheet, before) : sheet, isSheet: false })
    }
    isNext = block.kind === 'table'
  }
  return { kind: 'word', title: titleOf(document), parts, hidden: [], date1904: false }
}

/** The document's own title: in the title's style, in its properties, or its only heading of the first level. */
function titleOf({ title, blocks }: WordDocument): string | null {
  const headings = blocks.filter((b) => b.kind === 'heading')
  const styled = headings.find((b) => b.level === 0)
  if (styled) return styled.text
  const firsts = headings.filter((b) => b.level === 1)
  const [first] = blocks
  const top = firsts.length === 1 || (first?.kind === 'heading' && first.level === 1) ? firsts[0]?.text : null
  const isNamed =
    title !== null && !/^(?:microsoft word|document\d*|untitled|word document)\b|\.docx?$/i.test(title)
  return isNamed ? title : (top ?? null)
}

type Heading = { readonly cells: readonly Cell[]; readonly width: number; readonly merges: readonly Merge[] }

function sheetOf(table: WordTable, name: string): Sheet {
  const rows: GridRow[] = []
  const merges: Merge[] = []
  /** By column: the last row that a cell merged downwards covers. */
  const covered = new Map<number, number>()
  for (const [index, cells] of table.rows.entries()) {
    const row = index + 1
    const made: Cell[] = []
    let column = 1
    for (const cell of cells) {
      while ((covered.get(column) ?? 0) >= row) column += 1
      const right = column + cell.columns - 1
      const bottom = row + cell.rows - 1
      if (bottom > row || right > column) merges.push({ top: row, left: column, bottom, right })
      for (let c = column; c <= right; c++) if (bottom > row) covered.set(c, bottom)
      const { text, fill, struck } = cell
      if (text !== '' || fill !== null) made.push(textCell(row, column, text, { fill, struck }))
      column = right + 1
    }
    rows.push({ number: row, hidden: false, cells: made })
  }
  return { name, hidden: false, rows: rows.filter((r) => r.cells.length > 0), merges, hiddenColumns: [] }
}

/** A cell that holds words and nothing else. */
export const textCell = (
  row: number,
  column: number,
  text: string,
  more: Partial<Pick<Cell, 'fill' | 'struck'>> = {},
): Cell => ({
  row,
  column,
  kind: text === '' ? 'blank' : 'text',
  text,
  value: text === '' ? null : text,
  format: null,
  fill: more.fill ?? null,
  ink: null,
  link: null,
  comment: null,
  struck: more.struck ?? null,
  formula: null,
})

/** Columns of a table, those of empty cells counted. */
const tableWidth = ({ rows }: WordTable): number =>
  Math.max(0, ...rows.map((r) => r.reduce((n, cell) => n + cell.columns, 0)))

/** The row with the headings, among the first three: at least two known words for columns and no data. */
function headingOf(sheet: Sheet, width: number): Heading | null {
  const row = sheet.rows.slice(0, 3).find((r) => {
    const texts = r.cells.map((c) => c.text).filter((t) => t !== '')
    return (
      texts.length >= 2 &&
      texts.filter((t) => isKnownHeader(t)).length >= 2 &&
      !texts.some((t) => isBareRef(t))
    )
  })
  if (!row) return null
  return {
    cells: row.cells,
    width,
    merges: sheet.merges.filter((m) => m.top === row.number && m.bottom === row.number),
  }
}

/** A table without headings goes on with the one before where it is as wide and stands right after it, or counts on. */
function continues(sheet: Sheet, width: number, before: Heading, isNext: boolean): boolean {
  if (width !== before.width || before.width < 3) return false
  return isNext || sheet.rows.some((r) => r.cells[0]?.column === 1 && isBareRef(r.cells[0].text))
}

function under(sheet: Sheet, heading: Heading): Sheet {
  const cells = heading.cells.map((c) => ({ ...c, row: 0 }))
  const merges = heading.merges.map((m) => ({ ...m, top: 0, bottom: 0 }))
  return {
    ...sheet,
    rows: [{ number: 0, hidden: false, cells }, ...sheet.rows],
    merges: [...merges, ...sheet.merges],
  }
}
