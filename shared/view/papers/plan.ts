import {
  type Block,
  type Cell,
  type Column,
  heading,
  type Paper,
  paragraph,
  type Section,
  table,
  type Table,
  bullets,
} from '../../paper/tree.ts'
import { type ActionEntry, type GroupEntry, ratingOf } from '../programme.ts'
import { markOf } from '../ratingMark.ts'
import { dateCell, leadCell } from './actionCells.ts'
import { finish, versionOf } from './appendices.ts'
import { coverBlock, officerLines, planFacts, sayMonth, versionFacts } from './cover.ts'
import { groupBanner } from './groupBanner.ts'
import { isWide, measureBlocks } from './measures.ts'
import { madeFrom, type PaperContext } from './paperContext.ts'
import { count, list, oneLine, sentence } from './words.ts'

/** The whole plan in its published layout: introduction, priorities, one chapter a working group. */
export function plan(context: PaperContext): Paper {
  return { ...planFace(context), sections: finish(context, sectionsOf(context), null) }
}

export const planFace = (context: PaperContext): Omit<Paper, 'sections'> => ({
  kind: 'plan',
  title: context.p.programme.documentTitle,
  shortTitle: context.p.programme.planDate ? `Plan of ${sayMonth(context.p.programme.planDate)}` : 'Plan',
  programme: context.p.programme.name,
  marking: context.p.programme.marking,
  version: versionOf(context),
  author: context.p.programme.name,
  asAt: { day: context.p.today, words: madeFrom(context) },
})

export const planCover = (context: PaperContext) => [
  ...planFacts(context),
  ['Partners', context.p.programme.partners.join('\n') || 'Not recorded in the programme yet'] as const,
  ['Accountable officers', officerLines(context, 'senior-responsible')] as const,
  ['Lead officer', officerLines(context, 'lead-officer')] as const,
  ...versionFacts(context),
]

function sectionsOf(context: PaperContext): Section[] {
  return [
    {
      orientation: 'portrait',
      blocks: [
        coverBlock(planCover(context)),
        { block: 'contents', title: 'Contents', deepest: 2, pageBreakBefore: true },
        ...introduction(context),
        heading(2, 'Our priorities'),
        ...priorities(context),
      ],
    },
    { orientation: 'landscape', blocks: context.p.groups.flatMap((g) => groupChapter(context, g)) },
    {
      orientation: isWide(context) ? 'landscape' : 'portrait',
      blocks: [heading(2, 'Performance measures'), ...measureChapter(context)],
    },
  ]
}

function introduction({ p }: PaperContext): Block[] {
  const { programme } = p
  const part = (title: string, blocks: readonly Block[]): Block[] =>
    blocks.length > 0 ? [heading(2, title), ...blocks] : []
  const owner = programme.visionOwner ? ` (${programme.visionOwner})` : ''
  const vision = programme.vision ? [paragraph(`${programme.vision}${owner}`)] : []
  const success =
    programme.successStatements.length > 0
      ? [
          ...(programme.successIntro ? [paragraph(programme.successIntro)] : []),
          bullets(programme.successStatements),
        ]
      : []
  return [
    ...part(
      'Introduction',
      programme.introduction.map((t) => paragraph(sentence(t))),
    ),
    ...part('Our vision', [...vision, ...success]),
    ...part(
      'Working together',
      programme.workingTogether.map((t) => paragraph(sentence(t))),
    ),
    ...part(
      'Accountability and governance',
      programme.accountability.map((t) => paragraph(sentence(t))),
    ),
  ]
}

function priorities({ p }: PaperContext): Block[] {
  return [
    paragraph(
      p.programme.prioritiesIntro ??
        'The areas of concern that this plan addresses, and the working group that carries each.',
    ),
    table({
      caption: 'Priorities and the working groups that carry them',
      rowHeads: true,
      columns: [
        { head: 'No.', kind: 'ref', width: { cm: 1.1 } },
        { head: 'Priority', kind: 'text', width: { share: 3 } },
        { head: 'Working group', kind: 'text', width: { share: 1.5 } },
      ],
      rows: [...p.tables.priority]
        .sort((a, b) => a.number - b.number)
        .map((x): Cell[] => [
          String(x.number),
          sentence(x.text),
          p.groups
            .filter((g) => g.priorities.some((y) => y.priority.id === x.id))
            .map((g) => `${g.group.number} ${g.group.name}`)
            .join('\n') || 'No working group yet',
        ]),
    }),
  ]
}

function groupChapter(context: PaperContext, g: GroupEntry): Block[] {
  const numbers = g.priorities.map((x) => String(x.priority.number))
  return [
    heading(2, `Working group ${g.group.number}: ${g.group.name}`, {
      pageBreakBefore: g.group.number !== context.p.groups[0]?.group.number,
    }),
    groupBanner(g),
    paragraph(
      `${count(g.objectives.length, 'objective')} and ${count(g.actions.length, 'action')}${numbers.length > 0 ? ` for ${numbers.length === 1 ? 'priority' : 'priorities'} ${list(numbers)}` : ''}.${ratingNote(context, g)}`,
    ),
    ...g.objectives.flatMap((o) => {
      const own = g.actions.filter((e) => e.objective.id === o.id)
      return [
        heading(3, o.title ? `${o.ref} ${oneLine(o.title)}` : `Objective ${o.ref}`),
        own.length > 0
          ? table(objectiveTable(context, own, o.ref))
          : paragraph('No action has been written for this objective yet.'),
      ]
    }),
  ]
}

const ratingNote = ({ has, p }: PaperContext, g: GroupEntry): string =>
  !has.delivery && g.group.number === p.groups[0]?.group.number
    ? ' No action of the plan has been rated yet, so the tables have no column for the rating.'
    : ''

/** Texts that several actions share are printed once; the rows below them say "As above". */
function objectiveTable(context: PaperContext, own: readonly ActionEntry[], ref: string): Table {
  const { p, has } = context
  const columns: (Column & { readonly of: (e: ActionEntry) => Cell; readonly repeats?: boolean })[] = [
    { head: 'Ref', kind: 'ref', width: { cm: 1.45 }, of: (e) => e.action.ref },
    { ...text('Action', 4.2), of: (e) => e.action.action },
    {
      ...text('Intended impact', 3.6),
      of: (e) => e.action.intendedImpact || 'None written in the plan',
      repeats: true,
    },
    {
      ...text('Measure of success', 4),
      of: (e) => e.action.measureOfSuccess || 'None written in the plan',
      repeats: true,
    },
    { ...text('Responsible lead', 2.6), of: leadCell, repeats: true },
    { ...text('Completion date', 2.4), of: dateCell },
  ]
  if (has.delivery) {
    columns.push({
      head: 'Rating',
      kind: 'rating',
      width: { cm: 2.2 },
      of: (e) => markOf(p, 'delivery', ratingOf(e, 'delivery')),
    })
  }
  return {
    caption: `Actions of objective ${ref}`,
    dense: true,
    rowHeads: true,
    columns: columns.map(({ head, kind, width }) => ({ head, kind, width })),
    rows: own.map((e, i) =>
      columns.map((c) => {
        const before = own[i - 1]
        return c.repeats && before && c.of(before) === c.of(e) ? 'As above' : c.of(e)
      }),
    ),
  }
}

const text = (head: string, share: number): Column => ({ head, kind: 'text', width: { share } })

function measureChapter(context: PaperContext): Block[] {
  const intro = context.p.programme.measuresIntro
  return [...(intro ? [paragraph(sentence(intro))] : []), ...measureBlocks(context)]
}
