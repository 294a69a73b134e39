import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportPaper } from '../../electron/export/exportPaper.ts'
import { writeAtomically } from '../../electron/export/writeAtomically.ts'
import { sayError } from '../../shared/errors.ts'
import { plainSample } from '../papers/figures.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'papers-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const ask = { programme: plainSample, snapshot: null } as const

describe('exporting a paper', () => {
  it('replaces what was there and gives a receipt with its fingerprint', async () => {
    const out = join(folder, 'plan.xlsx')
    await writeFile(out, 'an older file')
    const done = await exportPaper({ ...ask, kind: 'plan', format: 'xlsx', out })
    const sha256 = createHash('sha256')
      .update(await readFile(out))
      .digest('hex')
    expect(done).toEqual({
      ok: true,
      value: { out, kind: 'plan', format: 'xlsx', asAt: '2020-02-04', sha256, findings: [] },
    })
    expect(await readdir(folder)).toEqual(['plan.xlsx'])
  })

  it('names the snapshot it was made from', async () => {
    const out = join(folder, 'plan.xlsx')
    const done = await exportPaper({ ...ask, snapshot: 'February return', kind: 'plan', format: 'xlsx', out })
    expect(done).toMatchObject({ ok: true, value: { asAt: 'February return' } })
  })

  it.each([
    [{ kind: 'board-paper', format: 'xlsx' }, 'The board-paper is not made as Excel. Use --format docx.'],
    [
      { kind: 'board-paper', format: 'docx', board: 'Nobody’s Board' },
      'The board “Nobody’s Board” was not found. Check the spelling.',
    ],
    [
      { kind: 'plan', format: 'docx', period: '1999-01' },
      'The period “1999-01” was not found. Check the spelling.',
    ],
  ] as const)('refuses %o with a sentence and writes nothing', async (wanted, sentence) => {
    const done = await exportPaper({ ...ask, ...wanted, out: join(folder, 'paper') })
    expect(done.ok ? '' : sayError(done.error)).toBe(sentence)
    expect(await readdir(folder)).toEqual([])
  })
})

describe('writing a file', () => {
  it('leaves the old file and no draft behind where the folder is missing', async () => {
    const done = await writeAtomically(join(folder, 'missing', 'a.docx'), new Uint8Array([1]))
    expect(done).toMatchObject({ ok: false, error: { code: 'cannot-write', why: 'the folder is not there' } })
    expect(await readdir(folder)).toEqual([])
  })

  it('does not replace a folder of that name', async () => {
    const done = await writeAtomically(folder, new Uint8Array([1]))
    expect(done).toMatchObject({ ok: false, error: { code: 'cannot-write' } })
  })
})
