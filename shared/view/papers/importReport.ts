import type { FieldChange, Totals } from '../../import/previewDocument.ts'
import {
  type Block,
  bullets,
  type Cell,
  type Column,
  heading,
  type Paper,
  paragraph,
  table,
} from '../../paper/tree.ts'
import type { Programme } from '../programme.ts'
import { sayMoment } from '../sayMoment.ts'
import { sayDay } from '../sayDay.ts'
import { type ChapterContext, importChapter } from './importChapter.ts'
import { type ImportReport, placeOf, type ReportedImport, type ReportedRow } from './importFates.ts'
import { kindCell, periodWords } from './importWords.ts'
import { importSummary, sayDays } from './importSummary.ts'
import { count } from './words.ts'

/**
 * What became of every file and every row of some imports: the answer to "was anything lost or overwritten?".
 * Takes the programme as it is now (its words for ratings, the actions) and the imports in the order they are to stand.
 */
export function importReport(p: Programme, report: ImportReport): Paper {
  const { imports, refused } = report
  const title =
    imports.length === 1
      ? `Import report: ${imports[0]?.file ?? ''}`
      : `Import report: ${count(imports.length, 'file')}, ${sayDays(imports)}`
  const context: ChapterContext = { p, isOneOfMany: imports.length > 1, isElsewhere: elsewhereIn(imports) }
  return {
    kind: 'import-report',
    title,
    shortTitle: 'Import report',
    programme: p.programme.name,
    marking: p.programme.marking,
    version: `Made on ${sayDay(p.today)}`,
    author: p.programme.name,
    asAt: {
      day: p.today,
      words: `Made on ${sayDay(p.today)} from the record of ${count(imports.length, 'import')}`,
    },
    sections: [
      { orientation: 'portrait', blocks: opening(p, report) },
      {
        orientation: 'landscape',
        blocks: [
          heading(2, 'Files'),
          paragraph('Rows by what became of them, and how many values were written or left open.'),
          table({ caption: 'Files of this report', dense: true, rowHeads: true, ...filesTable(imports) }),
          ...refusedBlocks(refused),
          ...imports.flatMap((i) => importChapter(context, i)),
        ],
      },
    ],
  }
}

function opening(p: Programme, report: ImportReport): Block[] {
  const { imports } = report
  const distinct = (of: (i: ReportedImport) => string | null): string =>
    [...new Set(imports.map(of).filter((x) => x !== null))].join('\n')
  const { said, toLookAt } = importSummary(report)
  return [
    {
      block: 'keyFacts',
      heads: ['This report', 'Details'],
      rows: [
        ['Programme', p.programme.name],
        ['Brought in', distinct((i) => sayMoment(i.at)) || 'Nothing'],
        ['By', distinct((i) => i.actor) || 'Nobody'],
        ['Files', imports.map((i) => i.file).join('\n') || 'None'],
        ['Reporting period', distinct((i) => i.period && periodWords(p, i.period)) || 'None named'],
        ['Report made', sayDay(p.today)],
        ['Marking', p.programme.marking],
      ],
    },
    heading(2, 'Summary'),
    ...said.map(paragraph),
    ...(toLookAt.length > 0 ? [paragraph('What still needs a person:'), bullets(toLookAt)] : []),
    ...(imports.length > 3 ? [{ block: 'contents', title: 'Contents', deepest: 2 } as const] : []),
  ]
}

const number = (head: string, width = 1.45): Column => ({ head, kind: 'number', width: { cm: width } })

/** The outcomes in the contract's order, and how a table heads them. */
const outcomes: readonly (readonly [keyof Totals, string])[] = [
  ['rows', 'Rows'],
  ['changed', 'Changed'],
  ['unchanged', 'Unchanged'],
  ['conflict', 'Conflict'],
  ['invalid', 'Not readable'],
  ['new', 'New'],
  ['unmatched', 'No match'],
  ['ignored', 'Not actions'],
]

function filesTable(imports: readonly ReportedImport[]): { columns: Column[]; rows: Cell[][] } {
  const open = (i: ReportedImport): number => i.rows.reduce((n, r) => n + r.open.length, 0)
  const sum = (of: (i: ReportedImport) => number): number => imports.reduce((n, i) => n + of(i), 0)
  const total: Cell[] = [
    'All files',
    '',
    ...outcomes.map(([key]) => sum((i) => i.preview.totals[key])),
    sum((i) => i.committed.fields),
    sum(open),
  ].map((cell) => (cell === '' ? '–' : cell))
  return {
    columns: [
      { head: 'File', kind: 'text', width: { share: 3 } },
      { head: 'From, and what kind of file', kind: 'text', width: { share: 2.6 } },
      ...outcomes.map(([, head]) => number(head)),
      number('Values written'),
      number('Left open'),
    ],
    rows: [
      ...imports.map((i): Cell[] => [
        i.undoneAt ? `${i.file}\nTaken back on ${sayDay(i.undoneAt)}` : i.file,
        `${i.sender ?? 'Not said'}\n${i.isResumed ? 'Questions decided later' : kindCell[i.kind]}`,
        ...outcomes.map(([key]) => i.preview.totals[key]),
        i.committed.fields,
        open(i),
      ]),
      ...(imports.length > 1 ? [total] : []),
    ],
  }
}

function refusedBlocks(refused: ImportReport['refused']): Block[] {
  if (refused.length === 0) return []
  return [
    heading(3, 'Files that were refused'),
    paragraph('These files came with the others and could not be read. Nothing of them is in the programme.'),
    table({
      caption: 'Files that were refused',
      dense: true,
      rowHeads: true,
      columns: [
        { head: 'File', kind: 'text', width: { share: 1 } },
        { head: 'Why, and what to do', kind: 'text', width: { share: 2.5 } },
      ],
      rows: refused.map((f): Cell[] => [f.file, f.error.message]),
    }),
  ]
}

/** Whether another import of the report wrote the same value of the same action. */
function elsewhereIn(imports: readonly ReportedImport[]): ChapterContext['isElsewhere'] {
  const keyOf = (ref: string | null, change: FieldChange): string =>
    JSON.stringify([ref, change.field, change.returned])
  const wrote = new Map<string, Set<string>>()
  for (const i of imports)
    for (const r of i.rows.filter((x) => placeOf(x) === 'values'))
      for (const c of r.row.changes.filter((x) => r.taken.includes(x.field))) {
        const key = keyOf(r.row.ref, c)
        wrote.set(key, (wrote.get(key) ?? new Set()).add(i.id))
      }
  return (imported: ReportedImport, reported: ReportedRow, change: FieldChange) =>
    [...(wrote.get(keyOf(reported.row.ref, change)) ?? [])].some((id) => id !== imported.id)
}
