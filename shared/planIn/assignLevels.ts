import type { PlanAnswers, PlanLevel } from './planDraft.ts'
import type { ActionEvent, HeadingEvent, PlanEvent } from './planEvents.ts'
import type { Place } from './planHeading.ts'

type Level = {
  readonly key: string
  readonly depth: number
  readonly as: Place | null
  readonly texts: string[]
  readonly numbers: string[]
  /** Other kinds of headings that stand over the same actions. */
  readonly beside: Set<string>
  /** What the columns of all its actions say already; null before the first. */
  columns: ReadonlySet<Place> | null
}

export type AssignedLevels = {
  readonly levels: readonly PlanLevel[]
  /** Headings with actions under them. */
  readonly heading: ReadonlySet<HeadingEvent>
}

/**
 * Decides what the headings of each kind are. Those that say it ("Workstream 2") are taken at their word; of the others, a
 * number with a dot or an inner place makes an objective, the words of a weakness a priority, a sheet's name a group. A kind that
 * heads the whole plan, or nothing, is none. What a person has answered counts before all of it.
 */
export function assignLevels(events: readonly PlanEvent[], answers: PlanAnswers['levels']): AssignedLevels {
  const { levels, heading } = headingLevels(events)
  const given = new Map(answers.map((a) => [a.key, a.as]))
  const found = new Map<string, Place | null>(levels.map((l) => [l.key, l.as]))
  for (const [key, as] of given) found.set(key, as)
  // from the innermost outwards: an action stands under its objective first
  for (const level of levels.toSorted((a, b) => b.depth - a.depth)) {
    if (level.as !== null || given.has(level.key)) continue
    const beside = [...level.beside].flatMap((key) => found.get(key) ?? [])
    const taken = new Set<Place>([...beside, ...(level.columns ?? [])])
    found.set(level.key, siblingOf(level, levels) ?? placeOf(level, taken))
  }
  return {
    levels: levels.map((level) => ({
      key: level.key,
      name: nameOf(level),
      example: level.texts[0] ?? '',
      count: new Set(level.texts).size,
      as: found.get(level.key) ?? null,
    })),
    heading,
  }
}

/** The kinds of headings that say what they are, and those that have actions under them. */
function headingLevels(events: readonly PlanEvent[]): {
  readonly levels: Level[]
  readonly heading: ReadonlySet<HeadingEvent>
} {
  const levels = new Map<string, Level>()
  const over = new Map<HeadingEvent, ActionEvent[]>()
  let open: HeadingEvent[] = []
  let actions = 0
  for (const event of events) {
    if (event.kind === 'heading') {
      open = [...open.filter((h) => h.depth < event.depth || isBeside(h, event, over)), event]
      if (event.as !== null) levelOf(levels, event)
    } else if (event.kind === 'action') {
      actions += 1
      for (const h of open) over.set(h, [...(over.get(h) ?? []), event])
    }
  }
  const counts = ([heading, under]: [HeadingEvent, ActionEvent[]]): boolean =>
    heading.as !== null || heading.number !== null || under.length < actions || heading.at !== null
  for (const [heading, under] of [...over].filter(counts)) noteActions(levelOf(levels, heading), under)
  const byAction = Map.groupBy(
    [...over].filter(counts).flatMap(([heading, under]) => under.map((action) => ({ heading, action }))),
    (x) => x.action,
  )
  for (const list of byAction.values())
    for (const { heading } of list)
      for (const other of list)
        if (other.heading.key !== heading.key) levels.get(heading.key)?.beside.add(other.heading.key)
  return {
    levels: [...levels.values()].sort((a, b) => a.depth - b.depth),
    heading: new Set(over.keys()),
  }
}

/** Headings of one kind that follow each other without an action between them hold together. */
const isBeside = (
  before: HeadingEvent,
  event: HeadingEvent,
  over: ReadonlyMap<HeadingEvent, unknown>,
): boolean => before.depth === event.depth && before.key === event.key && !over.has(before)

