import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkProgramme } from '../../electron/db/checkProgramme.ts'
import { openForReading } from '../../electron/db/openFile.ts'
import { noPlanAnswers } from '../../shared/planIn/planDraft.ts'
import { wholePlan } from '../../shared/view/planQuery.ts'
import { aDesk } from '../support/aDesk.ts'
import { aFolder } from '../support/aProgramme.ts'
import { fixtures, planAt } from './aPlan.ts'

const exampleshire = join(fixtures, 'strange/plans/Exampleshire SEND improvement plan.docx')
const ask = { answers: noPlanAnswers, startedOn: null }

describe('a programme from a plan, as the window makes it', () => {
  it('is previewed, made in one go, opens with all its views, and is sound', async () => {
    const path = join(aFolder(), 'Exampleshire.desk')
    const desk = aDesk({ plan: exampleshire, newProgramme: path })
    expect(await desk.call('planIn.choose', {})).toBe(exampleshire)
    const { planId, preview } = await desk.call('planIn.preview', { path: exampleshire, ...ask })
    expect(preview.totals).toMatchObject({ groups: 3, priorities: 3, objectives: 5, actions: 12 })
    expect(existsSync(path)).toBe(false)
    const opened = await desk.call('planIn.create', { planId, name: 'Our plan', localArea: 'Exampleshire' })
    expect(opened).toMatchObject({ name: 'Our plan', localArea: 'Exampleshire', path })

    const plan = await desk.call('plan', wholePlan)
    expect(JSON.stringify(plan)).toContain('Open weekend clinics in Exampleton and Sampleford')
    expect(await desk.call('overview', {})).toMatchObject({ total: 12 })
    const paper = await desk.call('paper.preview', {
      kind: 'plan',
      board: null,
      group: null,
      period: null,
      asAt: null,
    })
    expect(paper.base64.length).toBeGreaterThan(10_000)
    desk.app.close()
    const db = openForReading(path)
    expect(checkProgramme(db)).toEqual([])
    db.close()
    expect(readdirSync(dirname(path)).filter((f) => !f.endsWith(' backups'))).toEqual(['Exampleshire.desk'])
    expect(desk.faults).toEqual([])
  }, 60_000)

  it('reads the same document again when answers change, even where the file is gone by then', async () => {
    const folder = aFolder()
    const copy = join(folder, 'plan.xlsx')
    copyFileSync(planAt('weakness banners.xlsx'), copy)
    const desk = aDesk({})
    await desk.call('planIn.preview', { path: copy, ...ask })
    copyFileSync(planAt('rating history.xlsx'), copy)
    const levels = [{ key: 'banner', as: 'group' as const }]
    const again = await desk.call('planIn.preview', {
      path: copy,
      answers: { mappings: [], levels },
      startedOn: '2024-09-01',
    })
    expect(again.preview.structure.groups.map((g) => g.made)).toEqual([false, false])
    expect(again.preview.startedOn).toBe('2024-09-01')
  }, 60_000)

  it('makes only what was previewed last, and nothing where the dialog is cancelled', async () => {
    const desk = aDesk({ newProgramme: null })
    const path = planAt('rating history.xlsx')
    const first = await desk.call('planIn.preview', { path, ...ask })
    const second = await desk.call('planIn.preview', { path, ...ask })
    const facts = { name: 'Plan', localArea: 'Sampleshire' }
    expect(await desk.ask('planIn.create', { planId: first.planId, ...facts })).toMatchObject({
      ok: false,
      error: { code: 'stale-plan' },
    })
    expect(await desk.call('planIn.create', { planId: second.planId, ...facts })).toBeNull()
    expect(await desk.call('app.state', {})).toMatchObject({ programme: null })
  }, 60_000)

  it('stops when it is told to', async () => {
    const desk = aDesk({})
    const running = desk.ask('planIn.preview', { path: exampleshire, ...ask })
    await desk.call('planIn.cancel', {})
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(desk.faults).toEqual([])
  })
})
