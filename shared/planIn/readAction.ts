import { addDays, makeDay, partsOf } from '../dates/isoDay.ts'
import { readCompletion } from '../dates/readCompletion.ts'
import type { FieldName, FieldValue } from '../workbook/draft.ts'
import { takeHeaderDate } from '../workbook/headerDate.ts'
import { readHeader } from '../workbook/readHeader.ts'
import { leadingRef, readRef } from '../workbook/readRef.ts'
import type { PlannedAction } from './planDraft.ts'
import { cellText, type ActionEvent } from './planEvents.ts'
import { monthsIn } from './structureColumn.ts'

type Completion = NonNullable<PlannedAction['completion']>

/** What an action's row says, before it has its place and its reference. */
export type ReadAction = Omit<PlannedAction, 'ref' | 'refMade'> & {
  /** As printed, in the form that refs are compared in where it is a number; null without one. */
  readonly printedRef: string | null
}

export type ActionContext = {
  /** ISO day; '' where it is not known. */
  readonly startedOn: string
  readonly today: string
}

/** Reads what one row says of an action. Texts stay as written; dates are read against the programme's first day. */
export function readAction(event: ActionEvent, context: ActionContext): ReadAction {
  const { draft, at } = event
  const text = (field: FieldName): string | null => {
    const value = draft.values[field]?.value
    return typeof value === 'string' && value !== '' ? value : null
  }
  const { ref, action } = refAndAction(draft.ref, draft.refText, text('action') ?? '')
  const completion = completionOf(draft.values.completion?.value)
  const moved = completionOf(draft.values.revisedCompletion?.value)
  const { leads, accountable } = peopleOf(event, draft.values.leads?.value)
  return {
    printedRef: ref,
    at,
    action,
    intendedImpact: text('intendedImpact'),
    measureOfSuccess: text('measureOfSuccess'),
    leads,
    accountable: text('accountable') ?? accountable,
    completion,
    revised: moved === null ? null : { completion: moved, reason: text('revisedReason') },
    milestones: [...steps(completion, context), ...milestoneColumns(event, context)],
    ratings: ratingsOf(event, context),
    update: updateOf(event, text, context.today),
    notes: notesOf(event, completion),
  }
}

/** "1.1 Develop the offer" in one cell is a reference and an action. */
function refAndAction(
  ref: string | null,
  refText: string | null,
  action: string,
): { readonly ref: string | null; readonly action: string } {
  const led = leadingRef(action)
  if (ref === null && refText === null && led) return { ref: led.ref, action: led.rest }
  const text = (refText ?? '').replaceAll(/\s+/g, ' ').trim()
  const printed = ref ?? (/\d/.test(text) && text.length <= 20 ? text : null)
  return { ref: printed, action: led && led.ref === ref ? led.rest : action }
}

function completionOf(value: FieldValue | undefined): Completion | null {
  return typeof value === 'object' && 'precision' in value ? value : null
}

/** Our own paper prints the accountable post in brackets under the leads. */
function peopleOf(
  event: ActionEvent,
  value: FieldValue | undefined,
): { readonly leads: string[]; readonly accountable: string | null } {
  const leads = Array.isArray(value) ? [...value] : []
  const hasOwn = event.columns.some((c) => c.field === 'accountable')
  const last = /^\(([^()]{6,})\)$/.exec(leads.at(-1) ?? '')
  if (hasOwn || leads.length < 2 || !last) return { leads, accountable: null }
  return { leads: leads.slice(0, -1), accountable: last[1] ?? null }
}

/** The dated steps of a completion text that names several. */
function steps(
  completion: Completion | null,
  { startedOn, today }: ActionContext,
): PlannedAction['milestones'] {
  if (completion === null || completion.precision !== 'milestones') return []
  const reading = readCompletion(completion.text, { near: today, ...(startedOn === '' ? {} : { startedOn }) })
  return reading.milestones.map((m) => ({ text: m.text, date: { ...m } }))
}

/** Columns such as "Milestone at 6 months" or "Milestone 2 – Mar 24". */
function milestoneColumns(event: ActionEvent, context: ActionContext): PlannedAction['milestones'] {
  return event.columns
    .filter((c) => c.field === 'milestone')
    .flatMap((column) => {
      const text = cellText(event, column)
      if (text === '' || /^[-–—.]*$/.test(text)) return []
      return [{ text, date: milestoneDate(column.header, text, context) }]
    })
}

