import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { defaultScale } from '../../shared/ratings/defaultScale.ts'
import type { Draft, FieldName, ParsedWorkbook } from '../../shared/workbook/draft.ts'
import { parseTracker } from '../../shared/workbook/parseTracker.ts'
import { aSheet, aWorkbook, type TestCell } from './aWorkbook.ts'

const context = { startedOn: '2019-08-01', today: '2020-02-14', scale: defaultScale }

const parse = (
  rows: readonly (readonly TestCell[])[],
  more: Parameters<typeof aSheet>[1] = {},
): ParsedWorkbook => parseTracker(aWorkbook(aSheet(rows, more)), context)

const rowOf = (parsed: ParsedWorkbook, row: number): Draft => parsed.drafts.find((d) => d.row === row)!
const valueOf = (parsed: ParsedWorkbook, row: number, field: FieldName): unknown =>
  rowOf(parsed, row).values[field]?.value ?? null
const asked = (parsed: ParsedWorkbook, row: number, field: FieldName): boolean =>
  (rowOf(parsed, row).values[field]?.ambiguous ?? null) !== null
const fields = (parsed: ParsedWorkbook): (string | null)[] => parsed.sheets[0]!.columns.map((c) => c.field)
const ignoredAs = (parsed: ParsedWorkbook): Record<number, string> =>
  Object.fromEntries(
    parsed.drafts.filter((d) => d.kind === 'ignored').map((d) => [d.row, d.problems[0]!.code]),
  )

const heading = ['Ref', 'Action', 'Lead', 'Due date', 'RAG', 'Update']
const row = (ref: string, ...rest: TestCell[]): TestCell[] => [
  ref,
  `Develop the offer ${ref}`,
  'Head of Service A',
  'March 2020',
  ...rest,
]

