import { bareWording } from '../import/wording.ts'
import { leadingRef, refDepth } from '../workbook/readRef.ts'
import type { PlannedAction, PlannedGroup, PlannedObjective, PlanStructure } from './planDraft.ts'
import { numbersIn, planHeading, type PlanHeading } from './planHeading.ts'

type Open<T> = { -readonly [K in keyof T]: T[K] }
export type OpenObjective = Open<Omit<PlannedObjective, 'ref' | 'actions' | 'notes'>> & {
  ref: string | null
  readonly actions: PlannedAction[]
  readonly notes: string[]
}
export type OpenGroup = Open<Omit<PlannedGroup, 'number' | 'objectives' | 'priorities'>> & {
  number: number | null
  readonly priorities: { number: number; heading: string | null }[]
  readonly objectives: OpenObjective[]
}
type OpenPriority = { number: number; text: string }

/** The groups, priorities and objectives of a plan as they are met: what is named again is the same again. */
export type StructureMaker = {
  readonly group: (heading: PlanHeading) => OpenGroup
  /** One or, where the words are only numbers ("Priorities 3 and 9"), several. */
  readonly priorities: (heading: PlanHeading) => readonly number[]
  readonly objective: (group: OpenGroup, heading: PlanHeading | null) => OpenObjective
  /** The group for actions that stand in none: of their priority where they have one. */
  readonly groupWithout: (priority: number | null) => OpenGroup
  readonly link: (group: OpenGroup, priority: number, wording: string | null) => void
  readonly finish: () => PlanStructure
}

export function makeStructure(): StructureMaker {
  const groups: OpenGroup[] = []
  const priorities: OpenPriority[] = []
  return {
    group: (heading) => findGroup(groups, heading),
    priorities: (heading) => findPriorities(priorities, heading),
    objective: findObjective,
    groupWithout: (priority) => groupFor(groups, priorities, priority),
    link(group, number, wording) {
      const known = group.priorities.find((p) => p.number === number)
      if (!known) group.priorities.push({ number, heading: wordingOf(priorities, number, wording) })
      else known.heading ??= wordingOf(priorities, number, wording)
    },
    finish: () => finish(groups, priorities),
  }
}

/** A group's own wording of a priority, where it is another than the plan's. */
function wordingOf(
  priorities: readonly OpenPriority[],
  number: number,
  wording: string | null,
): string | null {
  const text = priorities.find((p) => p.number === number)?.text ?? ''
  return wording === null || wording === '' || bareWording(wording) === bareWording(text) ? null : wording
}

const wholeNumber = (text: string | null): number | null =>
  text !== null && /^\d{1,2}$/.test(text)
    ? Number(text)
    : text !== null && /^[A-H]$/i.test(text)
      ? text.toUpperCase().charCodeAt(0) - 64
      : null

function findGroup(groups: OpenGroup[], heading: PlanHeading): OpenGroup {
  const number = wholeNumber(heading.number)
  const words = heading.words
  const known = groups.find(
    (g) =>
      (number !== null && g.number === number) ||
      (words !== '' && bareWording(g.name) === bareWording(words) && (number === null || g.number === null)),
  )
  if (known) {
    if (known.name === '') known.name = words
    known.number ??= number
    return known
  }
  const group: OpenGroup = { number, name: words, made: false, chair: null, priorities: [], objectives: [] }
  groups.push(group)
  return group
}

function findPriorities(priorities: OpenPriority[], heading: PlanHeading): readonly number[] {
  const several = numbersIn([heading.number, heading.words].filter(Boolean).join(' '))
  if (several.length > 1) return several.map((n) => onePriority(priorities, n, ''))
  return [onePriority(priorities, wholeNumber(heading.number), heading.words)]
}

function onePriority(priorities: OpenPriority[], number: number | null, words: string): number {
  const known = priorities.find((p) =>
    number === null ? words !== '' && bareWording(p.text) === bareWording(words) : p.number === number,
  )
  if (known) {
    if (known.text === '') known.text = words
    return known.number
  }
  const next = number ?? Math.max(0, ...priorities.map((p) => p.number)) + 1
  priorities.push({ number: next, text: words })
  return next
}

