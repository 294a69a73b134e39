import {
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import {
  type Cell,
  cellText,
  type Column,
  isDate,
  isRating,
  plain,
  type RatingCell,
  type Run,
  type Table,
} from '../../shared/paper/tree.ts'
import { columnWidths } from './columnWidths.ts'
import { paragraphsOf, runsOf } from './docxText.ts'
import { look, roughWidth, textWidth, twips } from './paperLook.ts'

/** Rows of more lines than half a page may break, where one cell holds a long text; rows near a page always may. */
const tallRow = { portrait: { half: 28, page: 48 }, landscape: { half: 18, page: 30 } }
const longText = 600
/** Tables of no more lines than this stay on one page. */
const shortTable = 20

/** The reference of the lettered lists inside cells. */
export const cellNumbering = 'letters in cells'

/** A table of a paper as wide as the text: header row repeated, fixed widths, rows whole unless very tall. `next` numbers lists. */
export function docxTable(
  table: Table,
  orientation: 'portrait' | 'landscape',
  next: () => number,
): WordTable {
  const widths = columnWidths(table, textWidth(orientation))
  const grid = widths.map(twips)
  const lines = table.rows.map((row) => linesOf(row, widths))
  const isShort = lines.reduce((sum, n) => sum + n, 0) <= shortTable
  const last = table.rows.length - 1
  return new WordTable({
    style: 'PaperTable',
    layout: TableLayoutType.FIXED,
    width: { size: grid.reduce((sum, w) => sum + w, 0), type: WidthType.DXA },
    columnWidths: grid,
    tableLook: { firstRow: true, firstColumn: table.rowHeads === true, noHBand: true, noVBand: true },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: headCells(table) }),
      ...table.rows.map(
        (row, r) =>
          new TableRow({
            ...(mayBreak(row, lines[r] ?? 0, orientation) ? {} : { cantSplit: true }),
            ...(isShort && r < last ? { keepNext: true } : {}),
            ...(table.rowHeight
              ? { height: { value: twips(table.rowHeight), rule: HeightRule.ATLEAST } }
              : {}),
            children: row.map((cell, i) => bodyCell(cell, table, i, next)),
          }),
      ),
    ],
  })
}

function mayBreak(row: readonly Cell[], lines: number, orientation: 'portrait' | 'landscape'): boolean {
  const { half, page } = tallRow[orientation]
  return lines > page || (lines > half && row.some((cell) => cellText(cell).length >= longText))
}

function headCells(table: Table): TableCell[] {
  const style = (c: Column): string =>
    table.dense ? 'TableDenseHeading' : c.kind === 'number' ? 'TableHeadingNumber' : 'TableHeading'
  return table.columns.map(
    (c) =>
      new TableCell({
        verticalAlign: VerticalAlignTable.BOTTOM,
        children: [new Paragraph({ style: style(c), text: c.head })],
      }),
  )
}

function bodyCell(cell: Cell, table: Table, column: number, next: () => number): TableCell {
  if (isRating(cell)) return ratingCell(cell, table)
  const isNumber = table.columns[column]?.kind === 'number'
  const style = `${table.dense ? 'TableDense' : isNumber ? 'Table' : 'TableText'}${isNumber ? 'Number' : ''}`
  const text = typeof cell === 'number' || isDate(cell) ? cellText(cell) : cell
  return new TableCell({ children: cellParagraphs(paragraphsOf(text), style, next) })
}

/** Lines that the plan letters by hand, a) b) c), become a real list. */
function cellParagraphs(lines: readonly Run[][], style: string, next: () => number): Paragraph[] {
  const letters = lines.map((runs) => /^([a-h])[.)]\s+(?=\S)/.exec(plain(runs))?.[1])
  let instance = 0
  let due = 'a'
  return lines.map((runs, i) => {
    const letter = letters[i]
    if (letter === undefined) return new Paragraph({ style, children: runsOf(runs) })
    const begins = letter === 'a' && letters[i + 1] === 'b'
    if (begins) instance = next()
    const isNext = instance > 0 && letter === (begins ? 'a' : due)
    due = String.fromCharCode(letter.charCodeAt(0) + 1)
    if (!isNext) return new Paragraph({ style, children: runsOf(runs) })
    const words = plain(runs).replace(/^[a-h][.)]\s+/, '')
    return new Paragraph({ style, numbering: { reference: cellNumbering, level: 0, instance }, text: words })
  })
}

/** The word on its pale fill, with a solid bar at the left edge that also shows in grey. */
function ratingCell(rating: RatingCell, table: Table): TableCell {
  return new TableCell({
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: rating.fill },
    borders: { left: { style: BorderStyle.SINGLE, size: 44, color: rating.bar } },
    children: [
      new Paragraph({
        style: table.dense ? 'TableDense' : 'TableText',
        children: [new TextRun({ text: rating.word, color: rating.ink })],
      }),
    ],
  })
}

function linesOf(row: readonly Cell[], widths: readonly number[]): number {
  const lines = row.map((cell, i) => {
    const room = Math.max((widths[i] ?? 1) - 0.4, 0.5)
    return cellText(cell)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(roughWidth(line, look.tableSize) / room)), 0)
  })
  return Math.max(...lines)
}
