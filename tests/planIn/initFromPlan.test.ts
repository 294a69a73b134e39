import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { planPreview } from '../../shared/planIn/planDraft.ts'
import { aFolder } from '../support/aProgramme.ts'
import { fixtures, planAt } from './aPlan.ts'

const cli = join(import.meta.dirname, '../../electron/cli/main.ts')
function desk(...args: readonly string[]) {
  const ran = spawnSync(process.execPath, [cli, ...args, '--now', '2025-02-04'], { encoding: 'utf8' })
  return { code: ran.status, out: ran.stdout, err: ran.stderr }
}

const plan = join(fixtures, 'strange/plans/Exampleshire priority action plan.xlsx')

it('init --from previews without making anything, makes a sound programme once, and never over another', () => {
  const path = join(aFolder(), 'plan.desk')
  const preview = desk('init', path, '--from', plan, '--preview', '--json')
  expect(preview.code).toBe(0)
  const read = planPreview.parse(JSON.parse(preview.out))
  expect(read.totals.rows).toBe(Object.values(read.totals.outcomes).reduce((a, b) => a + b, 0))
  expect(existsSync(path)).toBe(false)

  const made = desk('init', path, '--from', plan, '--local-area', 'Exampleshire')
  expect(made.code).toBe(0)
  expect(made.err).toContain('2 working groups, 3 priorities, 4 objectives, 9 actions')
  expect(made.err).toContain('row 11: There is no reference here, so one was made.')
  expect(JSON.parse(desk('check', path, '--json').out)).toEqual({ ok: true, findings: [] })
  expect(readdirSync(dirname(path))).toEqual(['plan.desk'])
  const actions = JSON.parse(desk('query', path, 'actions', '--json').out) as { ref: string }[]
  expect(actions.map((a) => a.ref)).toContain('1.2.2')

  expect(desk('init', path, '--from', plan).err).toContain('is there already')
}, 120_000)

it('init --from says why when there is no plan to read, and makes nothing', () => {
  const folder = aFolder()
  const path = join(folder, 'plan.desk')
  const list = join(folder, 'list.csv')
  writeFileSync(list, 'Room,Seats\nHall,40\nLibrary,12\n')
  const refused = desk('init', path, '--from', list, '--json')
  expect(refused.code).toBe(1)
  expect(JSON.parse(refused.out)).toMatchObject({ error: { code: 'no-plan-table' } })
  expect(desk('init', path, '--from', join(folder, 'none.docx')).code).toBe(1)
  expect(desk('init', path, '--from', list, '--sample', 'cumbria').code).toBe(2)
  expect(desk('init', path, '--from', planAt('app records.docx'), '--started-on', 'soon').code).toBe(2)
  expect(readdirSync(folder)).toEqual(['list.csv'])
}, 120_000)
