import type { Row } from '../model/entities.ts'
import { indexProgramme, type Programme } from './programme.ts'

type Audience = Row<'wording'>['audience']

/** The wordings that will do for an audience, the best first. */
const order: Readonly<Record<Audience, readonly Audience[]>> = {
  board: ['board'],
  public: ['public', 'easy-read'],
  'easy-read': ['easy-read', 'public'],
}

/**
 * The programme with its updates in the words for an audience, where somebody has written them: the wording takes the place
 * of everything that the update said. Updates without such a wording stay as they are.
 */
export function withWordings(p: Programme, audience: Audience): Programme {
  const found = new Map<string, string>()
  for (const wanted of order[audience].toReversed())
    for (const w of p.tables.wording) if (w.audience === wanted) found.set(w.updateId, w.text)
  if (found.size === 0) return p
  const update = p.tables.update.map((u) => {
    const text = found.get(u.id)
    return text === undefined ? u : { ...u, progress: text, nextSteps: null, issues: null }
  })
  return indexProgramme({ ...p.tables, update }, p.today)
}

/** Everything that an update says, as one text: what a wording is written from. */
export const wholeTextOf = (u: Row<'update'>): string =>
  [u.progress, u.nextSteps, u.issues].filter((t) => t !== null && t !== '').join('\n')

/** True where the update says something else by now than when the wording was written. */
export function isStale(p: Programme, w: Row<'wording'>): boolean {
  const update = p.tables.update.find((u) => u.id === w.updateId)
  return update === undefined || wholeTextOf(update) !== w.source
}
