import { expect, test } from 'vitest'
import { firstState, fitToScreens } from '../../electron/host/windowState.ts'

const laptop = { x: 0, y: 0, width: 1366, height: 728 }
const beside = { x: 1366, y: 0, width: 1920, height: 1040 }

test('a window stands where it stood', () => {
  const state = { x: 1500, y: 40, width: 1400, height: 900, maximized: false }
  expect(fitToScreens(state, [laptop, beside])).toEqual(state)
})

test('a window of a screen that has gone comes back without a place', () => {
  const state = { x: 1500, y: 40, width: 1900, height: 1000, maximized: true }
  expect(fitToScreens(state, [laptop])).toEqual({ width: 1366, height: 728, maximized: true })
})

test('a window is never smaller than its screens allow to work in', () => {
  expect(fitToScreens({ width: 10, height: 10, maximized: false }, [laptop])).toEqual({
    width: 1024,
    height: 640,
    maximized: false,
  })
})

test('a title bar above or below every screen does not count as shown', () => {
  for (const y of [-60, 720]) {
    expect(
      fitToScreens({ x: 100, y, width: 1100, height: 700, maximized: false }, [laptop]),
    ).not.toHaveProperty('x')
  }
})

test('without any screen the first size holds', () => {
  expect(fitToScreens(firstState, [])).toEqual(firstState)
})
