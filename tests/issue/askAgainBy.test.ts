import { expect, it } from 'vitest'
import { askAgainBy, givenUntil } from '../../shared/issue/askAgainBy.ts'
import type { ChaseRecipient } from '../../shared/view/chase.ts'

const given = (returnBy: string | null): ChaseRecipient => ({
  by: 'lead',
  name: 'Lead A',
  state: 'silent',
  isLate: false,
  returnBy,
  asked: [],
  back: [],
  lines: [],
  missing: [],
})

it('proposes a few working days from today, never before a day that somebody was given', () => {
  expect(askAgainBy('2026-11-25', [given('2026-12-04'), given(null)])).toBe('2026-12-04')
  expect(askAgainBy('2026-12-07', [given('2026-12-04')])).toBe('2026-12-10')
  expect(askAgainBy('2026-11-25', [])).toBe('2026-11-30')
})

it('names the last day that any of them was given', () => {
  expect(givenUntil([given('2026-12-04'), given(null), given('2026-12-11')])).toBe('2026-12-11')
  expect(givenUntil([given(null)])).toBeNull()
})
