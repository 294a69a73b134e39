import type { Cell, Column, Table } from '../../paper/tree.ts'
import { printWritten } from '../../dates/printDay.ts'
import type { Row } from '../../model/entities.ts'
import { type ActionEntry, type Programme, ratingOf } from '../programme.ts'
import { markOf } from '../ratingMark.ts'
import { sayDay } from '../sayDay.ts'
import { evidenceNumbers } from './evidenceIndex.ts'
import { isInPeriod, type PaperContext } from './paperContext.ts'
import { sentence, written } from './words.ts'

/** One column of a full action table: what it is headed, and what it says of an action. */
type ActionColumn = { readonly column: Column; readonly cell: (e: ActionEntry) => Cell }

/**
 * The full table of some actions: ref, action, lead, date, delivery, progress, evidence, impact. A column that would be
 * empty for every action of the programme is left out; `missingColumns` says so in a sentence.
 */
export function actionTable(context: PaperContext, entries: readonly ActionEntry[], caption: string): Table {
  const columns = actionColumns(context)
  return {
    caption,
    dense: true,
    rowHeads: true,
    columns: columns.map((c) => c.column),
    rows: entries.map((e) => columns.map((c) => c.cell(e))),
  }
}

function actionColumns(context: PaperContext): ActionColumn[] {
  const { p, has } = context
  const numbers = evidenceNumbers(p)
  const columns: (ActionColumn | false)[] = [
    { column: { head: 'Ref', kind: 'ref', width: { cm: 1.45 } }, cell: (e) => e.action.ref },
    { column: text('Action', 4), cell: (e) => e.action.action },
    { column: text(has.accountable ? 'Lead (accountable)' : 'Lead', 2.6), cell: leadCell },
    {
      column: {
        head: has.moved ? 'Original and revised date' : 'Completion date',
        kind: 'text',
        width: { share: 2.4 },
      },
      cell: dateCell,
    },
    has.delivery && {
      column: { head: 'Delivery', kind: 'rating', width: { cm: 2.1 } },
      cell: (e) => markOf(p, 'delivery', ratingOf(e, 'delivery')),
    },
    has.progress && {
      column: text(context.period ? 'Progress in this period' : 'Progress', 4.6),
      cell: (e) => progressCell(context, e),
    },
    has.evidence && {
      column: text('Evidence of impact', 2.8),
      cell: (e) => evidenceCell(p, e, numbers),
    },
    has.impact && {
      column: { head: 'Impact', kind: 'rating', width: { cm: 2.2 } },
      cell: (e) => markOf(p, 'impact', ratingOf(e, 'impact')),
    },
  ]
  return columns.filter((c) => c !== false)
}

const text = (head: string, share: number): Column => ({ head, kind: 'text', width: { share } })

/** What the action tables leave out because nobody has said anything yet; null where nothing is left out. */
export function missingColumns({ has }: PaperContext): string | null {
  const missing = [
    has.delivery ? null : 'delivery rating',
    has.progress ? null : 'update from a lead',
    has.evidence ? null : 'evidence of impact',
    has.impact ? null : 'impact rating',
  ].filter((x) => x !== null)
  if (missing.length === 0) return null
  const words = missing.length === 1 ? missing[0] : `${missing.slice(0, -1).join(', ')} or ${missing.at(-1)}`
  return `No ${words} has been recorded for any action yet, so the tables have no column for ${missing.length === 1 ? 'it' : 'them'}.`
}

/** The leads as the plan names them, the accountable officer after them. */
export function leadCell(e: ActionEntry): string {
  const leads = e.leads.map((l) => l.printed).filter((l) => l.trim() !== '')
  const own = leads.length > 0 ? leads.join('\n') : 'No lead named in the plan'
  return e.action.accountable ? `${own}\n(${e.action.accountable})` : own
}

/** The date as the plan has it; a moved date under it. */
export function dateCell(e: ActionEntry): Cell {
  const original = written(e.action.completion) ?? 'No date in the plan'
  const [moved] = e.dateChanges
  return moved ? [original, { bold: `\nNow: ${printWritten(moved.completion)}` }] : original
}

function progressCell(context: PaperContext, e: ActionEntry): Cell {
  const [newest] = e.updates
  if (!newest) return 'No update received from the lead yet.'
  if (!isInPeriod(context, newest.at)) {
    return `No update received from the lead since ${sayDay(newest.at)}.`
  }
  return saidBy(newest) || `Update of ${sayDay(newest.at)} without words on progress.`
}

/** Progress, next steps and issues of one update, each on its own line. */
function saidBy(u: Row<'update'>): string {
  return [u.progress, u.nextSteps && `Next: ${u.nextSteps}`, u.issues && `Issues: ${u.issues}`]
    .filter((t) => t !== null && t !== '')
    .map((t) => sentence(t ?? ''))
    .join('\n')
}

/** What the register holds of the action, then what its updates brought, each with its number. */
function evidenceCell(p: Programme, e: ActionEntry, numbers: ReadonlyMap<string, string>): Cell {
  const registered = p.tables.evidence
    .filter((x) => x.actionId === e.action.id)
    .map((x) => `${sentence(x.claim)} [E${x.number}]`)
  const given = e.updates
    .filter((u) => u.evidence)
    .map((u) => `${sentence(u.evidence ?? '')} [${numbers.get(u.id) ?? ''}]`)
  const all = [...registered, ...given]
  return all.length === 0 ? 'No evidence recorded yet.' : all.join('\n')
}
