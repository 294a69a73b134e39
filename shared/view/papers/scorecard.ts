import { trendOfMeasure } from '../../charts/trendOfMeasure.ts'
import type { Row } from '../../model/entities.ts'
import {
  type Block,
  type Book,
  type Cell,
  heading,
  type Paper,
  paragraph,
  table,
  type Table,
} from '../../paper/tree.ts'
import { printMonth } from '../../dates/printDay.ts'
import { finish } from './appendices.ts'
import { bookOf } from './book.ts'
import { coverBlock, versionFacts } from './cover.ts'
import { directions, missingValues, valuesOf } from './measures.ts'
import type { PaperContext } from './paperContext.ts'
import { paperFace } from './paperFace.ts'
import { count, list } from './words.ts'

type Measure = Row<'measure'>
type Value = Row<'measureValue'>

/** The scorecard: every measure with baseline, target, the last four values, how the latest stands, and a trend line. */
export function scorecard(context: PaperContext): Paper {
  return {
    ...scorecardFace(context),
    sections: finish(
      context,
      [
        {
          orientation: 'landscape',
          blocks: [
            coverBlock(versionFacts(context)),
            heading(2, 'Where the measures stand'),
            ...standBlocks(context),
            heading(2, 'Every measure'),
            paragraph(
              'Each row shows which way the measure should move, where it began, what it aims at, and its last values, the newest last.',
            ),
            table(scorecardTable(context)),
          ],
        },
        { orientation: 'portrait', blocks: trendBlocks(context) },
      ],
      null,
    ),
  }
}

const scorecardFace = (context: PaperContext) =>
  paperFace(context, 'scorecard', `${context.p.programme.name}: scorecard`, 'Scorecard')

/** The same as a workbook: the scorecard, and every value with its kind, day and note. */
export const scorecardBook = (context: PaperContext): Book =>
  bookOf(scorecardFace(context), versionFacts(context), [
    {
      name: 'Scorecard',
      table: scorecardTable(context),
      says: 'Every measure with its baseline, target and last four values.',
    },
    { name: 'Values', table: valuesTable(context), says: 'Every value that has been recorded, one a row.' },
  ])

export type Standing =
  | 'Meets its target'
  | 'Short of its target'
  | 'Improving'
  | 'Worsening'
  | 'No change'
  | 'Not judged yet'

/**
 * How a measure stands: its newest value against its target, else against its baseline, in the direction that is good for it.
 * A measure without figures that can be compared, or one that is only monitored, is not judged.
 */
export function standingOf(p: PaperContext['p'], m: Measure): Standing {
  const actual = valuesOf(p, m, 'actual').at(-1)?.value ?? null
  if (actual === null || m.direction === 'monitor') return 'Not judged yet'
  const better = m.direction === 'increase' ? 1 : -1
  const target = valuesOf(p, m, 'target').at(-1)?.value ?? null
  if (target !== null) return (actual - target) * better >= 0 ? 'Meets its target' : 'Short of its target'
  const baseline = valuesOf(p, m, 'baseline')[0]?.value ?? null
  if (baseline === null) return 'Not judged yet'
  if (actual === baseline) return 'No change'
  return (actual - baseline) * better > 0 ? 'Improving' : 'Worsening'
}

function standBlocks(context: PaperContext): Block[] {
  const { p } = context
  const { measure } = p.tables
  if (measure.length === 0) return [paragraph('The plan has no performance measures yet.')]
  const standings = measure.map((m) => standingOf(p, m))
  const words = [...new Set(standings)].map((s) => [s, standings.filter((x) => x === s).length] as const)
  const missing = missingValues(context)
  const told = list(words.map(([s, n]) => `${n} ${sayStanding(s, n)}`))
  return [
    paragraph(
      `Of the ${count(measure.length, 'performance measure')} of the plan, ${told}.${missing ? ` ${missing}` : ''}`,
    ),
  ]
}

const sayStanding = (s: Standing, n: number): string =>
  ({
    'Meets its target': n === 1 ? 'meets its target' : 'meet their target',
    'Short of its target': n === 1 ? 'is short of its target' : 'are short of their target',
    Improving: n === 1 ? 'is improving' : 'are improving',
    Worsening: n === 1 ? 'is worsening' : 'are worsening',
    'No change': n === 1 ? 'has not changed' : 'have not changed',
    'Not judged yet': n === 1 ? 'can’t be judged yet' : 'can’t be judged yet',
  })[s]

