import type { RatingKind } from '../../model/fields.ts'
import type { Book, Cell, Column, PaperFace, Sheet, Table } from '../../paper/tree.ts'
import { sayDay } from '../sayDay.ts'
import { type ActionEntry, type Programme, ratingOf } from '../programme.ts'
import { markOf } from '../ratingMark.ts'
import { glossaryTable } from './appendices.ts'
import { evidenceTable } from './evidenceIndex.ts'
import { dateChangeSheet } from './dateChanges.ts'
import { dependencyTable } from './dependencies.ts'
import { dfeFace, dfeFacts } from './dfeReturn.ts'
import { exceptionEntries, missingOf } from './exceptions.ts'
import { measuresTable, missingValues } from './measures.ts'
import type { PaperContext } from './paperContext.ts'
import { plan, planCover, planFace } from './plan.ts'
import { groupCountsTable, priorityTable } from './position.ts'
import { spellOf } from './ratings.ts'
import { openRisks, risksTable } from './risks.ts'
import { eventTable, responsesTable } from './voice.ts'
import { list } from './words.ts'

/** The DfE return as a workbook: the tables of the paper, one a sheet. */
export function dfeBook(context: PaperContext): Book {
  const tableOf = priorityTable(context, 'short').flatMap((b) => (b.block === 'table' ? [b.table] : []))
  return bookOf(dfeFace(context), dfeFacts(context), [
    ...tableOf.map((t) =>
      sheet('Priorities', t, 'Each priority as the inspectors found it and as it is now.'),
    ),
    sheet(
      'Working groups',
      groupCountsTable(context),
      'Every action counted once; the last row is the whole plan.',
    ),
    sheet(
      'Actions',
      actionsTable(context, returnFields(context)),
      'Every action of the plan with its ratings and its last update.',
    ),
    sheet(
      'Measures',
      measuresTable(context),
      missingValues(context) ?? 'What has been recorded of each measure.',
    ),
    sheet('Date changes', dateChangeSheet(context), 'Completion dates that moved, with reason and approval.'),
    sheet('Exceptions', exceptionsTable(context), 'Actions off track or at risk, the worst first.'),
    sheet('Risks', risksTable(context, openRisks(context)), 'Open risks, the gravest first.'),
    sheet('Survey responses', responsesTable(context), 'Who answered the surveys.'),
    sheet('Events', eventTable(context), 'Events at which families were or will be heard.'),
    sheet('Evidence', evidenceTable(context), 'Evidence of impact, numbered as the return cites it.'),
    sheet('Abbreviations', glossaryTable(glossary(context.p)), 'The programme’s glossary.'),
  ])
}

/** The plan as a workbook: actions flat, so that they can be filtered and sorted. */
export function planBook(context: PaperContext): Book {
  return bookOf(planFace(context), planCover(context), [
    sheet('Actions', actionsTable(context, planFields(context)), 'Every action of the plan, one a row.'),
    sheet('Milestones', milestonesTable(context), 'Every dated step of every action.'),
    sheet('Priorities', prioritiesTable(context), 'The areas of concern and the groups that carry them.'),
    sheet(
      'Measures',
      measuresTable(context),
      missingValues(context) ?? 'What has been recorded of each measure.',
    ),
    sheet('Links', dependencyTable(context), 'What rests on another group’s work.'),
    sheet('Abbreviations', glossaryTable(glossary(context.p)), 'The programme’s glossary.'),
  ])
}

const sheet = (name: string, table: Table, says: string): Sheet => ({ name, table, says })

/** A workbook; sheets without a row are named on the contents sheet as having nothing, and left out. */
export function bookOf(face: PaperFace, facts: Book['facts'], sheets: readonly Sheet[]): Book {
  const empty = sheets.filter((s) => s.table.rows.length === 0).map((s) => s.name)
  const nothing = empty.length > 0 ? ([['Nothing recorded yet', list(empty)]] as const) : []
  return { ...face, facts: [...facts, ...nothing], sheets: sheets.filter((s) => s.table.rows.length > 0) }
}

const glossary = (p: Programme) =>
  [...p.tables.glossaryEntry]
    .filter((e) => e.inFull !== null)
    .sort((a, b) => a.abbreviation.localeCompare(b.abbreviation, 'en-GB'))

type Field = Column & { readonly of: (e: ActionEntry) => Cell }

/** Fifteen columns or so that still print readably on A4: what a return or the plan asks of an action, no more. */
function actionsTable(context: PaperContext, fields: readonly (Field | false)[]): Table {
  const used = fields.filter((f) => f !== false)
  return {
    caption: 'Actions',
    rowHeads: true,
    columns: used.map(({ head, kind, width }) => ({ head, kind, width })),
    rows: context.p.actions.map((e) => used.map((f) => f.of(e))),
  }
}

const planFields = (context: PaperContext): (Field | false)[] => [
  fields.ref,
  fields.group,
  { ...column('Priorities', 2), of: (e) => prioritiesOf(context.p, e) },
  fields.objective,
  fields.action,
  { ...column('Intended impact', 5.4), of: (e) => e.action.intendedImpact ?? 'None written in the plan' },
  {
    ...column('Measure of success', 5.8),
    of: (e) => e.action.measureOfSuccess ?? 'None written in the plan',
  },
  fields.lead,
  context.has.accountable && fields.accountable,
  fields.written,
  fields.due,
  context.has.moved && fields.revised,
  rating(context.p, 'delivery'),
]

