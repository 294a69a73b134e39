import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commitDocument, previewDocument } from '../../shared/import/previewDocument.ts'
import { aFolder, aSampleFile } from '../support/aProgramme.ts'

const root = join(import.meta.dirname, '../..')
const trackers = join(root, 'tests/fixtures/trackers')
const wg1 = join(trackers, 'WG1 Understanding of Local Need - update Feb 2020.xlsx')
const now = ['--now', '2020-02-14']

function desk(args: readonly string[], input = '') {
  const ran = spawnSync(process.execPath, [join(root, 'electron/cli/main.ts'), ...args], {
    cwd: root,
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 26,
  })
  return { code: ran.status, out: ran.stdout, err: ran.stderr, json: (): unknown => JSON.parse(ran.stdout) }
}
const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
const query = (path: string, subject: string, ...more: string[]): unknown[] =>
  desk(['query', path, subject, '--json', ...now, ...more]).json() as unknown[]
const state = (path: string): string =>
  JSON.stringify(['actions', 'updates', 'milestones'].map((s) => query(path, s)))

describe('the command line', () => {
  it('makes the sample, answers queries, and leaves one whole file', () => {
    const path = join(aFolder(), 'c.desk')
    expect(desk(['init', path, '--sample', 'cumbria', ...now]).code).toBe(0)
    expect(query(path, 'actions')).toHaveLength(108)
    expect(query(path, 'milestones')).toHaveLength(122)
    expect(query(path, 'measures')).toHaveLength(35)
    expect(query(path, 'boards')).toHaveLength(7)
    expect(query(path, 'actions', '--group', '5')).toHaveLength(11)
    expect(query(path, 'actions', '--ref', '1.1.1')).toMatchObject([
      { ref: '1.1.1', group: 1, objective: '1.1', priorities: [1, 2] },
    ])
    expect(desk(['check', path, '--json']).json()).toEqual({ ok: true, findings: [] })
    expect(readdirSync(dirname(path))).toEqual(['c.desk'])
    expect(desk(['init', path, '--sample', 'cumbria'])).toMatchObject({ code: 1 })
  }, 120_000)

  it('previews without writing, commits once, finds nothing the second time, and takes it back exactly', () => {
    const path = aSampleFile()
    const [bytes, before] = [hashOf(path), state(path)]
    const preview = desk(['import', path, wg1, '--preview', '--json', ...now])
    expect(preview.code).toBe(0)
    expect(previewDocument.parse(preview.json()).totals).toMatchObject({ rows: 11, changed: 9, unchanged: 2 })
    expect(hashOf(path)).toBe(bytes)

    const committed = commitDocument.parse(desk(['import', path, wg1, '--commit', '--json', ...now]).json())
    const first = committed.files[0]
    if (!first || 'error' in first) throw new Error('refused')
    expect(first.committed).toEqual({ rows: 9, fields: 18 })
    const after = state(path)
    expect(after).not.toBe(before)
    const audit = query(path, 'changes').length

    const again = commitDocument.parse(desk(['import', path, wg1, '--commit', '--json', ...now]).json())
    expect(again.files[0]).toMatchObject({ committed: { rows: 0, fields: 0 } })
    expect(state(path)).toBe(after)

    const undone = desk(['undo', path, first.importId ?? '', '--json', ...now])
    expect(undone.json()).toMatchObject({ importId: first.importId, kept: [] })
    expect(state(path)).toBe(before)
    expect(query(path, 'changes').length).toBeGreaterThan(audit)
    expect(desk(['undo', path, first.importId ?? '', ...now])).toMatchObject({ code: 1 })
    expect(readdirSync(dirname(path)).toSorted()).toEqual(['Cumbria backups', 'Cumbria.desk'])
  }, 180_000)

  it('gives the same programme and the same papers for the same input and --now', () => {
    const run = (): string[] => {
      const path = aSampleFile()
      desk(['import', path, wg1, '--commit', ...now])
      expect(desk(['snapshot', path, '--label', 'Feb', '--json', ...now]).json()).toMatchObject({
        id: 'snapshot-1',
        label: 'Feb',
      })
      const out = join(dirname(path), 'p.docx')
      const made = desk([
        'export',
        path,
        'board-paper',
        '--out',
        out,
        '--as-at',
        'Feb',
        '--json',
        '--now',
        '2021-06-01',
      ])
      expect(made.json()).toMatchObject({
        kind: 'board-paper',
        format: 'docx',
        asAt: 'Feb',
        sha256: hashOf(out),
        findings: [],
      })
      return [state(path), JSON.stringify(query(path, 'changes')), hashOf(out)]
    }
    expect(run()).toEqual(run())
  }, 240_000)

  it.each([
    'empty.xlsx',
    'WG2 update half downloaded.xlsx',
    'WG3 update.xlsx',
    'Room bookings spring term.xlsx',
  ])(
    'refuses %s with a sentence, and leaves the programme as it was',
    (name) => {
      const path = aSampleFile()
      const before = hashOf(path)
      for (const how of ['--preview', '--commit']) {
        const ran = desk(['import', path, join(trackers, 'bad', name), how, '--json', ...now])
        expect(ran.code).toBe(1)
        expect(ran.err).toContain(name)
        expect(ran.json()).toMatchObject({ files: [{ file: name, error: { message: expect.any(String) } }] })
      }
      expect(hashOf(path)).toBe(before)
      expect(readdirSync(dirname(path))).toEqual(['Cumbria.desk'])
    },
    60_000,
  )

  it('goes on with the good files of a batch and answers 1', () => {
    const path = aSampleFile()
    const ran = desk(['import', path, join(trackers, 'bad', 'empty.xlsx'), wg1, '--commit', '--json', ...now])
    expect(ran.code).toBe(1)
    const [bad, good] = commitDocument.parse(ran.json()).files
    expect(bad).toHaveProperty('error')
    expect(good).toMatchObject({ committed: { rows: 9 } })
  }, 60_000)

  it('settles open questions only where it is told to', () => {
    const path = aSampleFile()
    const due = () =>
      (query(path, 'actions', '--ref', '1.1.3')[0] as { revisedCompletion: unknown }).revisedCompletion
    desk(['import', path, wg1, '--commit', ...now])
    expect(due()).toBeNull()
    desk(['import', path, wg1, '--commit', '--take', 'returned', ...now])
    expect(due()).toMatchObject({ earliest: '2020-01-01', latest: '2020-09-30' })
  }, 90_000)

  it('keeps to its exit codes and words its refusals', () => {
    const path = aSampleFile()
    const missing = join(dirname(path), 'none.desk')
    expect(desk(['query', missing, 'actions', '--json'])).toMatchObject({ code: 1 })
    expect(desk(['query', missing, 'actions', '--json']).json()).toMatchObject({
      error: { code: 'file-missing', message: expect.stringContaining('none.desk') },
    })
    expect(desk(['nonsense']).code).toBe(2)
    expect(desk(['query', path, 'nonsense']).code).toBe(2)
    expect(desk(['import', path, wg1]).code).toBe(2)
    expect(desk(['import', path, wg1, '--preview', '--now', 'Tuesday']).code).toBe(2)
    expect(desk(['export', path, 'bulletin', '--out', 'x.xlsx']).code).toBe(2)
    expect(desk(['snapshot', path]).code).toBe(2)
    expect(desk(['--help'])).toMatchObject({ code: 0, err: '' })
    expect(desk(['undo', path, 'import-9', ...now])).toMatchObject({
      code: 1,
      err: expect.stringContaining('import-9'),
    })
  }, 120_000)

  it('compares a snapshot with another and with now', () => {
    const path = aSampleFile()
    desk(['snapshot', path, '--label', 'Before', ...now])
    desk(['import', path, wg1, '--commit', '--take', 'returned', ...now])
    desk(['snapshot', path, '--label', 'After', ...now])
    const compared = desk(['compare', path, 'Before', 'now', '--json', ...now]).json() as {
      added: string[]
      removed: string[]
      changed: { ref: string; field: string; before: unknown; after: unknown; reason: unknown }[]
    }
    expect([compared.added, compared.removed]).toEqual([[], []])
    expect(compared.changed).toContainEqual({
      ref: '1.1.1',
      field: 'deliveryRating',
      before: null,
      after: 'amber',
      reason: null,
    })
    expect(compared.changed.filter((c) => c.field === 'revisedCompletion').map((c) => c.ref)).toEqual([
      '1.1.3',
      '1.3.2',
    ])
    expect(desk(['compare', path, 'snapshot-1', 'After', '--json', ...now]).json()).toEqual(compared)
    expect(desk(['compare', path, 'After', 'now', '--json', ...now]).json()).toEqual({
      added: [],
      removed: [],
      changed: [],
    })
    expect(desk(['compare', path, 'Before', ...now]).code).toBe(2)
    expect(desk(['compare', path, 'Never', 'now', ...now]).code).toBe(1)
  }, 120_000)

  it('backs up and restores', () => {
    const path = aSampleFile()
    const [copy, restored] = [join(dirname(path), 'copy.desk'), join(dirname(path), 'restored.desk')]
    expect(desk(['backup', path, '--out', copy]).code).toBe(0)
    expect(desk(['restore', copy, '--out', restored]).code).toBe(0)
    expect(state(restored)).toBe(state(path))
    expect(desk(['restore', copy, '--out', restored]).code).toBe(1)
    expect(existsSync(`${restored}-wal`)).toBe(false)
  }, 120_000)

  it('reads dates from standard input, a JSON object a line', () => {
    const ran = desk(
      ['dates'],
      'Draft - Oct 2019 / Signed off - January 2020\nMarch 2020\\nand ongoing\nwhen ready\n',
    )
    const lines = ran.out
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l) as Record<string, unknown>)
    expect(lines).toHaveLength(3)
    expect(lines[0]).toEqual({
      text: 'Draft - Oct 2019 / Signed off - January 2020',
      earliest: '2019-10-01',
      latest: '2020-01-31',
      precision: 'milestones',
      milestones: [
        { text: 'Draft', earliest: '2019-10-01', latest: '2019-10-31', precision: 'month' },
        { text: 'Signed off', earliest: '2020-01-01', latest: '2020-01-31', precision: 'month' },
      ],
      problem: null,
    })
    expect(lines[1]?.['text']).toBe('March 2020\nand ongoing')
    expect(lines[2]?.['precision']).toBe('unread')
  })

  it('reads a workbook with a name that people give', () => {
    const path = aSampleFile()
    const odd = join(dirname(path), 'WG1 – März’s update (final v7) FINAL.xlsx')
    copyFileSync(wg1, odd)
    const ran = desk(['import', path, odd, '--preview', '--json', ...now])
    expect(previewDocument.parse(ran.json()).files[0]).toMatchObject({
      file: basename(odd),
      kind: 'tracker',
      issuedId: null,
    })
  }, 60_000)
})
