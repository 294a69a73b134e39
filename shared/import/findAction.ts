import type { ActionEntry, Programme } from '../view/programme.ts'
import { plainRef } from './planIndex.ts'
import { bareWording } from './wording.ts'
import { buildWordingIndex, type WordingIndex } from './wordingIndex.ts'

const most = 20

/**
 * The actions that somebody may mean by a few words: by reference first, then those with all the words in their text, leads
 * or group, then close wordings; up to 20, best first. Nothing for a blank text.
 */
export function findAction(programme: Programme, text: string): readonly ActionEntry[] {
  const words = bareWording(text).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const ref = plainRef(text)
  const isRef = /^[\d.]+$/u.test(ref)
  const byRef = isRef
    ? programme.actions.filter(({ action }) =>
        `${plainRef(action.ref)}.`.startsWith(`${ref.replace(/\.$/u, '')}.`),
      )
    : []
  const { index, said } = lookUp(programme)
  const byWords = programme.actions.filter((e) => {
    const own = said.get(e.action.id) ?? ''
    return words.every((w) => own.includes(` ${w}`))
  })
  const close = index
    .closest(text)
    .filter((f) => f.score > 0)
    .flatMap((f) => programme.actionById.get(f.id) ?? [])
  return [...new Set([...byRef, ...byWords, ...close])].slice(0, most)
}

type LookUp = { readonly index: WordingIndex; readonly said: ReadonlyMap<string, string> }

/** Every letter typed asks again: a programme is indexed once. */
const known = new WeakMap<Programme, LookUp>()

function lookUp(programme: Programme): LookUp {
  const before = known.get(programme)
  if (before) return before
  const { actions } = programme
  const made: LookUp = {
    index: buildWordingIndex(actions.map((e) => ({ id: e.action.id, text: e.action.action }))),
    said: new Map(actions.map((e) => [e.action.id, ` ${wordsOf(e)}`])),
  }
  known.set(programme, made)
  return made
}

const wordsOf = ({ action, leads, group, objective }: ActionEntry): string =>
  bareWording(
    [action.ref, action.action, objective.title ?? '', group.name, ...leads.map((l) => l.printed)].join(' '),
  )
