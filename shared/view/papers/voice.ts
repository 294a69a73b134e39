import type { Row } from '../../model/entities.ts'
import { type Block, bullets, paragraph, table, type Table } from '../../paper/tree.ts'
import { sayDay } from '../sayDay.ts'
import type { PaperContext } from './paperContext.ts'
import { capital, count, lower } from './words.ts'

/** What parents, carers and young people said, and where they were heard. */
export function voiceBlocks(context: PaperContext): Block[] {
  const { survey, event } = context.p.tables
  if (survey.length === 0 && event.length === 0) {
    return [paragraph('No survey or event is recorded in the programme yet.')]
  }
  return [...survey.filter(hasSubstance).flatMap(surveyBlocks), ...eventBlocks(context)]
}

const hasSubstance = (s: Row<'survey'>): boolean =>
  s.responses.length > 0 || s.positiveComments.length > 0 || s.lessGoodComments.length > 0

function surveyBlocks(s: Row<'survey'>): Block[] {
  return [
    ...(s.responses.length > 0 ? [paragraph(responseSentence(s)), table(responseTable(s))] : []),
    ...comments(`${s.name}: what people found good`, s.positiveComments),
    ...comments(`${s.name}: what people found less good`, s.lessGoodComments),
  ]
}

function responseSentence(s: Row<'survey'>): string {
  const total = s.responsesTotal ?? s.responses.reduce((sum, r) => sum + r.count, 0)
  return `${s.name}: ${count(total, 'response')} by ${sayDay(s.asAt)}, from ${count(s.responses.length, 'group')} of people.`
}

const responseTable = (s: Row<'survey'>): Table => ({
  caption: `Who answered: ${lowerFirst(s.name)}`,
  rowHeads: true,
  columns: [
    { head: 'Who', kind: 'text', width: { share: 1 } },
    { head: 'Responses', kind: 'number', width: { cm: 2.8 } },
  ],
  rows: [
    ...s.responses.map((r) => [capital(r.group), r.count]),
    [
      'All responses',
      [{ bold: (s.responsesTotal ?? s.responses.reduce((n, r) => n + r.count, 0)).toLocaleString('en-GB') }],
    ],
  ],
})

/** Keeps abbreviations at the start as they are. */
const lowerFirst = (name: string): string => (/^[A-Z]{2}/.test(name) ? name : lower(name))

const comments = (says: string, quotes: readonly string[]): Block[] =>
  quotes.length > 0 ? [paragraph(`${says}:`), bullets(quotes.map((q) => `“${q}”`))] : []

function eventBlocks(context: PaperContext): Block[] {
  const { event } = context.p.tables
  if (event.length === 0) return []
  return [
    paragraph(
      `${count(event.length, 'event')} ${event.length === 1 ? 'is' : 'are'} recorded at which families were or will be heard.`,
    ),
    table(eventTable(context)),
  ]
}

export function eventTable({ p }: PaperContext): Table {
  const groups = new Map(p.tables.workingGroup.map((g) => [g.id, g.number]))
  const group = (id: string | null): string => {
    const number = id === null ? undefined : groups.get(id)
    return number === undefined ? 'Whole programme' : `Group ${number}`
  }
  return {
    caption: 'Events with families',
    rowHeads: true,
    dense: true,
    columns: [
      { head: 'Event', kind: 'text', width: { share: 4 } },
      { head: 'For', kind: 'text', width: { cm: 2.3 } },
      { head: 'When and where', kind: 'text', width: { share: 4 } },
      { head: 'Who came, or how it stands', kind: 'text', width: { share: 3.4 } },
    ],
    rows: p.tables.event.map((e) => [
      e.name,
      group(e.groupId),
      capital([e.dateText, e.timeText, ...placesOf(e)].filter(Boolean).join(', ') || 'Not recorded'),
      capital(e.attendanceText ?? e.status ?? 'Not recorded'),
    ]),
  }
}

const placesOf = (e: Row<'event'>): string[] =>
  [e.venue, ...e.locations].filter((x) => x !== null).filter((x, i, all) => all.indexOf(x) === i)

/** Every answer of every survey, one group of people a row. */
export const responsesTable = ({ p }: PaperContext): Table => ({
  caption: 'Survey responses',
  rowHeads: true,
  columns: [
    { head: 'Survey', kind: 'text', width: { cm: 6 } },
    { head: 'As at', kind: 'date', width: { cm: 3 } },
    { head: 'Who', kind: 'text', width: { cm: 10 } },
    { head: 'Responses', kind: 'number', width: { cm: 2.6 } },
  ],
  rows: p.tables.survey.flatMap((s) =>
    s.responses.map((r) => [s.name, { day: s.asAt, text: sayDay(s.asAt) }, capital(r.group), r.count]),
  ),
})
