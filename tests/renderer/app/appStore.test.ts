import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeAppStore } from '../../../renderer/app/appStore.ts'
import { wholePlan } from '../../../shared/view/planQuery.ts'
import { aDesk } from '../../support/aDesk.ts'
import { aFolder } from '../../support/aProgramme.ts'

async function anOpenApp() {
  const desk = aDesk({ newProgramme: join(aFolder(), 'Cumbria.desk') })
  await desk.call('programme.openSample', {})
  const store = makeAppStore(desk.ask)
  await store.getState().refresh()
  return { store, desk }
}

test('a write is followed by a fresh state that says what undo would take back', async () => {
  const { store, desk } = await anOpenApp()
  const before = store.getState().app!.programme!
  const plan = await desk.call('plan', {})
  const actionId = plan.objectives[0]!.actions[0]!.id
  const done = await store
    .getState()
    .write('action.rate', { actionId, kind: 'delivery', code: 'amber', reason: null })
  expect(done.ok).toBe(true)
  const after = store.getState().app!.programme!
  expect(after.revision).toBeGreaterThan(before.revision)
  expect(after.undoLabel).toContain('1.1.1')
})

test('a refused write changes nothing and comes back as a value', async () => {
  const { store } = await anOpenApp()
  const before = store.getState().app
  const refused = await store.getState().write('milestone.setDone', { milestoneId: 'nobody', doneOn: null })
  expect(refused).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(store.getState().app).toBe(before)
})

test('the same words said twice are two sayings', async () => {
  const { store } = await anOpenApp()
  store.getState().say('Saved.')
  const first = store.getState().saying!
  store.getState().say('Saved.')
  expect(store.getState().saying!.number).toBeGreaterThan(first.number)
})

test('a wish for rows of the plan is taken once', async () => {
  const { store } = await anOpenApp()
  store.getState().showPlan({ ...wholePlan, overdue: true }, 'some action')
  expect(store.getState().screen).toBe('plan')
  expect(store.getState().takePlanWish()).toMatchObject({ query: { overdue: true }, actionId: 'some action' })
  expect(store.getState().takePlanWish()).toBeNull()
})
