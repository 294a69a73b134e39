import type { EntityName } from '../model/entities.ts'

/** The lists that papers print from and people add to, beside the plan itself. */
export type RegisterName =
  | 'evidence'
  | 'risk'
  | 'decision'
  | 'ask'
  | 'feedback'
  | 'measureValue'
  | 'survey'
  | 'event'
  | 'wording'
  | 'paperText'

/** What a link of a register's row can point to. */
export type LinkTarget = 'action' | 'group' | 'board' | 'priority' | 'measure' | 'period' | 'update'

/**
 * One box of a form: a line, a text of several lines, a day, a whole number, a choice, a link to another noun, a list with one
 * entry a line, or counts ("Parents and carers: 120", one a line).
 */
export type RegisterField = {
  readonly field: string
  readonly label: string
  readonly kind: 'line' | 'text' | 'day' | 'number' | 'choice' | 'link' | 'lines' | 'counts'
  readonly required?: boolean
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  readonly to?: LinkTarget
  readonly help?: string
}

export type Register = {
  readonly entity: EntityName
  /** Of the whole list, and of one entry in the middle of a sentence. */
  readonly name: string
  readonly one: string
  /** What the list is for, in a sentence. */
  readonly about: string
  /** The field that a person knows an entry by. */
  readonly title: string
  readonly fields: readonly RegisterField[]
}

const line = (field: string, label: string, more: Partial<RegisterField> = {}): RegisterField => ({
  field,
  label,
  kind: 'line',
  ...more,
})
const text = (field: string, label: string, more: Partial<RegisterField> = {}): RegisterField => ({
  field,
  label,
  kind: 'text',
  ...more,
})
const day = (field: string, label: string, more: Partial<RegisterField> = {}): RegisterField => ({
  field,
  label,
  kind: 'day',
  ...more,
})
const link = (to: LinkTarget, label: string, more: Partial<RegisterField> = {}): RegisterField => ({
  field: `${to}Id`,
  label,
  kind: 'link',
  to,
  ...more,
})
const choice = (
  field: string,
  label: string,
  words: Readonly<Record<string, string>>,
  more: Partial<RegisterField> = {},
): RegisterField => ({
  field,
  label,
  kind: 'choice',
  choices: Object.entries(words).map(([value, own]) => ({ value, label: own })),
  ...more,
})

const oneToFive = { '1': '1 very low', '2': '2 low', '3': '3 medium', '4': '4 high', '5': '5 very high' }

/** In whose words evidence speaks, as papers print it. */
export const voiceWords = {
  'parents-carers': 'Parents and carers',
  'young-people': 'Children and young people',
  practitioners: 'Practitioners',
  data: 'Data',
  inspection: 'Inspection or review',
} as const

export const partWords = {
  author: 'Author',
  contact: 'Contact',
  reasons: 'Reasons for the recommendations',
  'risk-summary': 'Risk in a sentence',
  financial: 'Financial implications',
  legal: 'Legal implications',
  equality: 'Equality implications',
  engagement: 'Engagement and co-production',
  'data-protection': 'Data protection',
  'get-involved': 'How to get involved',
  'good-news': 'What went well',
} as const

