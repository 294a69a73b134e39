import { describe, expect, it } from 'vitest'
import { aSheet, aWorkbook } from './aWorkbook.ts'
import { fields, heading, ignoredAs, parse, parseBook, row, rowOf, valueOf } from './parsing.ts'

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
    const parsed = parseBook(
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
