import { expect, test } from 'vitest'
import { planTable, planTableView } from '../../shared/view/planTable.ts'
import { planQuery, type PlanQuery } from '../../shared/view/planQuery.ts'
import { aRatedPlan } from './aRatedPlan.ts'

const plan = aRatedPlan({
  delivery: [
    ['1.1.1', 'red', '2020-01-20'],
    ['1.1.2', 'green', '2020-01-20'],
    ['3.5.1', 'red', '2020-01-20'],
  ],
  updates: [['1.2.1', '2020-02-01', 'Sharing agreement signed by both trusts']],
})
const ask = (part: Partial<PlanQuery>) => planTable(plan, planQuery.parse(part))
const refs = (part: Partial<PlanQuery>): string[] =>
  ask(part).objectives.flatMap((o) => o.actions.map((a) => a.ref))

test('the whole plan comes in printed order under its objectives', () => {
  const view = ask({})
  expect(view.shown).toBe(108)
  expect(view.objectives).toHaveLength(30)
  expect(view.objectives.map((o) => o.ref).slice(0, 4)).toEqual(['1.1', '1.2', '1.3', '2.1'])
  expect(view.objectives.find((o) => o.ref === '3.1')?.title).toBeNull()
  expect(planTableView.parse(view)).toEqual(view)
})

test('an objective rolls up those of its actions that are shown', () => {
  const [first] = ask({ group: 1, rating: 'red' }).objectives
  expect(first?.ref).toBe('1.1')
  expect(first?.actions.map((a) => a.ref)).toEqual(['1.1.1'])
  expect(first?.counts.map((c) => [c.mark.word, c.count])).toEqual([['Off track', 1]])
})

test('the tabs count what the other filters let through', () => {
  const view = ask({ group: 1, rating: 'red' })
  expect(view.groups.map((g) => g.count)).toEqual([1, 0, 1, 0, 0, 0])
  expect(view.allCount).toBe(2)
  expect(view.shown).toBe(1)
  expect(view.total).toBe(108)
})

test('not yet rated is a filter of its own', () => {
  expect(ask({ rating: 'not-rated' }).shown).toBe(105)
})

test('search needs every word, in any order and case, also in the newest update', () => {
  expect(refs({ search: 'TRUSTS agreement' })).toEqual(['1.2.1'])
  expect(refs({ search: '6.1.10' })).toEqual(['6.1.10'])
  expect(refs({ search: 'agreement unicorn' })).toEqual([])
})

test('spellings of one post are one lead', () => {
  const { leads } = ask({}).choices
  const spelt = plan.tables.post.filter((p) => p.spellings.length > 1)
  expect(spelt.length).toBeGreaterThan(0)
  expect(leads.length).toBeLessThan(new Set(plan.tables.actionLead.map((l) => l.printed)).size)
  for (const { lead, count } of leads) expect([lead, ask({ lead }).shown]).toEqual([lead, count])
})

test('a lead is found by the words of the plan as well', () => {
  expect(refs({ lead: 'CEO People First' }).length).toBeGreaterThan(0)
})

test('a milestone text keeps its own words and is late only after its last day', () => {
  const [row] = ask({ search: '1.1.1' }).objectives[0]!.actions
  expect(row?.due).toEqual({
    text: 'Initial LAA produced Oct 2019',
    latest: '2019-10-31',
    late: true,
    original: null,
  })
})