function milestoneDate(header: string, text: string, context: ActionContext): Completion | null {
  const months = monthsIn(header)
  if (months !== null) return afterMonths(header, months, context.startedOn)
  const own = readCompletion(text, { near: context.today })
  if (own.latest !== null) return spanOf(own)
  const named = readCompletion(header, { near: context.today })
  if (named.latest !== null) return spanOf(named)
  const dated = takeHeaderDate(header, context.today)
  return dated ? spanOf({ text: header, earliest: dated.day, latest: dated.day, precision: 'day' }) : null
}

const spanOf = ({ text, earliest, latest, precision }: Completion): Completion => ({
  text,
  earliest,
  latest,
  precision,
})

/** Counted from the programme's first day: due on the day so many months later. */
function afterMonths(header: string, months: number, startedOn: string): Completion | null {
  if (startedOn === '') return null
  const { year, month, day } = partsOf(startedOn)
  const total = month - 1 + months
  const first = makeDay(year + Math.floor(total / 12), (total % 12) + 1, 1)
  if (first === null) return null
  let latest = makeDay(year + Math.floor(total / 12), (total % 12) + 1, day)
  // the 31st of a month that has none is its last day
  for (let back = 1; latest === null && back <= 3; back++)
    latest = makeDay(year + Math.floor(total / 12), (total % 12) + 1, day - back)
  const text = header.replaceAll(/\s+/g, ' ').trim()
  return { text, earliest: startedOn, latest: latest ?? addDays(first, 27), precision: 'range' }
}

function ratingsOf({ draft, columns }: ActionEvent, { today }: ActionContext): PlannedAction['ratings'] {
  const history = draft.history.map((h) => ({
    kind: h.field === 'deliveryRating' ? ('delivery' as const) : ('impact' as const),
    code: h.code,
    at: takeHeaderDate(h.header, today)?.day ?? null,
  }))
  const current = (['delivery', 'impact'] as const).flatMap((kind) => {
    const given = draft.values[`${kind}Rating`]
    if (!given || given.ambiguous !== null || typeof given.value !== 'string') return []
    const heading = columns.find((c) => c.column === given.cell.replace(/\d+$/, ''))?.header ?? ''
    return [{ kind, code: given.value, at: takeHeaderDate(heading, today)?.day ?? null }]
  })
  return [...history.toSorted((a, b) => (a.at ?? '').localeCompare(b.at ?? '')), ...current]
}

function updateOf(
  { draft, columns }: ActionEvent,
  text: (field: FieldName) => string | null,
  today: string,
): PlannedAction['update'] {
  const percent = draft.values.percentComplete
  // "November progress update" says when it was written
  const heading = columns.find((c) => c.field === 'progress')?.header ?? ''
  const update = {
    at: text('updatedOn') ?? takeHeaderDate(heading, today)?.day ?? null,
    progress: text('progress'),
    nextSteps: text('nextSteps'),
    issues: text('issues'),
    evidence: text('evidence'),
    percentComplete: typeof percent?.value === 'number' && percent.ambiguous === null ? percent.value : null,
  }
  const { at: _, ...said } = update
  return Object.values(said).every((v) => v === null) ? null : update
}

/** Columns that no field takes; a second column with the day that the completion text means already says nothing new. */
function notesOf(event: ActionEvent, completion: Completion | null): string[] {
  const places = new Set(
    event.columns
      .filter((c) => ['group', 'priority', 'milestone'].includes(c.field ?? ''))
      .map((c) => c.column),
  )
  return event.draft.notes.flatMap(({ header, text, cell }) => {
    const column = event.columns.find((c) => c.column === cell.replace(/\d+$/, ''))
    if (column && places.has(column.column)) return []
    const heading = (column?.header ?? header).replaceAll(/\s+/g, ' ').trim()
    if (readRef(text) !== null && readHeader(heading, '')?.meaning === 'ref') return []
    if (completion && readCompletion(text, { inCell: true }).latest === completion.latest) {
      if (readHeader(heading, '')?.meaning === 'completion') return []
    }
    return [heading === '' ? text : `${heading}: ${text}`]
  })
}
