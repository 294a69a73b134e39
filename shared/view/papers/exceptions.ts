import { type Block, type Exception, paragraph, table, type Table } from '../../paper/tree.ts'
import { isException } from '../planRow.ts'
import { type ActionEntry, dueOf, isOverdueAction, ratingOf, stepOf } from '../programme.ts'
import { markOf } from '../ratingMark.ts'
import { sayDay } from '../sayDay.ts'
import type { PaperContext } from './paperContext.ts'
import { spellOf } from './ratings.ts'
import { count, list, lower, oneLine, sentence, written } from './words.ts'

/** The actions that are off track or at risk, the worst first. */
export function exceptionEntries({ p }: PaperContext): ActionEntry[] {
  const place = (e: ActionEntry): number => stepOf(p, 'delivery', ratingOf(e, 'delivery'))?.position ?? 0
  return p.actions
    .filter((e) => isException(p, e))
    .map((e, i) => ({ e, i }))
    .sort((a, b) => place(a.e) - place(b.e) || a.i - b.i)
    .map((x) => x.e)
}

/**
 * Every action off track or at risk as a block of its own: since when, why, what is being done by whom and by when, the
 * effect if not, what is asked. What nobody has written is said in one line; nothing is made up.
 */
export function exceptionBlocks(context: PaperContext): Block[] {
  const entries = exceptionEntries(context)
  const words = exceptionWords(context)
  if (!context.has.delivery) {
    return [
      paragraph(`No action has been rated yet, so none can be reported as ${words}.`),
      ...overdueBlocks(context),
    ]
  }
  if (entries.length === 0) return [paragraph(`No action is ${words}.`), ...overdueBlocks(context)]
  return [
    paragraph(
      `${count(entries.length, 'action')} ${entries.length === 1 ? 'is' : 'are'} ${words}, the worst first. Each says why, what is being done and what follows if it is not.`,
    ),
    ...entries.map((e) => exceptionOf(context, e)),
    ...overdueBlocks(context),
  ]
}

/** "off track or at risk", in the programme's own words. */
export const exceptionWords = ({ p }: PaperContext): string =>
  list(
    p.scale.delivery.filter((s) => s.needsRecovery).map((s) => lower(s.word)),
    'or',
  ) || 'an exception'

/** The lines of an exception that are not there yet, in the words of the paper. */
export function missingOf(e: ActionEntry): string[] {
  const r = e.recovery
  return [
    r?.cause || e.ratings.delivery[0]?.reason ? null : 'reason',
    r?.plan ? null : 'recovery',
    r?.effect ? null : 'effect',
  ].filter((x) => x !== null)
}

/** One action off track or at risk as a block. */
export function exceptionOf(context: PaperContext, e: ActionEntry): Exception {
  const { p } = context
  const r = e.recovery
  const missing = missingOf(e)
  const lines: (readonly [string, string | null])[] = [
    ['Action', e.action.action],
    ['Lead', e.leads.map((l) => l.printed).join('; ') || 'No lead named in the plan'],
    ['Due', dueWords(e).replaceAll(/\s*\n\s*/g, '; ')],
    ['Latest from the lead', latestWords(e)],
    ['Reason for the rating', e.ratings.delivery[0]?.reason ?? null],
    ['Why', r?.cause ?? null],
    ['What is being done', r?.plan ?? null],
    ['By whom and when', r?.plan ? byWhom(r.who, written(r.due)) : null],
    ['Effect if not', r?.effect ?? null],
    ['What is asked', r?.ask ?? null],
    ['Missing', missing.length > 0 ? `No ${list(missing, 'or')} recorded yet.` : null],
  ]
  return {
    block: 'exception',
    heading: `Action ${e.action.ref}`,
    rating: markOf(p, 'delivery', ratingOf(e, 'delivery')),
    since: sinceWords(context, e),
    lines: lines.flatMap(([label, text]) => (text ? [{ label, text: sentence(text) }] : [])),
  }
}

const byWhom = (who: string | null, by: string | null): string =>
  `${who ?? 'Nobody named yet'}, ${by ? `by ${by}` : 'no date set yet'}`

function dueWords(e: ActionEntry): string {
  const due = written(dueOf(e)) ?? 'No date in the plan'
  return e.dateChanges.length > 0 ? `${due}, moved from ${written(e.action.completion) ?? 'no date'}` : due
}

/** What was said last, so that an exception without a reason still tells the board where it stands. */
function latestWords(e: ActionEntry): string | null {
  const said = e.updates.find((u) => u.progress || u.issues)
  return said ? `${sayDay(said.at)}, ${oneLine(said.progress ?? said.issues ?? '')}` : null
}

function sinceWords({ p }: PaperContext, e: ActionEntry): string {
  const spell = spellOf(e, 'delivery')
  if (!spell) return ''
  const was = spell.was ? `, was ${lower(markOf(p, 'delivery', spell.was).word)} before` : ''
  return `since ${sayDay(spell.since)}${was}`
}

/** Actions past their date without a rating: nobody has said whether they are done, so they are named. */
export function overdueBlocks(context: PaperContext): Block[] {
  const rows = overdueUnrated(context)
  if (rows.rows.length === 0) return []
  return [
    paragraph(
      'Actions past their completion date that have not been rated are named here, because nobody has yet said whether they are done.',
    ),
    table(rows),
  ]
}

function overdueUnrated({ p }: PaperContext): Table {
  const late = (e: ActionEntry): boolean => isOverdueAction(p, e) && ratingOf(e, 'delivery') === null
  return {
    caption: 'Past their completion date and not yet rated',
    rowHeads: true,
    dense: true,
    columns: [
      { head: 'Working group', kind: 'text', width: { cm: 5 } },
      { head: 'Number', kind: 'number', width: { cm: 1.8 } },
      { head: 'Actions', kind: 'text', width: { share: 1 } },
    ],
    rows: p.groups.flatMap((g) => {
      const own = g.actions.filter(late).map((e) => e.action.ref)
      return own.length > 0 ? [[`${g.group.number} ${g.group.name}`, own.length, own.join(', ')]] : []
    }),
  }
}
