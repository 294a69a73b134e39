import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wholePlan } from '../../shared/view/planQuery.ts'
import { aDesk } from '../support/aDesk.ts'
import { aFolder, aSampleFile } from '../support/aProgramme.ts'

const trackers = join(import.meta.dirname, '../fixtures/trackers')
const wg1 = join(trackers, 'WG1 Understanding of Local Need - update Feb 2020.xlsx')
const wg6 = join(trackers, 'WG6 SEN Support tracker.xlsx')

async function onSample(answers: Parameters<typeof aDesk>[0] = {}) {
  const path = aSampleFile()
  const desk = aDesk(answers)
  await desk.call('programme.open', { path })
  return { ...desk, path }
}

describe('opening programmes', () => {
  it('starts with nothing open, and says so in a value', async () => {
    const { ask, call } = aDesk({})
    expect(await call('app.state', {})).toMatchObject({ programme: null, recent: [] })
    expect(await ask('overview', {})).toEqual({ ok: false, error: { code: 'no-programme' } })
  })

  it('makes the sample in one call, remembers it, and closes it whole', async () => {
    const path = join(aFolder(), 'Sample.desk')
    const { call, recent, app } = aDesk({ newProgramme: path })
    const opened = await call('programme.openSample', {})
    expect(opened).toMatchObject({
      name: 'Cumbria SEND Improvement Programme',
      today: '2020-02-14',
      folderWarning: null,
    })
    expect(recent.map((r) => r.path)).toEqual([path])
    expect((await call('plan', wholePlan)).total).toBe(108)
    app.close()
    expect(readdirSync(dirname(path)).toSorted()).toEqual(['Sample backups', 'Sample.desk'])
  })

  it('makes an empty programme of one’s own', async () => {
    const { call } = aDesk({ newProgramme: join(aFolder(), 'Mine.desk') })
    const made = await call('programme.new', {
      name: 'SEND programme',
      localArea: 'Westland',
      startedOn: '2020-01-01',
    })
    expect(made?.localArea).toBe('Westland')
    expect((await call('overview', {})).total).toBe(0)
  })

  it('keeps the programme that is open when another cannot be opened', async () => {
    const { ask, call, path } = await onSample()
    const answer = await ask('programme.open', { path: join(dirname(path), 'none.desk') })
    expect(answer).toMatchObject({ ok: false, error: { code: 'file-missing' } })
    expect((await call('app.state', {})).programme?.path).toBe(path)
  })

  it('keeps a programme that a person agreed to replace', async () => {
    const path = aSampleFile()
    const before = readFileSync(path)
    const { call } = aDesk({ newProgramme: path })
    await call('programme.new', { name: 'SEND programme', localArea: 'Westland', startedOn: '2020-01-01' })
    const folder = join(dirname(path), 'Cumbria backups')
    const kept = readdirSync(folder).find((name) => name.startsWith('Replaced 2020-02-14 09.30'))
    expect(readFileSync(join(folder, kept ?? '')).equals(before)).toBe(true)
  })

  it('changes nothing where a dialog is cancelled', async () => {
    const { call } = aDesk({})
    expect(await call('programme.openSample', {})).toBeNull()
    expect(await call('programme.open', { path: null })).toBeNull()
    expect(await call('import.choose', {})).toEqual([])
  })
})

