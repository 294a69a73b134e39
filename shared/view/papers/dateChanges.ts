import { type Block, type Cell, paragraph, table, type Table } from '../../paper/tree.ts'
import type { ActionEntry, Programme } from '../programme.ts'
import { sayDay } from '../sayDay.ts'
import type { PaperContext } from './paperContext.ts'
import { count } from './words.ts'

/** Every completion date that moved since the last paper: original, was, now, reason, who approved it. */
export function dateChangeBlocks(context: PaperContext): Block[] {
  const moved = dateChangeTable(context)
  const when = context.since ? ` since ${sayDay(context.since)}` : ''
  if (moved.rows.length === 0) return [paragraph(`No completion date has been moved${when}.`)]
  return [paragraph(`${count(moved.rows.length, 'completion date')} moved${when}.`), table(moved)]
}

export function dateChangeTable({ p, since }: PaperContext): Table {
  const moves = movesOf(p).filter(({ e, at }) => since === null || (e.dateChanges[at]?.at ?? '') >= since)
  const hasEarlier = moves.some(({ e, at }) => e.dateChanges[at + 1] !== undefined)
  return {
    caption: 'Completion dates that moved',
    rowHeads: true,
    dense: true,
    columns: [
      { head: 'Ref', kind: 'ref', width: { cm: 1.45 } },
      { head: 'Action', kind: 'text', width: { share: 4 } },
      { head: 'Original', kind: 'text', width: { cm: 2.5 } },
      ...(hasEarlier ? [{ head: 'Was', kind: 'text', width: { cm: 2.5 } } as const] : []),
      { head: 'Now', kind: 'text', width: { cm: 2.5 } },
      { head: 'Reason', kind: 'text', width: { share: 3.4 } },
      { head: 'Approved by', kind: 'text', width: { share: 2.4 } },
    ],
    rows: moves.map(({ e, at }) => moveRow(e, at, hasEarlier)),
  }
}

/** Each move of each action, newest first within an action. */
const movesOf = (p: Programme): { e: ActionEntry; at: number }[] =>
  p.actions.flatMap((e) => e.dateChanges.map((_, at) => ({ e, at })))

function moveRow(e: ActionEntry, at: number, hasEarlier: boolean): Cell[] {
  const change = e.dateChanges[at]
  const original = e.action.completion?.text || 'No date'
  const was = e.dateChanges[at + 1]?.completion.text ?? original
  const approved = change?.approvedBy
    ? `${change.approvedBy}${change.approvedOn ? `, ${sayDay(change.approvedOn)}` : ''}`
    : 'Not approved yet'
  return [
    e.action.ref,
    e.action.action,
    original,
    ...(hasEarlier ? [was] : []),
    change?.completion.text ?? '',
    change?.reason ?? 'No reason recorded yet.',
    approved,
  ]
}
