import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openForWriting } from '../../electron/db/openProgramme.ts'
import { ExcelJS } from '../../electron/export/excelWriter.ts'
import { commitIssue } from '../../electron/issue/commitIssue.ts'
import { prepareIssue } from '../../electron/issue/prepareIssue.ts'
import { issuedSheets } from '../../shared/workbook/issuedLayout.ts'
import { today, writer } from './bigProgramme.ts'
import { seeded, type Random } from './random.ts'
import { sayNextStep, sayProgress } from './wordings.ts'

/**
 * Issues one workbook a lead from a programme and fills each as its lead would, saved by another program than ours. Gives
 * the paths of what came back.
 */
export async function returnedWorkbooks(programme: string, folder: string): Promise<readonly string[]> {
  const open = openForWriting(programme, writer, 'opened')
  try {
    const request = { by: 'lead', group: null, lead: null, period: '2020-02', returnBy: null } as const
    commitIssue(open.db, await prepareIssue(open.db, request, today), folder, writer)
  } finally {
    open.close()
  }
  const random = seeded(31)
  const paths = readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx'))
    .toSorted()
    .map((name) => join(folder, name))
  for (const path of paths) await fill(path, random)
  return paths
}

async function fill(path: string, random: Random): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const sheet = workbook.getWorksheet(issuedSheets.actions)
  if (!sheet) throw new Error(`no sheet to fill in “${path}”`)
  const columns = new Map<string, number>()
  let header = 0
  sheet.eachRow((row, number) => {
    if (header > 0) fillRow((heading) => row.getCell(columns.get(heading) ?? 0), random)
    else if (row.getCell(1).text === 'Ref') {
      header = number
      row.eachCell((cell, column) => columns.set(cell.text, column))
    }
  })
  await workbook.xlsx.writeFile(path)
}

function fillRow(cell: (heading: string) => { value: unknown }, random: Random): void {
  if (random.below(5) === 0) {
    cell('No change').value = 'x'
    return
  }
  cell('Delivery rating').value = random.pick(['On track', 'At risk', 'Complete'])
  cell('% complete').value = random.below(100)
  cell('Progress since last update').value = sayProgress(random)
  cell('Next steps').value = sayNextStep(random)
}
