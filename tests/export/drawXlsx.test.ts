import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { drawPaper } from '../../electron/export/drawPaper.ts'
import { markOf } from '../../shared/view/ratingMark.ts'
import { ratingOf } from '../../shared/view/programme.ts'
import { livedInSample, plainSample } from '../papers/figures.ts'

async function open(kind: 'dfe-return' | 'plan', programme = livedInSample) {
  const drawn = await drawPaper({ programme, kind, format: 'xlsx', snapshot: null })
  if (!drawn.ok) throw new Error(drawn.error.code)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(drawn.value) as unknown as ArrayBuffer)
  return { workbook, bytes: drawn.value }
}

describe.each(['dfe-return', 'plan'] as const)('the %s as Excel', (kind) => {
  it('opens on a contents sheet that links to every other sheet', async () => {
    const { workbook } = await open(kind)
    const [contents, ...rest] = workbook.worksheets
    expect(contents?.name).toBe('Contents')
    const linked: string[] = []
    contents?.eachRow((row) => row.eachCell((c) => c.hyperlink && linked.push(c.text)))
    expect(linked).toEqual(rest.map((s) => s.name))
  })

  it('holds one frozen, filtered, printable table a sheet, without formulas', async () => {
    const { workbook } = await open(kind)
    for (const sheet of workbook.worksheets.slice(1)) {
      expect(sheet.views[0], sheet.name).toMatchObject({ state: 'frozen', ySplit: 1 })
      expect(sheet.autoFilter, sheet.name).toBeTruthy()
      expect(sheet.pageSetup, sheet.name).toMatchObject({
        paperSize: 9,
        orientation: 'landscape',
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '1:1',
      })
      expect(sheet.headerFooter.oddFooter).toContain('&P of &N')
      expect(sheet.headerFooter.oddHeader).toContain('OFFICIAL')
      sheet.eachRow((row) =>
        row.eachCell({ includeEmpty: true }, (c) => {
          expect(c.type, `${sheet.name}!${c.address}`).not.toBe(ExcelJS.ValueType.Formula)
          expect(String(c.text).trim(), `${sheet.name}!${c.address}`).not.toBe('')
        }),
      )
    }
  })

  it('has a row for every action, refs as text, ratings as words on their fill, dates as dates', async () => {
    const { workbook } = await open(kind)
    const sheet = workbook.getWorksheet('Actions')!
    const heads = (sheet.getRow(1).values as string[]).slice(1)
    const at = (head: string) => heads.indexOf(head) + 1
    expect(sheet.rowCount).toBe(109)
    livedInSample.actions.forEach((e, i) => {
      const row = sheet.getRow(i + 2)
      const mark = markOf(livedInSample, 'delivery', ratingOf(e, 'delivery'))
      expect(row.getCell(1).value).toBe(e.action.ref)
      expect(row.getCell(at('Delivery rating')).value).toBe(mark.word)
      expect(row.getCell(at('Delivery rating')).fill).toMatchObject({ fgColor: { argb: `FF${mark.fill}` } })
      const latest = e.action.completion?.latest
      if (latest) expect((row.getCell(at('Due by')).value as Date).toISOString().slice(0, 10)).toBe(latest)
    })
  })

  it('is the same bytes twice', async () => {
    const [one, other] = [await open(kind), await open(kind)]
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true)
  })
})

describe('sheets without a row', () => {
  it('are left out and named on the contents sheet', async () => {
    const { workbook } = await open('dfe-return', plainSample)
    expect(workbook.worksheets.map((s) => s.name)).not.toContain('Evidence')
    const said: string[] = []
    workbook.worksheets[0]?.eachRow((row) => said.push(`${row.getCell(1).text}: ${row.getCell(2).text}`))
    expect(said).toContain('Nothing recorded yet: Date changes, Exceptions, Risks and Evidence')
  })
})
