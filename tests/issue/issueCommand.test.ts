import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commitDocument } from '../../shared/import/previewDocument.ts'
import { chaseLedger } from '../../shared/view/chase.ts'
import { aFolder, aSampleFile } from '../support/aProgramme.ts'
import { edited } from './anIssue.ts'

const root = join(import.meta.dirname, '../..')

function desk(...args: readonly string[]) {
  const all = [join(root, 'electron/cli/main.ts'), ...args, '--json', '--now', '2020-02-14']
  const ran = spawnSync(process.execPath, all, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  return { code: ran.status, err: ran.stderr, json: (): unknown => JSON.parse(ran.stdout) }
}
const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

type Issued = { issued: { id: string; file: string; to: string; actions: number; sha256: string }[] }

describe('the command issue', () => {
  it('hands out, knows again, and lists what came back', async () => {
    const path = aSampleFile()
    const out = join(aFolder(), 'February')
    const { issued } = desk(
      'issue',
      path,
      '--period',
      '2020-02',
      '--group',
      '1',
      '--out',
      out,
      '--return-by',
      '28 February 2020',
    ).json() as Issued
    expect(issued).toHaveLength(3)
    expect(readdirSync(out).toSorted()).toEqual(issued.map((i) => basename(i.file)).toSorted())
    for (const one of issued) expect(hashOf(one.file)).toBe(one.sha256)
    const lead = issued.find((i) => i.to.startsWith('Assistant Director Integration'))!
    const back = await edited(lead.file, (_, put) => put('1.2.1', 'Progress since last update', 'Signed.'))
    const [file] = commitDocument.parse(desk('import', path, back, '--commit').json()).files
    expect(file).toMatchObject({
      kind: 'issued',
      issuedId: lead.id,
      sender: lead.to,
      missing: [],
      committed: { rows: 1, fields: 1 },
    })
    expect(desk('query', path, 'updates', '--ref', '1.2.1').json()).toMatchObject([{ progress: 'Signed.' }])
    const listed = desk('query', path, 'issued').json() as {
      id: string
      returnBy: string
      returned: unknown[]
    }[]
    expect(new Set(listed.map((i) => i.returnBy))).toEqual(new Set(['2020-02-28']))
    expect(listed.map((i) => [i.id, i.returned.length])).toEqual(
      issued.map((i) => [i.id, i.id === lead.id ? 1 : 0]).toReversed(),
    )
  }, 120_000)

  it('refuses with a sentence and leaves everything as it was', () => {
    const path = aSampleFile()
    const folder = aFolder()
    const before = [hashOf(path), ...readdirSync(join(path, '..'))]
    const refused = (...more: string[]) => {
      const ran = desk('issue', path, '--out', join(folder, 'out'), ...more)
      return [ran.code, (ran.json() as { error: { message: string } }).error.message]
    }
    expect(refused('--period', '2020-02', '--group', '12')).toEqual([
      1,
      'Working group 12 was not found. Check the spelling.',
    ])
    expect(refused('--period', '2020-13')[0]).toBe(1)
    expect(refused()[0]).toBe(2)
    expect(refused('--period', '2020-02', '--by', 'person')[0]).toBe(2)
    expect(refused('--period', '2020-02', '--return-by', 'soon')[0]).toBe(2)
    expect(refused('--period', '2020-02', '--return-by', '3 January 2020')[0]).toBe(1)
    expect(existsSync(join(folder, 'out'))).toBe(false)
    expect([hashOf(path), ...readdirSync(join(path, '..'))]).toEqual(before)
  }, 120_000)
})

describe('the command chase', () => {
  it('says who has answered, and saves who has not', async () => {
    const path = aSampleFile()
    const folder = aFolder()
    const { issued } = desk(
      'issue',
      path,
      '--period',
      '2020-02',
      '--group',
      '1',
      '--out',
      folder,
    ).json() as Issued
    const lead = issued.find((i) => i.to.startsWith('Assistant Director Integration'))!
    desk('import', path, await edited(lead.file, (_, put) => put('1.2.1', 'No change', 'x')), '--commit')
    const out = join(folder, 'missing.xlsx')
    const ledger = chaseLedger.parse(desk('chase', path, '--period', '2020-02', '--out', out).json())
    expect(ledger.counts).toMatchObject({ silent: 2, partly: 1 })
    expect(existsSync(out)).toBe(true)
    expect(desk('chase', path, '--period', '2020-03').code).toBe(1)
    expect(desk('chase', path).code).toBe(2)
  }, 120_000)
})
