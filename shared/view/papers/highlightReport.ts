import { type Block, bullets, heading, type Paper, paragraph, table, type Text } from '../../paper/tree.ts'
import { addDays } from '../../dates/overdue.ts'
import type { Row } from '../../model/entities.ts'
import { isDone } from '../planRow.ts'
import { type ActionEntry, type GroupEntry, ratingOf } from '../programme.ts'
import { markOf, marksOf, type RatingMark } from '../ratingMark.ts'
import { sayDay } from '../sayDay.ts'
import { finishBriefly } from './appendices.ts'
import { asAtWords, coverBlock, notRecorded } from './cover.ts'
import { movesBlocks } from './dateChanges.ts'
import { evidenceNumbers } from './evidenceIndex.ts'
import { exceptionEntries, exceptionWords } from './exceptions.ts'
import { isInPeriod, type PaperContext } from './paperContext.ts'
import { paperFace } from './paperFace.ts'
import { groupName } from './position.ts'
import { overallOf } from './ratings.ts'
import { riskBlocks } from './risks.ts'
import { count, list, lower, oneLine, sentence, written } from './words.ts'

/**
 * The highlight report of one working group, a page or two; without a group, of every group one after the other, each on a
 * page of its own. Ratings last period and this one with the reason, done, next, off track, risks, decisions, moved dates.
 */
export function highlightReport(context: PaperContext, group: GroupEntry | null): Paper {
  const groups = group ? [group] : context.p.groups
  const title = group ? `Highlight report: ${lower(groupName(group.group))}` : 'Highlight reports'
  const blocks = groups.flatMap((g, i) => [
    ...(group ? [] : [heading(2, groupName(g.group), { pageBreakBefore: i > 0 })]),
    ...groupReport(context, g, group ? 2 : 3),
  ])
  return {
    ...paperFace(context, 'highlight-report', title, 'Highlight report'),
    sections: finishBriefly(context, [{ orientation: 'portrait', blocks }]),
  }
}

function groupReport(context: PaperContext, g: GroupEntry, level: 2 | 3): Block[] {
  const chapter = (text: string): Block => heading(level, text)
  return [
    coverBlock(factsOf(context, g)),
    chapter('Ratings'),
    ...ratingBlocks(context, g),
    chapter('Done in this period, and next'),
    ...doneBlocks(context, g),
    chapter('Milestones due next'),
    ...dueBlocks(context, g),
    chapter('Off track and at risk'),
    ...exceptionsOf(context, g),
    chapter('Risks'),
    ...riskBlocks(context, g.group.id),
    chapter('Decisions asked'),
    ...decisionBlocks(context, g),
    chapter('Dates moved'),
    ...movesBlocks(context, (e) => e.group.id === g.group.id),
  ]
}

function factsOf(context: PaperContext, g: GroupEntry) {
  const { period } = context
  const numbers = g.priorities.map((x) => String(x.priority.number))
  return [
    ['Priorities', numbers.length > 0 ? list(numbers) : 'None named in the plan'],
    ['Chair', [g.group.chairName, g.group.chairTitle].filter(Boolean).join(', ') || notRecorded],
    [
      'Reporting period',
      `${period ? period.name : 'No reporting period set up yet'}, as at ${asAtWords(context)}`,
    ],
  ] as const
}

/** Last period and this one, side by side, then why. */
function ratingBlocks(context: PaperContext, g: GroupEntry): Block[] {
  const own = (a: Row<'assessment'>): boolean => a.groupId === g.group.id
  const now = overallOf(context, own)
  if (!now) {
    const period = context.period ? ` for ${context.period.name}` : ''
    return [
      paragraph(`The group has not been given an overall rating${period} yet. ${countsSentence(context, g)}`),
    ]
  }
  const { p } = context
  const before = lastPeriodOf(context, own, now.period)
  const unrated: RatingMark | string = marksOf(p, 'delivery').at(-1) ?? 'Not yet rated'
  const row = (word: string, was: RatingMark | null, is: RatingMark, moved: string | null) => [
    word,
    was ?? unrated,
    is,
    moved ?? 'Not rated before',
  ]
  return [
    paragraph(countsSentence(context, g)),
    table({
      caption: `Overall ratings, ${before ? `${before.period.name} and ` : ''}${now.period.name}`,
      rowHeads: true,
      columns: [
        { head: 'Rating', kind: 'text', width: { share: 1 } },
        { head: 'Last period', kind: 'rating', width: { cm: 3.2 } },
        { head: 'This period', kind: 'rating', width: { cm: 3.2 } },
        { head: 'Moved', kind: 'text', width: { cm: 3.6 } },
      ],
      rows: [
        row('Delivery', before?.delivery ?? null, now.delivery, now.deliveryMoved),
        row('Impact', before?.impact ?? null, now.impact, now.impactMoved),
      ],
    }),
    paragraph([
      { bold: 'Reason for the rating: ' },
      now.reason ? sentence(now.reason) : 'none recorded yet.',
    ]),
    ...(now.commentary ? [paragraph(sentence(now.commentary))] : []),
  ]
}

