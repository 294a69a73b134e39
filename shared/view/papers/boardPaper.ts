import type { Row } from '../../model/entities.ts'
import {
  type Block,
  heading,
  lettered,
  numbered,
  type Paper,
  paragraph,
  type Section,
  table,
  bullets,
} from '../../paper/tree.ts'
import { sayDay } from '../sayDay.ts'
import { actionTable, missingColumns } from './actionCells.ts'
import { finish, versionOf } from './appendices.ts'
import { asAtWords, coverBlock, type Facts, notRecorded } from './cover.ts'
import { dateChangeBlocks } from './dateChanges.ts'
import { dependencyBlocks } from './dependencies.ts'
import { evidenceIndex } from './evidenceIndex.ts'
import { exceptionBlocks } from './exceptions.ts'
import { isWide, measureBlocks, missingValues } from './measures.ts'
import { nextPeriodBlocks } from './nextPeriod.ts'
import { madeFrom, type PaperContext } from './paperContext.ts'
import { implicationBlocks, paperText, plainParagraphs } from './paperTexts.ts'
import { positionAtAGlance, priorityTable, statusSentences } from './position.ts'
import { progressByGroup } from './progressByGroup.ts'
import { purposeOf, recommendationsOf } from './recommendations.ts'
import { riskBlocks } from './risks.ts'
import { summaryLines } from './summaryLines.ts'
import { voiceBlocks } from './voice.ts'
import { count, sentence } from './words.ts'

/** A progress report to one board: numbered paragraphs, then appendices with the full action table. */
export function boardPaper(context: PaperContext, board: Row<'board'>): Paper {
  const { programme } = context.p
  const measures = [heading(2, 'Appendix B: performance measures'), ...measureBlocks(context)]
  const sections: Section[] = [
    { orientation: 'portrait', blocks: bodyOf(context, board) },
    { orientation: 'landscape', blocks: [...actionAppendix(context), ...(isWide(context) ? measures : [])] },
    {
      orientation: 'portrait',
      blocks: [
        ...(isWide(context) ? [] : measures),
        heading(2, 'Appendix C: evidence index'),
        ...evidenceIndex(context),
      ],
    },
  ]
  return {
    kind: 'board-paper',
    title: `${programme.name}: progress report`,
    shortTitle: 'Progress report',
    programme: programme.name,
    marking: programme.marking,
    version: versionOf(context),
    author: programme.name,
    asAt: { day: context.p.today, words: madeFrom(context) },
    sections: finish(context, sections, 'D'),
  }
}

/** The board's next meeting on or after the day of the paper. */
export const nextMeeting = ({ p }: PaperContext, board: Row<'board'>): Row<'meeting'> | null =>
  p.tables.meeting
    .filter((m) => m.boardId === board.id && m.heldOn >= p.today)
    .sort((a, b) => (a.heldOn < b.heldOn ? -1 : 1))[0] ?? null

function coverFacts(context: PaperContext, board: Row<'board'>): Facts {
  const { p } = context
  const meeting = nextMeeting(context, board)
  const lead = p.tables.officer.find((o) => o.role === 'lead-officer')
  const recommendations = recommendationsOf(context, board)
  return [
    ['Board', board.name],
    ['Meeting date', meeting ? sayDay(meeting.heldOn) : 'No meeting date recorded yet'],
    ['Agenda item', meeting?.agendaItem ?? 'Not set yet'],
    ['Title', `${p.programme.name}: progress report`],
    ['Report of', lead ? `${lead.title}${lead.roleText ? `, ${lead.roleText}` : ''}` : notRecorded],
    ['Author and contact', authorAndContact(context, board)],
    ['For', purposeOf(recommendations) ?? 'Not set: no recommendations have been written yet'],
    ['As at', asAtWords(context)],
    ['Version', versionOf(context)],
    ['Marking', p.programme.marking],
  ]
}

const chapter = (text: string): Block => heading(2, text, { numbered: true })
/** The sentences of a council paper carry numbers; tables and lists stand between them. */
const numberedAll = (blocks: readonly Block[]): Block[] =>
  blocks.map((b) => (b.block === 'paragraph' ? { ...b, numbered: true } : b))

