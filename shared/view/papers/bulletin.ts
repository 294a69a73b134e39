import { type Block, bullets, heading, type Paper, paragraph } from '../../paper/tree.ts'
import type { GroupEntry } from '../programme.ts'
import { sayDay } from '../sayDay.ts'
import { finishBriefly } from './appendices.ts'
import { isInPeriod, type PaperContext } from './paperContext.ts'
import { paperFace } from './paperFace.ts'
import { paperText, plainParagraphs } from './paperTexts.ts'
import { capital, count, list, sentence } from './words.ts'

/**
 * The bulletin for families: plain words, no references, no ratings. It prints only what was written for the public: wordings
 * for the public and what groups published before; a group that has neither is named in one sentence.
 */
export function bulletin(context: PaperContext): Paper {
  const { p, period } = context
  const news = p.groups.map((g) => ({ g, texts: publicNews(context, g) }))
  const silent = news.filter((n) => n.texts.length === 0).map((n) => n.g.group.name)
  const title = `${p.programme.localArea}: news for families${period ? `, ${period.name}` : ''}`
  const blocks: Block[] = [
    ...news.flatMap(({ g, texts }) =>
      texts.length > 0 ? [heading(2, g.group.name), ...texts.flatMap(plainParagraphs)] : [],
    ),
    ...(silent.length > 0 ? [paragraph(silentSentence(silent, news.length))] : []),
    heading(2, 'What you told us and what we did'),
    ...feedbackBlocks(context),
    heading(2, 'Numbers that matter'),
    ...numberBlocks(context),
    heading(2, 'How to get involved'),
    ...involvedBlocks(context),
    heading(2, 'Contact'),
    ...contactBlocks(context),
  ]
  return {
    ...paperFace(context, 'bulletin', title, 'News for families'),
    sections: finishBriefly(context, [{ orientation: 'portrait', blocks }]),
  }
}

const silentSentence = (silent: readonly string[], all: number): string =>
  silent.length === all
    ? 'Nothing has been written for families in this period yet.'
    : `There is no news this time about ${list(silent)}.`

/** What was written for the public in the period: wordings of updates, and texts that a bulletin printed. */
function publicNews(context: PaperContext, g: GroupEntry): string[] {
  const { p } = context
  const wordings = new Map(
    p.tables.wording.filter((w) => w.audience === 'public').map((w) => [w.updateId, w.text]),
  )
  const updates = [...g.updates, ...g.actions.flatMap((e) => e.updates)].filter((u) =>
    isInPeriod(context, u.at),
  )
  return updates.toReversed().flatMap((u) => {
    const own = wordings.get(u.id) ?? (u.source === 'bulletin' ? u.progress : null)
    return own ? [own] : []
  })
}

function feedbackBlocks({ p }: PaperContext): Block[] {
  const told = p.tables.feedback.filter((f) => f.weDid !== null)
  if (told.length === 0) return [paragraph('We will tell you here what changed because of what you said.')]
  return [
    bullets(
      told.map((f) => [
        { bold: 'You said: ' },
        `${sentence(f.youSaid)} `,
        { bold: 'We did: ' },
        sentence(f.weDid ?? ''),
      ]),
    ),
  ]
}

/** How many people answered and came: figures of engagement, never ratings. */
function numberBlocks({ p }: PaperContext): Block[] {
  const answered = p.tables.survey
    .filter((s) => (s.responsesTotal ?? 0) > 0)
    .map((s) => `${count(s.responsesTotal ?? 0, 'response')} to “${s.name}” by ${sayDay(s.asAt)}.`)
  const came = p.tables.event.flatMap((e) =>
    e.attendanceText && /\d/u.test(e.attendanceText) ? [`${e.name}: ${sentence(e.attendanceText)}`] : [],
  )
  const all = [...answered, ...came]
  return all.length > 0 ? [bullets(all)] : [paragraph('No numbers have been recorded for this period yet.')]
}

function involvedBlocks(context: PaperContext): Block[] {
  const { p } = context
  const written = paperText(context, 'get-involved')
  const ways = p.tables.engagementOpportunity.filter((o) => isInPeriod(context, o.asAt)).map((o) => o.text)
  if (!written && ways.length === 0)
    return [paragraph('How to get involved has not been written for this bulletin yet.')]
  return [
    ...(written ? plainParagraphs(written) : []),
    ...(ways.length > 0 ? [bullets(ways.map((w) => capital(sentence(w))))] : []),
  ]
}

function contactBlocks(context: PaperContext): Block[] {
  const written = paperText(context, 'contact')
  return written
    ? plainParagraphs(written)
    : [paragraph('No contact has been written for this bulletin yet.')]
}
