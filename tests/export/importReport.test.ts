import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aDesk } from '../support/aDesk.ts'
import { aSampleFile } from '../support/aProgramme.ts'
import { all, partsOf, printed } from './readDocx.ts'

const root = join(import.meta.dirname, '../..')
const wg1 = join(root, 'tests/fixtures/trackers/WG1 Understanding of Local Need - update Feb 2020.xlsx')

/** A sample programme with one tracker brought in; what is saved goes beside it. */
async function aDeskWithImport(save = true) {
  const path = aSampleFile()
  const out = join(dirname(path), 'Report.docx')
  const desk = aDesk(save ? { save: out } : {})
  await desk.call('programme.open', { path })
  const { planId } = await desk.call('import.preview', { paths: [wg1], sender: 'Lead A', on: null })
  const { files } = await desk.call('import.commit', { planId, choices: [] })
  const [file] = files
  if (!file || 'error' in file || file.importId === null) throw new Error('nothing was brought in')
  return { ...desk, path, out, importId: file.importId }
}

describe('the import report as Word', () => {
  it('says every value and every row that says nothing new, in tables that a board paper could have', async () => {
    const { call, out, importId } = await aDeskWithImport()
    expect(await call('import.report', { importIds: [importId] })).toMatchObject({ out })
    const parts = partsOf(readFileSync(out))
    const body = parts['word/document.xml'] ?? ''
    const text = printed(body)
    expect(text).toContain('Import report: WG1 Understanding of Local Need - update Feb 2020.xlsx')
    expect(text).toContain('11 rows were read')
    expect(text).toContain('Matching run in December found NHS numbers for 88% of children with an EHCP.')
    expect(text).toContain('A tracker of the sender’s own from Lead A')
    expect(text.split('\n')).toContain('Unchanged.')
    const tables = body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []
    expect(tables.length).toBeGreaterThan(3)
    for (const t of tables) {
      expect(all(t, /<w:tblHeader\/>/g)).toHaveLength(1)
      expect(t).not.toMatch(/gridSpan|vMerge/)
    }
    expect(all(body, /w:orient="(\w+)"/g)).toEqual(['portrait', 'landscape'])
    for (const level of [2, 3])
      expect(parts['word/styles.xml']).toMatch(new RegExp(`w:styleId="Heading${level}".*?<w:keepNext/>`, 's'))
  })

  it('does nothing where the dialog is cancelled, and refuses an import that nobody knows', async () => {
    const { call, ask, importId } = await aDeskWithImport(false)
    expect(await call('import.report', { importIds: [importId] })).toBeNull()
    expect(await ask('import.report', { importIds: ['import-9'] })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })

  it('is the same bytes from the window and from a terminal, of the same record and day', async () => {
    const { app, call, path, importId, out } = await aDeskWithImport()
    await call('import.report', { importIds: [importId] })
    app.close()
    const run = (...more: string[]) =>
      spawnSync(process.execPath, [join(root, 'electron/cli/main.ts'), 'report', path, ...more], {
        encoding: 'utf8',
      })
    const other = join(dirname(path), 'Other.docx')
    const ran = run(importId, '--out', other, '--json', '--now', '2020-02-14')
    expect(ran.status, ran.stderr).toBe(0)
    expect(JSON.parse(ran.stdout)).toMatchObject({ out: other, imports: [importId] })
    expect(readFileSync(other).equals(readFileSync(out))).toBe(true)
    expect(run('import-9', '--out', other)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('import-9'),
    })
    expect(run('--out', other).status).toBe(2)
  }, 60_000)
})
