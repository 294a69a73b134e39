import { describe, expect, it } from 'vitest'
import { type TestCell } from './aWorkbook.ts'
import { asked, heading, ignoredAs, parse, row, rowOf, valueOf } from './parsing.ts'

describe('rows', () => {
  it('sets headings, totals, keys, notes and hints aside, each with its reason', () => {
    const parsed = parse(
      [
        heading,
        ['(number)', '(as in the plan)', '(post)', '(dd/mm/yy)', '(R/A/G/B)', '(100 words)'],
        ['Working group 6: SEN Support'],
        ['6.1', 'Review systems and processes'],
        row('6.1.1', 'G', 'x'),
        ['Objective 6.2', 'Identify needs early'],
        [null, '6.2 Identify needs early'],
        row('6.2.1', 'A', 'y'),
        heading,
        row('6.2.2', 'A', 'y'),
        ['Total', null, null, null, 3],
        [null],
        [null, 'RAG key'],
        [null, 'Complete', null, null, { fill: '0070C0' }],
        [null, 'Red = off track'],
        ['Please return by 14 February'],
      ],
      { merges: ['A3:F3'] },
    )
    expect(ignoredAs(parsed)).toEqual({
      2: 'guidance',
      3: 'objective-heading',
      4: 'objective-heading',
      6: 'objective-heading',
      7: 'objective-heading',
      9: 'repeated-header',
      11: 'total',
      13: 'key',
      14: 'key',
      15: 'key',
      16: 'key',
    })
    expect(parsed.drafts.filter((d) => d.kind === 'action').map((d) => d.ref)).toEqual([
      '6.1.1',
      '6.2.1',
      '6.2.2',
    ])
  })

  it('keeps a heading with a rating of its own as a row that a person looks at', () => {
    const parsed = parse([
      heading,
      row('6.1.1', 'G', 'x'),
      row('6.1.2', 'G', 'x'),
      ['6.2', 'Identify needs', null, null, 'Green'],
    ])
    expect(rowOf(parsed, 4).kind).toBe('action')
  })

  it('counts a value merged over several actions for each of them', () => {
    const parsed = parse(
      [
        ['Ref', 'Action', 'Lead', 'Update'],
        ['1.1.1', 'a', 'Head', 'one text'],
        ['1.1.2', 'b'],
        ['1.1.3', 'c'],
      ],
      { merges: ['C2:C4', 'D2:D4'] },
    )
    expect([2, 3, 4].map((r) => valueOf(parsed, r, 'progress'))).toEqual(['one text', 'one text', 'one text'])
    expect(valueOf(parsed, 4, 'leads')).toEqual(['Head'])
  })

  it('counts hidden rows, and a fill alone only in a rating column', () => {
    const parsed = parse(
      [
        heading,
        row('1.1.1', { fill: '00B050' }),
        [null, null, null, null, { fill: 'FF0000' }],
        [null, { fill: 'FF0000' }],
      ],
      { hiddenRows: [2] },
    )
    expect(parsed.drafts.map((d) => d.row)).toEqual([2, 3])
    expect(valueOf(parsed, 3, 'deliveryRating')).toBe('red')
  })

  it('finds references in many spellings, and at the head of the action', () => {
    const refs = ['Action 6.1.10.', ' 6.1.10 ', '6 . 1 . 10', '6,1,10', '(6.1.10)', 'WG6 6.1.10']
    const parsed = parse([heading, ...refs.map((r) => row(r, 'G', 'x'))])
    expect(parsed.drafts.map((d) => d.ref)).toEqual(refs.map(() => '6.1.10'))
    const led = parse([
      ['Actions', 'Lead', 'Due date'],
      ['1.1.2. Agree the pathway', 'Head', 'May 2020'],
    ])
    expect([rowOf(led, 2).ref, valueOf(led, 2, 'action')]).toEqual(['1.1.2', 'Agree the pathway'])
    const both = parse([heading, row('1.1.1 & 1.1.2', 'G', 'x')])
    expect([rowOf(both, 2).ref, rowOf(both, 2).refText]).toEqual([null, '1.1.1 & 1.1.2'])
  })
})

