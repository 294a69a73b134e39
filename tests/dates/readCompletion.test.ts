import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCompletion } from '../../shared/dates/readCompletion.ts'
import { recurrenceOf } from '../../shared/dates/recurrence.ts'

type Row = [text: string, precision: string, earliest: string | null, latest: string | null]

function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as T
}

describe('forms that officers write', () => {
  test.each(fixture<Row[]>('forms'))('%j', (text, precision, earliest, latest) => {
    expect(readCompletion(text)).toMatchObject({ text, precision, earliest, latest })
  })
})

describe('the Cumbria plan', () => {
  type Step = { earliest: string; latest: string | null; precision: string; recurrence?: string }
  type Action = { ref: string; text: string; steps: Step[] }

  test.each(fixture<Action[]>('cumbria'))('$ref', ({ text, steps }) => {
    const reading = readCompletion(text)
    const [first] = steps
    expect(reading.text).toBe(text)
    expect(reading.problem).toBeNull()
    if (steps.length === 1) {
      expect(reading).toMatchObject({ ...first, milestones: [] })
      return
    }
    expect(reading.precision).toBe('milestones')
    expect(
      reading.milestones.map(({ earliest, latest, precision }) => ({ earliest, latest, precision })),
    ).toEqual(steps.map(({ earliest, latest, precision }) => ({ earliest, latest, precision })))
    expect(steps.map((_, index) => recurrenceOf(reading, index))).toEqual(
      steps.map(({ recurrence }) => recurrence ?? null),
    )
  })
})

describe('dates in returned trackers', () => {
  test.each(fixture<{ text: string; expected: object }[]>('trackers'))('$text', ({ text, expected }) => {
    expect(readCompletion(text, { inCell: true, near: '2020-02-14', startedOn: '2019-08-01' })).toMatchObject(
      expected,
    )
  })
})

test('the example of the contract, word for word', () => {
  expect(readCompletion('Draft - Oct 2019 / Signed off - January 2020')).toEqual({
    text: 'Draft - Oct 2019 / Signed off - January 2020',
    earliest: '2019-10-01',
    latest: '2020-01-31',
    precision: 'milestones',
    milestones: [
      { text: 'Draft', earliest: '2019-10-01', latest: '2019-10-31', precision: 'month' },
      { text: 'Signed off', earliest: '2020-01-01', latest: '2020-01-31', precision: 'month' },
    ],
    problem: null,
  })
})

describe('steps are named by the words beside their dates', () => {
  test.each<[string, string[]]>([
    [
      'Plan developed: September 2019\nSystematic solution in place for business as usual by September 2020',
      ['Plan developed', 'Systematic solution in place for business as usual'],
    ],
    ['November 2019 (to be repeated November 2020)', ['November 2019', 'to be repeated']],
    ['August 2019 initial meeting\nSeptember 2019 second meeting', ['initial meeting', 'second meeting']],
    ['Dec 19 (North), Mar 20 (South)', ['North', 'South']],
    ['Phase 1: March 2020 Phase 2: June 2020', ['Phase 1', 'Phase 2']],
    ['March 2020 (draft) June 2020 (final)', ['draft', 'final']],
    ['1. Draft Oct 2019\n2. Final Jan 2020', ['Draft', 'Final']],
    ['• Draft: Oct 2019\n• Final: Jan 2020', ['Draft', 'Final']],
    ['Draft by 31/01/20, sign off by 31/03/20', ['Draft', 'sign off']],
    ['Report to Board 12 February 2020 and Cabinet 5 March 2020', ['Report to Board', 'Cabinet']],
    ['5 and 12 March 2020', ['5 March 2020', '12 March 2020']],
    ['Draft Oct 2019 / Final TBC', ['Draft', 'Final']],
    ['Phase 1 – Sept 2019; Phase 2 – April 2020; Phase 3 – ongoing', ['Phase 1', 'Phase 2', 'Phase 3']],
  ])('%j', (text, names) => {
    expect(readCompletion(text).milestones.map((step) => step.text)).toEqual(names)
  })
})

