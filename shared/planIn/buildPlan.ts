import { readCompletion } from '../dates/readCompletion.ts'
import type { OpenGroup, OpenObjective } from './makeStructure.ts'
import { makeStructure, placeInCell, type StructureMaker } from './makeStructure.ts'
import type {
  PlannedAction,
  PlanOutcome,
  PlanProblem,
  PlanRow,
  PlanStructure,
  RowPlace,
} from './planDraft.ts'
import { cellText, rowText, type ActionEvent, type HeadingEvent, type PlanEvent } from './planEvents.ts'
import { planHeading, type Place } from './planHeading.ts'
import { readAction, type ActionContext, type ReadAction } from './readAction.ts'
import type { AssignedLevels } from './assignLevels.ts'
import { addTo } from './addTo.ts'
import { actionProblems } from './actionProblems.ts'
import { readPriorityTable } from './readPriorityTable.ts'
import type { ReadTable } from './readTables.ts'

export type BuiltPlan = {
  readonly structure: PlanStructure
  readonly rows: readonly PlanRow[]
  readonly problems: readonly PlanProblem[]
}

/** Where the next action belongs, as the headings above it say. */
type Standing = { readonly depth: number; readonly at: number }
type Walk = {
  readonly context: ActionContext
  readonly heading: AssignedLevels['heading']
  readonly make: StructureMaker
  readonly levels: ReadonlyMap<string, Place | null>
  readonly rows: PlanRow[]
  readonly problems: PlanProblem[]
  /** Actions by their ref. */
  readonly byRef: Map<string, PlannedAction>
  /** Actions whose milestones a list of their own gives. */
  readonly stepped: Set<PlannedAction>
  /** Counts actions, so that a heading knows whether any stood since the one before. */
  actions: number
  group: (Standing & { readonly value: OpenGroup }) | null
  priorities: (Standing & { readonly value: readonly number[] }) | null
  objective: (Standing & { readonly value: HeadingEvent }) | null
  /** By table and column: what a cell above said, for the blank cells under it. */
  readonly carried: Map<string, string>
  last: { readonly action: PlannedAction; readonly table: string } | null
  lastObjective: OpenObjective | null
}

/** Puts the actions of a plan in their places. Every row of its tables comes out once, with what became of it. */
export function buildPlan(
  events: readonly PlanEvent[],
  { levels, heading }: AssignedLevels,
  context: ActionContext,
): BuiltPlan {
  const walk: Walk = {
    context,
    heading,
    make: makeStructure(),
    levels: new Map(levels.map((l) => [l.key, l.as])),
    rows: [],
    problems: [],
    byRef: new Map(),
    stepped: new Set(),
    actions: 0,
    group: null,
    priorities: null,
    objective: null,
    carried: new Map(),
    last: null,
    lastObjective: null,
  }
  for (const event of events) step(walk, event)
  return { structure: walk.make.finish(), rows: oncePerRow(walk.rows), problems: walk.problems }
}

function step(walk: Walk, event: PlanEvent): void {
  switch (event.kind) {
    case 'heading':
      return takeHeading(walk, event)
    case 'chair':
      if (walk.group) walk.group.value.chair ??= { name: event.name, title: event.title }
      return
    case 'row':
      if (event.outcome === 'other' && event.isInside) keepNote(walk, event.text)
      return account(walk, event.at, event.outcome, event.text, { why: event.why })
    case 'table':
      return takeTable(walk, event.table)
    default:
      return takeAction(walk, event)
  }
}

function account(
  walk: Walk,
  at: RowPlace,
  outcome: PlanOutcome,
  text: string,
  more: { readonly ref?: string | null; readonly why?: string | null } = {},
): void {
  walk.rows.push({ ...at, outcome, text, ref: more.ref ?? null, why: more.why ?? null })
}

