import { expect, test } from 'vitest'
import { overview, overviewView } from '../../shared/view/overview.ts'
import { planTable } from '../../shared/view/planTable.ts'
import type { PlanQuery } from '../../shared/view/planQuery.ts'
import { aRatedPlan } from './aRatedPlan.ts'

const plan = aRatedPlan({
  delivery: [
    ['1.1.1', 'green', '2019-11-12'],
    ['1.1.1', 'red', '2020-01-20'],
    ['1.1.2', 'blue', '2020-01-20'],
    ['2.1.1', 'amber', '2020-01-20'],
    ['3.2.1', 'green', '2020-01-20'],
  ],
  impact: [['1.1.2', 'evident', '2020-01-20']],
  updates: [
    ['1.1.1', '2020-02-01', 'Two workshops held'],
    ['1.1.2', '2019-12-20', 'Themes agreed'],
    ['2.1.1', '2019-11-20', 'Review begun'],
    ['3.2.1', '2019-08-30', 'First meeting held'],
  ],
  moved: [['1.1.1', 'end of May 2020', '2020-05-31']],
  periods: [
    {
      id: 'jan',
      retiredAt: null,
      label: '2020-01',
      name: 'January 2020',
      fromDay: '2020-01-01',
      toDay: '2020-01-31',
    },
    {
      id: 'feb',
      retiredAt: null,
      label: '2020-02',
      name: 'February 2020',
      fromDay: '2020-02-01',
      toDay: '2020-02-29',
    },
  ],
})
const view = overview(plan, [])

test('a rating is the newest one, and the ratings add up to the plan', () => {
  const counts = Object.fromEntries(view.delivery.map((c) => [c.mark.word, c.count]))
  expect(counts).toEqual({ 'Off track': 1, 'At risk': 1, 'On track': 1, Complete: 1, 'Not yet rated': 104 })
  expect(view.sentence).toBe(
    '108 actions: 1 off track, 1 at risk, 1 on track, 1 complete, 104 not yet rated.',
  )
  for (const group of view.groups)
    expect(group.delivery.reduce((sum, c) => sum + c.count, 0)).toBe(group.total)
  expect(view.groups.map((g) => g.total)).toEqual([11, 13, 24, 27, 11, 22])
})

test('an area of weakness counts the actions of every group that works on it', () => {
  const second = view.priorities.find((p) => p.number === 2)
  expect(second?.groups).toEqual([1])
  expect(second?.total).toBe(11)
  expect(view.priorities).toHaveLength(9)
})

test('every figure leads to exactly as many rows of the work plan', () => {
  const rowsOf = (filter: PlanQuery): number => planTable(plan, filter).shown
  const figures = [
    ...view.delivery,
    ...view.impact,
    ...view.piles,
    ...view.freshness,
    ...[...view.groups, ...view.priorities].flatMap((s) => [
      { count: s.total, filter: s.filter },
      { count: s.overdue, filter: s.overdueFilter },
      ...s.delivery,
      ...s.impact,
    ]),
  ]
  expect(figures.length).toBeGreaterThan(60)
  for (const { count, filter } of figures) expect([filter, rowsOf(filter)]).toEqual([filter, count])
})

test('done is never overdue, and a moved date counts instead of the first one', () => {
  const overdue = view.piles.find((p) => p.key === 'overdue')
  const refs = overdue?.rows.map((r) => r.ref)
  expect(refs).not.toContain('1.1.1')
  expect(refs).not.toContain('1.1.2')
  expect(refs).toContain('3.2.1')
})

test('off track and at risk are one pile, named in the words of the scale', () => {
  const pile = view.piles.find((p) => p.key === 'exceptions')
  expect(pile?.label).toBe('Off track or at risk')
  expect(pile?.rows.map((r) => r.ref)).toEqual(['1.1.1', '2.1.1'])
})

test('what is due within 60 days includes what is due within 30', () => {
  const refsOf = (key: string): string[] =>
    view.piles.find((p) => p.key === key)?.rows.map((r) => r.ref) ?? []
  const thirty = refsOf('due-30')
  expect(thirty.length).toBeGreaterThan(0)
  expect(refsOf('due-60')).toEqual(expect.arrayContaining(thirty))
  expect(refsOf('due-90').length).toBeGreaterThan(thirty.length)
})

test('freshness tells ages and silence apart', () => {
  expect(view.freshness.map((f) => f.count)).toEqual([1, 1, 1, 1, 104])
})

test("a group's overall rating is that of the newest period that has one", () => {
  const group = plan.groups[0]!.group.id
  const assessed = overview(
    aRatedPlan({
      periods: plan.tables.period,
      assessments: [
        { periodId: 'feb', groupId: group, delivery: 'amber', impact: 'emerging' },
        { periodId: 'jan', groupId: group, delivery: 'green', impact: null },
      ],
    }),
    [],
  )
  expect(assessed.groups[0]?.assessment).toMatchObject({
    period: 'February 2020',
    delivery: { word: 'At risk' },
    impact: { word: 'Emerging' },
  })
  expect(assessed.groups[1]?.assessment).toBeNull()
})

test('the view is as its schema says, and keeps the lines of the audit trail', () => {
  const line = {
    at: '2020-02-14T09:00:00',
    actor: 'Programme manager',
    label: 'rating of 1.1.1',
    origin: 'window',
  } as const
  const made = overview(plan, [line])
  expect(overviewView.parse(made)).toEqual(made)
  expect(made.recent).toEqual([line])
})
