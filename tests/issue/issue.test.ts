import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { loadIssued, loadIssuedRows } from '../../electron/db/issuedTable.ts'
import { loadProgramme, loadTables } from '../../electron/db/loadTables.ts'
import { ratingList } from '../../electron/issue/boxRule.ts'
import { commitIssue } from '../../electron/issue/commitIssue.ts'
import { listIssued } from '../../electron/issue/listIssued.ts'
import { prepareIssue } from '../../electron/issue/prepareIssue.ts'
import { recipientsOf } from '../../shared/issue/recipientsOf.ts'
import { hintOf, issuedColumns, issuedFileName, sheetHint } from '../../shared/workbook/issuedLayout.ts'
import { aFolder, anOpenSample, writer } from '../support/aProgramme.ts'
import { issueDay, issueGroup1 } from './anIssue.ts'

const byLead = { period: '2020-02', by: 'lead', group: null, lead: null, returnBy: null } as const
const byGroup = { period: '2020-02', by: 'group', group: null, lead: null, returnBy: null } as const

const cover = {
  programme: 'P',
  recipient: 'Lead A',
  period: 'February 2020',
  actions: 1,
  issuedOn: issueDay,
  returnBy: null,
}

async function open(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  return workbook
}

describe('an issued workbook', () => {
  it('has the sheets and headings of the contract, one frozen header row, and the ids out of sight', async () => {
    const { db } = anOpenSample()
    const { path } = await issueGroup1(db)
    expect(path.endsWith('2020-02 WG1 Understanding of Local Need.xlsx')).toBe(true)
    const workbook = await open(path)
    expect(workbook.worksheets.map((s) => s.name)).toEqual(['Instructions', 'Your actions'])
    const sheet = workbook.getWorksheet('Your actions')!
    const visible = sheet.columns.flatMap((c, i) => (c.hidden ? [] : [sheet.getCell(1, i + 1).value]))
    expect(visible).toEqual(
      'Ref|Action|Responsible lead|Completion date|Last delivery rating|Last update|Delivery rating|Impact rating|% complete|Progress since last update|Next steps|Issues and risks|Evidence of impact|Revised completion date|Reason for the change|No change'.split(
        '|',
      ),
    )
    expect(sheet.columnCount).toBe(17)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1 })
    expect(sheet.pageSetup).toMatchObject({ printTitlesRow: '1:1' })
    expect(sheet.headerFooter.oddHeader).toContain('WG1 Understanding of Local Need')
    expect(sheet.headerFooter.oddHeader).toContain('February 2020')
    expect(sheet.autoFilter).toBe('A1:Q12')
    const words = workbook.getWorksheet('Instructions')!.getSheetValues().flat().join('\n')
    for (const text of ['WG1 Understanding of Local Need', 'February 2020', 'On track', 'Too early to say'])
      expect(words).toContain(text)
  })

  it('offers the words of the programme’s own scale, a hint on every box, and no protection', async () => {
    const { db } = anOpenSample()
    db.prepare(`UPDATE "scale_step" SET "word" = 'Going well' WHERE "code" = 'green'`).run()
    const { path } = await issueGroup1(db)
    const sheet = (await open(path)).getWorksheet('Your actions')!
    const boxes = issuedColumns.flatMap((c, i) => (c.box ? [{ ...c.box, column: i + 1 }] : []))
    expect(boxes).toHaveLength(10)
    for (const row of [2, 12])
      for (const { column, ...box } of boxes) {
        const cell = sheet.getCell(row, column)
        expect(cell.value).toBeNull()
        expect(cell.alignment.wrapText).toBe(true)
        expect(cell.dataValidation).toMatchObject({ prompt: hintOf(box, issueDay), showInputMessage: true })
        if (box.kind === 'delivery')
          expect(cell.dataValidation.formulae).toEqual([
            '"Not started,Off track,At risk,Going well,Complete"',
          ])
      }
    expect((sheet as unknown as { sheetProtection: unknown }).sheetProtection ?? null).toBeNull()
  })

  it('shows how dates are written by days of its own time', () => {
    const box = issuedColumns.find((c) => c.box?.kind === 'date')?.box
    expect(box && hintOf(box, '2026-11-25')).toMatch(/such as 30 November 2026 or February 2027\.$/)
  })

  it('says for whom it is and when it is wanted back: on the first sheet, on the table’s first cell, in print', async () => {
    const { db } = anOpenSample()
    const folder = join(aFolder(), 'out')
    const asked = { ...byGroup, group: 1, returnBy: '2020-02-14' }
    const { issued } = commitIssue(db, await prepareIssue(db, asked, issueDay), folder, writer)
    const workbook = await open(issued[0]!.file)
    const words = workbook.getWorksheet('Instructions')!.getSheetValues().flat().join('\n')
    expect(words).toContain('Please return by\n14 February 2020')
    expect(words).toContain('send it back by 14 February 2020.')
    const sheet = workbook.getWorksheet('Your actions')!
    expect(sheet.getCell('A1').value).toBe('Ref')
    expect(sheet.getCell('A1').dataValidation.prompt).toBe(
      'WG1 Understanding of Local Need: 11 actions. Please return this workbook by 14 February 2020. Fill in the white boxes, or put an x under “No change”.',
    )
    expect(sheet.headerFooter.oddHeader).toContain('return by 14 February 2020')
    expect(loadIssued(db)[0]).toMatchObject({ returnBy: '2020-02-14' })
    expect(listIssued(db)[0]).toMatchObject({ returnBy: '2020-02-14' })
    await expect(prepareIssue(db, { ...asked, returnBy: '2020-02-03' }, issueDay)).rejects.toThrow(
      'The return date, 3 February 2020, has passed.',
    )
  })

  it('keeps what stands on the table’s first cell within what Excel takes, whoever it is for', () => {
    const hint = sheetHint({ ...cover, recipient: 'x'.repeat(300), actions: 1000, returnBy: '2020-09-30' })
    expect(hint.length).toBeLessThanOrEqual(255)
    expect(sheetHint(cover)).not.toContain('return')
  })

  it('is the same bytes for the same programme and day', async () => {
    const { db } = anOpenSample()
    const one = await prepareIssue(db, byGroup, issueDay)
    const two = await prepareIssue(db, byGroup, issueDay)
    expect(two.workbooks.map((w) => w.sha256)).toEqual(one.workbooks.map((w) => w.sha256))
    expect(one.workbooks).toHaveLength(6)
  })

  it('shows what was said last beside the empty boxes', async () => {
    const { db } = anOpenSample()
    const { path } = await issueGroup1(db)
    const before = (await open(path)).getWorksheet('Your actions')!
    expect(before.getCell('E2').value).toBe('Not yet rated')
    expect(before.getCell('F2').value).toBe('No update yet')
    expect(before.getCell('D2').value).toBe('Initial LAA produced Oct 2019')
  })
})

