import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakPages, type Unit } from '../../../renderer/papers/breakPages.ts'

/** Units one under the other, each with its height and what it needs. */
function stack(
  ...parts: readonly (number | (Partial<Unit> & { readonly height: number }))[]
): readonly Unit[] {
  let top = 0
  return parts.map((part) => {
    const { height, keepNext = false, repeats = 0 } = typeof part === 'number' ? { height: part } : part
    const unit = { top, bottom: top + height, keepNext, repeats }
    top += height
    return unit
  })
}

describe('breakPages', () => {
  it('fills a page and goes on with the next', () => {
    expect(breakPages(stack(40, 40, 40, 40, 40), 100)).toEqual([0, 2, 4])
  })

  it('keeps a heading with what it heads', () => {
    expect(breakPages(stack(40, 40, { height: 15, keepNext: true }, 40), 100)).toEqual([0, 2])
  })

  it('keeps a caption and a header row with the first row of their table', () => {
    const units = stack(60, { height: 10, keepNext: true }, { height: 10, keepNext: true }, 30, 30)
    expect(breakPages(units, 100)).toEqual([0, 1])
  })

  it('leaves room for the header rows that a page repeats', () => {
    const row = { height: 30, repeats: 20 }
    expect(breakPages(stack(row, row, row, row, row, row), 100)).toEqual([0, 2, 4])
  })

  it('gives a unit taller than a page one of its own', () => {
    expect(breakPages(stack(20, 300, 20), 100)).toEqual([0, 1, 2])
  })

  it('goes on where everything wants to stay with the next', () => {
    const kept = { height: 60, keepNext: true }
    expect(breakPages(stack(kept, kept, kept), 100)).toEqual([0, 1, 2])
  })

  it('never loses a unit, and never overfills a page that has more than one', () => {
    const part = fc.record({
      height: fc.integer({ min: 1, max: 150 }),
      keepNext: fc.boolean(),
      repeats: fc.integer({ min: 0, max: 30 }),
    })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 60 }), (parts) => {
        const units = stack(...parts)
        const starts = breakPages(units, 100)
        expect(starts[0]).toBe(0)
        for (const [n, start] of starts.entries()) {
          const end = starts[n + 1] ?? units.length
          expect(end).toBeGreaterThan(start)
          const first = units[start]!
          if (end - start > 1)
            expect(units[end - 1]!.bottom - first.top + first.repeats).toBeLessThanOrEqual(100)
        }
      }),
    )
  })
})
