import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { previewImport } from '../../electron/import/previewImport.ts'
import { commitImport } from '../../electron/import/commitImport.ts'
import { undoImport } from '../../electron/import/undoImport.ts'
import { previewDocument } from '../../shared/import/previewDocument.ts'
import { aStore, liveRows, writer } from './aStore.ts'
import { judgeTruth, type Truth } from './judgeTruth.ts'

const folder = join(import.meta.dirname, '../fixtures/trackers')
const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as {
  now: string
  workbooks: Truth[]
  bad: { file: string; expect: string }[]
}
const options = { sender: null, period: null, today: truth.now }

describe('trackers as they come back', () => {
  it.each(truth.workbooks)('$file reads, matches and merges as a careful person would', async (book) => {
    const { db } = aStore()
    const { document } = await previewImport(db, [join(folder, book.file)], options)
    previewDocument.parse(document)
    const [file] = document.files
    if (!file || 'error' in file) throw new Error(`refused: ${file?.error.message}`)
    expect(judgeTruth(book, file)).toEqual([])
    const { rows, ...outcomes } = document.totals
    expect(rows).toBe(file.rows.length)
    expect(Object.values(outcomes).reduce((a, b) => a + b, 0)).toBe(rows)
  })

  it('all six in one batch commit, come again without a change, and are taken back', async () => {
    const { db } = aStore()
    const before = liveRows(db)
    const paths = truth.workbooks.map((b) => join(folder, b.file))
    const done = commitImport(db, await previewImport(db, paths, options), {}, writer)
    const ids = done.files.map((f) => ('error' in f ? null : f.importId))
    expect(ids).toEqual(['import-1', 'import-2', 'import-3', 'import-4', 'import-5', 'import-6'])
    const after = liveRows(db)
    expect(after).not.toEqual(before)
    const plan = await previewImport(db, paths, options)
    expect(plan.document.totals).toMatchObject({ changed: 0 })
    for (const file of commitImport(db, plan, {}, writer).files)
      expect(file).toMatchObject({ committed: { rows: 0, fields: 0 } })
    expect(liveRows(db)).toEqual(after)
    for (const id of ids.toReversed()) expect(undoImport(db, id ?? '', writer).kept).toEqual([])
    expect(liveRows(db)).toEqual(before)
    const again = commitImport(db, await previewImport(db, paths, options), {}, writer)
    expect(again.files.map((f) => ('error' in f ? null : f.committed))).toEqual(
      done.files.map((f) => ('error' in f ? null : f.committed)),
    )
  })

  it('files that are no tracker are refused with a sentence, and the others go on', async () => {
    const { db } = aStore()
    const bad = truth.bad.filter((b) => b.expect === 'refused')
    const good = truth.workbooks[0]!
    const paths = [...bad, good].map((b) => join(folder, b.file))
    const { document } = await previewImport(db, paths, options)
    for (const [i, file] of document.files.entries()) {
      if (i === bad.length) expect('error' in file).toBe(false)
      else expect(file).toMatchObject({ error: { message: expect.stringMatching(/^“.+\.xlsx”.*\.$/su) } })
    }
  })
})
