import type { Row } from '../../model/entities.ts'
import { type Block, paragraph, table, type Table } from '../../paper/tree.ts'
import { sayDay } from '../sayDay.ts'
import { exceptionEntries } from './exceptions.ts'
import type { PaperContext } from './paperContext.ts'
import { count, list } from './words.ts'

type Risk = Row<'risk'>

/** Risks still open, the gravest first; those that nobody has scored stand last. */
export function openRisks({ p }: PaperContext, groupId?: string): Risk[] {
  return p.tables.risk
    .filter((r) => r.closedOn === null || r.closedOn > p.today)
    .filter((r) => groupId === undefined || r.groupId === groupId)
    .sort((a, b) => scoreOf(b) - scoreOf(a) || a.position - b.position)
}

const scoreOf = (r: Risk): number => (r.likelihood ?? 0) * (r.impact ?? 0)

/** The gravest risks as a table with the sentence before it; `most` limits them and the sentence says so. */
export function riskBlocks(context: PaperContext, groupId?: string, most = Infinity): Block[] {
  const all = openRisks(context, groupId)
  if (all.length === 0)
    return [
      paragraph(
        groupId === undefined
          ? 'No open risk is recorded in the programme.'
          : 'No open risk is recorded for this group.',
      ),
    ]
  const shown = all.slice(0, most)
  const says =
    shown.length < all.length
      ? `${count(all.length, 'risk')} are open; the ${shown.length} gravest are shown, likelihood and impact from 1 (very low) to 5 (very high).`
      : `${count(all.length, 'risk')} ${all.length === 1 ? 'is' : 'are'} open, likelihood and impact from 1 (very low) to 5 (very high).`
  return [paragraph(says), table(risksTable(context, shown))]
}

/** One risk a row, with what is being done and by whom. */
export function risksTable({ p }: PaperContext, risks: readonly Risk[]): Table {
  const groups = new Map(p.tables.workingGroup.map((g) => [g.id, g.number]))
  const where = (r: Risk): string => {
    const number = r.groupId === null ? undefined : groups.get(r.groupId)
    return number === undefined ? 'Whole programme' : `Working group ${number}`
  }
  return {
    caption: 'Open risks',
    rowHeads: true,
    dense: true,
    columns: [
      { head: 'Risk', kind: 'text', width: { share: 4 } },
      { head: 'Score', kind: 'text', width: { cm: 2.7 } },
      { head: 'What is being done', kind: 'text', width: { share: 4 } },
      { head: 'Owner and review', kind: 'text', width: { share: 2.4 } },
    ],
    rows: risks.map((r) => [
      [
        { bold: r.title },
        `\n${where(r)}`,
        ...(r.cause ? [`\nCause: ${r.cause}`] : []),
        ...(r.effect ? [`\nEffect: ${r.effect}`] : []),
      ],
      sayScore(r),
      r.mitigation ?? 'No mitigation recorded yet',
      `${r.owner ?? 'No owner named yet'}${r.reviewOn ? `\nReview by ${sayDay(r.reviewOn)}` : ''}`,
    ]),
  }
}

function sayScore(r: Risk): string {
  if (r.likelihood === null && r.impact === null) return 'Not scored yet'
  const part = (word: string, n: number | null): string => `${word} ${n === null ? 'not scored' : n}`
  const product = r.likelihood !== null && r.impact !== null ? `\nTogether ${r.likelihood * r.impact}` : ''
  return `${part('Likelihood', r.likelihood)}\n${part('Impact', r.impact)}${product}`
}

/** What is asked of others: the programme's own asks, then those of actions off track or at risk. */
export function askBlocks(context: PaperContext): Block[] {
  const { p } = context
  const asks = p.tables.ask.filter((a) => a.answer === null)
  const answered = p.tables.ask.filter((a) => a.answer !== null)
  const fromActions = exceptionEntries(context).filter((e) => e.recovery?.ask)
  if (asks.length + answered.length + fromActions.length === 0)
    return [paragraph('Nothing is asked of anybody outside the programme at present.')]
  const blocks: Block[] = []
  if (asks.length > 0)
    blocks.push(
      paragraph(`${count(asks.length, 'ask')} ${asks.length === 1 ? 'waits' : 'wait'} for an answer.`),
      table({
        caption: 'Asks that wait for an answer',
        rowHeads: true,
        columns: [
          { head: 'What is asked', kind: 'text', width: { share: 3 } },
          { head: 'Of whom', kind: 'text', width: { share: 1.4 } },
          { head: 'Asked on', kind: 'date', width: { cm: 3.2 } },
        ],
        rows: asks.map((a) => [
          a.text,
          a.to,
          { day: a.askedOn, text: a.askedOn ? sayDay(a.askedOn) : 'No day recorded' },
        ]),
      }),
    )
  if (fromActions.length > 0)
    blocks.push(
      paragraph(
        `${count(fromActions.length, 'action')} off track or at risk ${fromActions.length === 1 ? 'asks' : 'ask'} for something.`,
      ),
      table({
        caption: 'Asks of actions off track or at risk',
        rowHeads: true,
        columns: [
          { head: 'Ref', kind: 'ref', width: { cm: 1.6 } },
          { head: 'Action', kind: 'text', width: { share: 1 } },
          { head: 'What is asked', kind: 'text', width: { share: 1 } },
        ],
        rows: fromActions.map((e) => [e.action.ref, e.action.action, e.recovery?.ask ?? '']),
      }),
    )
  if (answered.length > 0)
    blocks.push(
      paragraph(`Answered: ${list(answered.map((a) => `${a.text.replace(/[.\s]+$/, '')} (${a.answer})`))}.`),
    )
  return blocks
}
