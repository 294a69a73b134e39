import { currentValues } from '../import/currentValues.ts'
import type { FieldName, FieldValue } from './draft.ts'
import type { RatingKind } from '../model/fields.ts'
import { exampleDay, exampleMonth } from '../view/exampleDay.ts'
import { sayDay } from '../view/sayDay.ts'
import { dueOf, ratingOf, stepOf, type ActionEntry, type Programme } from '../view/programme.ts'
import { plainHeader } from './readHeader.ts'

/** The issued workbook as the contract of the command line fixes it ("The issued workbook"): sheets and headings. */
export const issuedSheets = { instructions: 'Instructions', actions: 'Your actions' } as const

/** The column that carries the rows' marks: last, hidden, and sorted with the others. */
export const markHeading = 'Row id'
export const noChangeHeading = 'No change'

type BoxKind = 'text' | 'date' | 'percent' | 'tick' | RatingKind

export type IssuedColumn = {
  readonly heading: string
  /** In digits of the usual font, as workbooks count. */
  readonly width: number
  /** What is wanted in a box to fill in; null for what is printed. */
  readonly box: { readonly kind: BoxKind; readonly hint: string } | null
}

const printed = (heading: string, width: number): IssuedColumn => ({ heading, width, box: null })
const box = (heading: string, width: number, kind: BoxKind, hint: string): IssuedColumn => ({
  heading,
  width,
  box: { kind, hint },
})

/** The columns from left to right. */
export const issuedColumns: readonly IssuedColumn[] = [
  printed('Ref', 7),
  printed('Action', 26),
  printed('Responsible lead', 15),
  printed('Completion date', 12),
  printed('Last delivery rating', 11),
  printed('Last update', 23),
  box('Delivery rating', 11, 'delivery', 'Is it being done? Choose a word from the list.'),
  box('Impact rating', 12, 'impact', 'Is it making a difference? Choose a word from the list.'),
  box('% complete', 10, 'percent', 'A number from 0 to 100.'),
  box('Progress since last update', 27, 'text', 'What has been done since the last update, in two or three sentences.'),
  box('Next steps', 18, 'text', 'What happens next, by when.'),
  box('Issues and risks', 17, 'text', 'What is in the way, and what help is needed.'),
  box('Evidence of impact', 17, 'text', 'What shows a difference for children, young people and families: figures, feedback, and where they come from.'),
  box('Revised completion date', 12, 'date', 'Only if the date moves: the new day or month with its year'),
  box('Reason for the change', 15, 'text', 'Why the date or the rating changes, in one sentence.'),
  box(noChangeHeading, 9.5, 'tick', 'Put an x if nothing has changed since the last update: that is an answer too.'),
] // prettier-ignore

/** What a box asks for; a date with examples of the time in which the workbook is handed out, an ISO day. */
export const hintOf = ({ kind, hint }: NonNullable<IssuedColumn['box']>, issuedOn: string): string =>
  kind === 'date' ? `${hint}, such as ${exampleDay(issuedOn)} or ${exampleMonth(issuedOn)}.` : hint

/** The printed cells that a field is read from: what somebody changes there is asked about, never taken. */
export const printedFields = ['action', 'leads', 'completion'] as const satisfies readonly FieldName[]

/** Fields that nobody was asked to fill in. */
export const notAsked: ReadonlySet<FieldName> = new Set([
  'action',
  'objective',
  'intendedImpact',
  'measureOfSuccess',
  'leads',
  'accountable',
  'completion',
])

/** Headings that few trackers have of themselves, and together none. */
const telling: ReadonlySet<string> = new Set(
  [
    markHeading,
    noChangeHeading,
    'Last delivery rating',
    'Last update',
    'Progress since last update',
    'Revised completion date',
    'Reason for the change',
  ].map(plainHeader),
)

/** Whether a table's headings are those of an issued workbook, also with some moved, renamed, added or deleted. */
export function hasIssuedHeadings(headings: readonly string[]): boolean {
  const found = new Set(headings.map(plainHeader).filter((h) => telling.has(h)))
  return found.size >= 4 || (found.size >= 3 && found.has(plainHeader(markHeading)))
}

