import { type Block, type Cell, type Column, paragraph, table, type Table } from '../../paper/tree.ts'
import { ratingsByGroup } from '../../charts/ratingsByGroup.ts'
import type { RatingMark } from '../ratingMark.ts'
import { marksOf } from '../ratingMark.ts'
import { sayDay } from '../sayDay.ts'
import type { PaperContext } from './paperContext.ts'
import { type Overall, overallOf } from './ratings.ts'
import { count, list, lower, oneLine, sentence } from './words.ts'

/** Where the programme stands, in sentences whose numbers add up to the plan. */
export function statusSentences({ view, p, has }: PaperContext): string[] {
  const scope = `The plan has ${count(view.total, 'action')} under ${count(p.tables.objective.length, 'objective')}, carried by ${count(p.groups.length, 'working group')} for ${count(p.tables.priority.length, 'priority', 'priorities')}.`
  const rated = has.delivery ? deliverySentence(view) : 'No action has been rated yet.'
  return [scope, rated, overdueSentence(view)].filter((s) => s !== '')
}

type View = PaperContext['view']

function deliverySentence(view: View): string {
  const parts = bestFirst(view.delivery).map(
    ({ mark, count: n }, i) => `${n} ${i > 0 ? '' : n === 1 ? 'is ' : 'are '}${lower(mark.word)}`,
  )
  return `Of the ${view.total}, ${list(parts)}.`
}

/** Complete first, what nobody has rated last. */
const bestFirst = (counts: View['delivery']): View['delivery'] => [
  ...counts.filter((c) => c.mark.code !== null).toReversed(),
  ...counts.filter((c) => c.mark.code === null),
]

function overdueSentence(view: View): string {
  const late = view.groups.reduce((sum, g) => sum + g.overdue, 0)
  if (late === 0) return 'No action is past its completion date.'
  return `${count(late, 'action')} ${late === 1 ? 'is' : 'are'} past ${late === 1 ? 'its' : 'their'} completion date and not rated as complete.`
}

/** Groups as rows, ratings as columns, with a total row that adds up to the plan. */
export function groupCountsTable(context: PaperContext): Table {
  const { view } = context
  const marks = usedMarks(context)
  const showsLast = marks.length <= 4
  const counts = (g: { delivery: View['delivery'] }): number[] =>
    marks.map((m) => g.delivery.find((c) => c.mark.code === m.code)?.count ?? 0)
  const last = (day: string | null): Cell[] => (showsLast ? [{ day, text: sayLast(day) }] : [])
  const late = view.groups.reduce((sum, g) => sum + g.overdue, 0)
  const newest =
    view.groups
      .flatMap((g) => g.updatedOn ?? [])
      .sort()
      .at(-1) ?? null
  const number = (head: string): Column => ({
    head,
    kind: 'number',
    width: { cm: 1.2 },
  })
  return {
    caption: 'Actions by working group and delivery rating',
    dense: true,
    rowHeads: true,
    columns: [
      { head: 'Working group', kind: 'text', width: { share: 1 } },
      number('Actions'),
      ...marks.map((m) => number(m.word)),
      number('Overdue'),
      ...(showsLast ? [{ head: 'Last update', kind: 'date', width: { cm: 3 } } satisfies Column] : []),
    ],
    rows: [
      ...view.groups.map((g): Cell[] => [
        `${g.number} ${g.name}`,
        g.total,
        ...counts(g),
        g.overdue,
        ...last(g.updatedOn),
      ]),
      [
        'All groups',
        ...[view.total, ...counts(view), late].map((n): Cell => [{ bold: String(n) }]),
        ...last(newest),
      ],
    ],
  }
}

/** The steps that any action has, worst news last as the scale has them, "Not yet rated" at the end. */
function usedMarks({ p, view }: PaperContext): RatingMark[] {
  const used = new Set(view.delivery.map((c) => c.mark.code))
  const known = marksOf(p, 'delivery').filter((m) => used.has(m.code))
  const lost = view.delivery.map((c) => c.mark).filter((m) => !known.some((k) => k.code === m.code))
  return [...known, ...lost]
}

/** The overall ratings of the groups with their movement, or one sentence where no group has one. */
export function groupRatings(context: PaperContext): Block[] {
  const { p, view } = context
  const rows = p.groups.map((g) => ({ g, overall: overallOf(context, (a) => a.groupId === g.group.id) }))
  if (rows.every((r) => r.overall === null)) {
    return [paragraph('No working group has been given an overall delivery or impact rating yet.')]
  }
  const last = (number: number): string | null =>
    view.groups.find((g) => g.number === number)?.updatedOn ?? null
  return [
    paragraph(
      'The overall ratings say how each group judges its own delivery and the difference it is making, and how that moved since the period before.',
    ),
    table({
      caption: 'Overall ratings of the working groups',
      rowHeads: true,
      dense: true,
      columns: [
        { head: 'Working group', kind: 'text', width: { share: 3 } },
        { head: 'Delivery', kind: 'rating', width: { cm: 1.9 } },
        { head: 'Impact', kind: 'rating', width: { cm: 1.9 } },
        { head: 'Moved', kind: 'text', width: { cm: 3.7 } },
        { head: 'Reason', kind: 'text', width: { share: 4 } },
        { head: 'Last update', kind: 'date', width: { cm: 2.1 } },
      ],
      rows: rows.map(({ g, overall }) => [
        `${g.group.number} ${g.group.name}`,
        ...overallCells(context, overall),
        overall?.reason ?? 'No reason recorded yet.',
        sayLast(last(g.group.number)),
      ]),
    }),
  ]
}

