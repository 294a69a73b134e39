import { assert, constant, constantFrom, option, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexLeadNames } from '../../shared/import/leadNames.ts'
import { mergeField } from '../../shared/import/mergeField.ts'
import { isEmpty, sameValue } from '../../shared/import/sameValue.ts'
import { fieldName, type FieldName, type FieldValue } from '../../shared/workbook/draft.ts'
import { aDate } from './aDraft.ts'
import { aProgramme } from './aMerge.ts'

const leads = indexLeadNames(aProgramme())

/** Few values of each kind, so that equal ones meet often. */
const valuesOf: Readonly<Record<string, readonly FieldValue[]>> = {
  text: ['One', '“One”', ' two', 'Two  words', ''],
  percent: [0, 40, 75, 100],
  date: ['March 2020', 'end of March 2020', '31/03/20', 'May 2020', 'ongoing', 'January - March 2020'].map(
    aDate,
  ),
  leads: [['CEO People First'], ['Senior Manager Inclusion, CCC'], ['CEO People First', 'Lead B'], []],
}
const kindOf = (field: FieldName): string =>
  field === 'percentComplete'
    ? 'percent'
    : field === 'leads'
      ? 'leads'
      : field.endsWith('ompletion')
        ? 'date'
        : 'text'

const merges = constantFrom(...fieldName.options.filter((f) => f !== 'ref' && f !== 'updatedOn')).chain(
  (field) => {
    const some = constantFrom(...valuesOf[kindOf(field)]!)
    return record({
      field: constant(field),
      base: option(some, { nil: null }),
      current: option(some, { nil: null }),
      returned: some,
      ambiguous: option(constant('It could be two things.'), { nil: null, freq: 5 }),
    })
  },
)

describe('mergeField', () => {
  const run = (m: Parameters<typeof one>[0]) => one(m)
  const one = (m: {
    field: FieldName
    base: FieldValue | null
    current: FieldValue | null
    returned: FieldValue
    ambiguous: string | null
  }) => mergeField({ ...m, currentFrom: '', same: (a, b) => sameValue(m.field, a, b, leads) })
  const same = (m: { field: FieldName }, a: FieldValue | null, b: FieldValue | null): boolean =>
    sameValue(m.field, a, b, leads)

  it('says nothing of a blank cell, and nothing where both sides say the same', () => {
    assert(
      property(merges, (m) => {
        if (isEmpty(m.returned) || same(m, m.current, m.returned)) expect(run(m)).toBeNull()
        else expect(run(m)).not.toBeNull()
      }),
    )
  })

  it('keeps the programme’s value where the file says what it said last time', () => {
    assert(
      property(merges, (m) => {
        const change = run(m)
        if (change && !isEmpty(m.base) && same(m, m.base, m.returned))
          expect(change.resolution).toBe('keep-current')
        else if (change) expect(change.resolution).not.toBe('keep-current')
      }),
    )
  })

  it('takes only what the file alone changed, or what the programme lacks, and never what is ambiguous', () => {
    assert(
      property(merges, (m) => {
        const change = run(m)
        if (change?.resolution !== 'take-returned') return
        expect(m.ambiguous).toBeNull()
        expect(isEmpty(m.base) ? isEmpty(m.current) : same(m, m.base, m.current)).toBe(true)
      }),
    )
  })

  it('leaves what both changed to a person', () => {
    assert(
      property(merges, (m) => {
        if (isEmpty(m.base) || isEmpty(m.returned) || m.ambiguous !== null) return
        const all = [m.base, m.current, m.returned]
        const differ = all.every((a, i) => all.every((b, j) => i === j || !same(m, a, b)))
        if (differ) expect(run(m)?.resolution).toBe('conflict')
      }),
    )
  })

  it('asks about the plan’s own wording and leaves the rest as a conflict where there is no base', () => {
    const without = { base: null, ambiguous: null }
    expect(run({ field: 'action', current: 'One', returned: 'Two', ...without })?.resolution).toBe('ask')
    expect(
      run({ field: 'completion', current: aDate('May 2020'), returned: aDate('June 2020'), ...without })
        ?.resolution,
    ).toBe('ask')
    expect(run({ field: 'progress', current: 'One', returned: 'Two', ...without })?.resolution).toBe(
      'conflict',
    )
    expect(
      run({ field: 'deliveryRating', current: 'amber', returned: 'green', ...without })?.resolution,
    ).toBe('conflict')
    expect(run({ field: 'accountable', current: null, returned: 'Lead A', ...without })?.resolution).toBe(
      'take-returned',
    )
  })
})
