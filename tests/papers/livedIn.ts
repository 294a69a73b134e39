import type { Row, Tables } from '../../shared/model/entities.ts'
import { registersOf } from './registersOf.ts'

type Action = Row<'action'>
const live = (id: string) => ({ id, retiredAt: null })

const november = 'period-2019-11'
const february = 'period-2020-02'
const codes = ['green', 'blue', 'green', 'amber', 'blue', 'green', 'grey', 'red', 'green', null] as const
const impacts = ['too-early', 'emerging', 'none', 'emerging', 'evident', null] as const

/**
 * The sample as it might stand after some months of use: two periods, ratings that moved, updates (fresh, stale,
 * missing), evidence, recoveries (whole, in part, none), moved dates, overall ratings, measures with values,
 * recommendations and a meeting. Posts only, no people; always the same rows.
 */
export function livedIn(sample: Tables): Tables {
  const actions = sample.action
  return {
    ...sample,
    period: [
      {
        ...live(november),
        label: '2019-11',
        name: 'November 2019',
        fromDay: '2019-11-01',
        toDay: '2019-11-30',
      },
      {
        ...live(february),
        label: '2020-02',
        name: 'January 2020',
        fromDay: '2020-01-01',
        toDay: '2020-02-04',
      },
    ],
    action: actions.map((a, i) => (i % 4 === 0 ? { ...a, accountable: 'Executive Director A' } : a)),
    meeting: [
      { ...live('meeting-1'), boardId: board(sample), heldOn: '2020-02-20', agendaItem: '5', note: null },
    ],
    rating: [...actions.flatMap(deliveryRatings), ...actions.flatMap(impactRatings)],
    update: [...sample.update, ...actions.flatMap(updates)],
    dateChange: actions.flatMap(dateChanges),
    recovery: actions.flatMap(recoveries),
    assessment: [...groupAssessments(sample), ...priorityAssessments(sample)],
    recommendation: [
      'Note the progress made since November 2019.',
      'Agree the revised dates in section 5.',
      'Endorse the recovery of the actions that are off track.',
    ].map((text, position) => ({
      ...live(`recommendation-${position}`),
      position,
      boardId: board(sample),
      periodId: null,
      text,
    })),
    measureValue: sample.measure.slice(0, 12).flatMap(measureValues),
    ...registersOf(sample),
  }
}

const board = (t: Tables): string => t.board.find((b) => b.name === 'SEND Partnership Improvement Board')!.id

/** Which of the patterns above an action follows. */
const place = (ref: string): number =>
  [...ref].reduce((sum, c) => sum * 7 + (c === '.' ? 3 : Number(c)), 0) % 97
const codeOf = (a: Action) => codes[place(a.ref) % codes.length] ?? null

function rating(
  a: Action,
  kind: 'delivery' | 'impact',
  code: string,
  at: string,
  reason: string | null,
): Row<'rating'> {
  const id = `rating-${kind}-${a.ref}-${at}`
  return {
    ...live(id),
    actionId: a.id,
    kind,
    code,
    reason,
    at,
    by: 'Lead A',
    periodId: at < '2020' ? november : february,
    importId: null,
  }
}

function deliveryRatings(a: Action): Row<'rating'>[] {
  const code = codeOf(a)
  if (code === null) return []
  const before = code === 'amber' ? 'green' : code === 'red' ? 'amber' : code === 'blue' ? 'green' : code
  const reason = code === 'amber' ? 'A post has been vacant since October and is being recruited to.' : null
  return [
    rating(a, 'delivery', before, '2019-11-12', null),
    ...(before === code ? [] : [rating(a, 'delivery', code, '2020-01-20', reason)]),
  ]
}

function impactRatings(a: Action): Row<'rating'>[] {
  const code = codeOf(a) === null ? null : (impacts[place(a.ref) % impacts.length] ?? null)
  return code ? [rating(a, 'impact', code, '2020-01-20', null)] : []
}

function updates(a: Action): Row<'update'>[] {
  const n = place(a.ref)
  if (n % 5 === 0) return []
  const isStale = n % 7 === 0
  return [
    {
      ...live(`update-${a.ref}`),
      actionId: a.id,
      groupId: null,
      periodId: isStale ? november : february,
      at: isStale ? '2019-11-12' : '2020-01-24',
      by: 'Lead A',
      source: 'import',
      sourceNote: null,
      progress: [
        'Draft written and shared with the working group; comments came back from four services.',
        'Two workshops held with parents and carers in January; the third is booked',
        'The first review is finished. The findings go to the group in March, with a proposal for what to change first and what it would cost.',
      ][n % 3]!,
      nextSteps: n % 2 === 0 ? 'Take the draft to the parent carer reference group' : null,
      issues: n % 11 === 0 ? 'Data sharing agreement is not signed yet.' : null,
      evidence: n % 6 === 1 ? 'Survey of 40 families: 62% say they were listened to, up from 48%' : null,
      percentComplete: (n * 5) % 101,
      importId: null,
    },
  ]
}

