import { type Block, paragraph, table, type Table } from '../../paper/tree.ts'
import type { Programme } from '../programme.ts'
import { sayDay } from '../sayDay.ts'
import type { PaperContext } from './paperContext.ts'
import { count } from './words.ts'

/** The number of every piece of evidence, by the id of the update that brought it: E1, E2, … in plan order. */
export function evidenceNumbers(p: Programme): ReadonlyMap<string, string> {
  const given = p.actions.flatMap((e) => e.updates.filter((u) => u.evidence))
  return new Map(given.map((u, i) => [u.id, `E${i + 1}`]))
}

/** The index of evidence: number, action, who gave it, when; one sentence where there is none. */
export function evidenceIndex(context: PaperContext): Block[] {
  const index = evidenceTable(context)
  if (index.rows.length === 0) return [paragraph('No evidence of impact has been recorded yet.')]
  return [
    paragraph(
      `The action tables cite ${count(index.rows.length, 'piece')} of evidence by number. The originals are held by those who gave them.`,
    ),
    table(index),
  ]
}

export function evidenceTable({ p }: PaperContext): Table {
  const numbers = evidenceNumbers(p)
  return {
    caption: 'Evidence cited in this paper',
    rowHeads: true,
    columns: [
      { head: 'No.', kind: 'ref', width: { cm: 1.3 } },
      { head: 'Ref', kind: 'ref', width: { cm: 1.5 } },
      { head: 'Action', kind: 'text', width: { share: 5 } },
      { head: 'Given by', kind: 'text', width: { share: 3 } },
      { head: 'Date', kind: 'date', width: { cm: 3.2 } },
    ],
    rows: p.actions.flatMap((e) =>
      e.updates
        .filter((u) => u.evidence)
        .map((u) => [
          numbers.get(u.id) ?? '',
          e.action.ref,
          e.action.action,
          u.by ?? 'Not named',
          { day: u.at, text: sayDay(u.at) },
        ]),
    ),
  }
}