describe('what looks wrong is said', () => {
  const programme = { startedOn: '2019-08-01', near: '2020-02-14' }

  test('a date before the programme began stays as written', () => {
    expect(readCompletion('January 2010')).toMatchObject({ earliest: '2010-01-01', problem: null })
    expect(readCompletion('January 2010', programme)).toMatchObject({
      earliest: '2010-01-01',
      latest: '2010-01-31',
      precision: 'month',
      problem: 'January 2010 is before the programme began on 1 August 2019. Was 2020 meant?',
    })
    expect(readCompletion('March 2035', programme).problem).toContain('more than 10 years')
    expect(readCompletion('August 2019', programme).problem).toBeNull()
  })

  test.each<[string, RegExp]>([
    ['31 April 2020', /April has no day 31/],
    ['31/02/2020', /February has no day 31/],
    ['03/13/2020', /no month 13/],
    ['Monday 31 January 2020', /is a Friday, not a Monday/],
    ['July 2020 (Q1)', /does not lie in the quarter/],
    ['July 2020 to March 2020', /ends before it begins/],
    ['Febuary 2020', /“Febuary” was read as February/],
    ['Februaryrua ry 2020', /“Februaryrua ry” was read as February/],
    ['March 2020 TBC', /still to be confirmed/],
    ['March 2020?', /question mark/],
    ['Originally December 2019, now March 2020', /An earlier date/],
    ['Q3 2020', /calendar year/],
    ['March', /No year is written/],
    ['as discussed at the last meeting', /No date was found/],
  ])('%j', (text, problem) => {
    expect(readCompletion(text).problem).toMatch(problem)
  })
})

describe('a date without a year', () => {
  test.each<Row>([
    ['20 March', 'day', '2020-03-20', '2020-03-20'],
    ['March', 'month', '2020-03-01', '2020-03-31'],
    ['31/03', 'day', '2020-03-31', '2020-03-31'],
    ['31 Dec', 'day', '2019-12-31', '2019-12-31'],
    ['in the Spring', 'season', '2020-03-01', '2020-05-31'],
    ['Autumn term', 'term', '2019-09-01', '2019-12-31'],
    ['Q3', 'quarter', '2019-10-01', '2019-12-31'],
    ['3-7 February', 'range', '2020-02-03', '2020-02-07'],
    ['October – January', 'range', '2019-10-01', '2020-01-31'],
    ['next academic year', 'year', '2020-09-01', '2021-08-31'],
    ['by the end of next term', 'term', '2020-04-01', '2020-07-31'],
    ['by end of financial year', 'year', '2019-04-01', '2020-03-31'],
    ['The plan will be reviewed in May', 'month', '2020-05-01', '2020-05-31'],
  ])('takes the nearest inside a programme and says so: %j', (text, precision, earliest, latest) => {
    const reading = readCompletion(text, { near: '2020-02-14' })
    expect(reading).toMatchObject({ precision, earliest, latest })
    expect(reading.problem).toContain('No year is written')
    expect(readCompletion(text)).toMatchObject({ precision: 'unread', earliest: null, latest: null })
  })

  test('is never made of a verb', () => {
    expect(readCompletion('this may be later', { near: '2020-02-14' }).precision).toBe('unread')
    expect(readCompletion('March 2200', { near: '2020-02-14' }).precision).toBe('unread')
  })
})

describe('date serials', () => {
  test('count only in a cell', () => {
    expect(readCompletion('43864').precision).toBe('unread')
    expect(readCompletion('43864', { inCell: true })).toMatchObject({
      precision: 'day',
      latest: '2020-02-03',
    })
    expect(readCompletion('42402', { inCell: true, date1904: true })).toMatchObject({ latest: '2020-02-03' })
    expect(readCompletion('12345', { inCell: true }).precision).toBe('unread')
    expect(readCompletion('43864 schools', { inCell: true }).precision).toBe('unread')
  })
})