function scorecardTable({ p }: PaperContext): Table {
  const none = (word: string): string => `No ${word} yet`
  return {
    caption: 'Scorecard',
    rowHeads: true,
    dense: true,
    columns: [
      { head: 'No.', kind: 'ref', width: { cm: 1.1 } },
      { head: 'Measure', kind: 'text', width: { share: 5 } },
      { head: 'Direction of good', kind: 'text', width: { cm: 2.8 } },
      { head: 'Baseline', kind: 'text', width: { cm: 3 } },
      { head: 'Target', kind: 'text', width: { cm: 3 } },
      { head: 'Last four values', kind: 'text', width: { cm: 3.9 } },
      { head: 'Latest against target', kind: 'text', width: { cm: 2.7 } },
      { head: 'Source and note', kind: 'text', width: { share: 3 } },
    ],
    rows: [...p.tables.measure]
      .sort((a, b) => a.number - b.number)
      .map((m): Cell[] => [
        String(m.number),
        m.unit ? `${m.name} (${m.unit})` : m.name,
        directions[m.direction],
        dated(valuesOf(p, m, 'baseline')[0]) ?? none('baseline'),
        dated(valuesOf(p, m, 'target').at(-1)) ?? none('target'),
        valuesOf(p, m, 'actual')
          .slice(-4)
          .map((v) => `${printMonth(v.at)}: ${v.text}`)
          .join('\n') || none('value'),
        standingOf(p, m),
        sourceOf(p, m),
      ]),
  }
}

const dated = (v: Value | undefined): string | null => (v ? `${v.text}\n${printMonth(v.at)}` : null)

function sourceOf(p: PaperContext['p'], m: Measure): string {
  const comparator = valuesOf(p, m, 'comparator').at(-1)
  const notes = valuesOf(p, m, 'actual').at(-1)?.note
  const parts = [
    m.source,
    m.note,
    notes,
    comparator ? `Compare: ${comparator.text}${comparator.note ? ` (${comparator.note})` : ''}` : null,
  ]
  return parts.filter(Boolean).join('\n') || 'No source recorded yet'
}

const kindWords = {
  baseline: 'Baseline',
  target: 'Target',
  milestone: 'Milestone',
  actual: 'Value',
  comparator: 'Comparator',
} as const

function valuesTable({ p }: PaperContext): Table {
  const measures = new Map(p.tables.measure.map((m) => [m.id, m]))
  return {
    caption: 'Values',
    rowHeads: true,
    columns: [
      { head: 'No.', kind: 'ref', width: { cm: 1.4 } },
      { head: 'Measure', kind: 'text', width: { cm: 9 } },
      { head: 'Kind', kind: 'text', width: { cm: 2.6 } },
      { head: 'Day', kind: 'date', width: { cm: 2.8 } },
      { head: 'Unit, or as written', kind: 'text', width: { cm: 3.4 } },
      { head: 'Figure', kind: 'number', width: { cm: 2.4 } },
      { head: 'Note', kind: 'text', width: { cm: 5 } },
    ],
    rows: p.tables.measureValue.flatMap((v): Cell[][] => {
      const m = measures.get(v.measureId)
      if (!m) return []
      return [
        [
          String(m.number),
          m.name,
          kindWords[v.kind],
          { day: v.at, text: printMonth(v.at) },
          unitOf(m, v),
          v.value ?? 'No figure',
          v.note ?? '',
        ],
      ]
    }),
  }
}

/** What the figure counts; the value as it was written where that says more than a figure. */
function unitOf(m: Measure, v: Value): string {
  if (!/^-?[\d,.]+%?$/u.test(v.text.trim())) return v.text
  return v.text.includes('%') ? 'per cent' : (m.unit ?? 'number')
}

/** A line for each measure with two values or more, with the sentence that says what it shows. */
function trendBlocks(context: PaperContext): Block[] {
  const { p } = context
  const charts = [...p.tables.measure]
    .sort((a, b) => a.number - b.number)
    .flatMap((m) => {
      const chart = trendOfMeasure(m, valuesOf(p, m, 'actual'), valuesOf(p, m, 'target').at(-1) ?? null)
      return chart ? [chart] : []
    })
  if (charts.length === 0)
    return [heading(2, 'Trends'), paragraph('No measure has two values yet, so there is no trend to show.')]
  return [
    heading(2, 'Trends'),
    paragraph(
      `${count(charts.length, 'measure')} ${charts.length === 1 ? 'has' : 'have'} two values or more.`,
    ),
    ...charts,
  ]
}
