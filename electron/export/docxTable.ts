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
import { paragraphsOf, runsOf } from './docxText.ts'
import { twips } from './paperLook.ts'
import { tableLayout } from './tableLayout.ts'

/** The reference of the lettered lists inside cells. */
export const cellNumbering = 'letters in cells'

/** A table of a paper as wide as the text: header row repeated, fixed widths, rows whole unless very tall. `next` numbers lists. */
export function docxTable(
  table: Table,
  orientation: 'portrait' | 'landscape',
  next: () => number,
): WordTable {
  const { widths, breakable, isShort } = tableLayout(table, orientation)
  const grid = widths.map(twips)
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
            ...(breakable[r] ? {} : { cantSplit: true }),
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

/** The paragraph style of a column's heading. */
export const headStyle = (c: Column, dense: boolean): string =>
  dense ? 'TableDenseHeading' : c.kind === 'number' ? 'TableHeadingNumber' : 'TableHeading'

/** The paragraph style of a cell. */
export const cellStyle = (c: Column | undefined, dense: boolean): string =>
  `${dense ? 'TableDense' : c?.kind === 'number' ? 'Table' : 'TableText'}${c?.kind === 'number' ? 'Number' : ''}`

function headCells(table: Table): TableCell[] {
  const style = (c: Column): string => headStyle(c, table.dense === true)
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
  const style = cellStyle(table.columns[column], table.dense === true)
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
