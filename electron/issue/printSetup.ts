import { sayDay } from '../../shared/view/sayDay.ts'
import type { ExcelJS } from '../export/excelWriter.ts'
import { xlsxCells } from '../export/xlsxCells.ts'
import type { IssuedCover } from '../../shared/workbook/issuedLayout.ts'

/** A4, as wide as the page, with who it is for, the period, the marking and page numbers. */
export function printSetup(
  sheet: ExcelJS.Worksheet,
  book: {
    readonly marking: string
    readonly cover: Pick<IssuedCover, 'recipient' | 'period' | 'programme' | 'returnBy'>
  },
  orientation: 'portrait' | 'landscape',
): void {
  const { printed } = xlsxCells
  const { cover, marking } = book
  const period =
    cover.returnBy === null ? cover.period : `${cover.period}: return by ${sayDay(cover.returnBy)}`
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.4, right: 0.4, top: 0.75, bottom: 0.7, header: 0.35, footer: 0.35 },
  })
  sheet.headerFooter.oddHeader = `&L${printed(short(cover.recipient))}&C&B${printed(marking)}&R${printed(period)}`
  sheet.headerFooter.oddFooter = `&L${printed(short(cover.programme))}&C&B${printed(marking)}&RPage &P of &N`
}

/** Excel takes 255 characters a header. */
const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text)