function levelOf(levels: Map<string, Level>, event: HeadingEvent): Level {
  const level = levels.get(event.key) ?? {
    key: event.key,
    depth: event.depth,
    as: event.as,
    texts: [],
    numbers: [],
    beside: new Set(),
    columns: null,
  }
  levels.set(event.key, level)
  if (level.texts.includes(event.text)) return level
  level.texts.push(event.text)
  if (event.number !== null) level.numbers.push(event.number)
  return level
}

function noteActions(level: Level, under: readonly ActionEvent[]): void {
  for (const { columns } of under) {
    const places = PLACES.filter((p) => columns.some((c) => c.field === p))
    const before = level.columns
    level.columns = new Set(before === null ? places : places.filter((p) => before.has(p)))
  }
}

const PLACES: readonly Place[] = ['group', 'priority', 'objective']

/** "1.1 Improve access" among headings that mostly say "Objective 1.2" is one of them. */
function siblingOf(level: Level, levels: readonly Level[]): Place | null {
  if (!level.numbers.some((n) => n.includes('.'))) return null
  return levels.find((l) => l.as !== null && l.key.startsWith(`${level.key} `))?.as ?? null
}

const WEAKNESS =
  /^(?:the |a )?(?:lack|limited|weak|poor|inconsisten|ineffective|insufficien|inequit|inadequa|absence|delay|too (?:many|few|little|much)|not enough|fail|long wait|wide variation|variab|inaccura|low |slow|unmet|gaps? in)|\b(?:is|are) (?:not|too|weak|poor|inconsistent|inequitable)\b/i

function placeOf(level: Level, taken: ReadonlySet<Place>): Place | null {
  if (level.key === 'sheet' && level.texts.every((t) => NO_NAME.test(t))) return null
  if (level.numbers.length > level.texts.length / 2) {
    if (level.numbers.some((n) => n.includes('.')))
      return level.columns?.has('objective') ? null : 'objective'
    return firstFree(['priority', 'group'], taken)
  }
  if (level.texts.filter((t) => WEAKNESS.test(t)).length > level.texts.length / 2 && !taken.has('priority'))
    return 'priority'
  if (level.key === 'sheet') return firstFree(['group', 'priority'], taken)
  const isAlone = level.beside.size === 0 && taken.size === 0
  if (isAlone && !level.texts.every((t) => VERB.test(t))) return 'priority'
  return firstFree(['objective', 'priority', 'group'], taken)
}

const VERB =
  /^(?:to )?(?:improv|ensur|develop|strengthen|establish|deliver|creat|increas|reduc|provid|build|embed|implement|review|support|promot|enhanc|agree|set up|make|give|work|co-?produc|re-?establish|publish|raise)/i

const firstFree = (places: readonly Place[], taken: ReadonlySet<Place>): Place | null =>
  places.find((p) => !taken.has(p)) ?? null

/** Names of sheets that say nothing of what is on them. */
const NO_NAME =
  /^(?:sheet|table|tabelle|blad)\s*\d*$|^(?:the )?(?:send |wsoa |pap |app )?(?:action |improvement |delivery )?(?:plan|actions?|tracker|log|action plan|milestones|data|master|summary|contents?)(?: \d{4})?$/i

function nameOf({ key, as }: Level): string {
  const [kind = '', ...label] = key.split(' ')
  const said = as === null ? '' : ` with “${label.join(' ')}”`
  if (kind === 'sheet') return `Names of sheets${said}`
  if (kind === 'word-0') return `Title${said}`
  if (kind.startsWith('word-')) return `Headings of level ${kind.slice(5)}${said}`
  if (kind === 'paragraph') return `Paragraphs${said}`
  if (kind === 'above') return `Lines above a table${said}`
  return kind === 'row' ? `Rows with a number and a title${said}` : `Rows over the full width${said}`
}