export const registers: Readonly<Record<RegisterName, Register>> = {
  evidence: {
    entity: 'evidence',
    name: 'Evidence',
    one: 'piece of evidence',
    about: 'Claims of difference made, each with what it was, what it is now and where that comes from.',
    title: 'claim',
    fields: [
      text('claim', 'What has changed', { required: true, help: 'The claim in one sentence.' }),
      link('action', 'Action'),
      link('group', 'Working group'),
      link('priority', 'Priority'),
      link('measure', 'Measure'),
      line('baseline', 'It was', { help: 'Such as “54% in September 2019”.' }),
      line('latest', 'It is now'),
      line('source', 'Source', { help: 'The survey, audit or data set that shows it.' }),
      day('at', 'Speaks for', { required: true }),
      choice('voice', 'Whose voice', voiceWords),
      choice('strength', 'Strength', { weak: 'Weak', moderate: 'Moderate', strong: 'Strong' }),
      text('notMeasurable', 'Not measurable, because'),
    ],
  },
  risk: {
    entity: 'risk',
    name: 'Risks',
    one: 'risk',
    about: 'What could stop the plan from making a difference, and what is being done about it.',
    title: 'title',
    fields: [
      line('title', 'Risk', { required: true }),
      link('group', 'Working group', { help: 'Leave empty for a risk to the whole programme.' }),
      text('cause', 'Cause'),
      text('effect', 'Effect'),
      choice('likelihood', 'Likelihood', oneToFive),
      choice('impact', 'Impact', oneToFive),
      text('mitigation', 'What is being done'),
      line('owner', 'Owner (post)'),
      day('raisedOn', 'Raised on'),
      day('reviewOn', 'Review on'),
      day('closedOn', 'Closed on'),
    ],
  },
  decision: {
    entity: 'decision',
    name: 'Decisions',
    one: 'decision',
    about: 'What boards are asked to decide, and what they decided.',
    title: 'text',
    fields: [
      text('text', 'Decision', { required: true }),
      link('board', 'Board'),
      link('group', 'Asked by working group'),
      link('period', 'Reporting period'),
      choice(
        'status',
        'State',
        { asked: 'Asked for', made: 'Made', declined: 'Declined' },
        { required: true },
      ),
      day('decidedOn', 'Decided on'),
      text('note', 'Note'),
    ],
  },
  ask: {
    entity: 'ask',
    name: 'Asks',
    one: 'ask',
    about: 'What the programme asks of the Department for Education, NHS England or others outside it.',
    title: 'text',
    fields: [
      text('text', 'What is asked', { required: true }),
      line('to', 'Of whom', { required: true }),
      link('group', 'Asked by working group'),
      day('askedOn', 'Asked on'),
      text('answer', 'Answer'),
      day('answeredOn', 'Answered on'),
    ],
  },
  feedback: {
    entity: 'feedback',
    name: 'You said, we did',
    one: 'entry of you said, we did',
    about: 'What families said, what changed because of it, and whom you told when.',
    title: 'youSaid',
    fields: [
      text('youSaid', 'You said', { required: true }),
      line('whose', 'Whose voice', { help: 'Such as “parents of children with an EHC plan”. No names.' }),
      line('heardAt', 'Heard at', { help: 'The survey, event or group.' }),
      day('heardOn', 'Heard on'),
      text('weDid', 'We did', { help: 'Leave empty while nothing has changed yet; papers then say so.' }),
      link('group', 'Working group'),
      link('action', 'Action'),
      line('toldWhom', 'Told whom'),
      day('toldOn', 'Told on'),
    ],
  },
  measureValue: {
    entity: 'measureValue',
    name: 'Measures: values',
    one: 'value of a measure',
    about: 'Baselines, targets, milestones, values and comparators of the plan’s performance measures.',
    title: 'text',
    fields: [
      link('measure', 'Measure', { required: true }),
      choice(
        'kind',
        'Kind',
        {
          baseline: 'Baseline',
          target: 'Target',
          milestone: 'Milestone',
          actual: 'Value',
          comparator: 'Comparator',
        },
        { required: true },
      ),
      day('at', 'Day or period’s last day', { required: true }),
      line('text', 'As it should print', { required: true, help: 'Such as “12.1%”.' }),
      line('note', 'Note', { help: 'Such as “England average 2021/22”, or “restated as cumulative”.' }),
    ],
  },
  survey: {
    entity: 'survey',
    name: 'Surveys',
    one: 'survey',
    about: 'Who answered, what they found good and what less good.',
    title: 'name',
    fields: [
      line('name', 'Survey', { required: true }),
      day('asAt', 'As at', { required: true }),
      text('description', 'What it was about'),
      {
        field: 'responses',
        label: 'Responses by group of people',
        kind: 'counts',
        help: 'One a line, such as “Parents and carers: 120”.',
      },
      {
        field: 'positiveComments',
        label: 'What people found good',
        kind: 'lines',
        help: 'One a line. No names.',
      },
      {
        field: 'lessGoodComments',
        label: 'What people found less good',
        kind: 'lines',
        help: 'One a line. No names.',
      },
    ],
  },
  event: {
    entity: 'event',
    name: 'Events',
    one: 'event',
    about: 'Where families were or will be heard.',
    title: 'name',
    fields: [
      line('name', 'Event', { required: true }),
      link('group', 'Working group'),
      line('dateText', 'When'),
      line('venue', 'Where'),
      line('attendanceText', 'Who came, or how it stands'),
      text('description', 'What happened'),
    ],
  },
  wording: {
    entity: 'wording',
    name: 'Wordings for other readers',
    one: 'wording',
    about:
      'An update in the words for a board or for the public. Papers for them print it in place of what the lead wrote.',
    title: 'text',
    fields: [
      link('update', 'Update', { required: true }),
      choice(
        'audience',
        'For whom',
        { board: 'Boards', public: 'The public', 'easy-read': 'Easy read' },
        { required: true },
      ),
      text('text', 'Wording', { required: true }),
    ],
  },
  paperText: {
    entity: 'paperText',
    name: 'Texts of papers',
    one: 'text of papers',
    about: 'Texts that only papers need: author and contact, reasons, implications, how to get involved.',
    title: 'text',
    fields: [
      choice('part', 'Which text', partWords, { required: true }),
      link('board', 'Board', { help: 'Leave empty for every board.' }),
      link('group', 'Working group'),
      link('period', 'Reporting period', { help: 'Leave empty for every period.' }),
      text('text', 'Text', { required: true }),
    ],
  },
}

export const registerNames = Object.keys(registers) as readonly RegisterName[]