/** A banner of several lines is one row: what its first line is, the row is. */
function oncePerRow(rows: readonly PlanRow[]): PlanRow[] {
  const seen = new Set<string>()
  return rows.filter((r) => {
    const key = `${r.sheet}\n${r.row}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function keepNote(walk: Walk, text: string): void {
  walk.lastObjective?.notes.push(text)
}

function takeHeading(walk: Walk, event: HeadingEvent): void {
  // words over the full width with nothing under them are a note, unless they say what they are
  const isHeading = event.as !== null || walk.heading.has(event)
  const as = isHeading ? (walk.levels.get(event.key) ?? null) : null
  const standing: Standing = { depth: event.depth, at: walk.actions }
  endDeeper(walk, event, as)
  if (as === 'group') walk.group = { ...standing, value: walk.make.group(event) }
  else if (as === 'priority') takePriority(walk, event, standing)
  else if (as === 'objective') walk.objective = { ...standing, value: event }
  if (event.at)
    account(walk, event.at, as ?? 'other', event.text, {
      ref: as === null ? null : event.number,
      why: as === null ? 'A row over the full width that heads nothing here.' : null,
    })
  if (event.at && as === null) keepNote(walk, event.text)
}

/** A heading ends what headings as deep or deeper began; in a table only where actions stood between. */
function endDeeper(walk: Walk, event: HeadingEvent, as: Place | null): void {
  const isIn = event.at !== null
  if (isIn && as === null) return
  const ends = (standing: Standing | null): boolean =>
    standing !== null && standing.depth >= event.depth && (!isIn || standing.at < walk.actions)
  if (ends(walk.group)) walk.group = null
  if (ends(walk.priorities) && as !== 'priority') walk.priorities = null
  if (ends(walk.objective)) walk.objective = null
}

/** Priorities that follow each other without an action between them hold together. */
function takePriority(walk: Walk, event: HeadingEvent, standing: Standing): void {
  const numbers = walk.make.priorities(event)
  const before = walk.priorities
  const goesOn = before !== null && before.depth === event.depth && before.at === walk.actions
  walk.priorities = { ...standing, value: goesOn ? [...before.value, ...numbers] : numbers }
  if (walk.group && event.depth >= walk.group.depth)
    for (const n of numbers) walk.make.link(walk.group.value, n, event.words)
}

function takeTable(walk: Walk, table: ReadTable): void {
  const read = readPriorityTable(table.view)
  for (const row of read) {
    const [number] = walk.make.priorities({
      as: 'priority',
      label: null,
      number: row.number,
      words: row.text,
    })
    if (number !== undefined && row.groups.length > 0)
      for (const name of row.groups) walk.make.link(walk.make.group(placeInCell(name)), number, null)
  }
  const known = new Map(read.map((r) => [r.row, r]))
  for (const row of table.view.rowNumbers) {
    const text = rowText(table.view, row)
    if (text === '') continue
    const at = { sheet: table.name, row }
    const priority = known.get(row)
    if (priority) account(walk, at, 'priority', text, { ref: priority.number })
    else if (read.length > 0) account(walk, at, 'heading-row', text, { why: 'The headings of the columns.' })
    else account(walk, at, 'outside', text, { why: whyOutside(table) })
  }
}

function takeAction(walk: Walk, event: ActionEvent): void {
  const read = readAction(event, walk.context)
  const text = rowText(event.table.view, event.draft.row)
  const earlier = earlierAction(walk, event, read)
  if (earlier) {
    if (earlier.isStep) addStep(walk, earlier.action, read)
    else addTo(earlier.action, read)
    account(walk, event.at, 'more', text, { ref: earlier.action.ref, why: earlier.why })
    return
  }
  if (read.action === '') {
    account(walk, event.at, 'other', text, { why: 'This row has no words in the column of the actions.' })
    keepNote(walk, text)
    return
  }
  const { printedRef, ...rest } = read
  const isTaken = printedRef !== null && walk.byRef.has(printedRef)
  const action: PlannedAction = { ...rest, ref: printedRef ?? '', refMade: printedRef === null || isTaken }
  const { group, priorities } = placeOf(walk, event)
  const objective = objectiveOf(walk, event, group, printedRef)
  for (const n of priorities) walk.make.link(group, n, null)
  objective.actions.push(action)
  walk.lastObjective = objective
  if (printedRef !== null && !isTaken) walk.byRef.set(printedRef, action)
  walk.last = { action, table: event.table.name }
  walk.actions += 1
  walk.problems.push(...actionProblems(event, action, isTaken ? printedRef : null))
  account(walk, event.at, 'action', text, { ref: isTaken ? null : printedRef })
}

const whyOutside = ({ shown }: ReadTable): string =>
  shown.headerRow === null
    ? 'Not taken: no headings of actions were found in this table.'
    : 'Not taken: no column of this table is read.'

/**
 * The action that a row only goes on with: its ref or its words reach into it from a merged cell above, it has neither, or
 * another table listed the ref already. Null for an action of its own.
 */
function earlierAction(
  walk: Walk,
  event: ActionEvent,
  read: ReadAction,
): { readonly action: PlannedAction; readonly why: string; readonly isStep?: boolean } | null {
  const { ref, action } = event.draft.values
  const isOwn = (cell: string | undefined): boolean =>
    cell?.replace(/^[A-Z]+/, '') === String(event.draft.row)
  const here = walk.last?.table === event.table.name ? walk.last.action : null
  if (here && action && !isOwn(action.cell) && !(ref && isOwn(ref.cell)))
    return { action: here, why: 'Merged cells of the action above reach into this row.' }
  if (here && read.action === '' && read.printedRef === null)
    return {
      action: here,
      why: 'Has no reference and no action of its own, so it goes on with the action above.',
    }
  const known = read.printedRef === null ? undefined : walk.byRef.get(read.printedRef)
  if (!known || known.at.sheet === event.table.name) return null
  if (event.columns.some((c) => c.field === 'action' && /\bmilestones?\b/i.test(c.header)))
    return { action: known, why: 'A dated step of this action.', isStep: true }
  return { action: known, why: 'This reference stands in another table already.' }
}

/** A list of milestones says what an action's dated steps are; what was found in its completion text gives way to it. */
function addStep(walk: Walk, action: PlannedAction, read: ReadAction): void {
  if (!walk.stepped.has(action)) action.milestones = []
  walk.stepped.add(action)
  const own = readCompletion(read.action, { near: walk.context.today })
  const { text, earliest, latest, precision } = own
  const date = earliest === null && latest === null ? read.completion : { text, earliest, latest, precision }
  action.milestones.push({ text: read.action, date })
}

type Place3 = { readonly group: OpenGroup; readonly priorities: readonly number[] }

function placeOf(walk: Walk, event: ActionEvent): Place3 {
  const groupText = columnText(walk, event, 'group')
  const priorityText = columnText(walk, event, 'priority')
  const priorities =
    priorityText === '' ? (walk.priorities?.value ?? []) : walk.make.priorities(placeInCell(priorityText))
  const group =
    groupText === ''
      ? (walk.group?.value ?? walk.make.groupWithout(priorities[0] ?? null))
      : walk.make.group(placeInCell(groupText))
  return { group, priorities }
}

/** The objective by its column, by the heading above, by the beginning of the ref; else one without a title. */
function objectiveOf(walk: Walk, event: ActionEvent, group: OpenGroup, ref: string | null): OpenObjective {
  const text = columnText(walk, event, 'objective')
  if (text !== '') return walk.make.objective(group, placeInCell(text))
  if (walk.objective) return walk.make.objective(group, walk.objective.value)
  const parts = (ref ?? '').split('.')
  if (parts.length >= 3)
    return walk.make.objective(group, { ...planHeading(''), number: parts.slice(0, -1).join('.') })
  return walk.make.objective(group, null)
}

/** A blank cell of a place holds what the cell above says: it is written once for all rows that it covers. */
function columnText(walk: Walk, event: ActionEvent, field: Place): string {
  const column = event.columns.find((c) => c.field === field)
  if (!column) return ''
  const key = `${event.table.name}\n${column.column}`
  const text = cellText(event, column) || (walk.carried.get(key) ?? '')
  walk.carried.set(key, text)
  return text
}
