import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { loadProgramme } from '../../electron/db/loadTables.ts'
import type { ReadDb, WriteDb } from '../../electron/db/types.ts'
import { commitImport } from '../../electron/import/commitImport.ts'
import { undoImport } from '../../electron/import/undoImport.ts'
import { commitIssue } from '../../electron/issue/commitIssue.ts'
import { drawMissing } from '../../electron/issue/drawMissing.ts'
import { loadLedger } from '../../electron/issue/loadLedger.ts'
import { prepareIssue } from '../../electron/issue/prepareIssue.ts'
import { prepareReissue } from '../../electron/issue/prepareReissue.ts'
import type { ChaseLedger } from '../../shared/view/chase.ts'
import { aFolder, anOpenSample, writer } from '../support/aProgramme.ts'
import { bringIn, columnOf, edited, issueDay, issueGroup1, planOf, returnDay, rowOf } from './anIssue.ts'

const later = '2020-02-20'
const integration = 'Assistant Director Integration and Partnerships, CCC'
const commissioning = 'Senior Commissioning Manager Children and Families North Cumbria CCG'
/** The two actions that this lead leads. */
const theirs = ['1.3.1', '1.3.2']

const at = (day: string) => ({ ...writer, at: `${day}T09:00:00` })
const ledgerOf = (db: ReadDb, today = later, period = '2020-02'): ChaseLedger =>
  loadLedger(db, loadProgramme(db, today), period)

async function issueBy(db: WriteDb, by: 'lead' | 'group', more: object = {}) {
  const asked = { period: '2020-02', by, group: 1, lead: null, returnBy: returnDay, ...more }
  const { issued } = commitIssue(
    db,
    await prepareIssue(db, asked, issueDay),
    join(aFolder(), 'out'),
    at(issueDay),
  )
  return new Map(issued.map((i) => [i.to, i.file]))
}

const states = (ledger: ChaseLedger) =>
  Object.fromEntries(ledger.recipients.map((r) => [r.name, `${r.state}${r.isLate ? ', late' : ''}`]))
const of = (ledger: ChaseLedger, name: string) => ledger.recipients.find((r) => r.name === name)!

