import {
  type Block,
  type Cell,
  cellText,
  type Chart,
  type Exception,
  type Heading,
  isRating,
  type Run,
  type Section,
  type Table,
  type Text,
} from '../../shared/paper/tree.ts'
import { plain } from '../../shared/paper/tree.ts'
import { assertNever } from '../../shared/result.ts'
import { beginsPage, keepsWith, keyFactsTable } from './docxBlocks.ts'
import { styleRoom } from './paperStyles.ts'
import { cellStyle, headStyle } from './docxTable.ts'
import { paragraphsOf } from './docxText.ts'
import type { Piece } from './flowPages.ts'
import { countLines } from './measureText.ts'
import { look, textWidth } from './paperLook.ts'
import { cellMargins, tableLayout } from './tableLayout.ts'

type Place = {
  readonly orientation: Section['orientation']
  readonly isNumbered: boolean
  /** Number of lines of the contents page. */
  readonly entries: number
  /** The number of a heading that the contents page lists, null for others. */
  readonly markOf: (heading: Heading) => number | null
}

const points = (cm: number): number => (cm / 2.54) * 72
const whole: Piece = {
  height: 0,
  lines: 1,
  before: 0,
  after: 0,
  keepNext: false,
  breakBefore: false,
  repeated: 0,
  mark: null,
}

/** How much of a page a block takes, piece by piece, as the Word writer draws it. */
export function piecesOf(block: Block, place: Place, next: Block | undefined): Piece[] {
  const keepNext = keepsWith(next)
  switch (block.block) {
    case 'heading':
      return [headingPiece(block, place)]
    case 'paragraph': {
      const style = block.numbered ? 'NumberedParagraph' : 'Normal'
      return textPieces(block.text, style, place, block.numbered ? look.indent.number : 0, keepNext)
    }
    case 'list':
      return block.items.flatMap((item) => listPieces(item, block.style, place))
    case 'table':
      return [
        captionPiece(block.table.caption, place),
        ...tablePieces(block.table, place).slice(0, beginsPage(next) ? -1 : undefined),
      ]
    case 'keyFacts':
      return tablePieces(keyFactsTable(block), place)
    case 'chart':
      return chartPieces(block, place)
    case 'callout':
      return textPieces(block.text, 'Callout', place, styleRoom('Callout').left, false)
    case 'exception':
      return exceptionPieces(block, place)
    case 'contents':
      return contentsPieces(block, place)
    default:
      return assertNever(block)
  }
}

/** One paragraph of a style, set in by so many centimetres. */
function paragraphPiece(runs: readonly Run[], style: string, room: number): Piece {
  const { size, bold, before, after, line, keepNext } = styleRoom(style)
  const lines = countLines(plain(runs), room, size, bold || runs.every((r) => typeof r !== 'string'))
  return { ...whole, height: lines * line, lines: keepNext ? 1 : lines, before, after, keepNext }
}

function textPieces(text: Text, style: string, place: Place, left: number, keepNext: boolean): Piece[] {
  const room = textWidth(place.orientation) - left
  return paragraphsOf(text).map((runs) => {
    const piece = paragraphPiece(runs, style, room)
    return { ...piece, keepNext: keepNext || piece.keepNext }
  })
}

function headingPiece(block: Heading, place: Place): Piece {
  const left = block.numbered ? look.indent.number : 0
  const room = textWidth(place.orientation) - left
  return {
    ...paragraphPiece([block.text], `Heading${block.level}`, room),
    breakBefore: block.pageBreakBefore === true,
    mark: place.markOf(block),
  }
}

function listPieces(item: Text, kind: 'bullet' | 'letter', place: Place): Piece[] {
  const { bullet, letter, setInBullet, setInLetter } = look.indent
  const left =
    kind === 'bullet' ? (place.isNumbered ? setInBullet : bullet) : place.isNumbered ? setInLetter : letter
  const text = plain(item).replaceAll(/\s*\n\s*/g, ' ')
  return textPieces(text, kind === 'bullet' ? 'ListBullet' : 'ListLetter', place, left, false)
}

