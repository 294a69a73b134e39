import { ExcelJS } from './excelWriter.ts'
import {
  type Book,
  type Cell,
  cellText,
  type Column,
  isDate,
  isRating,
  type Sheet,
} from '../../shared/paper/tree.ts'
import { look } from './paperLook.ts'
import { paragraphsOf } from './docxText.ts'
import { plain } from '../../shared/paper/tree.ts'
import { steadyZip } from './steadyZip.ts'
import { xlsxCells } from './xlsxCells.ts'

const { solid, font, rule, linesIn, printed } = xlsxCells
/** Centimetres of a column as Excel counts widths: digits of the usual font. */
const digits = (cm: number): number => Math.round(cm * 4.9 * 10) / 10

/**
 * Draws a workbook: a contents sheet, then one table a sheet with its header row frozen, filtered and printed on every
 * page of A4 landscape. The same book gives the same bytes; every value is a value, never a formula.
 */
export async function drawXlsx(book: Book): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const day = new Date(`${book.asAt.day}T09:00:00Z`)
  Object.assign(workbook, {
    title: book.title,
    subject: book.programme,
    creator: book.author,
    lastModifiedBy: book.author,
    created: day,
    modified: day,
  })
  contentsSheet(workbook, book)
  for (const sheet of book.sheets) tableSheet(workbook, book, sheet)
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  return steadyZip(bytes, book.asAt.day)
}

function contentsSheet(workbook: ExcelJS.Workbook, book: Book): void {
  const sheet = workbook.addWorksheet('Contents', { views: [{ showGridLines: false }] })
  sheet.columns = [{ width: 32 }, { width: 92 }]
  const title = sheet.addRow([book.title])
  title.font = font({ size: 16, bold: true, color: { argb: `FF${look.heading}` } })
  title.height = 28
  for (const [label, text] of book.facts) addFact(sheet, label, text)
  const head = sheet.addRow(['Sheet', 'What it shows'])
  head.eachCell((cell) => {
    Object.assign(cell, { font: font({ bold: true }), fill: solid(look.headFill), border: { bottom: rule } })
  })
  for (const s of book.sheets) {
    const row = addFact(sheet, s.name, s.says)
    row.getCell(1).value = { text: s.name, hyperlink: `#'${s.name}'!A1` }
    row.getCell(1).font = font({ bold: true, color: { argb: `FF${look.heading}` } })
  }
  printSetup(sheet, book, 'portrait')
}

function addFact(sheet: ExcelJS.Worksheet, label: string, text: string): ExcelJS.Row {
  const row = sheet.addRow([label, text])
  row.getCell(1).font = font({ bold: true })
  row.getCell(2).font = font()
  row.alignment = { vertical: 'top', wrapText: true }
  row.height = Math.max(linesIn(text, 92), linesIn(label, 32)) * 13.5 + 4
  return row
}

function tableSheet(workbook: ExcelJS.Workbook, book: Book, of: Sheet): void {
  const { columns, rows } = of.table
  const widths = columns.map((c) => digits(widthOf(c, of)))
  const sheet = workbook.addWorksheet(of.name, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: of.table.rowHeads ? 1 : 0, showGridLines: false }],
  })
  sheet.columns = widths.map((width) => ({ width }))
  const head = sheet.addRow(columns.map((c) => c.head))
  head.height = Math.max(...columns.map((c, i) => linesIn(c.head, (widths[i] ?? 10) - 3, true))) * 14 + 6
  head.eachCell((cell, i) => {
    Object.assign(cell, {
      font: font({ bold: true }),
      fill: solid(look.headFill),
      border: { bottom: rule },
      alignment: {
        vertical: 'bottom',
        wrapText: true,
        horizontal: columns[i - 1]?.kind === 'number' ? 'right' : 'left',
      },
    })
  })
  for (const row of rows) tableRow(sheet, row, columns, widths)
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } }
  sheet.pageSetup.printTitlesRow = '1:1'
  printSetup(sheet, book, 'landscape')
}

/** Shares become centimetres: a share is about 1.6 cm, none under 3. */
const widthOf = (c: Column, { table }: Sheet): number =>
  'cm' in c.width ? Math.max(c.width.cm, 2) : Math.max(3, c.width.share * (table.dense ? 2 : 2.6))

function tableRow(
  sheet: ExcelJS.Worksheet,
  row: readonly Cell[],
  columns: readonly Column[],
  widths: readonly number[],
): void {
  const added = sheet.addRow(row.map(valueOf))
  const lines = row.map((cell, i) => linesIn(valueText(cell), (widths[i] ?? 10) - 1))
  added.height = Math.min(409, Math.max(...lines) * 13.2 + 5)
  for (const [i, cell] of row.entries()) style(added.getCell(i + 1), cell, columns[i])
}

function style(target: ExcelJS.Cell, cell: Cell, column: Column | undefined): void {
  const isRight = column?.kind === 'number' && typeof cell === 'number'
  target.font = isRating(cell) ? font({ color: { argb: `FF${cell.ink}` } }) : font()
  target.alignment = { vertical: 'top', wrapText: true, horizontal: isRight ? 'right' : 'left' }
  target.border = isRating(cell)
    ? { bottom: rule, left: { style: 'thick', color: { argb: `FF${cell.bar}` } } }
    : { bottom: rule }
  if (isRating(cell)) target.fill = solid(cell.fill)
  if (isDate(cell) && cell.day) target.numFmt = 'd mmm yyyy'
  if (column?.kind === 'ref') target.numFmt = '@'
}

/** Real dates and numbers; text stays text, also where it begins like a formula. */
function valueOf(cell: Cell): string | number | Date {
  if (typeof cell === 'number') return cell
  if (isDate(cell) && cell.day) return new Date(`${cell.day}T00:00:00Z`)
  return valueText(cell)
}

function valueText(cell: Cell): string {
  if (isDate(cell) || isRating(cell) || typeof cell === 'number') return cellText(cell)
  return paragraphsOf(cell)
    .map((runs) => plain(runs))
    .join('\n')
}

function printSetup(sheet: ExcelJS.Worksheet, book: Book, orientation: 'portrait' | 'landscape'): void {
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.7, header: 0.35, footer: 0.35 },
  })
  sheet.headerFooter.oddHeader = `&L${printed(book.programme)}&C&B${printed(book.marking)}&R${printed(sheet.name)}`
  sheet.headerFooter.oddFooter = `&L${printed(book.shortTitle)}, ${printed(book.version.toLocaleLowerCase('en-GB'))}&C&B${printed(book.marking)}&RPage &P of &N`
}
