import type { PlanAnswers, PlanLevel } from './planDraft.ts'
import type { HeadingEvent, PlanEvent } from './planEvents.ts'
import type { Place } from './planHeading.ts'

type Level = {
  readonly key: string
  readonly depth: number
  readonly as: Place | null
  readonly texts: string[]
  readonly numbers: string[]
}

/**
 * Decides what the headings of each kind are. Those that say it ("Workstream 2") are taken at their word; of the others, a
 * number with a dot or an inner place makes an objective, the words of a weakness a priority, a sheet's name a group. A kind that
 * heads the whole plan, or nothing, is none. What a person has answered counts before all of it.
 */
export function assignLevels(
  events: readonly PlanEvent[],
  answers: PlanAnswers['levels'],
): readonly PlanLevel[] {
  const levels = headingLevels(events)
  const columns = columnPlaces(events)
  const taken = new Set<Place>([...levels.flatMap((l) => (l.as === null ? [] : [l.as])), ...columns])
  const given = new Map(answers.map((a) => [a.key, a.as]))
  for (const as of given.values()) if (as !== null) taken.add(as)
  const found = new Map<string, Place | null>()
  // from the innermost outwards: an action stands under its objective first
  for (const level of levels.toSorted((a, b) => b.depth - a.depth)) {
    const as = level.as ?? siblingOf(level, levels) ?? placeOf(level, { taken, columns, levels })
    found.set(level.key, as)
    if (as !== null) taken.add(as)
  }
  return levels.map((level) => ({
    key: level.key,
    name: nameOf(level),
    example: level.texts[0] ?? '',
    count: new Set(level.texts).size,
    as: given.has(level.key) ? (given.get(level.key) ?? null) : (found.get(level.key) ?? null),
  }))
}

/** The kinds of headings that have actions under them. */
function headingLevels(events: readonly PlanEvent[]): Level[] {
  const levels = new Map<string, Level>()
  const heads = new Map<HeadingEvent, number>()
  let open: HeadingEvent[] = []
  let actions = 0
  for (const event of events) {
    if (event.kind === 'heading') {
      open = [...open.filter((h) => h.depth < event.depth), event]
      if (event.as !== null) note(levels, event)
    } else if (event.kind === 'action') {
      actions += 1
      for (const h of open) heads.set(h, (heads.get(h) ?? 0) + 1)
    }
  }
  for (const [heading, count] of heads)
    if (heading.as === null && (count < actions || heading.at !== null)) note(levels, heading)
  return [...levels.values()].sort((a, b) => a.depth - b.depth)
}

function note(levels: Map<string, Level>, event: HeadingEvent): void {
  const level = levels.get(event.key) ?? {
    key: event.key,
    depth: event.depth,
    as: event.as,
    texts: [],
    numbers: [],
  }
  level.texts.push(event.text)
  if (event.number !== null) level.numbers.push(event.number)
  levels.set(event.key, level)
}

/** What the columns of the actions say already. */
function columnPlaces(events: readonly PlanEvent[]): readonly Place[] {
  const fields = new Set(events.flatMap((e) => (e.kind === 'action' ? e.columns.map((c) => c.field) : [])))
  return (['group', 'priority', 'objective'] as const).filter((p) => fields.has(p))
}

const WEAKNESS =
  /^(?:the |a )?(?:lack|limited|weak|poor|inconsisten|ineffective|insufficien|inequit|inadequa|absence|delay|too (?:many|few|little|much)|not enough|fail|long wait|wide variation|variab|inaccura|low |slow|unmet|gaps? in)|\b(?:is|are) (?:not|too|weak|poor|inconsistent|inequitable)\b/i

/** "1.1 Improve access" among headings that mostly say "Objective 1.2" is one of them. */
function siblingOf(level: Level, levels: readonly Level[]): Place | null {
  if (!level.numbers.some((n) => n.includes('.'))) return null
  return levels.find((l) => l.as !== null && l.key.startsWith(`${level.key} `))?.as ?? null
}

type Known = {
  readonly taken: ReadonlySet<Place>
  readonly columns: readonly Place[]
  readonly levels: readonly Level[]
}

function placeOf(level: Level, { taken, columns, levels }: Known): Place | null {
  if (level.key === 'sheet' && level.texts.every((t) => NO_NAME.test(t))) return null
  if (level.numbers.length > level.texts.length / 2) {
    if (level.numbers.some((n) => n.includes('.'))) return columns.includes('objective') ? null : 'objective'
    return firstFree(['priority', 'group'], taken)
  }
  if (level.texts.filter((t) => WEAKNESS.test(t)).length > level.texts.length / 2 && !taken.has('priority'))
    return 'priority'
  if (level.key === 'sheet') return firstFree(['group', 'priority'], taken)
  const isAlone = levels.every((l) => l.key === level.key) && taken.size === 0
  if (isAlone && !level.texts.every((t) => /^(?:to )?\p{Lu}?\p{Ll}+e?\b/iu.test(t) && VERB.test(t)))
    return 'priority'
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
