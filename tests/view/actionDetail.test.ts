import { expect, test } from 'vitest'
import { actionDetail, actionDetailView } from '../../shared/view/actionDetail.ts'
import { aRatedPlan } from './aRatedPlan.ts'

const plan = aRatedPlan({
  delivery: [
    ['1.1.1', 'green', '2019-11-12'],
    ['1.1.1', 'red', '2020-01-20'],
  ],
  updates: [
    ['1.1.1', '2020-02-01', 'newer'],
    ['1.1.1', '2019-12-01', 'older'],
  ],
  moved: [['1.1.1', 'end of May 2020', '2020-05-31']],
})
const detailOf = (ref: string) => actionDetail(plan, plan.actionByRef.get(ref)!.action.id, [])!

test('ratings and updates come newest first, with their reasons', () => {
  const view = detailOf('1.1.1')
  expect(view.delivery.current.word).toBe('Off track')
  expect(view.delivery.history.map((r) => [r.mark.code, r.reason])).toEqual([
    ['red', 'because red'],
    ['green', 'because green'],
  ])
  expect(view.updates.map((u) => u.progress)).toEqual(['newer', 'older'])
  expect(view.delivery.choices.map((c) => c.code)).toEqual(['grey', 'red', 'amber', 'green', 'blue'])
})

test('a moved date keeps the words of the plan beside the new ones', () => {
  const view = detailOf('1.1.1')
  expect(view.due).toMatchObject({
    text: 'end of May 2020',
    original: 'Initial LAA produced Oct 2019',
    late: false,
  })
  expect(view.dateChanges[0]).toMatchObject({ text: 'end of May 2020', approvedBy: null })
})

test('a recovery is wanted for off track and at risk only', () => {
  expect(detailOf('1.1.1').needsRecovery).toBe(true)
  expect(detailOf('1.1.2').needsRecovery).toBe(false)
})

test('links are followed both ways', () => {
  const resting = detailOf('3.8.1')
  expect(resting.restsOn.map((l) => l.label)).toContain('Objective 3.5')
  const rested = detailOf('3.5.1').supports.find((l) => l.label === 'Action 3.8.1')
  expect(rested).toMatchObject({ names: 'objective', actionId: plan.actionByRef.get('3.8.1')!.action.id })
})

test('it is as its schema says for every action, and null for none', () => {
  for (const { action } of plan.actions) {
    const view = actionDetail(plan, action.id, [])
    expect(actionDetailView.parse(view)).toEqual(view)
  }
  expect(actionDetail(plan, 'nobody', [])).toBeNull()
})

test('an only milestone that restates the plan’s date moves with it', () => {
  const [own] = detailOf('1.1.1').milestones
  expect(detailOf('1.1.1').milestones).toHaveLength(1)
  expect(own).toMatchObject({ doneOn: null, late: false })
})