describe('finding the table', () => {
  it('finds headings below titles, and says how each was recognised', () => {
    const parsed = parse([['Return of February 2020'], [null], heading, row('1.1.1', 'G', 'x')])
    expect(parsed.sheets[0]).toMatchObject({ headerRow: 3, read: true })
    expect(parsed.sheets[0]!.columns.map((c) => c.how)).toEqual([
      'exact',
      'exact',
      'exact',
      'synonym',
      'exact',
      'exact',
    ])
    expect(parsed.drafts.map((d) => d.row)).toEqual([4])
  })

  it('joins a heading over two rows: groups above, names below', () => {
    const parsed = parse(
      [
        ['Plan', null, null, 'February 2020', null, 'November 2019', null],
        ['Ref', 'Action', 'Lead', 'RAG', 'Update', 'RAG', 'Update'],
        ['1.1.1', 'Develop the offer', 'Head of Service A', 'Green', 'now', 'Amber', 'then'],
      ],
      { merges: ['A1:C1', 'D1:E1', 'F1:G1'] },
    )
    expect(parsed.sheets[0]!.headerRow).toBe(2)
    expect(valueOf(parsed, 3, 'deliveryRating')).toBe('green')
    expect(valueOf(parsed, 3, 'progress')).toBe('now')
    expect(rowOf(parsed, 3).history).toMatchObject([{ code: 'amber', header: 'November 2019 RAG' }])
    expect(rowOf(parsed, 3).notes).toMatchObject([{ text: 'then' }])
  })

  it('joins headings merged down with headings split below', () => {
    const parsed = parse(
      [
        ['Ref', 'Action', 'Dates', null, 'Progress', null],
        [null, null, 'Original', 'Revised', 'RAG', 'Comments'],
        ['1.1.1', 'Develop the offer', 'March 2020', 'May 2020', 'Amber', 'fine'],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'] },
    )
    expect(fields(parsed)).toEqual([
      'ref',
      'action',
      'completion',
      'revisedCompletion',
      'deliveryRating',
      'progress',
    ])
  })

  it('understands headings that ask questions', () => {
    const parsed = parse([
      [
        'Which action is it?',
        'What will we do?',
        'Who will do it?',
        'By when will it be done?',
        'How are we doing?',
        'What have we done so far?',
        'What difference has it made?',
        'What is getting in the way?',
        'What happens next?',
        'How will we know it worked?',
      ],
      [
        '1.1.1',
        'Develop the offer',
        'Head of Service A',
        'May 2020',
        'Amber',
        'Met twice',
        'Families say so',
        'Money',
        'Meet',
        'Survey',
      ],
    ])
    expect(fields(parsed)).toEqual([
      'ref',
      'action',
      'leads',
      'completion',
      'deliveryRating',
      'progress',
      'evidence',
      'issues',
      'nextSteps',
      'measureOfSuccess',
    ])
  })

  it('understands slips of the pen, and a ref column without a heading', () => {
    const parsed = parse([
      [null, 'Actoin', 'Responsable lead', 'Competion date', 'RAG staus', 'Progess update', 'Isues'],
      ['1.1.1', 'Develop the offer', 'Head', 'May 2020', 'G', 'x', 'y'],
    ])
    expect(fields(parsed)).toEqual([
      'ref',
      'action',
      'leads',
      'completion',
      'deliveryRating',
      'progress',
      'issues',
    ])
    expect(new Set(parsed.sheets[0]!.columns.map((c) => c.how))).toEqual(new Set(['similar']))
  })

  it('reads two tables on one sheet, each by its own heading', () => {
    const parsed = parse([
      ['Part A'],
      heading,
      row('1.1.1', 'G', 'x'),
      [null],
      ['Part B'],
      ['Action no', 'Task', 'Owner', 'Deadline', 'Status', 'Next steps'],
      ['1.2.1', 'Agree the pathway', 'Lead B', 'June 2020', 'On track', 'Publish'],
    ])
    expect(parsed.sheets.map((s) => s.headerRow)).toEqual([2, 6])
    expect(valueOf(parsed, 7, 'nextSteps')).toBe('Publish')
    expect(ignoredAs(parsed)).toEqual({ 5: 'banner', 6: 'repeated-header' })
  })

  it('takes neither covers, keys, measures, registers of risks nor hidden sheets for plans', () => {
    const parsed = parseTracker(
      aWorkbook(
        aSheet([['SEND improvement'], ['Version', '0.3']], { name: 'Cover' }),
        aSheet(
          [
            ['RAG', 'Meaning'],
            ['Red', 'Off track'],
          ],
          { name: 'Key' },
        ),
        aSheet(
          [
            ['KPI', 'Baseline (Jan 23)', 'Target', 'Actual Mar 24'],
            ['Plans in 20 weeks', '12%', '60%', '28%'],
          ],
          { name: 'KPIs' },
        ),
        aSheet(
          [
            ['Risk ID', 'Risk description', 'Likelihood', 'Mitigating actions', 'Owner', 'RAG'],
            ['R1', 'x', 'High', 'y', 'Lead A', 'Red'],
          ],
          { name: 'Risks' },
        ),
        aSheet([heading, row('1.1.1', 'G', 'x')], { name: 'Old', hidden: true }),
        aSheet([heading, row('1.1.2', 'G', 'x')], { name: 'WG1' }),
      ),
      context,
    )
    expect(parsed.sheets.filter((s) => s.read).map((s) => s.name)).toEqual(['WG1'])
    expect(parsed.sheets.map((s) => s.name)).toContain('Old')
    expect(parsed.drafts.map((d) => d.ref)).toEqual(['1.1.2'])
  })
})

describe('columns that can mean two things', () => {
  it('lets the cells decide what “Status”, “Progress” and “Impact” head', () => {
    const sentences = parse([
      ['Ref', 'Action', 'Status', 'Due date'],
      ['1.1.1', 'x', 'We have started the work with partners and met three times', 'May 2020'],
      ['1.1.2', 'y', 'Nothing to report because the group has not met in this period', 'May 2020'],
    ])
    expect(fields(sentences)[2]).toBe('progress')
    const words = parse([
      ['Ref', 'Action', 'Progress', 'Due date'],
      ['1.1.1', 'x', 'On track', 'May 2020'],
      ['1.1.2', 'y', 'Complete', 'May 2020'],
    ])
    expect(fields(words)[2]).toBe('deliveryRating')
    const impact = parse([
      ['Ref', 'Action', 'RAG', 'Impact'],
      ['1.1.1', 'x', 'G', 'Emerging'],
      ['1.1.2', 'y', 'A', 'Too early to say'],
    ])
    expect(fields(impact)[3]).toBe('impactRating')
    const yesNo = parse([
      ['Ref', 'Action', 'RAG', 'Completed?'],
      ['1.1.1', 'x', 'G', 'Y'],
      ['1.1.2', 'y', 'A', 'N'],
    ])
    expect(fields(yesNo)[3]).toBeNull()
  })

  it('prefers the column with references, and the surest heading; the other is kept as a note', () => {
    const parsed = parse([
      ['No.', 'WSoA Ref', 'Action', 'Due', 'Progress', 'Comments'],
      [1, '1.1.1', 'Develop the offer', 'May 2020', 'Met twice', 'ask again'],
    ])
    expect(fields(parsed)).toEqual([null, 'ref', 'action', 'completion', 'progress', null])
    expect(rowOf(parsed, 2).notes.map((n) => n.text)).toEqual(['1', 'ask again'])
  })

  it('takes the newest filled period, and keeps the older ratings as history', () => {
    const parsed = parse([
      ['Ref', 'Action', 'RAG May 19', 'RAG Nov 19', 'RAG Feb 20', 'Update Nov 19', 'Update Feb 20'],
      ['1.1.1', 'x', 'Red', 'Amber', 'Green', 'old', 'new'],
      ['1.1.2', 'y', 'Red', 'Amber', null, 'old', null],
    ])
    expect([valueOf(parsed, 2, 'deliveryRating'), valueOf(parsed, 2, 'progress')]).toEqual(['green', 'new'])
    expect(rowOf(parsed, 2).history.map((h) => h.code)).toEqual(['amber', 'red'])
    expect([valueOf(parsed, 3, 'deliveryRating'), valueOf(parsed, 3, 'progress')]).toEqual(['amber', 'old'])
  })

  it('never takes an earlier rating for a blank current one', () => {
    const parsed = parse([
      ['Ref', 'Action', 'Previous RAG', 'Current RAG', 'Update'],
      ['1.1.1', 'x', 'Red', null, 'y'],
    ])
    expect(valueOf(parsed, 2, 'deliveryRating')).toBeNull()
    expect(rowOf(parsed, 2).history).toMatchObject([{ code: 'red' }])
  })

  it('reads “Expected completion” as the due date where there is no other', () => {
    expect(
      fields(
        parse([
          ['Ref', 'Action', 'Lead', 'Expected completion'],
          ['1.1.1', 'x', 'y', 'May 2020'],
        ]),
      )[3],
    ).toBe('completion')
    expect(
      fields(
        parse([
          ['Ref', 'Action', 'Due date', 'Expected completion'],
          ['1.1.1', 'x', 'May 2020', 'June 2020'],
        ]),
      )[3],
    ).toBe('revisedCompletion')
  })
})

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

describe('any grid at all', () => {
  const anyCell: fc.Arbitrary<TestCell> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom<TestCell>(
        null,
        'Ref',
        'Action',
        'RAG',
        'Lead',
        'Due date',
        'Update',
        'Total',
        'Key',
        'Green',
        'A/G',
        '1.1.1',
        '6.1',
        'March 2020',
        'Objective 6.1: x',
        '-',
      ),
    },
    { weight: 2, arbitrary: fc.string({ maxLength: 30 }) },
    { weight: 1, arbitrary: fc.double({ noNaN: true }) },
    { weight: 1, arbitrary: fc.record({ fill: fc.constantFrom('FF0000', 'FFF2CC', '00B050', '123456') }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<TestCell>({ error: '#N/A' }, { formula: 'A1' }, { day: '2020-03-31' }),
    },
  )
  const anyGrid = fc.array(fc.array(anyCell, { maxLength: 8 }), { maxLength: 25 })
  const anyMerges = fc.array(fc.constantFrom('A2:F2', 'B3:B6', 'C4:D7', 'A1:A2', 'E5:E5'), { maxLength: 3 })

  it('accounts for every row under the heading once and never throws', () => {
    fc.assert(
      fc.property(fc.boolean(), anyGrid, anyMerges, (withHeading, rows, merges) => {
        const grid = withHeading ? [heading, ...rows] : rows
        const parsed = parse(grid, { merges })
        const keys = parsed.drafts.map((d) => d.row)
        expect(new Set(keys).size).toBe(keys.length)
        const first = parsed.sheets.find((s) => s.read)?.headerRow
        if (first === null || first === undefined) return
        const covered = (r: number, c: number): boolean =>
          merges.some((m) => m !== 'E5:E5' && isUnder(m, r, c))
        for (const [i, cells] of grid.entries()) {
          const says = cells.some(
            (c, j) =>
              (typeof c === 'number' || (typeof c === 'string' && c.trim() !== '')) && !covered(i + 1, j + 1),
          )
          if (i + 1 > first && says) expect(keys, `row ${i + 1}`).toContain(i + 1)
        }
        for (const draft of parsed.drafts) if (draft.kind === 'ignored') expect(draft.problems.length).toBe(1)
      }),
      { numRuns: 300 },
    )
  })

  /** Under a merged range, other than in its top left cell. */
  function isUnder(merge: string, r: number, c: number): boolean {
    const [from, to] = merge
      .split(':')
      .map((a) => ({ row: Number(a.slice(1)), column: a.charCodeAt(0) - 64 })) as [
      { row: number; column: number },
      { row: number; column: number },
    ]
    const inside = r >= from.row && r <= to.row && c >= from.column && c <= to.column
    return inside && !(r === from.row && c === from.column)
  }
})
