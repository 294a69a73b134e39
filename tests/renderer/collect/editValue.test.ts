import { describe, expect, it } from 'vitest'
import { controlOf, readTyped, typedOf } from '../../../renderer/collect/editValue.ts'
import { inkOn } from '../../../renderer/collect/inkOn.ts'

const today = '2020-02-14'

describe('writing a value of one’s own', () => {
  it('gives every field its control', () => {
    expect(
      (['progress', 'deliveryRating', 'percentComplete', 'completion', 'updatedOn', 'leads'] as const).map(
        controlOf,
      ),
    ).toEqual(['text', 'rating', 'percent', 'completion', 'day', 'lines'])
  })

  it('shows a value as people would type it', () => {
    const completion = {
      text: 'end of March 2020',
      earliest: '2020-03-31',
      latest: '2020-03-31',
      precision: 'day',
    } as const
    expect(typedOf('completion', completion)).toBe('end of March 2020')
    expect(typedOf('updatedOn', '2020-02-04')).toBe('4 February 2020')
    expect(typedOf('leads', ['Lead A', 'Lead B'])).toBe('Lead A\nLead B')
    expect(typedOf('progress', null)).toBe('')
  })

  it('reads a date as the core will, and says how it was understood', () => {
    expect(readTyped('completion', 'March 2020', today)).toEqual({
      ok: true,
      value: 'March 2020',
      hint: 'Understood as March 2020; late after 31 March 2020.',
    })
    expect(readTyped('completion', 'when it is done, perhaps', today).ok).toBe(false)
  })

  it('takes a percentage from 0 to 100, a day that has come, and a lead a line', () => {
    expect(readTyped('percentComplete', '75 %', today)).toMatchObject({ ok: true, value: 75 })
    expect(readTyped('percentComplete', '175', today).ok).toBe(false)
    expect(readTyped('updatedOn', '4 Feb 2020', today)).toMatchObject({ ok: true, value: '2020-02-04' })
    expect(readTyped('updatedOn', '4 March 2020', today)).toEqual({
      ok: false,
      why: 'That day is still to come.',
    })
    expect(readTyped('leads', 'Lead A\n\n Lead B ', today)).toMatchObject({
      ok: true,
      value: ['Lead A', 'Lead B'],
    })
    expect(readTyped('progress', '  ', today).ok).toBe(false)
  })
})

describe('ink on the fills of a sheet', () => {
  it('reads on pale and on strong colours', () => {
    expect(['#ffffff', '#ffff00', '#92d050', '#00b050', '#ff0000'].map(inkOn)).toEqual(
      Array(5).fill('#000000'),
    )
    expect(['#000000', '#002060', '#7030a0', '#c00000'].map(inkOn)).toEqual(Array(4).fill('#ffffff'))
  })
})
