import { describe, expect, it } from 'vitest'
import { sayMissing, saySaved, sayWhose } from '../../../renderer/papers/paperWords.ts'
import { periodDraft } from '../../../renderer/papers/periodDraft.ts'

describe('a reporting period from its months', () => {
  it('is named as people name it, to its last day', () => {
    expect(periodDraft('2020-02', '2020-02')).toEqual({
      label: '2020-02',
      name: 'February 2020',
      fromDay: '2020-02-01',
      toDay: '2020-02-29',
    })
    expect(periodDraft('2020-01', '2020-03')?.name).toBe('January to March 2020')
    expect(periodDraft('2019-12', '2020-02')?.name).toBe('December 2019 to February 2020')
  })

  it('is none where a month is missing or the last comes first', () => {
    expect(periodDraft('2020-03', '2020-02')).toBe(null)
    expect(periodDraft('', '2020-02')).toBe(null)
    expect(periodDraft('2020-13', '2020-14')).toBe(null)
  })
})

describe('the words of the papers', () => {
  it('say what was saved where, on any system', () => {
    expect(saySaved('/home/desk/DfE return.docx')).toBe('Saved “DfE return.docx” in /home/desk')
    expect(saySaved('C:\\Papers\\DfE return.docx')).toBe('Saved “DfE return.docx” in C:\\Papers')
    expect(saySaved('/DfE return.docx')).toBe('Saved “DfE return.docx” in /')
  })

  it('count what is missing', () => {
    expect([0, 1, 4].map(sayMissing)).toEqual([
      'Nothing is missing',
      'The paper says one thing is missing',
      'The paper says 4 things are missing',
    ])
  })

  it('name whose rating it is', () => {
    expect(sayWhose({ group: 1, priority: null, name: 'Understanding of Local Need' })).toBe(
      'Group 1: Understanding of Local Need',
    )
    expect(sayWhose({ group: null, priority: 3, name: 'Limited joint working' })).toBe(
      'Priority 3: Limited joint working',
    )
  })
})
