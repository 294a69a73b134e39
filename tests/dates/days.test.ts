import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addWorkingDays, daysBetween, isOverdue } from '../../shared/dates/overdue.ts'
import { lastDayOf, makeDay, weekdayOf } from '../../shared/dates/isoDay.ts'
import { easterSunday } from '../../shared/dates/periods.ts'
import { readCompletion } from '../../shared/dates/readCompletion.ts'
import { printDay, printMonth, printSpan, printWritten } from '../../shared/dates/printDay.ts'

describe('overdue', () => {
  test('only after the last day', () => {
    expect(isOverdue('2020-01-31', '2020-01-31')).toBe(false)
    expect(isOverdue('2020-01-31', '2020-02-01')).toBe(true)
    expect(isOverdue(null, '2030-01-01')).toBe(false)
  })
})

describe('days', () => {
  test('are counted across the change of the clocks and leap days', () => {
    expect(daysBetween('2020-03-28', '2020-03-30')).toBe(2)
    expect(daysBetween('2020-10-26', '2020-10-24')).toBe(-2)
    expect(addDays('2020-02-28', 1)).toBe('2020-02-29')
    expect(addDays('2019-03-01', -1)).toBe('2019-02-28')
    expect([lastDayOf(2000, 2), lastDayOf(1900, 2), makeDay(2019, 2, 29)]).toEqual([29, 28, null])
    expect(weekdayOf('2020-02-04')).toBe(2)
  })

  test('working days leave out weekends and closed days', () => {
    expect(addWorkingDays('2020-02-06', 2)).toBe('2020-02-10')
    expect(addWorkingDays('2020-02-10', -5)).toBe('2020-02-03')
    expect(addWorkingDays('2020-02-08', 1)).toBe('2020-02-10')
    expect(addWorkingDays('2019-12-24', 2, ['2019-12-25', '2019-12-26'])).toBe('2019-12-30')
    expect(addWorkingDays('2020-02-08', 0)).toBe('2020-02-08')
  })

  test('added days are the days between', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50_000, max: 50_000 }),
        fc.integer({ min: -4000, max: 4000 }),
        (start, days) => {
          const from = addDays('2020-01-01', start)
          expect(daysBetween(from, addDays(from, days))).toBe(days)
        },
      ),
    )
  })

  test.each([
    [2019, '2019-04-21'],
    [2020, '2020-04-12'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
  ])('Easter %i', (year, sunday) => {
    expect(easterSunday(year)?.earliest).toBe(sunday)
  })
})

describe('printing', () => {
  test('days and months', () => {
    expect(printDay('2020-02-04')).toBe('4 February 2020')
    expect(printMonth('2020-02-04')).toBe('February 2020')
  })

  test.each([
    ['2020-02-04', '2020-02-04', 'day', '4 February 2020'],
    ['2020-02-01', '2020-02-29', 'month', 'February 2020'],
    ['2020-01-01', '2020-07-31', 'range', 'January to July 2020'],
    ['2019-10-01', '2020-11-30', 'range', 'October 2019 to November 2020'],
    ['2020-02-03', '2020-02-07', 'range', '3 to 7 February 2020'],
    ['2020-02-28', '2020-03-03', 'range', '28 February to 3 March 2020'],
    ['2019-12-28', '2020-01-03', 'range', '28 December 2019 to 3 January 2020'],
    ['2020-01-01', '2020-12-31', 'year', '2020'],
    ['2021-03-01', null, 'from', 'from March 2021'],
    ['2021-03-15', null, 'from', 'from 15 March 2021'],
    ['2019-10-01', null, 'ongoing', 'ongoing from October 2019'],
    [null, null, 'ongoing', 'ongoing'],
    [null, '2021-03-31', 'range', 'by 31 March 2021'],
    [null, null, 'none', 'no date'],
    [null, null, 'unread', 'as it was written'],
  ] as const)('%s to %s (%s)', (earliest, latest, precision, printed) => {
    expect(printSpan({ text: 'as it was written', earliest, latest, precision })).toBe(printed)
  })
})

describe('a completion text for a page', () => {
  test.each([
    ['31/03/2020', '31 March 2020'],
    ['2020-03-31', '31 March 2020'],
    ['18.12.20', '18 December 2020'],
    ['Apr-20', 'April 2020'],
    ['end of March 2020', 'end of March 2020'],
    ['Draft - Oct 2019', 'Draft - Oct 2019'],
    ['TBC', 'TBC'],
  ])('%s is printed as %s', (text, printed) => {
    expect(printWritten(readCompletion(text))).toBe(printed)
  })
})

describe('a time counted from a day', () => {
  test.each([
    ['within 6 weeks of 3 February 2020', '2020-02-03', '2020-03-16'],
    ['Within three months of 30/11/2019', '2019-11-30', '2020-02-29'],
    ['within 10 days from 25 December 2019', '2019-12-25', '2020-01-04'],
  ])('%s is due on its last day', (text, earliest, latest) => {
    expect(readCompletion(text)).toMatchObject({ text, earliest, latest, precision: 'range', milestones: [] })
  })

  test('counted from something that is no date it names none', () => {
    expect(readCompletion('within 6 weeks of the inspection')).toMatchObject({ earliest: null, latest: null })
  })
})
