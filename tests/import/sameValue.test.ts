import { describe, expect, it } from 'vitest'
import { indexLeadNames } from '../../shared/import/leadNames.ts'
import { sameValue } from '../../shared/import/sameValue.ts'
import type { FieldName, FieldValue } from '../../shared/workbook/draft.ts'
import { aDate } from './aDraft.ts'
import { aProgramme } from './aMerge.ts'

const programme = aProgramme()
const leads = indexLeadNames(programme)
const same = (field: FieldName, a: FieldValue | null, b: FieldValue | null): boolean => {
  expect(sameValue(field, b, a, leads)).toBe(sameValue(field, a, b, leads))
  return sameValue(field, a, b, leads)
}

describe('sameValue', () => {
  it.each([
    ['March 2020', 'end of March 2020', true],
    ['March 2020', '31/03/20', true],
    ['November 2019', 'Nov 2019', true],
    ['March 2020', 'April 2020', false],
    ['March 2020', '13/03/20', false],
    ['January- July 2020', 'January – July 2020', true],
    ['January - July 2020', 'July 2020', false],
    ['ongoing', 'Ongoing', true],
    ['ongoing', 'March 2020', false],
    ['TBC', 'ASAP', false],
    ['Draft - Oct 2019\nSigned off January 2020', 'Draft – Oct 2019 / Signed off January 2020', true],
    ['Draft - Oct 2019\nSigned off January 2020', 'January 2020', false],
  ])('%j and %j as dates: %s', (a, b, expected) => {
    expect(same('completion', aDate(a), aDate(b))).toBe(expected)
  })

  it('takes every action’s own values for the same', () => {
    for (const { action, leads: own } of programme.actions) {
      expect(same('completion', action.completion, action.completion)).toBe(true)
      const printed = own.map((l) => l.printed)
      expect(same('leads', printed, printed.toReversed())).toBe(true)
    }
  })

  it('knows a post by all its spellings, and keeps places apart', () => {
    expect(
      same('leads', ['AD Education and Skills, CCC'], ['Assistant Director Education & Skills, CCC']),
    ).toBe(true)
    expect(
      same(
        'leads',
        ['Senior Manager Commissioning, Children, CCC'],
        ['Senior Manager Commissioning, Children’s, CCC'],
      ),
    ).toBe(true)
    expect(same('leads', ['Chief Nurse (South)'], ['Chief Nurse (North)'])).toBe(false)
    expect(same('leads', ['CEO People First'], ['CEO People First', 'Lead B'])).toBe(false)
    expect(same('leads', ['lead  b '], ['Lead B'])).toBe(true)
  })

  it('compares texts by what they say', () => {
    expect(same('progress', 'It’s  “done”\n– nearly', `It's "done" - nearly`)).toBe(true)
    expect(same('progress', 'Saved £5,000', 'Saved £5000')).toBe(false)
    expect(same('progress', '5.0', '50')).toBe(false)
    expect(same('progress', '', null)).toBe(true)
    expect(same('percentComplete', 40, 40.000001)).toBe(true)
    expect(same('percentComplete', 40, 41)).toBe(false)
  })

  it('knows an objective by its ref or its title', () => {
    expect(same('objective', '1.1 Assess needs', 'Assess needs')).toBe(true)
    expect(same('objective', '1.1 Assess needs', 'Objective 1.1: Assess needs.')).toBe(true)
    expect(same('objective', '1.1 Assess needs', '1.1')).toBe(true)
    expect(same('objective', '1.1 Assess needs', '1.2')).toBe(false)
    expect(same('objective', '1.1 Assess needs', 'Something else')).toBe(false)
  })
})
