import type { Row } from '../../model/entities.ts'
import { type Block, type Cell, type Column, paragraph, table, type Table } from '../../paper/tree.ts'
import { printMonth as sayMonth } from '../../dates/printDay.ts'
import type { PaperContext } from './paperContext.ts'
import { count, list, sentence } from './words.ts'

type Value = Row<'measureValue'>

/** Which way a measure should move, as a word with its symbol. */
export const directions = {
  increase: '▲ Should rise',
  reduce: '▼ Should fall',
  monitor: '● Monitored',
} as const
const nothing = { baseline: 'No baseline yet', target: 'No target yet', actual: 'No value yet' } as const

/** The measures with what has been recorded of them; one sentence says what nobody has recorded for any. */
export function measureBlocks(context: PaperContext): Block[] {
  const measures = context.p.tables.measure
  if (measures.length === 0) return [paragraph('The plan has no performance measures yet.')]
  const missing = missingValues(context)
  const says = `The plan names ${count(measures.length, 'performance measure')}; the table shows which way each should move.`
  return [
    paragraph(missing === null ? says : `${says} ${missing}`),
    table(measuresTable(context)),
    ...(context.p.programme.measuresFootnote
      ? [paragraph(footnote(context.p.programme.measuresFootnote))]
      : []),
  ]
}

/** The star of a footnote belongs to marks that a table of words does not have. */
const footnote = (text: string): string => sentence(text.replace(/^[*\s]+/, ''))

/** "No baseline, target or value has been recorded for any measure yet."; null where each kind has some. */
export function missingValues({ p }: PaperContext): string | null {
  const kinds = [
    ['baseline', 'baseline'],
    ['target', 'target'],
    ['actual', 'value'],
  ] as const
  const missing = kinds
    .filter(([kind]) => !p.tables.measureValue.some((v) => v.kind === kind))
    .map(([, word]) => word)
  return missing.length > 0 ? `No ${list(missing, 'or')} has been recorded for any measure yet.` : null
}

/** The values of one kind of a measure, oldest first. */
export const valuesOf = (p: PaperContext['p'], m: Row<'measure'>, kind: Value['kind']): readonly Value[] =>
  p.tables.measureValue
    .filter((v) => v.measureId === m.id && v.kind === kind)
    .sort((a, b) => (a.at < b.at ? -1 : 1))

/** Number, measure, direction, and a column for each kind of value that any measure has. */
export function measuresTable({ p }: PaperContext): Table {
  const values = p.tables.measureValue
  const of = (m: Row<'measure'>, kind: Value['kind']): readonly Value[] => valuesOf(p, m, kind)
  const has = (kind: Value['kind']): boolean => values.some((v) => v.kind === kind)
  const pairs = [...new Set(values.filter((v) => v.kind === 'milestone').map((v) => v.at))].sort().slice(-3)
  const columns: Column[] = [
    { head: 'No.', kind: 'ref', width: { cm: 1.1 } },
    { head: 'Measure', kind: 'text', width: { share: 5 } },
    { head: 'Direction of good', kind: 'text', width: { cm: 3 } },
    ...(has('baseline') ? [column('Baseline')] : []),
    ...(has('target') ? [column('Target')] : []),
    ...pairs.flatMap((at) => [column(`Milestone, ${sayMonth(at)}`), column(`Actual, ${sayMonth(at)}`)]),
    ...(has('actual') ? [column('Latest')] : []),
  ]
  const rows = [...p.tables.measure]
    .sort((a, b) => a.number - b.number)
    .map((m): Cell[] => [
      String(m.number),
      m.unit ? `${m.name} (${m.unit})` : m.name,
      directions[m.direction],
      ...(has('baseline') ? [dated(of(m, 'baseline')[0], nothing.baseline)] : []),
      ...(has('target') ? [dated(of(m, 'target').at(-1), nothing.target)] : []),
      ...pairs.flatMap((at) => [
        of(m, 'milestone').find((v) => v.at === at)?.text ?? 'None set',
        of(m, 'actual').find((v) => v.at === at)?.text ?? nothing.actual,
      ]),
      ...(has('actual') ? [dated(of(m, 'actual').at(-1), nothing.actual)] : []),
    ])
  return {
    caption: 'Performance measures of the plan',
    rowHeads: true,
    dense: columns.length > 4,
    columns,
    rows,
  }
}

const column = (head: string): Column => ({ head, kind: 'text', width: { share: 1.6 } })

const dated = (v: Value | undefined, none: string): string => (v ? `${v.text}\n${sayMonth(v.at)}` : none)

/** True where measures have values, so that their table is wide. */
export const isWide = ({ p }: PaperContext): boolean => p.tables.measureValue.length > 0
