import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/import/readWorkbook.ts'
import { defaultScale } from '../../shared/ratings/defaultScale.ts'
import type { ParsedWorkbook } from '../../shared/workbook/draft.ts'
import { hasPlanTable, parseTracker } from '../../shared/workbook/parseTracker.ts'
import { readTruth, trackersFolder, whatIsMissing } from './trackerTruth.ts'

const context = { startedOn: '2019-08-01', today: '2020-02-14', scale: defaultScale }
const truth = readTruth(trackersFolder)

async function parse(file: string): Promise<ParsedWorkbook> {
  const read = await readWorkbook(`${trackersFolder}${file}`)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return parseTracker(read.value, context)
}

describe.each(truth.workbooks)('$file', (book) => {
  it('gives every value that a careful person takes from it', async () => {
    const { drafts } = await parse(book.file)
    expect(book.changes.flatMap((c) => whatIsMissing(c, drafts) ?? [])).toEqual([])
  })

  it('accounts for every row exactly once', async () => {
    const { drafts, sheets } = await parse(book.file)
    const rows = drafts.map((d) => `${d.sheet}!${d.row}`)
    expect(new Set(rows).size).toBe(rows.length)
    expect(book.mustBeAccounted.filter(([sheet, row]) => !rows.includes(`${sheet}!${row}`))).toEqual([])
    expect(sheets.filter((s) => s.read).map((s) => s.name)).toEqual(book.expect.sheetsRead)
  })

  it('asks where it must and sets aside what is no action', async () => {
    const { drafts } = await parse(book.file)
    for (const special of book.rowOutcomes) {
      const draft = drafts.find((d) => d.sheet === special.sheet && d.row === special.row)
      if (special.outcome.every((o) => o === 'ignored')) expect(draft?.kind).toBe('ignored')
      else if (!special.outcome.includes('unmatched')) expect(draft?.kind).toBe('action')
      if (special.flagged) expect(draft?.problems.length).toBeGreaterThan(0)
    }
    for (const not of book.mustNot.filter((m) => !m.why.includes('twice'))) {
      const draft = drafts.find((d) => d.sheet === not.sheet && d.row === not.row)
      const value = draft?.values[not.field as 'deliveryRating']
      expect(value === undefined || value.ambiguous !== null, `${not.sheet}!${not.row} ${not.field}`).toBe(
        true,
      )
    }
  })
})

describe('files that are no tracker', () => {
  it.each([
    ['bad/empty.xlsx', 'workbook-unreadable', 'empty'],
    ['bad/WG2 update half downloaded.xlsx', 'workbook-unreadable', 'breaks off'],
    ['bad/WG3 update.xlsx', 'workbook-unreadable', 'Word document'],
  ])('refuses %s and says what it is', async (file, code, words) => {
    const read = await readWorkbook(`${trackersFolder}${file}`)
    expect(read.ok ? null : read.error).toMatchObject({
      code,
      file: file.slice(4),
      why: expect.stringContaining(words),
    })
  })

  it('reads an OpenDocument spreadsheet as well as an Excel workbook', async () => {
    const { drafts } = await parse('bad/WG6 update.ods')
    const changes = truth.bad.find((b) => b.file === 'bad/WG6 update.ods')?.ifRead?.changes ?? []
    expect(changes.length).toBe(6)
    expect(changes.flatMap((c) => whatIsMissing(c, drafts) ?? [])).toEqual([])
  })

  it('finds no table of actions among room bookings', async () => {
    const parsed = await parse('bad/Room bookings spring term.xlsx')
    expect(hasPlanTable(parsed)).toBe(false)
    expect(parsed.drafts).toEqual([])
  })
})
