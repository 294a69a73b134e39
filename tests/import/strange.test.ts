import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { previewImport } from '../../electron/import/previewImport.ts'
import { previewDocument } from '../../shared/import/previewDocument.ts'
import { aStore } from './aStore.ts'
import { judgeTruth, type Truth } from './judgeTruth.ts'

const folder = join(import.meta.dirname, '../fixtures/strange/trackers')
const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as {
  now: string
  workbooks: Truth[]
  bad: { file: string; expect: string }[]
}
const options = { sender: null, period: null, today: truth.now }

/** The expectation of a text file names no sheet: it has one, whatever it is called. */
function onSheet(book: Truth, sheet: string): Truth {
  const named = <T extends { readonly sheet: string | null }>(entry: T): T => ({
    ...entry,
    sheet: entry.sheet ?? sheet,
  })
  return {
    ...book,
    changes: book.changes.map(named),
    mustNot: book.mustNot.map(named),
    rowOutcomes: book.rowOutcomes.map(named),
    mustBeAccounted: book.mustBeAccounted.map(([own, row]) => [own ?? sheet, row] as const),
  }
}

/** The score that was reached and has to be kept: all of it. See the README beside the fixtures. */
describe('trackers by somebody who had not read the reader', () => {
  it('are ten, with as many expected values as the README says', () => {
    expect(truth.workbooks).toHaveLength(10)
    expect(truth.workbooks.reduce((n, b) => n + b.changes.length, 0)).toBe(244)
    expect(truth.workbooks.reduce((n, b) => n + b.mustBeAccounted.length, 0)).toBe(148)
  })

  it.each(truth.workbooks)('$file reads as a careful programme manager would', async (book) => {
    const { document } = await previewImport(aStore().db, [join(folder, book.file)], options)
    previewDocument.parse(document)
    const [file] = document.files
    if (!file || 'error' in file) throw new Error(`refused: ${file?.error.message}`)
    expect(judgeTruth(onSheet(book, file.rows[0]?.sheet ?? ''), file)).toEqual([])
    const { rows, ...outcomes } = document.totals
    expect(rows).toBe(file.rows.length)
    expect(Object.values(outcomes).reduce((a, b) => a + b, 0)).toBe(rows)
  })

  it.each(truth.bad)('$file is refused with a sentence that names it', async ({ file, expect: how }) => {
    const { document } = await previewImport(aStore().db, [join(folder, file)], options)
    const [read] = document.files
    // a web page that calls itself a workbook may be read one day, then as its expectation says
    expect(['refused', 'either']).toContain(how)
    expect(read).toMatchObject({ error: { message: expect.stringContaining(file.replace('bad/', '')) } })
  })
})