describe('issuing', () => {
  it('gives every lead all actions that they lead, and every group its own', () => {
    const { db } = anOpenSample()
    const p = loadProgramme(db, issueDay)
    const leads = recipientsOf(p, byLead)
    const groups = recipientsOf(p, byGroup)
    if (!leads.ok || !groups.ok) throw new Error('refused')
    const refs = (list: typeof leads.value.recipients) =>
      new Set(list.flatMap((r) => r.entries.map((e) => e.action.ref)))
    expect(refs(leads.value.recipients).size + leads.value.withoutLead.length).toBe(108)
    expect(refs(groups.value.recipients).size).toBe(108)
    expect(groups.value.recipients.map((r) => r.entries.length).reduce((a, b) => a + b)).toBe(108)
    const spelled = recipientsOf(p, { ...byLead, lead: 'assistant director education and skills, CCC' })
    expect(spelled.ok && spelled.value.recipients.map((r) => [r.name, r.entries.length])).toEqual([
      ['AD Education and Skills, CCC', 22],
    ])
  })

  it('records what was issued cell for cell with the file’s fingerprint, and makes the period', async () => {
    const { db } = anOpenSample()
    const had = loadTables(db).period.length
    const { path, id } = await issueGroup1(db)
    const [record] = loadIssued(db)
    expect(record).toMatchObject({ id, period: '2020-02', by: 'group', actor: writer.actor, at: writer.at })
    expect(record?.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'))
    const sheet = (await open(path)).getWorksheet('Your actions')!
    const rows = loadIssuedRows(db, id)
    expect(rows).toHaveLength(11)
    for (const [i, row] of rows.entries())
      for (const [c, { heading }] of issuedColumns.entries())
        expect(sheet.getCell(i + 2, c + 1).value ?? '').toBe(row.cells[heading])
    const added = loadTables(db).period.filter((p) => p.label === '2020-02')
    expect(added).toMatchObject([{ name: 'February 2020', fromDay: '2020-02-01', toDay: '2020-02-29' }])
    await issueGroup1(db)
    expect(loadTables(db).period).toHaveLength(had + 1)
    expect(listIssued(db)).toMatchObject([
      { to: 'WG1 Understanding of Local Need', actions: 11, returned: [] },
      { id },
    ])
  })

  it('refuses an unknown group, lead or period, and leaves nothing behind', async () => {
    const { db } = anOpenSample()
    const ask = (more: object) => prepareIssue(db, { ...byLead, ...more }, issueDay)
    await expect(ask({ group: 9 })).rejects.toThrow('Working group 9 was not found')
    await expect(ask({ lead: 'Head of Nowhere' })).rejects.toThrow('The lead “Head of Nowhere” was not found')
    await expect(ask({ period: 'soon' })).rejects.toThrow('not a period of this programme, and not a month')
    await expect(ask({ lead: 'CEO People First', group: 1 })).rejects.toThrow(
      'There is no action to ask about',
    )
    expect(loadIssued(db)).toEqual([])
  })

  it('replaces a workbook that is as it was issued, and never one that somebody filled in', async () => {
    const { db } = anOpenSample()
    const { path, folder } = await issueGroup1(db)
    const again = await prepareIssue(db, { ...byGroup, group: 1 }, '2020-02-05')
    commitIssue(db, again, folder, writer)
    expect(loadIssued(db)).toHaveLength(2)
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(again.workbooks[0]!.sha256)
    writeFileSync(path, 'filled in')
    const third = await prepareIssue(db, { ...byGroup, group: 1 }, '2020-02-06')
    expect(() => commitIssue(db, third, folder, writer)).toThrow(
      'is there already and is not as it was issued',
    )
    expect(readFileSync(path, 'utf8')).toBe('filled in')
    expect(loadIssued(db)).toHaveLength(2)
  })

  it('writes all files and the record, or none', async () => {
    const { db } = anOpenSample()
    const prepared = await prepareIssue(db, byGroup, issueDay)
    const folder = aFolder()
    const file = join(folder, 'a file')
    writeFileSync(file, 'x')
    expect(() => commitIssue(db, prepared, file, writer)).toThrow('it is a file, not a folder')
    expect(() => commitIssue(db, prepared, join(file, 'out'), writer)).toThrow('could not be written')
    // one of the names is taken by a folder: nothing of the others stays
    const out = join(folder, 'out')
    mkdirSync(join(out, prepared.workbooks[3]!.file), { recursive: true })
    expect(() => commitIssue(db, prepared, out, writer)).toThrow('is there already')
    expect(readdirSync(out)).toHaveLength(1)
    expect(loadIssued(db)).toEqual([])
    expect(loadTables(db).period.filter((p) => p.label === '2020-02')).toEqual([])
    const fresh = join(folder, 'fresh', 'deep')
    commitIssue(db, prepared, fresh, writer)
    expect(readdirSync(fresh)).toHaveLength(6)
    expect(() => commitIssue(db, prepared, join(folder, 'late'), writer)).toThrow('programme changed')
    expect(existsSync(join(folder, 'late'))).toBe(false)
  })
})

describe('the drop-down list of a scale', () => {
  it('stands in the cell’s own rule, or where its words stand if they do not fit there', () => {
    expect(ratingList(['On track', 'Off track'], 'Instructions!$A$1:$A$2')).toBe('"On track,Off track"')
    expect(ratingList(['On track, just', 'Off'], 'Instructions!$A$1:$A$2')).toBe('Instructions!$A$1:$A$2')
    expect(ratingList(['x'.repeat(200), 'y'.repeat(60)], 'Instructions!$A$1:$A$2')).toBe(
      'Instructions!$A$1:$A$2',
    )
  })
})

describe('the name of an issued workbook', () => {
  it('is one that a person recognises and every system takes', () => {
    expect(issuedFileName('2020-02', 'WG1 Understanding of Local Need')).toBe(
      '2020-02 WG1 Understanding of Local Need.xlsx',
    )
    expect(issuedFileName('2020-02', 'Head of A/B: "North"? ')).toBe('2020-02 Head of A B North.xlsx')
    expect(issuedFileName('2020-02', 'Lead.')).toBe('2020-02 Lead.xlsx')
    expect(issuedFileName('2020-02', '//')).toBe('2020-02 update.xlsx')
    expect(issuedFileName('2020-02', 'L'.repeat(400)).length).toBeLessThan(120)
  })
})