const returnFields = (context: PaperContext): (Field | false)[] => [
  fields.ref,
  fields.group,
  fields.objective,
  fields.action,
  fields.lead,
  context.has.accountable && fields.accountable,
  fields.written,
  fields.due,
  context.has.moved && fields.revised,
  rating(context.p, 'delivery'),
  rating(context.p, 'impact'),
  context.has.progress && {
    ...column('Last update', 2.3, 'date'),
    of: (e) => dayCell(e.updates[0]?.at ?? null, 'None yet'),
  },
  context.has.progress && {
    ...column('Progress', 5.8),
    of: (e) => e.updates[0]?.progress ?? 'No update received yet',
  },
  context.has.evidence && {
    ...column('Evidence of impact', 4.2),
    of: (e) => e.updates.find((u) => u.evidence)?.evidence ?? 'No evidence recorded yet',
  },
]

const rating = (p: Programme, kind: RatingKind): Field => ({
  ...column(kind === 'delivery' ? 'Delivery rating' : 'Impact rating', 2.3, 'rating'),
  of: (e) => markOf(p, kind, ratingOf(e, kind)),
})

const column = (head: string, cm: number, kind: Column['kind'] = 'text'): Column => ({
  head,
  kind,
  width: { cm },
})

const fields = {
  ref: { ...column('Ref', 1.5, 'ref'), of: (e) => e.action.ref },
  group: { ...column('Working group', 3.2), of: (e) => `${e.group.number} ${e.group.name}` },
  objective: {
    ...column('Objective', 4),
    of: (e) => [e.objective.ref, e.objective.title].filter(Boolean).join(' '),
  },
  action: { ...column('Action', 6), of: (e) => e.action.action },
  lead: {
    ...column('Lead', 4),
    of: (e) => e.leads.map((l) => l.printed).join('\n') || 'No lead named in the plan',
  },
  accountable: { ...column('Accountable', 3), of: (e) => e.action.accountable ?? 'Not named in the plan' },
  written: {
    ...column('Completion as written', 3.2),
    of: (e) => e.action.completion?.text || 'No date in the plan',
  },
  due: { ...column('Due by', 2.3, 'date'), of: (e) => dayCell(e.action.completion?.latest ?? null) },
  revised: { ...column('Revised to', 2.3, 'date'), of: (e) => revised(e) },
} as const satisfies Record<string, Field>

const dayCell = (day: string | null, none = 'No date'): Cell => ({ day, text: day ? sayDay(day) : none })

const revised = (e: ActionEntry): Cell => {
  const [moved] = e.dateChanges
  return moved ? { day: moved.completion.latest, text: moved.completion.text } : 'Not moved'
}

function prioritiesOf(p: Programme, e: ActionEntry): string {
  const numbers = p.groups
    .filter((g) => g.group.id === e.group.id)
    .flatMap((g) => g.priorities.map((x) => String(x.priority.number)))
  if (numbers.length === 0) return 'None'
  return `${numbers.length === 1 ? 'Priority' : 'Priorities'} ${list(numbers)}`
}

function milestonesTable({ p }: PaperContext): Table {
  return {
    caption: 'Milestones',
    rowHeads: true,
    columns: [
      column('Ref', 1.6, 'ref'),
      column('Working group', 5),
      column('Milestone as written', 9),
      column('From', 3, 'date'),
      column('Due by', 3, 'date'),
      column('Done', 3, 'date'),
    ],
    rows: p.actions.flatMap((e) =>
      e.milestones.map((m) => [
        e.action.ref,
        `${e.group.number} ${e.group.name}`,
        m.text,
        dayCell(m.date?.earliest ?? null),
        dayCell(m.date?.latest ?? null),
        dayCell(m.doneOn, 'Not recorded'),
      ]),
    ),
  }
}

function prioritiesTable(context: PaperContext): Table {
  const found = plan(context)
    .sections.flatMap((s) => s.blocks)
    .find((b) => b.block === 'table')
  return found?.block === 'table' ? found.table : { caption: 'Priorities', columns: [], rows: [] }
}

function exceptionsTable(context: PaperContext): Table {
  const { p } = context
  return {
    caption: 'Exceptions',
    rowHeads: true,
    columns: [
      column('Ref', 1.6, 'ref'),
      column('Action', 7),
      column('Delivery rating', 2.8, 'rating'),
      column('Since', 3, 'date'),
      column('Why', 6),
      column('What is being done', 6),
      column('By whom', 4),
      column('By when', 3.2),
      column('Effect if not', 5),
      column('What is asked', 5),
      column('Missing', 4.5),
    ],
    rows: exceptionEntries(context).map((e) => {
      const r = e.recovery
      const missing = missingOf(e)
      return [
        e.action.ref,
        e.action.action,
        markOf(p, 'delivery', ratingOf(e, 'delivery')),
        dayCell(spellOf(e, 'delivery')?.since ?? null),
        r?.cause ?? e.ratings.delivery[0]?.reason ?? 'No reason recorded yet',
        r?.plan ?? 'No recovery recorded yet',
        r?.who ?? 'Nobody named yet',
        r?.due?.text ?? 'No date set yet',
        r?.effect ?? 'No effect recorded yet',
        r?.ask ?? 'Nothing asked',
        missing.length > 0 ? `No ${list(missing, 'or')} recorded yet` : 'Nothing',
      ]
    }),
  }
}
