import { addDays } from '../../dates/overdue.ts'
import { type Block, type Cell, paragraph, table, type Table } from '../../paper/tree.ts'
import { isDone } from '../planRow.ts'
import { sayDay } from '../sayDay.ts'
import type { PaperContext } from './paperContext.ts'
import { count } from './words.ts'

const days = 60

/** Milestones that fall due in the sixty days after the paper, by group. */
export function nextPeriodBlocks(context: PaperContext): Block[] {
  const due = nextTable(context)
  const until = sayDay(lastDay(context))
  if (due.rows.length === 0) return [paragraph(`No milestone falls due by ${until}.`)]
  return [
    paragraph(
      `${count(due.rows.length, 'milestone')} fall${due.rows.length === 1 ? 's' : ''} due by ${until}.`,
    ),
    table(due),
  ]
}

const lastDay = ({ p }: PaperContext): string => addDays(p.today, days)

function nextTable(context: PaperContext): Table {
  const { p } = context
  const until = lastDay(context)
  const rows = p.actions
    .filter((e) => !isDone(p, e))
    .flatMap((e) =>
      e.milestones.flatMap((m) => {
        const latest = m.date?.latest ?? null
        return m.doneOn === null && latest !== null && latest >= p.today && latest <= until
          ? [{ e, m, latest }]
          : []
      }),
    )
  return {
    caption: 'Milestones due next',
    rowHeads: true,
    dense: true,
    columns: [
      { head: 'Ref', kind: 'ref', width: { cm: 1.45 } },
      { head: 'Working group', kind: 'text', width: { cm: 4.2 } },
      { head: 'Action', kind: 'text', width: { share: 1 } },
      { head: 'Due as the plan says', kind: 'text', width: { cm: 4.4 } },
    ],
    rows: rows
      .sort((a, b) => (a.latest < b.latest ? -1 : a.latest > b.latest ? 1 : 0))
      .map(({ e, m }): Cell[] => [
        e.action.ref,
        `${e.group.number} ${e.group.name}`,
        e.action.action,
        m.text,
      ]),
  }
}