const sayLast = (iso: string | null): string => (iso ? sayDay(iso) : 'No update yet')

function overallCells({ p }: PaperContext, overall: Overall | null): Cell[] {
  if (!overall) {
    const none: Cell = marksOf(p, 'delivery').at(-1) ?? 'Not yet rated'
    return [none, none, 'Not rated before']
  }
  const moved = [
    overall.deliveryMoved && `Delivery ${overall.deliveryMoved}`,
    overall.impactMoved && `Impact ${overall.impactMoved}`,
  ].filter(Boolean)
  return [overall.delivery, overall.impact, moved.join('\n') || 'Not yet rated']
}

/** Priorities as rows: then (the inspectors' words), now, and both ratings where any priority has been rated. */
export function priorityTable(context: PaperContext, orientation: 'full' | 'short'): Block[] {
  const { p } = context
  const rows = [...p.tables.priority]
    .sort((a, b) => a.number - b.number)
    .map((priority) => ({ priority, overall: overallOf(context, (a) => a.priorityId === priority.id) }))
  const isRated = rows.some((r) => r.overall !== null)
  const notRated = marksOf(p, 'delivery').at(-1) ?? 'Not yet rated'
  const says = isRated
    ? 'Each priority is shown as the inspectors found it, and as it is now.'
    : 'Each priority is shown as the inspectors found it, and as it is now. No priority has been given an overall delivery or impact rating yet.'
  const ratings: readonly Column[] = isRated
    ? [
        { head: 'Delivery', kind: 'rating', width: { cm: 2.3 } },
        { head: 'Impact', kind: 'rating', width: { cm: 2.5 } },
      ]
    : []
  return [
    paragraph(says),
    table({
      caption: 'Priorities, then and now',
      rowHeads: true,
      dense: orientation === 'short',
      columns: [
        { head: 'No.', kind: 'ref', width: { cm: 1 } },
        { head: 'Then: what the inspectors found', kind: 'text', width: { share: 5 } },
        { head: 'Now', kind: 'text', width: { share: 5 } },
        ...ratings,
      ],
      rows: rows.map(({ priority, overall }) => [
        String(priority.number),
        sentence(priority.text),
        overall?.commentary ?? overall?.reason ?? priorityNow(context, priority.id, priority.number),
        ...(isRated ? [overall?.delivery ?? notRated, overall?.impact ?? notRated] : []),
      ]),
    }),
  ]
}

/** Counts of the groups that carry a priority; their actions are not split by priority in the plan. */
function priorityNow({ p, view }: PaperContext, priorityId: string, number: number): string {
  const groups = p.groups.filter((g) => g.priorities.some((x) => x.priority.id === priorityId))
  const parts = groups.map((g) => {
    const standing = view.groups.find((s) => s.number === g.group.number)
    const others = g.priorities.map((x) => x.priority.number).filter((n) => n !== number)
    const shared =
      others.length > 0
        ? `, shared with ${others.length > 1 ? 'priorities' : 'priority'} ${list(others.map(String))}`
        : ''
    const total = standing?.total ?? 0
    const rated = standing?.delivery.filter((c) => c.mark.code !== null) ?? []
    const ratings =
      rated.length === 0
        ? 'none rated yet'
        : list(bestFirst(standing?.delivery ?? []).map((c) => `${c.count} ${lower(c.mark.word)}`))
    const late = standing && standing.overdue > 0 ? `; ${standing.overdue} past the completion date` : ''
    return `Working group ${g.group.number}${shared}: ${count(total, 'action')}, ${ratings}${late}.`
  })
  return parts.length > 0 ? parts.join('\n') : 'No working group carries this priority.'
}

/** The chart of ratings by group, with the sentence that says what it shows. */
export function ratingsChart(context: PaperContext): Block[] {
  const chart = ratingsByGroup(context.p)
  return chart ? [chart] : []
}

/** Position at a glance: the sentence, the table, the chart, the overall ratings. */
export function positionAtAGlance(context: PaperContext): Block[] {
  return [
    paragraph(
      'The table counts every action of the plan once. Overdue actions are past their completion date and not rated as complete.',
    ),
    table(groupCountsTable(context)),
    ...ratingsChart(context),
    ...groupRatings(context),
  ]
}

export const groupName = (g: { readonly number: number; readonly name: string }): string =>
  `Working group ${g.number}: ${oneLine(g.name)}`