describe('the chase ledger', () => {
  it('says of everybody who was asked what came back, and how old every line is', async () => {
    const { db } = anOpenSample()
    const files = await issueBy(db, 'lead')
    const names = [...files.keys()]
    expect(names).toHaveLength(3)
    expect(states(ledgerOf(db, returnDay))).toEqual(Object.fromEntries(names.map((n) => [n, 'silent'])))
    expect(ledgerOf(db).summary).toEqual([
      '3 asked: 3 silent.',
      'All who are waited for are late.',
      '0 of 11 actions have an answer.',
      '11 have no update yet.',
    ])
    await bringIn(
      db,
      await edited(files.get(integration)!, (_, put) =>
        put('1.2.1', 'Progress since last update', 'Signed.'),
      ),
    )
    await bringIn(
      db,
      await edited(files.get(commissioning)!, (_, put) => theirs.forEach((r) => put(r, 'No change', 'x'))),
    )
    const ledger = ledgerOf(db)
    expect(ledger.counts).toEqual({
      silent: 1,
      partly: 1,
      'no-change': 1,
      returned: 0,
      covered: 0,
      'nothing-filled-in': 0,
    })
    const partly = of(ledger, integration)
    expect(partly).toMatchObject({ state: 'partly', isLate: true, returnBy: returnDay })
    expect(partly.missing).not.toContain('1.2.1')
    expect(partly.missing.length).toBe(partly.lines.length - 1)
    expect(partly.lines.find((l) => l.ref === '1.2.1')).toMatchObject({
      answer: { how: 'said', file: 'Returned.xlsx', on: returnDay, other: null },
      lastUpdate: returnDay,
      ageDays: 6,
    })
    expect(partly.asked).toMatchObject([{ on: issueDay, actor: writer.actor }])
    expect(of(ledger, commissioning)).toMatchObject({ state: 'no-change', isLate: false, missing: [] })
    expect(ledger.summary).toEqual([
      '3 asked: 1 said “no change”, 1 returned in part, 1 silent.',
      'All who are waited for are late.',
      '3 of 11 actions have an answer.',
      'The oldest last update is 6 days old.',
      '10 have no update yet.',
    ])
  })

  it('tells a workbook that came back empty from one that never came', async () => {
    const { db } = anOpenSample()
    const files = await issueBy(db, 'lead')
    await bringIn(db, await edited(files.get(commissioning)!, () => {}))
    expect(states(ledgerOf(db))).toMatchObject({
      [commissioning]: 'nothing-filled-in, late',
      [integration]: 'silent, late',
    })
  })

  it('counts only imports in effect', async () => {
    const { db } = anOpenSample()
    const files = await issueBy(db, 'lead')
    const back = await edited(files.get(commissioning)!, (_, put) =>
      theirs.forEach((r) => put(r, 'Next steps', 'Publish.')),
    )
    const { importId } = await bringIn(db, back)
    expect(of(ledgerOf(db), commissioning).state).toBe('returned')
    undoImport(db, importId!, at(later))
    expect(of(ledgerOf(db), commissioning).state).toBe('silent')
  })

  it('takes what the programme said already as an answer where somebody says it again', async () => {
    const { db } = anOpenSample()
    const files = await issueBy(db, 'lead')
    const fill = (path: string) =>
      edited(path, (_, put) => theirs.forEach((r) => put(r, 'Delivery rating', 'On track')))
    await bringIn(db, await fill(files.get(commissioning)!))
    const again = await issueBy(db, 'lead', { period: '2020-03', lead: commissioning })
    const file = await bringIn(db, await fill(again.get(commissioning)!))
    expect(file.committed.fields).toBe(0)
    expect(of(ledgerOf(db, later, '2020-03'), commissioning).state).toBe('returned')
  })

  it('takes a question left open for an answer', async () => {
    const { db } = anOpenSample()
    const files = await issueBy(db, 'lead')
    const back = await edited(files.get(commissioning)!, (_, put) =>
      theirs.forEach((r) => put(r, 'Completion date', 'July 2021')),
    )
    const file = await bringIn(db, back)
    expect(file.committed.fields).toBe(0)
    const asked = ledgerOf(db)
    expect(of(asked, commissioning).state).toBe('returned')
    expect(of(asked, commissioning).lines.map((l) => l.answer?.how)).toEqual(theirs.map(() => 'open'))
    expect(asked.summary).toContain(`Of these, ${theirs.length} wait for a decision of yours.`)
    undoImport(db, file.importId!, at(later))
    const taken = commitImport(db, await planOf(db, back), { take: 'returned' }, at(later))
    expect(taken.files).toHaveLength(1)
    expect(of(ledgerOf(db), commissioning).lines.map((l) => l.answer?.how)).toEqual(theirs.map(() => 'said'))
  })

  it('takes a tracker of somebody’s own for an answer, of its sender or of nobody in particular', async () => {
    const { db } = anOpenSample()
    await issueBy(db, 'lead')
    const own = await aTracker([
      ['1.2.1', 'Signed in January.'],
      ...theirs.map((r) => [r, 'Measures chosen.'] as const),
    ])
    await bringIn(db, own)
    const ledger = ledgerOf(db)
    expect(of(ledger, commissioning)).toMatchObject({
      state: 'returned',
      back: [{ file: 'Own tracker.xlsx' }],
    })
    expect(of(ledger, integration).state).toBe('partly')
  })

  it('counts a tracker for what was being asked about when it came', async () => {
    const { db } = anOpenSample()
    await issueBy(db, 'lead')
    commitIssue(
      db,
      await prepareIssue(db, { period: '2020-03', by: 'lead', group: 1, lead: null, returnBy: null }, later),
      join(aFolder(), 'out'),
      at('2020-02-12'),
    )
    await bringIn(db, await aTracker(theirs.map((r) => [r, 'Measures chosen.'] as const)))
    expect(of(ledgerOf(db), commissioning).state).toBe('silent')
    expect(of(ledgerOf(db, later, '2020-03'), commissioning).state).toBe('returned')
  })

  it('does not call a workbook returned because somebody else answered for the same actions', async () => {
    const { db } = anOpenSample()
    await issueBy(db, 'lead')
    const { path } = await issueGroup1(db)
    await bringIn(db, await edited(path, (_, put) => theirs.forEach((r) => put(r, 'Next steps', 'Publish.'))))
    const ledger = ledgerOf(db)
    expect(of(ledger, commissioning)).toMatchObject({
      state: 'covered',
      missing: [],
      isLate: false,
      back: [],
    })
    expect(of(ledger, commissioning).lines[0]?.answer?.other).toContain('Returned.xlsx')
    expect(of(ledger, 'WG1 Understanding of Local Need').state).toBe('partly')
  })

  it('asks again for what is missing only; both workbooks may come back', async () => {
    const { db } = anOpenSample()
    const files = await issueBy(db, 'lead')
    const first = await edited(files.get(integration)!, (_, put) => put('1.2.1', 'Next steps', 'Sign.'))
    await bringIn(db, first)
    const p = loadProgramme(db, later)
    const waited = ledgerOf(db).recipients.filter((r) => r.name === integration)
    const prepared = await prepareReissue(db, p, waited, { period: '2020-02', returnBy: '2020-02-28' })
    const { issued } = commitIssue(db, prepared, join(aFolder(), 'out'), at(later))
    expect(issued).toHaveLength(1)
    expect(issued[0]!.file).toContain(`2020-02 ${integration} (reminder).xlsx`)
    expect(prepared.workbooks[0]!.rows.map((r) => r.ref)).toEqual(waited[0]!.missing)
    const ledger = of(ledgerOf(db), integration)
    expect(ledger).toMatchObject({ state: 'partly', isLate: false, returnBy: '2020-02-28' })
    expect(ledger.asked).toHaveLength(2)
    expect(ledger.lines).toHaveLength(waited[0]!.lines.length)
    const refs = ledger.missing
    await bringIn(
      db,
      await edited(issued[0]!.file, (_, put) => refs.forEach((r) => put(r, 'No change', 'x'))),
    )
    expect(of(ledgerOf(db), integration).state).toBe('returned')
    expect((await bringIn(db, first)).committed.fields).toBe(0)
    await expect(
      prepareReissue(db, p, [of(ledgerOf(db), integration)], { period: '2020-02', returnBy: null }),
    ).rejects.toThrow('All of them have answered')
  })

  it('says where nothing was handed out', () => {
    const { db } = anOpenSample()
    expect(() => ledgerOf(db)).toThrow('No workbook was handed out for “2020-02”')
  })
})