function findObjective(group: OpenGroup, heading: PlanHeading | null): OpenObjective {
  const ref = heading?.number ?? null
  const title = heading === null || heading.words === '' ? null : heading.words
  const known = group.objectives.find((o) =>
    ref === null ? bareWording(o.title ?? '') === bareWording(title ?? '') : o.ref === ref,
  )
  if (known) {
    known.title ??= title
    return known
  }
  const objective: OpenObjective = { ref, refMade: ref === null, title, actions: [], notes: [] }
  group.objectives.push(objective)
  return objective
}

function groupFor(
  groups: OpenGroup[],
  priorities: readonly OpenPriority[],
  priority: number | null,
): OpenGroup {
  const of = priorities.find((p) => p.number === priority)
  const name = of ? of.text || `Priority ${of.number}` : 'Without a working group'
  const known = groups.find((g) => g.made && (of ? g.number === of.number : g.name === name))
  if (known) return known
  const isFree = of !== undefined && !groups.some((g) => g.number === of.number)
  const group: OpenGroup = {
    number: isFree ? of.number : null,
    name,
    made: true,
    chair: null,
    priorities: [],
    objectives: [],
  }
  groups.push(group)
  return group
}

function finish(groups: readonly OpenGroup[], priorities: readonly OpenPriority[]): PlanStructure {
  const used = new Set(groups.flatMap((g) => (g.number === null ? [] : [g.number])))
  let next = 1
  const free = (): number => {
    while (used.has(next)) next += 1
    used.add(next)
    return next
  }
  const full = groups.filter((g) => g.objectives.some((o) => o.actions.length > 0) || !g.made)
  const refs = new Set(
    full.flatMap((g) => g.objectives.flatMap((o) => o.actions.filter((a) => !a.refMade).map((a) => a.ref))),
  )
  return {
    priorities: priorities
      .toSorted((a, b) => a.number - b.number)
      .map((p) => ({ ...p, text: p.text || `Priority ${p.number}` })),
    groups: full
      .map((group) => {
        const number = group.number ?? free()
        return {
          ...group,
          number,
          name: group.name || `Working group ${number}`,
          priorities: group.priorities.toSorted((a, b) => a.number - b.number),
          objectives: withRefs(number, group.objectives, refs),
        }
      })
      .sort((a, b) => a.number - b.number),
  }
}

/** Objectives without a number take the one that their actions' refs begin with, else the next of their group. */
function withRefs(
  group: number,
  objectives: readonly OpenObjective[],
  refs: Set<string>,
): PlannedObjective[] {
  const used = new Set(objectives.map((o) => o.ref))
  let next = 1
  const made = (): string => {
    while (used.has(`${group}.${next}`)) next += 1
    used.add(`${group}.${next}`)
    return `${group}.${next}`
  }
  return objectives.map((o) => {
    const ref = o.ref ?? commonPrefix(o, used) ?? made()
    used.add(ref)
    return { ...o, ref, refMade: o.ref === null, actions: numbered(ref, o.actions, refs) }
  })
}

function commonPrefix(objective: OpenObjective, used: ReadonlySet<string | null>): string | null {
  const prefixes = new Set(
    objective.actions
      .filter((a) => !a.refMade)
      .map((a) => (refDepth(a.ref) >= 2 ? a.ref.split('.').slice(0, -1).join('.') : '')),
  )
  const [only = ''] = prefixes
  return prefixes.size === 1 && only !== '' && !used.has(only) ? only : null
}

/** Actions without a reference of their own count on under their objective. */
function numbered(objective: string, actions: readonly PlannedAction[], used: Set<string>): PlannedAction[] {
  let next = 1
  return actions.map((action) => {
    if (!action.refMade) return action
    while (used.has(`${objective}.${next}`)) next += 1
    used.add(`${objective}.${next}`)
    return { ...action, ref: `${objective}.${next}` }
  })
}

/** A cell that names a place: "1.2 Improve access", "Working group 2: Commissioning", "3". */
export function placeInCell(text: string): PlanHeading {
  const read = planHeading(text)
  if (read.as !== null || read.number !== null) return read
  const alone = /^\(?(\d{1,2}(?:\.\d{1,2})?|[A-H])[.)]?$/.exec(text.trim())
  if (alone) return { as: null, label: null, number: alone[1] ?? null, words: '' }
  const led = leadingRef(text)
  return led ? { ...read, number: led.ref, words: led.rest } : read
}
