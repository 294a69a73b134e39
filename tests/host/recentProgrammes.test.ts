import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recentProgrammes } from '../../electron/host/recentProgrammes.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-recent-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const at = (day: number) => () => new Date(Date.UTC(2020, 1, day))

test('the programme opened last comes first, and each only once', () => {
  const file = join(folder, 'data/recent.json')
  recentProgrammes(file, at(1)).add('/plans/a.desk', 'A')
  recentProgrammes(file, at(2)).add('/plans/b.desk', 'B')
  recentProgrammes(file, at(3)).add('/plans/a.desk', 'A renamed')
  expect(recentProgrammes(file, at(4)).list()).toEqual([
    { path: '/plans/a.desk', name: 'A renamed', openedAt: '2020-02-03T00:00:00.000Z' },
    { path: '/plans/b.desk', name: 'B', openedAt: '2020-02-02T00:00:00.000Z' },
  ])
  expect(readdirSync(join(folder, 'data'))).toEqual(['recent.json'])
})

test('ten are kept, and one can be taken out', () => {
  const recent = recentProgrammes(join(folder, 'recent.json'), at(1))
  for (let n = 1; n <= 12; n++) recent.add(`/plans/${n}.desk`, String(n))
  expect(recent.list().map((entry) => entry.name)).toEqual([
    '12',
    '11',
    '10',
    '9',
    '8',
    '7',
    '6',
    '5',
    '4',
    '3',
  ])
  recent.remove('/plans/12.desk')
  expect(recent.list()[0]?.name).toBe('11')
})

test.each(['{', '[]garbage', '{"path":1}', '[{"path":1}]'])('a broken list (%s) counts as none', (text) => {
  const file = join(folder, 'recent.json')
  writeFileSync(file, text)
  const recent = recentProgrammes(file, at(1))
  expect(recent.list()).toEqual([])
  recent.add('/plans/a.desk', 'A')
  expect(recent.list()).toHaveLength(1)
})
