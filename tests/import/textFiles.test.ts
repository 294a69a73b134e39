import { describe, expect, it } from 'vitest'
import { workbookOf } from '../../electron/import/readWorkbook.ts'

const read = (text: string, file: string) => workbookOf(new TextEncoder().encode(text), file)

const table = 'Ref\tAction\tProgress\n1.1.1\tAgree the plan\tDone\n1.1.2\tPublish it\tStarted\n'
const prose =
  'Dear all, please see below.\nThe plan, as agreed, is going well, and so is the rest.\nThanks\nMore next week\n'

describe('files of text', () => {
  it.each(['README.md', 'notes.json', 'page.log', 'letter.DOCX'])('refuses %s by its name', (file) => {
    const ending = file.split('.')[1]?.toLowerCase()
    const found = read(table, file)
    expect(found).toMatchObject({ ok: false, error: { code: 'workbook-unreadable', file } })
    expect(found).toHaveProperty(
      'error.why',
      `this is a .${ending} file, not a spreadsheet. Ask for the tracker as an Excel workbook (.xlsx). Nothing was read.`,
    )
  })

  it('reads a .txt with columns and refuses one with sentences', () => {
    expect(read(table, 'tracker.txt')).toMatchObject({ ok: true, value: { kind: 'csv' } })
    expect(read(prose, 'letter.txt')).toMatchObject({ ok: false, error: { code: 'workbook-unreadable' } })
  })

  it.each(['tracker.csv', 'tracker.tsv', 'tracker.xls', 'tracker'])('reads a table of text in %s', (file) => {
    expect(read(table, file).ok).toBe(true)
  })
})
