import type { Row, Tables } from '../../shared/model/entities.ts'

const live = (id: string) => ({ id, retiredAt: null })

type Registers = Pick<Tables, 'evidence' | 'risk' | 'decision' | 'ask' | 'feedback' | 'wording' | 'paperText'>

/** What people keep beside the plan after some months: a few entries of each register. Posts only, no people. */
export function registersOf(sample: Tables): Registers {
  const [group, other] = sample.workingGroup
  const [action] = sample.action
  const board = sample.board.find((b) => b.name === 'SEND Partnership Improvement Board')!.id
  return {
    evidence: [evidence(1, action!.id), { ...evidence(2, null), notMeasurable: 'the survey runs in May' }],
    risk: [
      risk(0, group!.id, 2, 3),
      risk(1, null, 4, 5),
      risk(2, null, null, null),
      { ...risk(3, null, 5, 5), closedOn: '2020-01-10' },
    ],
    decision: [
      {
        ...live('decision-1'),
        position: 0,
        boardId: board,
        groupId: group!.id,
        periodId: null,
        text: 'Agree a second educational psychologist',
        status: 'asked',
        decidedOn: null,
        note: null,
      },
    ],
    ask: [
      ask(0, 'Confirm the date of the next monitoring visit', null),
      ask(1, 'Share examples of joint outcome frameworks', 'Sent in January'),
    ],
    feedback: [
      feedback(0, group!.id, 'Letters are hard to understand', 'We rewrote six letters with parents.'),
      feedback(1, other!.id, 'Appointments are far away', null),
    ],
    wording: [],
    paperText: [
      text(1, 'contact', 'SEND programme office, send.office@example.gov.uk'),
      text(2, 'financial', 'The recovery is met from existing budgets.'),
      text(3, 'get-involved', 'Join the parent and carer reference group.'),
      text(4, 'good-news', 'The first transition fair was held.'),
    ],
  }
}

const evidence = (number: number, actionId: string | null): Row<'evidence'> => ({
  ...live(`evidence-${number}`),
  number,
  claim: 'More parents feel heard',
  actionId,
  groupId: null,
  priorityId: null,
  measureId: null,
  baseline: '34% in September 2019',
  latest: '51% in January 2020',
  source: 'Survey of parents and carers',
  at: '2020-01-31',
  voice: 'parents-carers',
  strength: 'moderate',
  notMeasurable: null,
})

const risk = (
  n: number,
  groupId: string | null,
  likelihood: number | null,
  impact: number | null,
): Row<'risk'> => ({
  ...live(`risk-${n}`),
  position: n,
  title: `Risk ${n}`,
  groupId,
  cause: 'Posts are vacant',
  effect: 'Assessments take longer',
  likelihood,
  impact,
  mitigation: n === 1 ? 'Agency cover until March' : null,
  owner: 'Head of service',
  raisedOn: '2019-11-01',
  reviewOn: '2020-03-01',
  closedOn: null,
})

const ask = (position: number, words: string, answer: string | null): Row<'ask'> => ({
  ...live(`ask-${position}`),
  position,
  to: 'Department for Education',
  text: words,
  groupId: null,
  askedOn: '2020-01-06',
  answer,
  answeredOn: answer === null ? null : '2020-01-20',
})

const feedback = (
  position: number,
  groupId: string,
  youSaid: string,
  weDid: string | null,
): Row<'feedback'> => ({
  ...live(`feedback-${position}`),
  position,
  youSaid,
  whose: 'Parents and carers',
  heardAt: 'Conference',
  heardOn: '2019-11-20',
  weDid,
  groupId,
  actionId: null,
  toldWhom: null,
  toldOn: null,
})

const text = (n: number, part: Row<'paperText'>['part'], words: string): Row<'paperText'> => ({
  ...live(`paperText-${n}`),
  boardId: null,
  groupId: null,
  periodId: null,
  part,
  text: words,
})
