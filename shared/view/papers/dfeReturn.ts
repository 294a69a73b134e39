import {
  type Block,
  type Book,
  heading,
  type Paper,
  paragraph,
  type Section,
  table,
} from '../../paper/tree.ts'
import { type ActionEntry, dueOf, type GroupEntry, isOverdueAction, ratingOf } from '../programme.ts'
import { sayDay } from '../sayDay.ts'
import { actionTable, missingColumns } from './actionCells.ts'
import { finish, versionOf } from './appendices.ts'
import {
  abbreviationsNote,
  coverBlock,
  type Facts,
  notRecorded,
  officerLines,
  planFacts,
  versionFacts,
} from './cover.ts'
import { dateChangeBlocks } from './dateChanges.ts'
import { evidenceIndex } from './evidenceIndex.ts'
import { exceptionBlocks } from './exceptions.ts'
import { madeFrom, type PaperContext } from './paperContext.ts'
import { isWide, measureBlocks } from './measures.ts'
import { planChangeBlocks } from './planChanges.ts'
import { groupBanner } from './groupBanner.ts'
import { groupCountsTable, groupRatings, priorityTable, ratingsChart, statusSentences } from './position.ts'
import { askBlocks, riskBlocks } from './risks.ts'
import { signOffTable } from './signOff.ts'
import { markOf } from '../ratingMark.ts'
import { voiceBlocks } from './voice.ts'
import { count, list, lower, oneLine } from './words.ts'

/** The progress return to the Department for Education and NHS England, nine sections and a cover block. */
export function dfeReturn(context: PaperContext): Paper {
  return { ...dfeFace(context), sections: finish(context, sectionsOf(context), null) }
}

export const dfeFace = (context: PaperContext): Omit<Book, 'facts' | 'sheets'> => ({
  kind: 'dfe-return',
  title: `${context.p.programme.localArea}: SEND progress return to the Department for Education and NHS England`,
  shortTitle: 'DfE progress return',
  programme: context.p.programme.name,
  marking: context.p.programme.marking,
  version: versionOf(context),
  author: context.p.programme.name,
  asAt: { day: context.p.today, words: madeFrom(context) },
})

export function dfeFacts(context: PaperContext): Facts {
  return [
    ...planFacts(context),
    ['Accountable officers', officerLines(context, 'senior-responsible')],
    ['Lead officer', officerLines(context, 'lead-officer')],
    ['Cabinet member', officerLines(context, 'cabinet-member')],
    ['DfE and NHS England advisers', notRecorded],
    ...versionFacts(context),
    [
      'Handling',
      'Restricted: for the Department for Education, NHS England and the partners of the programme. Not for publication.',
    ],
  ]
}

function sectionsOf(context: PaperContext): Section[] {
  const measures = [heading(2, '3 Measures'), ...measureBlocks(context)]
  return [
    {
      orientation: 'portrait',
      blocks: [
        coverBlock(dfeFacts(context)),
        { block: 'contents', title: 'Contents', deepest: 2, pageBreakBefore: true },
        heading(2, '1 Summary by priority'),
        paragraph(statusSentences(context).join(' ')),
        abbreviationsNote,
        ...priorityTable(context, 'short'),
        heading(3, 'By working group'),
        paragraph('The table counts every action of the plan once, so its last row is the whole plan.'),
        table(groupCountsTable(context)),
        ...ratingsChart(context),
        ...groupRatings(context),
      ],
    },
    { orientation: 'landscape', blocks: [...actionSection(context), ...(isWide(context) ? measures : [])] },
    {
      orientation: 'portrait',
      blocks: [
        ...(isWide(context) ? [] : measures),
        heading(2, '4 Changes to the plan'),
        ...dateChangeBlocks(context),
        ...planChangeBlocks(context),
        heading(2, '5 Exceptions and recovery'),
        ...exceptionBlocks(context),
        heading(2, '6 Voice of parents, carers and young people'),
        ...voiceBlocks(context),
        heading(2, '7 Risks and asks of the DfE and NHS England'),
        ...riskBlocks(context),
        ...askBlocks(context),
        heading(2, '8 Evidence index'),
        ...evidenceIndex(context),
        heading(2, '9 Sign-off'),
        paragraph('Signed for the council and for the NHS. Signatures and dates are left to be filled in.'),
        table(signOffTable(context)),
      ],
    },
  ]
}

function actionSection(context: PaperContext): Block[] {
  const missing = missingColumns(context)
  return [
    heading(2, '2 Progress by priority, objective by objective'),
    ...(missing ? [paragraph(missing)] : []),
    ...context.p.groups.flatMap((g) => groupBlocks(context, g)),
  ]
}

function groupBlocks(context: PaperContext, g: GroupEntry): Block[] {
  const numbers = g.priorities.map((x) => String(x.priority.number))
  const title =
    numbers.length === 0 ? '' : `${numbers.length === 1 ? 'Priority' : 'Priorities'} ${list(numbers)}: `
  return [
    heading(3, `${title}working group ${g.group.number}, ${g.group.name}`),
    groupBanner(g),
    ...g.objectives.flatMap((o) => {
      const own = g.actions.filter((e) => e.objective.id === o.id)
      if (own.length === 0) return []
      return [
        heading(4, o.title ? `${o.ref} ${oneLine(o.title)}` : `Objective ${o.ref}`),
        paragraph(objectiveSentence(context, own)),
        table(actionTable(context, own, `Actions of objective ${o.ref}`)),
      ]
    }),
  ]
}

/** How many actions, how they are rated, by when the last is due: what the table below it adds up to. */
function objectiveSentence({ p, has }: PaperContext, own: readonly ActionEntry[]): string {
  const codes = own.map((e) => ratingOf(e, 'delivery'))
  const words = [...new Set(codes)].map(
    (code) => `${codes.filter((c) => c === code).length} ${lower(markOf(p, 'delivery', code).word)}`,
  )
  const late = own.filter((e) => isOverdueAction(p, e)).length
  const last = own
    .flatMap((e) => dueOf(e)?.latest ?? [])
    .sort()
    .at(-1)
  const rated = has.delivery ? `: ${list(words)}` : ''
  const due = last ? `The last is due by ${sayDay(last)}` : 'None has a date'
  return `${count(own.length, 'action')}${rated}. ${due}${late > 0 ? `; ${late} ${late === 1 ? 'is' : 'are'} overdue` : ''}.`
}
