import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../shared/dates/isoDay.ts'
import { printDay, printMonth, printSpan } from '../../shared/dates/printDay.ts'
import { readCompletion } from '../../shared/dates/readCompletion.ts'

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days))

const pieces = fc.constantFrom(
  ...(
    'January|Febuary|Sept|may|March|2020|20|’21|31|3rd|1|2019/20|20/21|31/03/20|2020-02-30|Q3|H1|autumn|term|Spring|' +
    'academic year|financial year|from|by|end of|before|after|and|to|–|-|/|,|;|\n|(|)|:|.|?|+|ongoing|TBC|w/c|was|now|' +
    'moved to|next|Draft|Year 9|ages 14-25|25%|3.5|half term|Easter|onwards|annually|between|Friday|the|of|43831|&|x'
  ).split('|'),
)
const officerText = fc
  .array(fc.tuple(pieces, fc.constantFrom('', ' ')), { maxLength: 14 })
  .map((parts) => parts.map(([piece, space]) => piece + space).join(''))
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  officerText,
  fc.string({ maxLength: 80 }),
)
const context = fc.record(
  { startedOn: day, near: day, inCell: fc.boolean(), date1904: fc.boolean() },
  { requiredKeys: [] },
)

test('any text is read without a fault and kept as written', () => {
  fc.assert(
    fc.property(anyText, context, (text, where) => {
      const reading = readCompletion(text, where)
      expect(reading.text).toBe(text)
      if (reading.precision === 'unread' || reading.precision === 'none') {
        expect([reading.earliest, reading.latest, reading.milestones]).toEqual([null, null, []])
      }
    }),
    { numRuns: 3000 },
  )
})

test('no date ends before it begins, and steps lie within the whole', () => {
  fc.assert(
    fc.property(officerText, context, (text, where) => {
      const { earliest, latest, milestones, precision } = readCompletion(text, where)
      if (earliest !== null && latest !== null) expect(earliest <= latest).toBe(true)
      expect(milestones.length > 0).toBe(precision === 'milestones')
      for (const step of milestones) {
        if (step.earliest !== null && step.latest !== null) expect(step.earliest <= step.latest).toBe(true)
        if (step.earliest !== null && earliest !== null) expect(step.earliest >= earliest).toBe(true)
        if (step.latest !== null && latest !== null) expect(step.latest <= latest).toBe(true)
      }
    }),
    { numRuns: 3000 },
  )
})

test('a printed day and month read back as themselves', () => {
  fc.assert(
    fc.property(day, (at) => {
      expect(readCompletion(printDay(at))).toMatchObject({
        precision: 'day',
        earliest: at,
        latest: at,
        problem: null,
      })
      expect(readCompletion(printMonth(at))).toMatchObject({
        precision: 'month',
        earliest: `${at.slice(0, 8)}01`,
      })
    }),
  )
})

test('a printed span reads back with the same days', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 900 }), (earliest, days) => {
      const latest = addDays(earliest, days)
      const printed = printSpan({ text: '', earliest, latest, precision: 'range' })
      expect(readCompletion(printed)).toMatchObject({ earliest, latest })
    }),
  )
})

test('the usual ways to write a day all mean the same', () => {
  fc.assert(
    fc.property(day, (at) => {
      const [year = '', month = '', date = ''] = at.split('-')
      const ways = [
        at,
        `${date}/${month}/${year}`,
        `${date}.${month}.${year}`,
        `${Number(date)}/${Number(month)}/${year}`,
      ]
      for (const way of ways)
        expect(readCompletion(way)).toMatchObject({ precision: 'day', earliest: at, latest: at })
    }),
  )
})

test('more space between words, or around the text, changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 10 }),
      fc.constantFrom('  ', '   ', '\u00a0', '\t'),
      (words, space) => {
        const said = readCompletion(words.join(' '))
        const wide = readCompletion(space + words.join(space) + space)
        const days = ({ earliest, latest, precision }: typeof said): unknown => [earliest, latest, precision]
        expect(days(wide)).toEqual(days(said))
      },
    ),
    { numRuns: 2000 },
  )
})

test('reading takes time in proportion to the text', () => {
  const long = 'Draft October 2019, January - '.repeat(2000) + ' '.repeat(20_000) + '\n'.repeat(5000)
  const begun = performance.now()
  readCompletion(long)
  expect(performance.now() - begun).toBeLessThan(2000)
})
