import { ExcelJS } from '../export/excelWriter.ts'
import type { Row } from '../../shared/model/entities.ts'
import type { RatingKind } from '../../shared/model/fields.ts'
import { columnLetters } from '../../shared/workbook/grid.ts'
import { issueProperty, writeIssueMark } from '../../shared/workbook/issueMarks.ts'
import {
  issuedColumns,
  issuedSheets,
  markHeading,
  type IssuedCover,
} from '../../shared/workbook/issuedLayout.ts'
import { look } from '../export/paperLook.ts'
import { steadyZip } from '../export/steadyZip.ts'
import { xlsxCells } from '../export/xlsxCells.ts'
import { addProperty } from './addProperty.ts'
import { drawInstructions } from './drawInstructions.ts'
import { printSetup } from './printSetup.ts'
import { boxRule, firstHint, type RatingLists } from './boxRule.ts'

/** A workbook to hand out, as values. */
export type IssuedBook = {
  readonly programmeId: string
  readonly issuedId: string
  readonly marking: string
  readonly cover: IssuedCover
  readonly scale: Readonly<Record<RatingKind, readonly Row<'scaleStep'>[]>>
  readonly rows: readonly {
    readonly actionId: string
    readonly cells: Readonly<Record<string, string>>
    /** The step of the last delivery rating; null where it is not rated. */
    readonly rated: Row<'scaleStep'> | null
  }[]
}

const { solid, font, rule, linesIn } = xlsxCells
const line: Partial<ExcelJS.Borders> = { top: rule, bottom: rule, left: rule, right: rule }

/**
 * Draws a workbook to fill in: instructions, then one table with a frozen header row, printed values on grey, white boxes
 * with lists and hints, and the rows' marks in a hidden last column. The same book gives the same bytes.
 */
export async function drawIssued(book: IssuedBook): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const day = new Date(`${book.cover.issuedOn}T09:00:00Z`)
  Object.assign(workbook, {
    title: `Update for ${book.cover.period}: ${book.cover.recipient}`,
    subject: book.cover.programme,
    creator: book.cover.programme,
    lastModifiedBy: book.cover.programme,
    created: day,
    modified: day,
  })
  const mark = writeIssueMark(book.programmeId, book.issuedId)
  const lists = drawInstructions(workbook, book, mark)
  actionsSheet(workbook, book, lists)
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  return steadyZip(addProperty(bytes, issueProperty, mark), book.cover.issuedOn)
}

function actionsSheet(workbook: ExcelJS.Workbook, book: IssuedBook, lists: RatingLists): void {
  const sheet = workbook.addWorksheet(issuedSheets.actions, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: 1, showGridLines: false }],
  })
  sheet.columns = [...issuedColumns.map(({ width }) => ({ width })), { width: 4, hidden: true }]
  headerRow(sheet)
  for (const row of book.rows) actionRow(sheet, book, row)
  setBoxes(sheet, book, lists)
  // the filter takes the marks in, so that sorting moves them with their rows
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: book.rows.length + 1, column: issuedColumns.length + 1 },
  }
  printSetup(sheet, book, 'landscape')
  sheet.pageSetup.printTitlesRow = '1:1'
}

function headerRow(sheet: ExcelJS.Worksheet): void {
  const head = sheet.addRow([...issuedColumns.map((c) => c.heading), markHeading])
  head.height = Math.max(...issuedColumns.map((c) => linesIn(c.heading, c.width - 3, true))) * 14 + 8
  for (const [i, column] of issuedColumns.entries()) {
    const isBox = column.box !== null
    Object.assign(head.getCell(i + 1), {
      font: font({ bold: true, color: { argb: isBox ? 'FFFFFFFF' : `FF${look.ink}` } }),
      fill: solid(isBox ? look.heading : look.headFill),
      border: line,
      alignment: { vertical: 'middle', wrapText: true, horizontal: 'left' },
    })
  }
  markCell(head.getCell(issuedColumns.length + 1))
}

function actionRow(sheet: ExcelJS.Worksheet, book: IssuedBook, row: IssuedBook['rows'][number]): void {
  const mark = writeIssueMark(book.programmeId, book.issuedId, row.actionId)
  const added = sheet.addRow([...issuedColumns.map((c) => row.cells[c.heading] || null), mark])
  const lines = issuedColumns.map((c) => linesIn(row.cells[c.heading] ?? '', c.width - 1))
  added.height = Math.min(409, Math.max(...lines, 4) * 13.2 + 6)
  for (const [i, column] of issuedColumns.entries()) {
    const cell = added.getCell(i + 1)
    Object.assign(cell, {
      font: font(),
      border: line,
      alignment: { vertical: 'top', wrapText: true, horizontal: 'left' },
      numFmt: column.box?.kind === 'percent' ? 'General' : '@',
    })
    if (!column.box) cell.fill = solid(look.calloutFill)
  }
  if (row.rated)
    showRating(
      added.getCell(issuedColumns.findIndex((c) => c.heading === 'Last delivery rating') + 1),
      row.rated,
    )
  markCell(added.getCell(issuedColumns.length + 1))
}

/** Rows that somebody adds below have the lists as well. */
const spareRows = 20

/** exceljs writes overlapping ranges where rules are given cell by cell; its types leave out the way to give a range. */
type WithRules = { readonly dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } }

function setBoxes(sheet: ExcelJS.Worksheet, book: IssuedBook, lists: RatingLists): void {
  const { dataValidations } = sheet as ExcelJS.Worksheet & WithRules
  dataValidations.add('A1', firstHint(book.cover))
  for (const [i, { heading, box }] of issuedColumns.entries()) {
    const letters = columnLetters(i + 1)
    if (box)
      dataValidations.add(
        `${letters}2:${letters}${book.rows.length + 1 + spareRows}`,
        boxRule(heading, box, lists, book.cover.issuedOn),
      )
  }
}

function showRating(cell: ExcelJS.Cell, step: Row<'scaleStep'>): void {
  cell.fill = solid(step.fill)
  cell.font = font({ color: { argb: `FF${step.ink}` } })
}

const markCell = (cell: ExcelJS.Cell): void => {
  cell.font = font({ size: look.smallSize, color: { argb: 'FF5A6472' } })
  cell.numFmt = '@'
}