/** What one row prints: every cell by its heading; the boxes are empty. */
export function issuedCells(p: Programme, entry: ActionEntry): Readonly<Record<string, string>> {
  const rated = stepOf(p, 'delivery', ratingOf(entry, 'delivery'))
  const cells: Readonly<Record<string, string>> = {
    Ref: entry.action.ref,
    Action: entry.action.action,
    'Responsible lead': entry.leads.map((l) => l.printed).join('\n'),
    'Completion date': dueOf(entry)?.text ?? '',
    'Last delivery rating': rated?.word ?? 'Not yet rated',
    'Last update': lastUpdate(entry),
  }
  return Object.fromEntries(issuedColumns.map((c) => [c.heading, clip(cells[c.heading] ?? '')]))
}

/** What the programme says of an action, as the base of what comes back. */
export const issuedCurrent = (entry: ActionEntry): Readonly<Partial<Record<FieldName, FieldValue>>> =>
  currentValues(entry).values

function lastUpdate(entry: ActionEntry): string {
  const update = entry.updates.find((u) => [u.progress, u.nextSteps, u.issues, u.evidence].some((t) => t))
  if (!update) return 'No update yet'
  const parts = [
    update.progress,
    update.nextSteps && `Next steps: ${update.nextSteps}`,
    update.issues && `Issues and risks: ${update.issues}`,
  ].filter(Boolean)
  return [`${sayDay(update.at)}:`, ...parts].join('\n')
}

/** A cell of a workbook holds 32,767 characters. */
const clip = (text: string): string => (text.length > 32_000 ? `${text.slice(0, 32_000)}…` : text)

/** Whether a cell under the heading "No change" ticks it. */
export const isTick = (heading: string, text: string): boolean =>
  plainHeader(heading) === plainHeader(noChangeHeading) &&
  /^(?:x|✓|✔|☑|☒|y|yes|true|wahr|1|tick|ticked|no change|n\/?c)$/iu.test(text.trim())

/** Who a workbook is for, in the words of its first sheet. */
export type IssuedCover = {
  readonly programme: string
  /** The lead's post or the group's name. */
  readonly recipient: string
  /** Such as 'February 2020'. */
  readonly period: string
  readonly actions: number
  /** ISO day. */
  readonly issuedOn: string
  /** ISO day by which it is wanted back; null where none was named. */
  readonly returnBy: string | null
}

/** The facts at the top of the instructions, label and text. */
export const coverFacts = (c: IssuedCover): readonly (readonly [string, string])[] => [
  ['For', c.recipient],
  ['Period', c.period],
  ['Actions', String(c.actions)],
  ...(c.returnBy === null ? [] : [['Please return by', sayDay(c.returnBy)] as const]),
  ['Issued', sayDay(c.issuedOn)],
  ['Programme', c.programme],
]

/** What to do, a step a line. */
export const instructionSteps = (c: IssuedCover): readonly string[] => [
  'Go to the sheet “Your actions”. Each row is one action; what the programme knows already stands on grey.',
  'Fill in the white boxes. Leave a box empty where there is nothing new: an empty box changes nothing.',
  'If nothing has changed for an action, put an x under “No change”. That is an answer too.',
  'Choose ratings from the lists. If a date moves, write the new one under “Revised completion date” and say why.',
  'If an action itself, its lead or its completion date is wrong on grey, correct it there: the programme office will ask before anything is changed.',
  `You can sort, filter, add rows and change widths as you like. Then save the workbook and send it back${c.returnBy === null ? '' : ` by ${sayDay(c.returnBy)}`}.`,
]

/** What the table's first cell says when somebody comes to the sheet: for whom, until when; 255 characters at most. */
export const sheetHint = (c: IssuedCover): string =>
  [
    `${clipTo(c.recipient, 110)}: ${c.actions} ${c.actions === 1 ? 'action' : 'actions'}.`,
    c.returnBy === null ? '' : `Please return this workbook by ${sayDay(c.returnBy)}.`,
    'Fill in the white boxes, or put an x under “No change”.',
  ]
    .filter(Boolean)
    .join(' ')

const clipTo = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text

/** A name that a person recognises and every system takes: "2020-02 WG1 Understanding of Local Need.xlsx". */
export function issuedFileName(period: string, recipient: string): string {
  const plain = recipient
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replace(/[. ]+$/u, '')
    .trim()
  const short = [...plain].slice(0, 100).join('').trim()
  return `${period} ${short || 'update'}.xlsx`
}