function lastPeriodOf(context: PaperContext, own: (a: Row<'assessment'>) => boolean, period: Row<'period'>) {
  const earlier = context.p.tables.period
    .filter((x) => x.toDay < period.fromDay)
    .sort((a, b) => (a.toDay < b.toDay ? 1 : -1))
  for (const x of earlier) {
    const found = overallOf({ ...context, period: x }, own)
    if (found && found.period.id === x.id) return found
  }
  return null
}

/** The group's actions by rating: what the ratings rest on. */
function countsSentence({ view }: PaperContext, g: GroupEntry): string {
  const standing = view.groups.find((s) => s.number === g.group.number)
  const rated = (standing?.delivery ?? []).filter((c) => c.mark.code !== null && c.count > 0).toReversed()
  const none = g.actions.length - rated.reduce((n, c) => n + c.count, 0)
  const parts = [
    ...rated.map((c) => `${c.count} ${lower(c.mark.word)}`),
    ...(none > 0 ? [`${none} not yet rated`] : []),
  ]
  const late = standing?.overdue ?? 0
  const overdue = late > 0 ? ` ${count(late, 'action')} ${late === 1 ? 'is' : 'are'} overdue.` : ''
  return g.actions.length === 0
    ? 'The group has no actions yet.'
    : `Of the group’s ${count(g.actions.length, 'action')}, ${list(parts)}.${overdue}`
}

/** What the group said was done in the period, then action by action what was done and comes next, each with its evidence. */
function doneBlocks(context: PaperContext, g: GroupEntry): Block[] {
  const ofGroup = g.updates
    .filter((u) => u.progress && isInPeriod(context, u.at))
    .toReversed()
    .map((u): Text => sentence(u.progress ?? ''))
  const rows = g.actions.flatMap((e) => stepsRow(context, e))
  const silent = g.actions.filter((e) => !e.updates.some((u) => isInPeriod(context, u.at)))
  const when = context.period ? ` in ${context.period.name}` : ''
  if (ofGroup.length + rows.length === 0) return [paragraph(`No update has been received${when}.`)]
  return [
    ...(ofGroup.length > 0 ? [bullets(ofGroup)] : []),
    ...(rows.length > 0
      ? [
          table({
            caption: 'What leads report',
            rowHeads: true,
            dense: true,
            columns: [
              { head: 'Ref', kind: 'ref', width: { cm: 1.45 } },
              { head: 'Done in this period', kind: 'text', width: { share: 3 } },
              { head: 'Next', kind: 'text', width: { share: 2 } },
            ],
            rows,
          }),
        ]
      : []),
    ...(silent.length > 0
      ? [
          paragraph(
            `No update${when} for ${silent.length > 8 ? `${silent.length} of the group’s actions` : list(silent.map((e) => e.action.ref))}.`,
          ),
        ]
      : []),
  ]
}

/** What was done on an action in the period, and what comes next on it where it is not done; no row where neither is said. */
function stepsRow(context: PaperContext, e: ActionEntry): Text[][] {
  const own = e.updates.filter((u) => isInPeriod(context, u.at))
  const done = own.find((u) => u.progress)
  const next = isDone(context.p, e) ? undefined : own.find((u) => u.nextSteps)
  if (!done && !next) return []
  const cited = done ? evidenceNumbers(context.p).get(done.id) : undefined
  const finished = isDone(context.p, e) ? 'Complete' : 'No next step given'
  return [
    [
      e.action.ref,
      done ? `${sentence(done.progress ?? '')}${cited ? ` [${cited}]` : ''}` : 'Nothing reported as done',
      next ? sentence(next.nextSteps ?? '') : finished,
    ],
  ]
}

