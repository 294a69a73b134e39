import { type Block, type Cell, type Column, paragraph, table, type Table } from '../../paper/tree.ts'
import type { Row } from '../../model/entities.ts'
import { printWritten } from '../../dates/printDay.ts'
import type { ActionEntry } from '../programme.ts'
import { sayDay } from '../sayDay.ts'
import type { PaperContext } from './paperContext.ts'
import { count, written } from './words.ts'

/** Every completion date that moved since the last paper: original, was, now, reason, who approved it. */
export const dateChangeBlocks = (context: PaperContext): Block[] => movesBlocks(context, () => true)

/** The same for some actions only. */
export function movesBlocks(context: PaperContext, isOwn: (e: ActionEntry) => boolean): Block[] {
  const moved = dateChangeTable(context, isOwn)
  const when = context.since ? ` since ${sayDay(context.since)}` : ''
  if (moved.rows.length === 0) return [paragraph(`No completion date has been moved${when}.`)]
  return [paragraph(`${count(moved.rows.length, 'completion date')} moved${when}.`), table(moved)]
}

/** For a page: the dates of a move under one another. */
function dateChangeTable(context: PaperContext, isOwn: (e: ActionEntry) => boolean): Table {
  return {
    caption: 'Completion dates that moved',
    rowHeads: true,
    dense: true,
    columns: [
      { head: 'Ref', kind: 'ref', width: { cm: 1.45 } },
      { head: 'Action', kind: 'text', width: { share: 3.4 } },
      { head: 'Dates', kind: 'text', width: { share: 3 } },
      { head: 'Reason', kind: 'text', width: { share: 2.8 } },
      { head: 'Approved by', kind: 'text', width: { share: 2 } },
    ],
    rows: movesOf(context, isOwn).map((m) => [
      m.ref,
      m.action,
      [
        { bold: 'Original: ' },
        m.original,
        ...(m.was === null ? [] : [{ bold: '\nWas: ' }, m.was]),
        { bold: '\nNow: ' },
        m.now,
      ],
      m.reason,
      m.approved,
    ]),
  }
}

/** For a sheet: a column for each date. */
export function dateChangeSheet(context: PaperContext): Table {
  const column = (head: string, cm: number): Column => ({ head, kind: 'text', width: { cm } })
  return {
    caption: 'Completion dates that moved',
    rowHeads: true,
    columns: [
      { head: 'Ref', kind: 'ref', width: { cm: 1.5 } },
      column('Action', 9),
      column('Original date', 4),
      column('Was', 4),
      column('Now', 4),
      column('Reason', 7),
      column('Approved by', 5),
    ],
    rows: movesOf(context).map((m) => [
      m.ref,
      m.action,
      sheetDate(m.dates.original),
      sheetDate(m.dates.was ?? m.dates.original),
      sheetDate(m.dates.now),
      m.reason,
      m.approved,
    ]),
  }
}

/** A day is a date that a sheet can sort by; a month or "in the spring" stays as it was written. */
const sheetDate = (of: Completion | null): Cell => {
  const text = written(of) ?? 'No date in the plan'
  return of?.precision === 'day' ? { day: of.latest, text } : text
}

type Completion = NonNullable<Row<'action'>['completion']>

type Move = {
  readonly ref: string
  readonly action: string
  readonly original: string
  /** The date before this move, where it was not the original. */
  readonly was: string | null
  readonly now: string
  readonly dates: {
    readonly original: Completion | null
    readonly was: Completion | null
    readonly now: Completion
  }
  readonly reason: string
  readonly approved: string
}

/** True for a move that the last paper did not know; without one, for a move since the paper's first day. */
export function isNew({ options, since }: PaperContext, change: Row<'dateChange'>): boolean {
  if (options.previous) return !options.previous.tables.dateChange.some((d) => d.id === change.id)
  return since === null || change.at >= since
}

/** Every move since the last paper, newest first within an action. */
const movesOf = (context: PaperContext, isOwn: (e: ActionEntry) => boolean = () => true): Move[] =>
  context.p.actions.filter(isOwn).flatMap((e) =>
    e.dateChanges.flatMap((change, i) => {
      if (!isNew(context, change)) return []
      const day = change.approvedOn ? `, ${sayDay(change.approvedOn)}` : ''
      return [
        {
          ref: e.action.ref,
          action: e.action.action,
          original: written(e.action.completion) ?? 'No date in the plan',
          was: written(e.dateChanges[i + 1]?.completion ?? null),
          now: printWritten(change.completion),
          dates: {
            original: e.action.completion,
            was: e.dateChanges[i + 1]?.completion ?? null,
            now: change.completion,
          },
          reason: change.reason ?? 'No reason recorded yet.',
          approved: change.approvedBy ? `${change.approvedBy}${day}` : 'Not approved yet',
        },
      ]
    }),
  )