function bodyOf(context: PaperContext, board: Row<'board'>): Block[] {
  const recommendations = recommendationsOf(context, board)
  return [
    coverBlock(coverFacts(context, board)),
    { block: 'contents', title: 'Contents', deepest: 2 },
    heading(2, 'Purpose', { numbered: true, pageBreakBefore: true }),
    numbered(purposeSentences(context, board, recommendations.length)),
    chapter('Recommendations'),
    ...recommendationBlocks(board, recommendations),
    ...reasonBlocks(context, board),
    chapter('Summary'),
    numbered('In five lines:'),
    bullets(summaryLines(context, board, recommendations.length, nextMeeting(context, board))),
    chapter('Position at a glance'),
    numbered(statusSentences(context).join(' ')),
    ...numberedAll(positionAtAGlance(context)),
    ...numberedAll(priorityTable(context, 'short')),
    chapter('Exceptions'),
    ...numberedAll(exceptionBlocks(context)),
    heading(3, 'Dates that moved'),
    ...numberedAll(dateChangeBlocks(context)),
    heading(3, 'What rests on what'),
    ...numberedAll(dependencyBlocks(context)),
    chapter('Progress since the last paper'),
    ...numberedAll(progressByGroup(context)),
    chapter('Difference made'),
    ...differenceBlocks(context),
    chapter('Risks'),
    ...numberedAll(riskBlocks(context, undefined, 5)),
    chapter('Next period'),
    ...numberedAll(nextPeriodBlocks(context)),
    chapter('Implications'),
    ...implicationBlocks(context, board.id),
  ]
}

const authorAndContact = (context: PaperContext, board: Row<'board'>): string =>
  (['author', 'contact'] as const)
    .flatMap((part) => paperText(context, part, { boardId: board.id }) ?? [])
    .join('\n') || notRecorded

/** Why the recommendations are made, where somebody has written it. */
function reasonBlocks(context: PaperContext, board: Row<'board'>): Block[] {
  const reasons = paperText(context, 'reasons', { boardId: board.id })
  return reasons ? [chapter('Reasons for the recommendations'), ...numberedAll(plainParagraphs(reasons))] : []
}

function purposeSentences(context: PaperContext, board: Row<'board'>, n: number): string {
  const { p } = context
  const asks = n > 0 ? `It makes ${count(n, 'recommendation')}.` : 'It makes no recommendation yet.'
  return `This paper tells the ${board.name} where the ${p.programme.name} stood on ${sayDay(p.today)}. ${asks}`
}

function recommendationBlocks(
  board: Row<'board'>,
  recommendations: readonly Row<'recommendation'>[],
): Block[] {
  if (recommendations.length === 0) {
    return [numbered('No recommendations have been written for this board yet.')]
  }
  return [
    numbered(`The ${board.name} is recommended to:`),
    lettered(
      recommendations.map((r) => sentence(r.text.charAt(0).toLocaleLowerCase('en-GB') + r.text.slice(1))),
    ),
  ]
}

function differenceBlocks(context: PaperContext): Block[] {
  const { p } = context
  const missing = missingValues(context)
  const measures = `The plan names ${count(p.tables.measure.length, 'performance measure')}; Appendix B lists them.`
  return [
    numbered(missing ? `${measures} ${missing}` : measures),
    ...(context.has.impact ? [] : [numbered('No impact rating has been given to any action yet.')]),
    heading(3, 'What families said'),
    ...numberedAll(voiceBlocks(context)),
  ]
}

function actionAppendix(context: PaperContext): Block[] {
  const missing = missingColumns(context)
  return [
    heading(2, 'Appendix A: every action of the plan'),
    paragraph(
      `${count(context.p.actions.length, 'action')}, by working group.${missing ? ` ${missing}` : ''}`,
    ),
    ...context.p.groups.flatMap((g) => [
      heading(3, `Working group ${g.group.number}: ${g.group.name}`),
      table(actionTable(context, g.actions, `Actions of working group ${g.group.number}`)),
    ]),
  ]
}
