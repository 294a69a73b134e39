import { describe, expect, it } from 'vitest'
import { exactHeaders, synonymHeaders } from '../../shared/workbook/headerWords.ts'
import { takeHeaderDate } from '../../shared/workbook/headerDate.ts'
import { plainHeader, readHeader } from '../../shared/workbook/readHeader.ts'

const meaning = (text: string): string | null => readHeader(text, '2020-02-14')?.meaning ?? null

describe('headings that trackers use', () => {
  it.each<[string, string]>([
    ['ref', 'Ref|Number|Ref.|Action ID|No|#|Action No|WSoA Ref'],
    ['objective', 'Objective(s)|Outcomes|Recommendation|Aim|What do we want to achieve'],
    ['action', 'Action(s)|Action Description|Activity|Task|What will we do|Milestone'],
    ['intendedImpact', 'Intended impact|Evaluation (Impact)|Outcome for CYP|So what?'],
    [
      'measureOfSuccess',
      'Measure of success (how will we know we are making a difference?)|Measures of success|Success Measure|Success criteria|KPI|Benchmarking|Impact measures|How will we know',
    ],
    [
      'leads',
      'Responsible lead|Lead|Lead Person|Responsible officer (action lead)|Owner|By whom|Lead officer|Who|Lead(s)|Lead / Owner|Who is responsible for this?',
    ],
    ['accountable', 'Senior responsible officer (accountable)|SRO|Sponsor|Exec lead'],
    [
      'completion',
      'Completion date|End date|Due date|Start/Rev/End|By when|Timescale|Deadline|Target date|Due Date (DD/MM/YY)|When will this be finished?',
    ],
    [
      'revisedCompletion',
      'revised completion date|Forecast|New date|Revised due date (if applicable)|Anticipated completion',
    ],
    [
      'revisedReason',
      'Reason for change|Reason for the change|Reason for revised date|Why has the date changed?',
    ],
    [
      'deliveryRating',
      'RAG|RAG May 20|BRAG|Status|Progress RAG|RAG (R/A/G)|Is this action on track?|RAG as at 31/01/20',
    ],
    ['impactRating', 'Impact rating|Impact RAG|Outcome RAG|Difference made'],
    ['percentComplete', '% complete|Percentage complete|Progress (%)|How far along are we? (%)'],
    [
      'progress',
      'Update|November progress update from action lead|Monitoring|Progress|Commentary|Latest position|Progress update – February 2020|What has been achieved so far?',
    ],
    ['nextSteps', 'Next steps|What happens next?|Next steps / planned activity'],
    ['issues', 'Issues and risks|Risks / Issues|Barriers|What is getting in the way?'],
    ['evidence', 'Evidence and impact|Evidence link|Assurance|Impact to date|What difference has it made?'],
    ['updatedOn', 'Updated on|Date of last update|Last updated|Position as at'],
    [
      'none',
      'Area for Improvement|Priority Area|Significant concern|Work stream|Task & Finish Group|Strand|Start date|Risk rating|Reason for RAG|Direction of travel|Last delivery rating|Next review date',
    ],
    [
      'progress',
      'Progress since last meeting|Activity since the last report|What has happened since we last met?|Story so far',
    ],
    ['action', 'What we said we would do|How will we do it?|Steps to be taken'],
    ['revisedCompletion', 'Date now expected|Date moved to|Extension agreed to'],
    ['revisedReason', 'Justification for new date|Explanation|Comments on delay'],
    ['issues', "Is anything holding us up?|What's worrying us?|Escalation"],
    ['impactRating', 'RAG for impact|How much difference are we making?'],
    ['none', 'WSoA area|DfE comments|Cross reference|Previous RAG comment'],
  ])('%s: %s', (field, headings) => {
    expect(headings.split('|').map((h) => [h, meaning(h)])).toEqual(
      headings.split('|').map((h) => [h, field]),
    )
  })

  it('lists each known heading once, in the form it is compared in', () => {
    const known = new Map<string, string>()
    for (const [field, words] of [...Object.entries(exactHeaders), ...Object.entries(synonymHeaders)]) {
      for (const word of words.split('|')) {
        expect(plainHeader(word), word).toBe(word)
        expect(known.get(word), `“${word}” in ${known.get(word)} and ${field}`).toBeUndefined()
        known.set(word, field)
      }
    }
  })
})

describe('a period beside a heading', () => {
  it('counts in brackets as well as without them', () => {
    expect(readHeader('RAG (Feb 20)', '2020-02-14')).toMatchObject({ asAt: '2020-02-29' })
    expect(readHeader('Update (as at 31/01/20)', '2020-02-14')).toMatchObject({ asAt: '2020-01-31' })
    expect(readHeader('RAG (Red, Amber, Green)', '2020-02-14')).toMatchObject({ asAt: null })
  })

  it('alone is a period whose meaning the cells tell', () => {
    expect(readHeader('Jan 20', '2020-02-14')).toMatchObject({ meaning: 'none', asAt: '2020-01-31' })
  })
})

describe('periods in headings', () => {
  it.each<[string, string, string]>([
    ['RAG May 20', '2020-05-31', 'RAG'],
    ['Feb 2020 RAG', '2020-02-29', 'RAG'],
    ['RAG (Feb-20)', '2020-02-29', 'RAG'],
    ['Update November', '2019-11-30', 'Update'],
    ['Update as at 31/01/20', '2020-01-31', 'Update'],
    ['RAG Q3 2019/20', '2019-12-31', 'RAG'],
  ])('%s', (text, day, rest) => {
    expect(takeHeaderDate(text, '2020-02-14')).toEqual({ day, rest })
  })

  it('finds none where none is named', () => {
    expect(takeHeaderDate('Marketing', '2020-02-14')).toBeNull()
    expect(takeHeaderDate('RAG', '2020-02-14')).toBeNull()
  })
})
