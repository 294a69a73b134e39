import type { ExcelJS } from '../export/excelWriter.ts'
import type { RatingKind } from '../../shared/model/fields.ts'
import {
  coverFacts,
  hintOf,
  instructionSteps,
  issuedColumns,
  issuedSheets,
} from '../../shared/workbook/issuedLayout.ts'
import { look } from '../export/paperLook.ts'
import { xlsxCells } from '../export/xlsxCells.ts'
import type { IssuedBook } from './drawIssued.ts'
import { printSetup } from './printSetup.ts'
import { ratingList, type RatingLists } from './boxRule.ts'

const { solid, font, rule, linesIn } = xlsxCells
const widths = [26, 84] as const

/** The first sheet: for whom and when, what to do, what each box wants, what the ratings mean. Gives the lists of words. */
export function drawInstructions(workbook: ExcelJS.Workbook, book: IssuedBook, mark: string): RatingLists {
  const sheet = workbook.addWorksheet(issuedSheets.instructions, { views: [{ showGridLines: false }] })
  sheet.columns = widths.map((width) => ({ width }))
  const title = sheet.addRow([`Update for ${book.cover.period}`])
  title.font = font({ size: 16, bold: true, color: { argb: `FF${look.heading}` } })
  title.height = 26
  for (const [label, text] of coverFacts(book.cover)) pair(sheet, label, text)
  heading(sheet, 'What to do')
  for (const [i, step] of instructionSteps(book.cover).entries()) pair(sheet, `Step ${i + 1}`, step)
  heading(sheet, 'What each box wants')
  for (const { heading: name, box } of issuedColumns)
    if (box) pair(sheet, name, hintOf(box, book.cover.issuedOn))
  const delivery = scale(sheet, book, 'delivery', 'Delivery rating: is it being done?')
  const impact = scale(sheet, book, 'impact', 'Impact rating: is it making a difference?')
  sheet.addRow([])
  const last = pair(sheet, 'This workbook', mark)
  last.getCell(2).font = font({ size: look.smallSize, color: { argb: 'FF5A6472' } })
  printSetup(sheet, book, 'portrait')
  return { delivery, impact }
}

function heading(sheet: ExcelJS.Worksheet, text: string): void {
  const row = sheet.addRow([text])
  row.height = 30
  row.font = font({ size: 12, bold: true, color: { argb: `FF${look.heading}` } })
  row.alignment = { vertical: 'bottom' }
}

function pair(sheet: ExcelJS.Worksheet, label: string, text: string): ExcelJS.Row {
  const row = sheet.addRow([label, text])
  row.getCell(1).font = font({ bold: true })
  row.getCell(2).font = font()
  for (const i of [1, 2]) {
    row.getCell(i).alignment = { vertical: 'top', wrapText: true }
    row.getCell(i).border = { bottom: rule }
  }
  row.height = Math.max(linesIn(text, widths[1] - 2), linesIn(label, widths[0] - 2, true)) * 13.5 + 5
  return row
}

/** The words of a scale with their meanings; gives the list for the drop-downs. */
function scale(sheet: ExcelJS.Worksheet, book: IssuedBook, kind: RatingKind, title: string): string {
  heading(sheet, title)
  const steps = book.scale[kind]
  const rows = steps.map((step) => {
    const row = pair(sheet, step.word, step.meaning)
    row.getCell(1).fill = solid(step.fill)
    row.getCell(1).font = font({ bold: true, color: { argb: `FF${step.ink}` } })
    return row.number
  })
  const range = `${issuedSheets.instructions}!$A$${rows[0] ?? 1}:$A$${rows.at(-1) ?? 1}`
  return ratingList(
    steps.map((s) => s.word),
    range,
  )
}
