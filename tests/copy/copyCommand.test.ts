import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkProgramme } from '../../electron/db/checkProgramme.ts'
import { loadProgramme } from '../../electron/db/loadTables.ts'
import { openForReading } from '../../electron/db/openFile.ts'
import type { ReadDb } from '../../electron/db/types.ts'
import { previewImport } from '../../electron/import/previewImport.ts'
import { commitDocument, previewDocument } from '../../shared/import/previewDocument.ts'
import { queryActions } from '../../shared/view/queryViews.ts'
import { aFolder, aSampleFile } from '../support/aProgramme.ts'

const root = join(import.meta.dirname, '../..')
const tracker = join(root, 'tests/fixtures/trackers/WG1 Understanding of Local Need - update Feb 2020.xlsx')

function desk(...args: readonly string[]) {
  const all = [join(root, 'electron/cli/main.ts'), ...args, '--json', '--now', '2020-02-14']
  const ran = spawnSync(process.execPath, all, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  return { code: ran.status, err: ran.stderr, json: (): unknown => JSON.parse(ran.stdout) }
}
const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

describe('the command copy, and import of what comes back', () => {
  it('makes a copy, brings it back whatever its name, once, and takes it back', () => {
    const path = aSampleFile()
    const copy = join(aFolder(), 'Group 1.desk')
    const made = desk('copy', path, '--group', '1', '--out', copy)
    expect(made.code).toBe(0)
    expect(made.json()).toMatchObject({
      out: copy,
      groups: [{ number: 1, name: 'Understanding of Local Need' }],
    })
    expect([findings(copy), actions(copy)]).toEqual([[], actions(path)])
    desk('import', copy, tracker, '--commit')
    const sent = join(aFolder(), 'my changes.bin')
    copyFileSync(copy, sent)
    const before = [hashOf(sent), actions(path)]
    const [shown] = previewDocument.parse(desk('import', path, sent, '--preview').json()).files
    expect(shown).toMatchObject({ kind: 'copy', missing: [], totals: { rows: 11, changed: 9, unchanged: 2 } })
    expect([hashOf(sent), actions(path)]).toEqual(before)
    const [done] = commitDocument.parse(desk('import', path, sent, '--commit').json()).files
    expect(done).toMatchObject({ importId: 'import-1', committed: { rows: 9, fields: 18 } })
    expect(actions(path)).toEqual(actions(copy))
    expect(desk('undo', path, 'import-1').json()).toEqual({ importId: 'import-1', restored: 18, kept: [] })
    expect(actions(path)).toEqual(before[1])
    expect(existsSync(`${sent}-wal`) || existsSync(`${copy}-wal`)).toBe(false)
  })

  it('refuses with a sentence what is no copy of this programme, and lets the others of the batch go on', async () => {
    const [path, other] = [aSampleFile(), aSampleFile()]
    const copy = join(aFolder(), 'Copy.desk')
    desk('copy', other, '--all', '--out', copy)
    expect(await refusals(path, [path, other, copy])).toEqual([
      'the-programme-itself',
      'not-a-copy',
      'other-programme',
    ])
    expect(await refusals(copy, [copy])).toEqual(['into-a-copy'])
    const broken = join(aFolder(), 'Broken.desk')
    writeFileSync(broken, readFileSync(copy).fill(7, 5000, 90000))
    expect(await refusals(path, [broken])).toEqual(['damaged'])
    const mixed = desk('import', path, copy, tracker, '--preview')
    expect(mixed.code).toBe(1)
    expect(mixed.err).toContain('a copy of all groups of another programme, made on 14 February 2020')
    expect(previewDocument.parse(mixed.json()).totals.rows).toBe(11)
  })

  it('replaces a file of that name, but not the programme; says what it needs', () => {
    const path = aSampleFile()
    const copy = join(aFolder(), 'Copy.desk')
    const before = hashOf(path)
    expect(desk('copy', path, '--group', '1').code).toBe(2)
    expect(desk('copy', path, '--group', '9', '--out', copy)).toMatchObject({ code: 1 })
    expect(desk('copy', path, '--group', '1', '--out', path)).toMatchObject({ code: 1 })
    expect([existsSync(copy), hashOf(path)]).toEqual([false, before])
    writeFileSync(copy, 'something else')
    expect(desk('copy', path, '--group', '2', '--out', copy).code).toBe(0)
    expect(findings(copy)).toEqual([])
    expect(desk('copy', copy, '--group', '1', '--out', join(aFolder(), 'Third.desk')).err).toContain(
      'a group copy itself',
    )
  })
})

function reading<T>(path: string, look: (db: ReadDb) => T): T {
  const db = openForReading(path)
  try {
    return look(db)
  } finally {
    db.close()
  }
}
const none = { group: null, ref: null, overdue: false }
const actions = (path: string): unknown =>
  reading(path, (db) => queryActions(loadProgramme(db, '2020-02-14'), none))
const findings = (path: string): unknown => reading(path, checkProgramme)

async function refusals(programme: string, files: readonly string[]): Promise<readonly string[]> {
  const db = openForReading(programme)
  try {
    const { document } = await previewImport(db, files, { sender: null, period: null, today: '2020-02-14' })
    return document.files.map((f) => ('error' in f ? f.error.code : 'read'))
  } finally {
    db.close()
  }
}