describe('values', () => {
  it('reads real dates as days, or as months where they are shown so', () => {
    const parsed = parse([
      ['Ref', 'Action', 'Due date', 'Revised date', 'Reason', 'Updated on'],
      [
        '1.1.1',
        'x',
        { day: '2020-03-31', value: '31/03/2020', format: 'dd/mm/yyyy' },
        { day: '2020-05-01', value: 'May-20', format: 'mmm-yy' },
        'Staff vacancy',
        { day: '2020-02-14' },
      ],
      ['1.1.2', 'x', 43921, 'TBC', null, '14/02/2020'],
    ])
    expect(valueOf(parsed, 2, 'completion')).toEqual({
      text: '31/03/2020',
      earliest: '2020-03-31',
      latest: '2020-03-31',
      precision: 'day',
    })
    expect(valueOf(parsed, 2, 'revisedCompletion')).toEqual({
      text: 'May-20',
      earliest: '2020-05-01',
      latest: '2020-05-31',
      precision: 'month',
    })
    expect(valueOf(parsed, 2, 'updatedOn')).toBe('2020-02-14')
    expect(valueOf(parsed, 3, 'completion')).toMatchObject({ text: '31/03/2020', latest: '2020-03-31' })
    expect(valueOf(parsed, 3, 'revisedCompletion')).toMatchObject({ text: 'TBC', precision: 'none' })
    expect(valueOf(parsed, 3, 'updatedOn')).toBe('2020-02-14')
  })

  it('splits “Start/Rev/End” by its heading, and asks where the cell does not fit it', () => {
    const parsed = parse([
      ['Ref', 'Action', 'Start/Rev/End', 'RAG'],
      ['1.1.1', 'x', 'Sept 2019 / March 2020 / Dec 2019', 'G'],
      ['1.1.2', 'y', '01/09/19\n31/03/20\n31/12/19', 'A'],
      ['1.1.3', 'z', 'Dec 2019', 'A'],
    ])
    expect([valueOf(parsed, 2, 'completion'), valueOf(parsed, 2, 'revisedCompletion')]).toMatchObject([
      { latest: '2019-12-31' },
      { latest: '2020-03-31' },
    ])
    expect([valueOf(parsed, 3, 'completion'), valueOf(parsed, 3, 'revisedCompletion')]).toMatchObject([
      { latest: '2019-12-31' },
      { latest: '2020-03-31' },
    ])
    expect(asked(parsed, 4, 'completion')).toBe(true)
  })

  it('asks about a date before the programme began, and says which date can’t be read', () => {
    const parsed = parse([
      ['Ref', 'Action', 'Due date', 'RAG'],
      ['1.1.1', 'x', 'January 2010', 'G'],
      ['1.1.2', 'y', 'sometime', 'G'],
    ])
    expect(asked(parsed, 2, 'completion')).toBe(true)
    expect(rowOf(parsed, 3)).toMatchObject({
      invalid: ['completion'],
      problems: [{ code: 'date-unread', cell: 'C3' }],
    })
  })

  it('reads percent in its three forms', () => {
    const fractions = parse([
      ['Ref', 'Action', '% complete', 'RAG'],
      ['1', 'a', 0.25, 'G'],
      ['2', 'b', 1, 'G'],
      ['3', 'c', '60%', 'G'],
      ['4', 'd', { value: 0.4, format: '0%' }, 'G'],
    ])
    expect([2, 3, 4, 5].map((r) => valueOf(fractions, r, 'percentComplete'))).toEqual([25, 100, 60, 40])
    const whole = parse([
      ['Ref', 'Action', '% complete', 'RAG'],
      ['1', 'a', 50, 'G'],
      ['2', 'b', 1, 'G'],
      ['3', 'c', 150, 'G'],
    ])
    expect([2, 3].map((r) => valueOf(whole, r, 'percentComplete'))).toEqual([50, 1])
    expect(rowOf(whole, 4).invalid).toEqual(['percentComplete'])
    const alone = parse([
      ['Ref', 'Action', '% complete', 'RAG'],
      ['1', 'a', 0.5, 'G'],
    ])
    expect(asked(alone, 2, 'percentComplete')).toBe(true)
  })

  it('reads one percentage among words, and asks where there are several or a doubt', () => {
    const texts = ['60% (est.)', '100% - done', 'up to 60%', '60% → 80%', '60%?', 'a lot']
    const parsed = parse([
      ['Ref', 'Action', 'RAG', '% complete'],
      ...texts.map((t, i) => [`1.1.${i + 1}`, `Develop the offer ${i}`, 'G', t]),
    ])
    expect(texts.map((_, i) => valueOf(parsed, i + 2, 'percentComplete'))).toEqual([
      60,
      100,
      60,
      80,
      60,
      null,
    ])
    expect([2, 3, 4, 5, 6].map((r) => asked(parsed, r, 'percentComplete'))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ])
  })

  it('names the action of a second table beside the first rather than lose it', () => {
    const beside = ['Ref', 'Action', 'RAG', null, 'Ref', 'Action', 'RAG']
    const parsed = parse([
      beside,
      ['1.1.1', 'Agree the data set', 'Green', null, '2.1.1', 'Train the panel', 'Red'],
      ['1.1.2', 'Publish the needs assessment', 'Amber'],
      [null, null, null, null, '2.1.2', 'Review the panel', 'Blue'],
    ])
    expect(parsed.drafts.map((d) => [d.row, d.ref])).toEqual([
      [2, '1.1.1'],
      [3, '1.1.2'],
      [4, '2.1.2'],
    ])
    expect(rowOf(parsed, 2).problems).toMatchObject([{ code: 'second-table-beside', cell: 'F2' }])
    expect(rowOf(parsed, 2).notes.map((n) => n.text)).toContain('Train the panel')
  })

  it('splits leads by line and by “and” only between two posts', () => {
    const parsed = parse([
      ['Ref', 'Action', 'Leads', 'RAG'],
      ['1', 'a', 'Head of Service A and Assistant Director, CCC', 'G'],
      ['2', 'b', 'Assistant Director Integration and Partnerships, CCC', 'G'],
      ['3', 'c', '1. Lead A, CCC\n2. Lead B (North)', 'G'],
      ['4', 'd', 'Senior Manager,\nInclusion', 'G'],
    ])
    expect([2, 3, 4, 5].map((r) => valueOf(parsed, r, 'leads'))).toEqual([
      ['Head of Service A', 'Assistant Director, CCC'],
      ['Assistant Director Integration and Partnerships, CCC'],
      ['Lead A, CCC', 'Lead B (North)'],
      ['Senior Manager, Inclusion'],
    ])
  })

  it('keeps addresses with their words, comments and struck words as notes, and takes no dash', () => {
    const parsed = parse([
      ['Ref', 'Action', 'Evidence', 'Update', 'Issues'],
      [
        '1.1.1',
        'x',
        { value: 'Minutes', link: 'https://example.org/m' },
        { value: 'Met', comment: 'Ask Lead B', struck: 'Cancelled' },
        '–',
      ],
    ])
    expect(valueOf(parsed, 2, 'evidence')).toBe('Minutes (https://example.org/m)')
    expect(rowOf(parsed, 2).notes.map((n) => n.text)).toEqual(['Ask Lead B', 'Struck through: Cancelled'])
    expect(valueOf(parsed, 2, 'issues')).toBeNull()
  })

  it('says which cells hold errors and formulas without a value, and reads the others', () => {
    const parsed = parse([
      ['Ref', 'Action', 'Due', 'RAG', 'Update'],
      ['1.1.1', 'x', { error: '#REF!' }, { formula: 'VLOOKUP(1)' }, 'fine'],
    ])
    expect(rowOf(parsed, 2).invalid.toSorted()).toEqual(['completion', 'deliveryRating'])
    expect(
      rowOf(parsed, 2)
        .problems.map((p) => p.cell)
        .toSorted(),
    ).toEqual(['C2', 'D2'])
    expect(valueOf(parsed, 2, 'progress')).toBe('fine')
  })

  it('asks what “As above” means', () => {
    const parsed = parse([heading, row('1.1.1', 'G', 'Met'), row('1.1.2', 'G', 'As above')])
    expect(asked(parsed, 3, 'progress')).toBe(true)
  })

  it('tells ratings from tints, bands and painted rows', () => {
    const all = (fill: string, rag: TestCell): TestCell[] => [
      ...['1.1.1', 'x', 'y', 'March 2020'].map((value) => ({ value, fill })),
      rag,
      { value: 'u', fill },
    ]
    const parsed = parse([
      heading,
      all('92D050', { fill: '92D050' }),
      all('F2F2F2', { value: 'Green', fill: 'F2F2F2' }),
      all('D9D9D9', { fill: 'D9D9D9' }),
    ])
    expect([valueOf(parsed, 2, 'deliveryRating'), asked(parsed, 2, 'deliveryRating')]).toEqual([
      'green',
      true,
    ])
    expect([valueOf(parsed, 3, 'deliveryRating'), asked(parsed, 3, 'deliveryRating')]).toEqual([
      'green',
      false,
    ])
    expect(valueOf(parsed, 4, 'deliveryRating')).toBeNull()
    const tint = parse([
      ['Ref', 'Action', 'RAG', 'Update'],
      ...[1, 2, 3, 4, 5].map((i): TestCell[] => [
        `1.1.${i}`,
        'x',
        i < 3 ? { value: 'Green', fill: 'FFF2CC' } : { fill: 'FFF2CC' },
        { value: 'u', fill: 'FFF2CC' },
      ]),
    ])
    expect([2, 3, 4].map((r) => valueOf(tint, r, 'deliveryRating'))).toEqual(['green', 'green', null])
  })
})
