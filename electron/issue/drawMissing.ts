import { ExcelJS } from '../export/excelWriter.ts'
import { look } from '../export/paperLook.ts'
import { steadyZip } from '../export/steadyZip.ts'
import { xlsxCells } from '../export/xlsxCells.ts'
import { chaseWords, isWaitedFor, type ChaseLedger } from '../../shared/view/chase.ts'
import { printSetup } from './printSetup.ts'

const { solid, font, rule, linesIn } = xlsxCells

type Value = string | number | Date | null
type Column = { readonly heading: string; readonly width: number }
const columns: readonly Column[] = [
  { heading: 'Asked', width: 34 },
  { heading: 'State', width: 17 },
  { heading: 'Return by', width: 13 },
  { heading: 'Ref', width: 8 },
  { heading: 'Action without an answer', width: 52 },
  { heading: 'Last update', width: 13 },
  { heading: 'Days since', width: 10 },
  { heading: 'Asked on', width: 13 },
  { heading: 'Workbook', width: 38 },
]

/**
 * Draws who is missing: one table, a row for every line without an answer, so that it can be sorted and filtered by who was
 * asked. The same ledger gives the same bytes.
 */
export async function drawMissing(ledger: ChaseLedger, marking: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const day = new Date(`${ledger.today}T09:00:00Z`)
  Object.assign(workbook, {
    title: `Who has not answered: ${ledger.period.name}`,
    subject: ledger.programme,
    creator: ledger.programme,
    lastModifiedBy: ledger.programme,
    created: day,
    modified: day,
  })
  const sheet = workbook.addWorksheet('Without an answer', {
    views: [{ state: 'frozen', ySplit: 1, showGridLines: false }],
  })
  sheet.columns = columns.map(({ width }) => ({ width }))
  headerRow(sheet)
  const rows = rowsOf(ledger)
  for (const row of rows) tableRow(sheet, row)
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } }
  sheet.pageSetup.printTitlesRow = '1:1'
  const cover = { recipient: 'Without an answer', period: ledger.period.name, programme: ledger.programme }
  printSetup(sheet, { marking, cover: { ...cover, returnBy: null } }, 'landscape')
  return steadyZip(new Uint8Array(await workbook.xlsx.writeBuffer()), ledger.today)
}

function rowsOf({ recipients }: ChaseLedger): readonly (readonly Value[])[] {
  return recipients
    .filter(isWaitedFor)
    .flatMap((r) =>
      r.lines
        .filter((l) => l.answer === null)
        .map((l) => [
          r.name,
          `${chaseWords[r.state]}${r.isLate ? ', late' : ''}`,
          dateOf(r.returnBy),
          l.ref,
          l.action,
          dateOf(l.lastUpdate),
          l.ageDays,
          dateOf(r.asked[0]?.on ?? null),
          r.asked[0]?.file ?? '',
        ]),
    )
}

const dateOf = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`))

function headerRow(sheet: ExcelJS.Worksheet): void {
  const head = sheet.addRow(columns.map((c) => c.heading))
  head.height = 32
  for (const i of columns.keys())
    Object.assign(head.getCell(i + 1), {
      font: font({ bold: true }),
      fill: solid(look.headFill),
      border: { bottom: rule },
      alignment: { vertical: 'bottom', wrapText: true, horizontal: 'left' },
    })
}

function tableRow(sheet: ExcelJS.Worksheet, values: readonly Value[]): void {
  const row = sheet.addRow(values)
  const lines = columns.map(({ width }, i) =>
    typeof values[i] === 'string' ? linesIn(values[i], width - 1) : 1,
  )
  row.height = Math.min(409, Math.max(...lines) * 13.2 + 5)
  for (const [i, value] of values.entries()) {
    const cell = row.getCell(i + 1)
    Object.assign(cell, {
      font: font(),
      border: { bottom: rule },
      alignment: {
        vertical: 'top',
        wrapText: true,
        horizontal: 'left',
      },
    })
    if (value instanceof Date) cell.numFmt = 'd mmm yyyy'
    else if (typeof value === 'string') cell.numFmt = '@'
  }
}