const days = 60

/** Milestones that fall due soon, the soonest first. */
function dueBlocks({ p }: PaperContext, g: GroupEntry): Block[] {
  const until = addDays(p.today, days)
  const due = g.actions
    .filter((e) => !isDone(p, e))
    .flatMap((e) => dueSteps(e, p.today, until))
    .sort((a, b) => (a.latest < b.latest ? -1 : 1))
    .map((d): Text => [{ bold: `${d.ref} ` }, `${sentence(d.text)} Due by ${sayDay(d.latest)}.`])
  return due.length === 0 ? [paragraph(`No milestone falls due by ${sayDay(until)}.`)] : [bullets(due)]
}

const dueSteps = (e: ActionEntry, from: string, until: string) =>
  e.milestones.flatMap((m) => {
    const latest = m.date?.latest ?? null
    if (m.doneOn !== null || latest === null || latest < from || latest > until) return []
    const step =
      e.milestones.length > 1 ? `${oneLine(e.action.action)} (${oneLine(m.text)})` : oneLine(e.action.action)
    return [{ ref: e.action.ref, text: step, latest }]
  })

/** A row each rather than a block: the report has a page or two. */
function exceptionsOf(context: PaperContext, g: GroupEntry): Block[] {
  if (g.actions.every((e) => ratingOf(e, 'delivery') === null))
    return [paragraph('No action of the group has been rated yet.')]
  const own = exceptionEntries(context).filter((e) => e.group.id === g.group.id)
  if (own.length === 0) return [paragraph(`No action of the group is ${exceptionWords(context)}.`)]
  return [
    paragraph(
      `${count(own.length, 'action')} ${own.length === 1 ? 'is' : 'are'} ${exceptionWords(context)}, the worst first.`,
    ),
    table({
      caption: 'Off track and at risk',
      rowHeads: true,
      dense: true,
      columns: [
        { head: 'Ref', kind: 'ref', width: { cm: 1.45 } },
        { head: 'Action and why', kind: 'text', width: { share: 1 } },
        { head: 'Rating', kind: 'rating', width: { cm: 2 } },
        { head: 'What is being done, and the effect if not', kind: 'text', width: { share: 1 } },
      ],
      rows: own.map((e) => [
        e.action.ref,
        [e.action.action, { bold: '\nWhy: ' }, whyOf(e)],
        markOf(context.p, 'delivery', ratingOf(e, 'delivery')),
        mitigationOf(e),
      ]),
    }),
  ]
}

const whyOf = (e: ActionEntry): string =>
  sentence(e.recovery?.cause ?? e.ratings.delivery[0]?.reason ?? 'No reason recorded yet')

function mitigationOf(e: ActionEntry): Text {
  const r = e.recovery
  const due = written(r?.due ?? null)
  const who = [r?.who, due ? `by ${due}` : null].filter(Boolean).join(', ')
  return [
    r?.plan ? sentence(r.plan) : 'No recovery recorded yet.',
    ...(r?.plan && who ? [` ${sentence(who)}`] : []),
    { bold: '\nIf not: ' },
    r?.effect ? sentence(r.effect) : 'no effect recorded yet.',
  ]
}

/** Decisions that the group waits for, and what its actions off track or at risk ask. */
function decisionBlocks(context: PaperContext, g: GroupEntry): Block[] {
  const { p } = context
  const boards = new Map(p.tables.board.map((b) => [b.id, b.name]))
  const asked = p.tables.decision
    .filter((d) => d.groupId === g.group.id && d.status === 'asked')
    .map((d): Text => {
      const board = d.boardId === null ? null : boards.get(d.boardId)
      return `${sentence(d.text)}${board ? ` Asked of the ${board}.` : ''}`
    })
  const fromActions = exceptionEntries(context)
    .filter((e) => e.group.id === g.group.id && e.recovery?.ask)
    .map((e): Text => [{ bold: `${e.action.ref} ` }, sentence(e.recovery?.ask ?? '')])
  const all = [...asked, ...fromActions]
  return all.length === 0 ? [paragraph('The group asks for no decision.')] : [bullets(all)]
}
