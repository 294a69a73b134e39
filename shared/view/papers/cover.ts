import type { Row } from '../../model/entities.ts'
import { type Block, paragraph } from '../../paper/tree.ts'
import { sayDay } from '../sayDay.ts'
import { versionOf } from './appendices.ts'
import type { PaperContext } from './paperContext.ts'
import { list } from './words.ts'

export type Facts = readonly (readonly [string, string])[]

/** What a paper is, in two columns, under its title. */
export const coverBlock = (facts: Facts): Block => ({
  block: 'keyFacts',
  heads: ['This paper', 'Details'],
  rows: facts,
})

/** Local area, plan, inspection and approval: what the reader of a return checks first. */
export function planFacts({ p }: PaperContext): Facts {
  const { programme, tables } = p
  const inspections = tables.inspection.map((i) => `${list(i.bodies)}, ${saySpan(i.startedOn, i.endedOn)}`)
  const reported = tables.inspection
    .map((i) => (i.reportedOn ? sayDay(i.reportedOn) : null))
    .filter((x) => x !== null)
  return [
    ['Local area', programme.localArea],
    [
      'Plan',
      [programme.documentTitle, programme.planDate && sayMonth(programme.planDate)]
        .filter(Boolean)
        .join(', '),
    ],
    ['Inspection', inspections.join('\n') || notRecorded],
    ['Inspection report', reported.join('\n') || notRecorded],
    ['Plan approved by DfE', programme.approvedByDfe ? sayMonth(programme.approvedByDfe) : notRecorded],
  ]
}

export const notRecorded = 'Not recorded in the programme yet'

/** "Executive Director of People, John Macilwraith (Cumbria County Council)", one a line. */
export function officerLines({ p }: PaperContext, role: Row<'officer'>['role']): string {
  const organisations = new Map(p.tables.organisation.map((o) => [o.id, o.name]))
  return (
    [...p.tables.officer]
      .filter((o) => o.role === role)
      .sort((a, b) => a.position - b.position)
      .map((o) => {
        const body = o.organisationId ? organisations.get(o.organisationId) : undefined
        return `${o.name}, ${o.title}${body ? `, ${body}` : ''}`
      })
      .join('\n') || notRecorded
  )
}

/** Period, day, version and marking: what says which paper this is. */
export function versionFacts(context: PaperContext): Facts {
  const { p, period } = context
  return [
    ...(period
      ? ([['Reporting period', `${period.name}, ${saySpan(period.fromDay, period.toDay)}`]] as const)
      : []),
    ['As at', asAtWords(context)],
    ['Version', versionOf(context)],
    ['Marking', p.programme.marking],
  ]
}

/** The day, and the snapshot where the paper was made from one. */
export const asAtWords = ({ p, options }: PaperContext): string =>
  options.snapshot === null ? sayDay(p.today) : `${sayDay(p.today)}, from the snapshot “${options.snapshot}”`

/** "11 to 25 March 2019". */
function saySpan(from: string, to: string): string {
  const [a, b] = [sayDay(from), sayDay(to)]
  const shared = from.slice(0, 7) === to.slice(0, 7)
  return from === to ? a : `${shared ? a.split(' ')[0] : a} to ${b}`
}

/** '2019-08' as "August 2019"; a day as a day. */
export const sayMonth = (iso: string): string =>
  /^\d{4}-\d{2}$/.test(iso) ? sayDay(`${iso}-01`).replace(/^1 /, '') : sayDay(iso)

export const abbreviationsNote: Block = paragraph(
  'Abbreviations are written out where they are used first in the text, and listed at the end.',
)
