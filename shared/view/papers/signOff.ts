import type { Table } from '../../paper/tree.ts'
import type { PaperContext } from './paperContext.ts'

/** Who signs for the council and the NHS, with room to write. */
export function signOffTable({ p }: PaperContext): Table {
  const organisations = new Map(p.tables.organisation.map((o) => [o.id, o.name]))
  return {
    caption: 'Sign-off',
    rowHeads: true,
    rowHeight: 1.3,
    columns: [
      { head: 'For', kind: 'text', width: { share: 4 } },
      { head: 'Name and post', kind: 'text', width: { share: 5 } },
      { head: 'Signature', kind: 'text', width: { cm: 4 } },
      { head: 'Date', kind: 'text', width: { cm: 2.4 } },
    ],
    rows: [...p.tables.officer]
      .filter((o) => o.role === 'senior-responsible')
      .sort((a, b) => a.position - b.position)
      .map((o) => [
        (o.organisationId && organisations.get(o.organisationId)) || 'Organisation not recorded yet',
        `${o.name}\n${o.title}`,
        '',
        '',
      ]),
  }
}