function dateChanges(a: Action): Row<'dateChange'>[] {
  const n = place(a.ref)
  if (n % 13 !== 0) return []
  const change = (at: string, text: string, latest: string, approved: boolean): Row<'dateChange'> => ({
    ...live(`move-${a.ref}-${at}`),
    actionId: a.id,
    completion: { text, earliest: `${latest.slice(0, 7)}-01`, latest, precision: 'month' },
    reason: approved ? 'The supplier moved the delivery of the new system to the spring.' : null,
    approvedBy: approved ? 'Improvement Board' : null,
    approvedOn: approved ? '2020-01-16' : null,
    at,
    by: 'Lead A',
    importId: null,
  })
  const first = change('2020-01-15', 'March 2020', '2020-03-31', true)
  return n % 2 === 0 ? [change('2020-01-10', 'February 2020', '2020-02-29', false), first] : [first]
}

function recoveries(a: Action): Row<'recovery'>[] {
  const code = codeOf(a)
  const n = place(a.ref)
  if ((code !== 'red' && code !== 'amber') || n % 3 === 0) return []
  const whole = n % 4 !== 1
  return [
    {
      ...live(`recovery-${a.ref}`),
      actionId: a.id,
      cause: 'Two of the three services have not yet named who takes part.',
      plan: whole
        ? 'The assistant director writes to the services and the group meets every fortnight until it is done.'
        : null,
      who: whole ? 'Assistant Director A' : null,
      due: whole
        ? { text: 'March 2020', earliest: '2020-03-01', latest: '2020-03-31', precision: 'month' }
        : null,
      effect: whole
        ? 'Families in the south of the county wait another school year for the new pathway.'
        : null,
      ask: n % 5 < 3 ? 'Ask both clinical commissioning groups to name a lead by the end of February.' : null,
    },
  ]
}

function groupAssessments(t: Tables): Row<'assessment'>[] {
  const now = ['green', 'amber', 'green', 'amber', 'red', 'green']
  const then = ['green', 'green', 'amber', 'amber', 'amber', null]
  return t.workingGroup.flatMap((g, i) => [
    assessment(`then-${g.number}`, november, { groupId: g.id }, then[i] ?? null, 'too-early', null),
    assessment(
      `now-${g.number}`,
      february,
      { groupId: g.id },
      now[i] ?? null,
      i % 2 ? 'none' : 'emerging',
      i === 3 ? null : 'Most work is under way and the first parents report a difference.',
    ),
  ])
}

const priorityAssessments = (t: Tables): Row<'assessment'>[] =>
  t.priority.map((p) =>
    assessment(
      `priority-${p.number}`,
      february,
      { priorityId: p.id },
      p.number % 3 ? 'green' : 'amber',
      'emerging',
      'The shared picture of need is published and used; health data are still thin.',
    ),
  )

const assessment = (
  id: string,
  periodId: string,
  of: { groupId?: string; priorityId?: string },
  delivery: string | null,
  impact: string | null,
  reason: string | null,
): Row<'assessment'> => ({
  ...live(`assessment-${id}`),
  periodId,
  groupId: of.groupId ?? null,
  priorityId: of.priorityId ?? null,
  delivery,
  impact,
  reason,
  commentary: null,
})

function measureValues(m: Row<'measure'>): Row<'measureValue'>[] {
  const value = (kind: Row<'measureValue'>['kind'], at: string, n: number): Row<'measureValue'> => ({
    ...live(`value-${m.number}-${kind}-${at}`),
    measureId: m.id,
    kind,
    at,
    text: `${n}%`,
    value: n,
    note: null,
  })
  const base = 30 + m.number
  return [
    value('baseline', '2019-09-30', base),
    ...(m.number % 4 === 0 ? [] : [value('target', '2020-12-31', base + 30)]),
    ...(m.number % 3 === 0
      ? []
      : [value('milestone', '2019-12-31', base + 8), value('actual', '2019-12-31', base + 6)]),
  ]
}
