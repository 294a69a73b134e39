import { expect, test } from 'vitest'
import { readDay } from '../../shared/dates/readDay.ts'

const today = '2020-02-14'

test.each([
  ['4 February 2020', '2020-02-04'],
  ['4 Feb 20', '2020-02-04'],
  ['03/02/2020', '2020-02-03'],
  ['2020-02-03', '2020-02-03'],
  ['3 February', '2020-02-03'],
])('"%s" is a day, never the month before the day', (typed, day) => {
  expect(readDay(typed, today)).toBe(day)
})

test.each(['', 'February 2020', '31 February 2020', 'soon', '1 or 2 March 2020'])(
  '"%s" is not one day',
  (typed) => {
    expect(readDay(typed, today)).toBeNull()
  },
)

test('without a today the year must be written', () => {
  expect(readDay('3 February', '')).toBeNull()
  expect(readDay('3 February 2019', '')).toBe('2019-02-03')
})
