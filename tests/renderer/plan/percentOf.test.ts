import { expect, test } from 'vitest'
import { percentOf } from '../../../renderer/plan/drawer/percentOf.ts'

test.each([
  ['', null],
  ['60', 60],
  ['60 %', 60],
  ['62,5', 62.5],
  ['101', 'unread'],
  ['most', 'unread'],
] as const)('"%s" as a percentage is %s', (typed, percent) => {
  expect(percentOf(typed)).toBe(percent)
})
