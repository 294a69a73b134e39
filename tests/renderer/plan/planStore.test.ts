import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makePlanStore } from '../../../renderer/plan/planStore.ts'
import type { Client } from '../../../renderer/ipc/client.ts'
import { planLines } from '../../../renderer/plan/planLines.ts'
import { activeFilters } from '../../../renderer/plan/filterWords.ts'
import { aDesk } from '../../support/aDesk.ts'
import { aFolder } from '../../support/aProgramme.ts'

async function anOpenPlan() {
  const desk = aDesk({ newProgramme: join(aFolder(), 'Cumbria.desk') })
  await desk.call('programme.openSample', {})
  const store = makePlanStore(desk.ask)
  await store.getState().load()
  return { store, desk }
}

test('filters are kept beside each other and taken off one by one', async () => {
  const { store } = await anOpenPlan()
  await store.getState().filter({ group: 3 })
  await store.getState().filter({ overdue: true, search: 'parent' })
  const view = store.getState().view!
  expect(view.query.group).toBe(3)
  const filters = activeFilters(view)
  expect(filters.map((f) => f.words)).toEqual(['“parent”', 'Overdue'])
  for (const f of filters) await store.getState().filter(f.off)
  expect(store.getState().view?.shown).toBe(24)
})

test('an answer that was overtaken by a newer question is dropped', async () => {
  const { desk } = await anOpenPlan()
  const slow = Promise.withResolvers<void>()
  let calls = 0
  const late: Client = async (name, input) => {
    const answer = await desk.ask(name, input)
    if (calls++ === 0) await slow.promise
    return answer
  }
  const store = makePlanStore(late)
  const first = store.getState().filter({ search: 'par' })
  await store.getState().filter({ search: 'parent' })
  slow.resolve()
  await first
  expect(store.getState().view?.query.search).toBe('parent')
})

test('folding an objective leaves out its actions, and steps still reach them', async () => {
  const { store } = await anOpenPlan()
  const view = store.getState().view!
  const [first, second] = view.objectives
  store.getState().toggle(second!.id)
  const lines = planLines(view, store.getState().collapsed)
  expect(lines).toHaveLength(30 + 108 - second!.actions.length)
  store.getState().open(first!.actions.at(-1)!.id)
  store.getState().step(1)
  expect(store.getState().openId).toBe(second!.actions[0]!.id)
})

test('stepping stays at the ends', async () => {
  const { store } = await anOpenPlan()
  const id = store.getState().view!.objectives[0]!.actions[0]!.id
  store.getState().open(id)
  store.getState().step(-1)
  expect(store.getState().openId).toBe(id)
})

test('another programme begins with nothing chosen', async () => {
  const { store } = await anOpenPlan()
  await store.getState().filter({ overdue: true })
  store.getState().reset()
  expect(store.getState()).toMatchObject({ view: null, openId: null, query: { overdue: false } })
})