describe('editing an action', () => {
  it('rates it, asks a reason for a move, and undoes and redoes in words', async () => {
    const { ask, call } = await onSample()
    const rate = { actionId: 'action-1.1.1', kind: 'delivery' as const, code: 'green', reason: null }
    expect((await call('action.rate', rate)).label).toBe('delivery rating of 1.1.1 to on track')
    expect(await ask('action.rate', { ...rate, code: 'red' })).toMatchObject({
      ok: false,
      error: { code: 'reason-needed' },
    })
    await call('action.rate', { ...rate, code: 'red', reason: 'The lead officer has left.' })
    const now = await call('action', { id: 'action-1.1.1' })
    expect([now.delivery.current.code, now.delivery.history.length]).toEqual(['red', 2])
    expect((await call('app.state', {})).programme?.undoLabel).toBe('delivery rating of 1.1.1 to off track')
    await call('undo', {})
    expect((await call('action', { id: 'action-1.1.1' })).delivery.current.code).toBe('green')
    await call('redo', {})
    expect((await call('action', { id: 'action-1.1.1' })).delivery.current.code).toBe('red')
    expect(await ask('action.rate', { ...rate, code: 'purple' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })

  it('keeps an update on a lead’s behalf with its source', async () => {
    const { ask, call } = await onSample()
    const update = {
      actionId: 'action-1.1.1',
      at: '2020-02-13',
      source: 'phone' as const,
      sourceNote: 'Call on Thursday',
      by: 'Lead of 1.1.1',
      progress: 'Workshops booked.',
      nextSteps: null,
      issues: ' ',
      evidence: null,
      percentComplete: 40,
    }
    await call('action.addUpdate', update)
    const [first] = (await call('action', { id: 'action-1.1.1' })).updates
    expect(first).toMatchObject({
      source: 'phone',
      sourceNote: 'Call on Thursday',
      by: 'Lead of 1.1.1',
      progress: 'Workshops booked.',
      issues: null,
      percentComplete: 40,
    })
    expect(await ask('action.addUpdate', { ...update, progress: ' ', percentComplete: null })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    })
    expect(await ask('action.addUpdate', { ...update, at: '2020-02-15' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    })
  })

  it('moves a date, keeps the original, and records its approval', async () => {
    const { ask, call } = await onSample()
    await call('action.redate', {
      actionId: 'action-1.1.1',
      text: 'end of May 2020',
      reason: 'Two districts came in late.',
    })
    let view = await call('action', { id: 'action-1.1.1' })
    expect(view.due).toMatchObject({ text: 'end of May 2020', original: 'Initial LAA produced Oct 2019' })
    const moved = view.dateChanges[0]
    await call('dateChange.approve', {
      dateChangeId: moved?.id ?? '',
      approvedBy: 'Improvement Board',
      approvedOn: '2020-02-14',
    })
    view = await call('action', { id: 'action-1.1.1' })
    expect(view.dateChanges[0]).toMatchObject({
      approvedBy: 'Improvement Board',
      reason: 'Two districts came in late.',
    })
    expect(
      await ask('action.redate', { actionId: 'action-1.1.1', text: 'when ready', reason: null }),
    ).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })

  it('edits a text of the plan only where it is still what the person saw', async () => {
    const { ask, call } = await onSample()
    const before = (await call('action', { id: 'action-1.1.1' })).action
    const edit = { actionId: 'action-1.1.1', field: 'action' as const, before, after: 'New words' }
    await call('action.editText', edit)
    expect(await ask('action.editText', { ...edit, after: 'Other words' })).toMatchObject({
      ok: false,
      error: { code: 'overtaken' },
    })
    expect((await call('action', { id: 'action-1.1.1' })).action).toBe('New words')
  })

  it('keeps a recovery, adds to it, and marks a milestone done', async () => {
    const { call } = await onSample()
    const recovery = {
      actionId: 'action-1.1.1',
      cause: 'No analyst',
      plan: 'Second one from public health',
      who: 'AD Integration',
      due: '31 March 2020',
      effect: null,
      ask: null,
    }
    await call('action.saveRecovery', recovery)
    await call('action.saveRecovery', { ...recovery, effect: 'Commissioning without figures' })
    const view = await call('action', { id: 'action-1.1.1' })
    expect(view.recovery).toMatchObject({
      cause: 'No analyst',
      due: '31 March 2020',
      effect: 'Commissioning without figures',
    })
    await call('milestone.setDone', { milestoneId: view.milestones[0]?.id ?? '', doneOn: '2020-02-01' })
    expect((await call('action', { id: 'action-1.1.1' })).milestones[0]?.doneOn).toBe('2020-02-01')
  })
})

describe('the month', () => {
  it('imports, commits, freezes, saves a paper and takes the import back', async () => {
    const out = join(aFolder(), 'paper.docx')
    const { ask, call, revealed } = await onSample({ workbooks: [wg1, wg6], save: out })
    const paths = await call('import.choose', {})
    const preview = await call('import.preview', { paths, sender: null, on: null })
    expect(preview.document.totals).toMatchObject({ unmatched: 0, conflict: 0 })
    const committed = await call('import.commit', { planId: preview.planId, choices: [] })
    expect(committed.files).toHaveLength(2)
    expect((await call('action', { id: 'action-1.1.1' })).delivery.current.code).toBe('amber')
    expect(await ask('import.commit', { planId: preview.planId, choices: [] })).toMatchObject({
      ok: false,
      error: { code: 'stale-plan' },
    })

    const frozen = await call('snapshot.take', { label: 'February 2020' })
    const paper = { kind: 'board-paper' as const, board: null, group: null, period: null, asAt: frozen.id }
    const seen = await call('paper.preview', paper)
    const saved = await call('paper.save', { ...paper, format: 'docx' })
    expect(saved?.out).toBe(out)
    expect(readFileSync(out).equals(Buffer.from(seen.base64, 'base64'))).toBe(true)
    await call('paper.reveal', { path: out })
    expect(revealed).toEqual([out])

    const imports = await call('import.list', {})
    expect(imports).toHaveLength(2)
    for (const { id } of imports) expect((await call('import.undo', { importId: id })).kept).toEqual([])
    expect((await call('action', { id: 'action-1.1.1' })).delivery.current.code).toBeNull()
    const history = (await call('action', { id: 'action-1.1.1' })).audit.map((line) => line.origin)
    expect(history).toEqual(['undo', 'import', 'init'])
    const again = await call('paper.preview', paper)
    expect(again.base64).toBe(seen.base64)
  })

  it('does not commit what was previewed of a programme that has changed since', async () => {
    const { ask, call } = await onSample()
    const preview = await call('import.preview', { paths: [wg1], sender: null, on: null })
    await call('action.rate', { actionId: 'action-1.1.1', kind: 'delivery', code: 'green', reason: null })
    expect(await ask('import.commit', { planId: preview.planId, choices: [] })).toMatchObject({
      ok: false,
      error: { code: 'stale-plan' },
    })
    expect(await call('import.list', {})).toEqual([])
  })

  it('keeps what papers print: period, overall ratings, recommendations; and says what is missing', async () => {
    const { ask, call } = await onSample()
    const board =
      (await call('paper.options', {})).boards.find((b) => b.name.includes('Improvement Board'))?.id ?? ''
    const paper = { kind: 'board-paper' as const, board, group: null, period: null, asAt: null }
    const codes = async (): Promise<string[]> => (await call('paper.preview', paper)).gaps.map((g) => g.code)
    expect(await codes()).toEqual(expect.arrayContaining(['no-recommendations', 'no-period']))
    await call('period.add', {
      label: '2020-02',
      name: 'February 2020',
      fromDay: '2020-02-01',
      toDay: '2020-02-29',
    })
    expect(
      await ask('period.add', {
        label: '2020-02',
        name: 'Again',
        fromDay: '2020-02-01',
        toDay: '2020-02-29',
      }),
    ).toMatchObject({ ok: false, error: { code: 'already-there' } })
    const assessment = {
      period: '2020-02',
      group: 1,
      priority: null,
      delivery: 'amber',
      impact: 'emerging',
      reason: 'Data sharing is late.',
      commentary: null,
    }
    await call('assessment.save', assessment)
    await call('assessment.save', { ...assessment, delivery: 'red' })
    const list = await call('assessment.list', { period: '2020-02' })
    expect(list.rows).toHaveLength(15)
    expect(list.rows[0]).toMatchObject({
      group: 1,
      delivery: 'red',
      impact: 'emerging',
      reason: 'Data sharing is late.',
    })
    await call('recommendation.add', { board, period: '2020-02', text: 'Note the progress.' })
    const [made] = await call('recommendation.list', { board })
    await call('recommendation.edit', {
      id: made?.id ?? '',
      before: 'Note the progress.',
      after: 'Agree the moved dates.',
    })
    expect(await codes()).not.toContain('no-recommendations')
    const meeting = { board, heldOn: '2020-03-05', agendaItem: '7' }
    await call('meeting.add', meeting)
    expect(await codes()).not.toContain('no-meeting')
    expect(await ask('meeting.add', meeting)).toMatchObject({ ok: false, error: { code: 'already-there' } })
    expect(await ask('meeting.add', { ...meeting, heldOn: '2020-02-13' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    })
    await call('recommendation.retire', { id: made?.id ?? '' })
    expect(await call('recommendation.list', { board })).toEqual([])
  })

  it('saves nothing where the dialog is cancelled', async () => {
    const { call } = await onSample()
    expect(
      await call('paper.save', {
        kind: 'plan',
        board: null,
        group: null,
        period: null,
        asAt: null,
        format: 'xlsx',
      }),
    ).toBeNull()
  })

  it('says in a value when a paper cannot be written', async () => {
    const { ask } = await onSample({ save: join(aFolder(), 'no', 'such', 'folder.docx') })
    const answer = await ask('paper.save', {
      kind: 'plan',
      board: null,
      group: null,
      period: null,
      asAt: null,
      format: 'docx',
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'cannot-write' } })
  })
})

describe('the door', () => {
  it('refuses names and inputs that the contract does not have, and faults stay inside', async () => {
    const { dispatch } = await import('../../electron/app/dispatch.ts')
    const { app, faults } = aDesk({})
    const report = (e: unknown): string => `ref ${faults.push(e)}`
    for (const name of ['toString', '__proto__', 'nothing', 7, null])
      expect(await dispatch(app.handlers, report, name, {})).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      })
    expect(await dispatch(app.handlers, report, 'action', { id: 5 })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    })
    const broken = {
      ...app.handlers,
      overview: () => {
        throw new Error('inside')
      },
    }
    expect(await dispatch(broken, report, 'overview', {})).toEqual({
      ok: false,
      error: { code: 'internal', reference: 'ref 1' },
    })
    expect(existsSync('inside')).toBe(false)
  })
})
