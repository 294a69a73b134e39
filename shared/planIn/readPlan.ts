import { addDays } from '../dates/isoDay.ts'
import { assignLevels } from './assignLevels.ts'
import { buildPlan } from './buildPlan.ts'
import type {
  PlanAnswers,
  PlanLevel,
  PlanProblem,
  PlanRow,
  PlanStructure,
  PlanTableView,
} from './planDraft.ts'
import { planEvents } from './planEvents.ts'
import type { PlanSource } from './planSource.ts'
import { readTables, type ReadTable } from './readTables.ts'

export type PlanOptions = {
  /** ISO day that the programme began; null: as the plan's own dates suggest. */
  readonly startedOn: string | null
  /** ISO day. */
  readonly today: string
  readonly answers: PlanAnswers
}

/** What a plan's document says, before a programme is made of it. */
export type PlanReading = {
  readonly localArea: string | null
  /** As given, or the first day of the month in which the plan's dates begin; null where it has none. */
  readonly startedOn: string | null
  readonly tables: readonly PlanTableView[]
  readonly levels: readonly PlanLevel[]
  readonly rows: readonly PlanRow[]
  readonly structure: PlanStructure
  readonly problems: readonly PlanProblem[]
}

/**
 * Reads a whole plan: its tables, what its headings are, and from both the groups, priorities, objectives and actions. Pure
 * and never throws; what is not understood is among the rows with the reason, what is doubtful among the problems.
 */
export function readPlan(source: PlanSource, options: PlanOptions): PlanReading {
  const first = readOnce(source, options, options.startedOn ?? '')
  if (options.startedOn !== null) return { ...first, startedOn: options.startedOn }
  const startedOn = beginningOf(first.structure)
  return startedOn === null ? first : { ...readOnce(source, options, startedOn), startedOn }
}

function readOnce(source: PlanSource, { today, answers }: PlanOptions, startedOn: string): PlanReading {
  const near = startedOn === '' ? today : addDays(startedOn, HALF_A_YEAR)
  const tables = readTables(source, { startedOn, today: near, mappings: answers.mappings })
  const events = planEvents(source, tables)
  const assigned = assignLevels(events, answers.levels)
  const built = buildPlan(events, assigned, { startedOn, today: near })
  return {
    localArea: localAreaIn([...tables.values()]),
    startedOn: null,
    tables: [...tables.values()].map((t) => t.shown),
    levels: assigned.levels,
    rows: built.rows,
    structure: built.structure,
    problems: [...planProblems(source, built.structure, startedOn), ...built.problems],
  }
}

/** A date without a year is one of the plan's first year: the nearest to the middle of it. */
const HALF_A_YEAR = 182

/** "Local area | Cumbria" in a table of facts. */
function localAreaIn(tables: readonly ReadTable[]): string | null {
  for (const { view } of tables)
    for (const row of view.rowNumbers) {
      const [label, value] = view.ownCells(row)
      if (label && value && /^(?:local area|area|local authority|council)\s*:?$/i.test(label.text.trim()))
        if (value.text.trim() !== '' && value.text.length <= 60) return value.text.trim()
    }
  return null
}

/** Dates this many years before the middle one are slips of the pen. */
const LONGEST_YEARS = 3

/** The first day of the month in which the plan's dates begin, slips left out. */
function beginningOf(structure: PlanStructure): string | null {
  const days = structure.groups
    .flatMap((g) => g.objectives.flatMap((o) => o.actions))
    .flatMap((a) => [a.completion?.earliest, ...a.milestones.map((m) => m.date?.earliest)])
    .filter((d) => typeof d === 'string')
    .sort()
  const middle = days[Math.floor(days.length / 2)]
  if (middle === undefined) return null
  const least = `${Number(middle.slice(0, 4)) - LONGEST_YEARS}${middle.slice(4)}`
  const first = days.find((d) => d >= least)
  return first === undefined ? null : `${first.slice(0, 8)}01`
}

/** What should be known of the plan as a whole. */
function planProblems(source: PlanSource, structure: PlanStructure, startedOn: string): PlanProblem[] {
  const whole = (code: string, message: string): PlanProblem => ({
    code,
    sheet: null,
    row: null,
    cell: null,
    ref: null,
    message,
  })
  const problems = source.hidden.map((name) =>
    whole(
      'hidden-sheet',
      `The sheet “${name}” is hidden, so it was not read. Unhide it in Excel if it should be.`,
    ),
  )
  const made = structure.groups.filter((g) => g.made)
  if (made.length > 0 && made.length === structure.groups.length)
    problems.push(
      whole(
        'groups-made',
        structure.priorities.length > 0
          ? 'The plan names no working groups, so each priority has a group of its own with the same words.'
          : 'The plan names no working groups, so all actions stand in one.',
      ),
    )
  else if (made.length > 0)
    problems.push(
      whole(
        'group-made',
        `Some actions stand under no working group: see ${made.map((g) => `“${g.name}”`).join(', ')}.`,
      ),
    )
  const objectives = structure.groups.flatMap((g) => g.objectives)
  const untitled = objectives.filter((o) => o.title === null && o.actions.length > 0)
  if (untitled.length > 0)
    problems.push(
      whole(
        'objective-untitled',
        untitled.length === objectives.length
          ? 'The plan names no objectives, so they have numbers and no titles.'
          : `No title was found for objective ${untitled.map((o) => o.ref).join(', ')}.`,
      ),
    )
  const steps = objectives.flatMap((o) => o.actions.flatMap((a) => a.milestones))
  if (startedOn === '' && steps.some((m) => m.date === null))
    problems.push(
      whole(
        'milestone-undated',
        'The plan has milestones that count in months from its beginning, and does not say when that was: give the start date.',
      ),
    )
  const empty = objectives.filter((o) => o.actions.length === 0)
  if (empty.length > 0)
    problems.push(
      whole('objective-empty', `No action was found under objective ${empty.map((o) => o.ref).join(', ')}.`),
    )
  return problems
}