describe('the workbook of who is missing', () => {
  it('has a row for every line without an answer, with real dates, and is the same bytes again', async () => {
    const { db } = anOpenSample()
    const files = await issueBy(db, 'lead')
    await bringIn(db, await edited(files.get(integration)!, (_, put) => put('1.2.1', 'Next steps', 'Sign.')))
    const ledger = ledgerOf(db)
    const bytes = await drawMissing(ledger, 'OFFICIAL')
    expect(Buffer.from(await drawMissing(ledger, 'OFFICIAL')).equals(Buffer.from(bytes))).toBe(true)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
    const sheet = workbook.getWorksheet('Without an answer')!
    const missing = ledger.recipients.flatMap((r) => r.missing)
    expect(sheet.rowCount).toBe(missing.length + 1)
    expect(missing).not.toContain('1.2.1')
    const row = rowOf(sheet, '1.2.2')
    const cell = (heading: string) => sheet.getCell(row, columnOf(sheet, heading)).value
    expect(cell('Asked')).toBe(integration)
    expect(cell('State')).toBe('Partly returned, late')
    expect(cell('Return by')).toEqual(new Date('2020-02-14T00:00:00Z'))
    expect(cell('Last update')).toBeNull()
    expect(sheet.autoFilter).toBe(`A1:I${missing.length + 1}`)
  })
})

/** A tracker in a layout of its own. */
async function aTracker(rows: readonly (readonly [ref: string, progress: string])[]): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Tracker')
  sheet.addRow(['Ref', 'Progress'])
  for (const row of rows) sheet.addRow([...row])
  const path = join(aFolder(), 'Own tracker.xlsx')
  await workbook.xlsx.writeFile(path)
  return path
}
