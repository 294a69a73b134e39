import { voiceWords } from '../../edit/registers.ts'
import type { Row } from '../../model/entities.ts'
import { type Block, type Cell, paragraph, table, type Table } from '../../paper/tree.ts'
import type { Programme } from '../programme.ts'
import { sayDay } from '../sayDay.ts'
import type { PaperContext } from './paperContext.ts'
import { count, sentence } from './words.ts'

/**
 * The number of every piece of evidence that an update brought, by the update's id, in plan order: after those of the register,
 * whose numbers never change.
 */
export function evidenceNumbers(p: Programme): ReadonlyMap<string, string> {
  const first = p.tables.evidence.reduce((n, e) => Math.max(n, e.number), 0) + 1
  const given = p.actions.flatMap((e) => e.updates.filter((u) => u.evidence))
  return new Map(given.map((u, i) => [u.id, `E${first + i}`]))
}

/** The index of evidence: number, what it shows, for which action, from where, when; one sentence where there is none. */
export function evidenceIndex(context: PaperContext): Block[] {
  const index = evidenceTable(context)
  if (index.rows.length === 0) return [paragraph('No evidence of impact has been recorded yet.')]
  return [
    paragraph(
      `${count(index.rows.length, 'piece')} of evidence ${index.rows.length === 1 ? 'is' : 'are'} recorded, cited by number. The originals are held by those who gave them.`,
    ),
    table(index),
  ]
}

/** What the register holds, then what leads' updates brought. */
export function evidenceTable(context: PaperContext): Table {
  return {
    caption: 'Evidence cited in this paper',
    rowHeads: true,
    dense: true,
    columns: [
      { head: 'No.', kind: 'ref', width: { cm: 1.3 } },
      { head: 'What it shows', kind: 'text', width: { share: 5 } },
      { head: 'For', kind: 'text', width: { cm: 2.8 } },
      { head: 'From', kind: 'text', width: { share: 2.6 } },
      { head: 'Date', kind: 'date', width: { cm: 3 } },
    ],
    rows: [...registered(context), ...fromUpdates(context)],
  }
}

function registered({ p }: PaperContext): Cell[][] {
  return p.tables.evidence.map((e) => [
    `E${e.number}`,
    [
      sentence(e.claim),
      ...(e.baseline ? [`\nWas: ${e.baseline}`] : []),
      ...(e.latest ? [`\nIs now: ${e.latest}`] : []),
      ...(e.notMeasurable ? [`\nNot measurable, because: ${e.notMeasurable}`] : []),
    ],
    subjectOf(p, e),
    [
      e.source ?? 'No source recorded yet',
      ...(e.voice ? [`\n${voiceWords[e.voice]}`] : []),
      ...(e.strength ? [`\nStrength: ${e.strength}`] : []),
    ],
    { day: e.at, text: sayDay(e.at) },
  ])
}

function subjectOf(p: Programme, e: Row<'evidence'>): string {
  const action = e.actionId === null ? undefined : p.actionById.get(e.actionId)
  const group = p.tables.workingGroup.find((g) => g.id === e.groupId)
  const priority = p.tables.priority.find((x) => x.id === e.priorityId)
  const measure = p.tables.measure.find((m) => m.id === e.measureId)
  const parts = [
    action ? `Action ${action.action.ref}` : null,
    group ? `Working group ${group.number}` : null,
    priority ? `Priority ${priority.number}` : null,
    measure ? `Measure ${measure.number}` : null,
  ].filter((x) => x !== null)
  return parts.join('\n') || 'Whole programme'
}

function fromUpdates({ p }: PaperContext): Cell[][] {
  const numbers = evidenceNumbers(p)
  return p.actions.flatMap((e) =>
    e.updates
      .filter((u) => u.evidence)
      .map((u): Cell[] => [
        numbers.get(u.id) ?? '',
        sentence(u.evidence ?? ''),
        `Action ${e.action.ref}`,
        u.by ?? 'Not named',
        { day: u.at, text: sayDay(u.at) },
      ]),
  )
}
