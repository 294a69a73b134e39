import type { Programme } from '../view/programme.ts'
import { bareWording } from './wording.ts'
import { buildWordingIndex, type WordingIndex } from './wordingIndex.ts'

/** What matching looks rows up in. */
export type PlanIndex = {
  /** Ids of the actions with a ref, written plainly; more than one only where a plan uses a ref twice. */
  readonly actionsByRef: ReadonlyMap<string, readonly string[]>
  readonly objectiveRefs: ReadonlySet<string>
  /** Built when a row first needs it: most rows have a ref and print their action's own words. */
  wording(): WordingIndex
  /** How well a row's text fits one action: 0 to 1. */
  fit(text: string, actionId: string): number
  /** Whether a text is the title of an objective, a priority or a group. */
  isHeading(text: string): boolean
  refOf(actionId: string): string
  groupOf(actionId: string): string
}

/** Indexes a programme's actions by ref and wording, and its headings; once for all files that are matched with it. */
export function indexPlan(programme: Programme): PlanIndex {
  const known = indexes.get(programme) ?? makeIndex(programme)
  indexes.set(programme, known)
  return known
}

const indexes = new WeakMap<Programme, PlanIndex>()

function makeIndex(programme: Programme): PlanIndex {
  const actionsByRef = new Map<string, string[]>()
  for (const { action } of programme.actions) {
    const ref = plainRef(action.ref)
    actionsByRef.set(ref, [...(actionsByRef.get(ref) ?? []), action.id])
  }
  const headings = once(() => new Set(headingsOf(programme).map(bareWording).filter(Boolean)))
  const wording = once(() =>
    buildWordingIndex(programme.actions.map((e) => ({ id: e.action.id, text: e.action.action }))),
  )
  const of = (id: string) => programme.actionById.get(id)
  return {
    actionsByRef,
    objectiveRefs: new Set(programme.groups.flatMap((g) => g.objectives.map((o) => plainRef(o.ref)))),
    wording,
    fit: (text, id) => (of(id)?.action.action === text ? 1 : wording().score(text, id)),
    isHeading: (text) => headings().has(bareWording(text)),
    refOf: (id) => of(id)?.action.ref ?? id,
    groupOf: (id) => of(id)?.group.id ?? '',
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

/** A ref without the words, spaces and dots around it: "Action 6.1.10." and " 6.1.10 " are 6.1.10. */
export function plainRef(ref: string): string {
  const text = ref.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  const found = /^\D*?(\d+(?:\s*\.\s*\d+)*)\s*[.):]*$/u.exec(text)
  return found?.[1]?.replace(/\s+/gu, '') ?? text.toLocaleLowerCase('en-GB')
}

function headingsOf(programme: Programme): readonly string[] {
  const objectives = programme.groups.flatMap((g) => g.objectives)
  return [
    ...objectives.flatMap((o) => (o.title === null ? [] : [o.title, `${o.ref} ${o.title}`])),
    ...objectives.flatMap((o) => (o.title === null ? [] : [`Objective ${o.ref} ${o.title}`])),
    ...programme.tables.priority.map((p) => p.text),
    ...programme.groups.flatMap((g) => [g.group.name, ...g.group.alternativeNames]),
  ]
}