const captionPiece = (caption: string, { orientation }: Place): Piece =>
  paragraphPiece([`Table 10: ${caption}`], 'Caption', textWidth(orientation))

/** Rules between rows. */
const rule = 0.5
const cellFrame = points(look.cell.top + look.cell.bottom) + rule

function tablePieces(table: Table, place: Place): Piece[] {
  const { widths, breakable, isShort } = tableLayout(table, place.orientation)
  const dense = table.dense === true
  const head =
    rule +
    rowHeight(
      table.columns.map((c) => c.head),
      widths,
      (i) => headStyleAt(table, i),
      true,
    )
  const last = table.rows.length - 1
  const rows = table.rows.map((row, i): Piece => {
    const height = Math.max(
      rowHeight(row, widths, (c) => cellStyle(table.columns[c], dense), false, table.rowHeads === true),
      points(table.rowHeight ?? 0),
    )
    const lines = breakable[i] ? Math.max(Math.round(height / styleRoom('TableDense').line), 1) : 1
    const edge = i === last ? 2 * rule : 0
    return { ...whole, height: height + edge, lines, keepNext: isShort && i < last, repeated: head }
  })
  const { line, after } = styleRoom('AfterTable')
  return [{ ...whole, height: head, keepNext: true }, ...rows, { ...whole, height: line, after }]
}

function headStyleAt(table: Table, at: number): string {
  const column = table.columns[at]
  return column ? headStyle(column, table.dense === true) : 'TableHeading'
}

function rowHeight(
  row: readonly Cell[],
  widths: readonly number[],
  styleAt: (column: number) => string,
  isHead: boolean,
  boldFirst = false,
): number {
  const heights = row.map((cell, i) => {
    const { size, line, after } = styleRoom(styleAt(i))
    const room = (widths[i] ?? 1) - cellMargins
    const isBold = isHead || (boldFirst && i === 0)
    return paragraphsOf(isRating(cell) || typeof cell === 'number' ? cellText(cell) : textOf(cell)).reduce(
      (sum, runs) => sum + countLines(plain(runs), room, size, isBold) * line + after,
      0,
    )
  })
  return Math.max(...heights) + cellFrame
}

const textOf = (cell: Exclude<Cell, number>): Text =>
  typeof cell === 'string' || Array.isArray(cell) ? (cell as Text) : cellText(cell)

function chartPieces(block: Chart, { orientation }: Place): Piece[] {
  const { after } = styleRoom('ChartPicture')
  const descent = 3
  return [
    paragraphPiece([`Figure 1: ${block.caption}`], 'Caption', textWidth(orientation)),
    { ...whole, height: points(block.height) + descent, after },
  ]
}

function exceptionPieces(block: Exception, place: Place): Piece[] {
  const room = textWidth(place.orientation) - styleRoom('ExceptionLine').left
  const last = block.lines.length - 1
  return [
    headingPiece({ block: 'heading', level: 3, text: block.heading }, place),
    paragraphPiece([`${block.rating.word} ${block.since}`], 'ExceptionRating', room),
    ...block.lines.map((l, i): Piece => {
      const piece = paragraphPiece(
        [`${l.label}: ${l.text.replaceAll(/\s*\n\s*/g, ' ')}`],
        'ExceptionLine',
        room,
      )
      return { ...piece, lines: 1, keepNext: i < last, after: i < last ? 0 : 8 }
    }),
  ]
}

function contentsPieces(block: Extract<Block, { block: 'contents' }>, place: Place): Piece[] {
  const { line, after } = styleRoom('TOC2')
  const title = paragraphPiece([block.title], 'ContentsHeading', textWidth(place.orientation))
  return [
    { ...title, breakBefore: block.pageBreakBefore === true },
    ...Array.from({ length: place.entries }, (): Piece => ({ ...whole, height: line, after })),
    // the line that ends the field
    { ...whole, height: styleRoom('Normal').line, after: styleRoom('Normal').after },
  ]
}
