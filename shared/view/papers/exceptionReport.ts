import { type Block, bullets, heading, type Paper, paragraph, table } from '../../paper/tree.ts'
import { isDone } from '../planRow.ts'
import type { ActionEntry } from '../programme.ts'
import { ratingOf, stepOf } from '../programme.ts'
import { sayDay } from '../sayDay.ts'
import { finish } from './appendices.ts'
import { coverBlock, versionFacts } from './cover.ts'
import { dateChangeBlocks } from './dateChanges.ts'
import { exceptionEntries, exceptionOf, overdueBlocks } from './exceptions.ts'
import { moverBlocks, movementSentence } from './movers.ts'
import type { PaperContext } from './paperContext.ts'
import { paperFace } from './paperFace.ts'
import { plainParagraphs, paperText } from './paperTexts.ts'
import { groupCountsTable, ratingsChart, statusSentences } from './position.ts'
import { spellOf } from './ratings.ts'
import { capital, count, lower } from './words.ts'

/**
 * The exception report: totals first, adding up to the plan (a member asked for them at West Berkshire), how they moved,
 * then each step that needs a recovery, dates that slipped, movers upward, and what went well.
 */
export function exceptionReport(context: PaperContext): Paper {
  const blocks: Block[] = [
    coverBlock(versionFacts(context)),
    heading(2, 'Totals'),
    paragraph(statusSentences(context).join(' ')),
    table(groupCountsTable(context)),
    ...ratingsChart(context),
    heading(2, 'What moved'),
    paragraph(movementSentence(context)),
    ...moverBlocks(context, '▼', 'No action’s rating slipped.'),
    ...stepsOf(context),
    heading(2, 'Dates that slipped'),
    ...dateChangeBlocks(context),
    ...overdueBlocks(context),
    heading(2, 'What improved'),
    ...moverBlocks(context, '▲', 'No action’s rating improved.'),
    heading(2, 'What went well'),
    ...wentWell(context),
  ]
  return {
    ...paperFace(
      context,
      'exception-report',
      `${context.p.programme.name}: exception report`,
      'Exception report',
    ),
    sections: finish(context, [{ orientation: 'portrait', blocks }], null),
  }
}

/** A chapter for each step of the scale that needs a recovery, the worst first. */
function stepsOf(context: PaperContext): Block[] {
  const { p } = context
  const entries = exceptionEntries(context)
  return p.scale.delivery
    .filter((s) => s.needsRecovery)
    .flatMap((step) => {
      const own = entries.filter((e) => stepOf(p, 'delivery', ratingOf(e, 'delivery'))?.code === step.code)
      const word = lower(step.word)
      return [
        heading(2, capital(word)),
        paragraph(
          own.length === 0
            ? `No action is ${word}.`
            : `${count(own.length, 'action')} ${own.length === 1 ? 'is' : 'are'} ${word}. Each says why, what is being done and what follows if it is not.`,
        ),
        ...own.map((e) => exceptionOf(context, e)),
      ]
    })
}

/** What somebody wrote went well, then the actions completed and those whose difference is seen. */
function wentWell(context: PaperContext): Block[] {
  const written = paperText(context, 'good-news')
  const done = completed(context)
  const blocks: Block[] = [
    ...(written ? plainParagraphs(written) : []),
    ...(done.length > 0
      ? [
          paragraph(`Completed${context.since ? ` since ${sayDay(context.since)}` : ''}:`),
          bullets(done.map((e) => [{ bold: `${e.action.ref} ` }, e.action.action])),
        ]
      : []),
  ]
  if (blocks.length > 0) return blocks
  const since = context.since ? ` since ${sayDay(context.since)}` : ''
  return [paragraph(`No action was completed${since}, and nothing else is recorded as having gone well.`)]
}

function completed({ p, since }: PaperContext): readonly ActionEntry[] {
  return p.actions.filter((e) => {
    const spell = isDone(p, e) ? spellOf(e, 'delivery') : null
    return spell !== null && (since === null || spell.since >= since)
  })
}
