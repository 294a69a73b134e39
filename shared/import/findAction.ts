import type { ActionEntry, Programme } from '../view/programme.ts'
import { plainRef } from './planIndex.ts'
import { bareWording } from './wording.ts'
import { buildWordingIndex } from './wordingIndex.ts'

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
  const byWords = programme.actions.filter((e) => {
    const own = ` ${wordsOf(e)}`
    return words.every((w) => own.includes(` ${w}`))
  })
  const index = buildWordingIndex(programme.actions.map((e) => ({ id: e.action.id, text: e.action.action })))
  const close = index
    .closest(text)
    .filter((f) => f.score > 0)
    .flatMap((f) => programme.actionById.get(f.id) ?? [])
  return [...new Set([...byRef, ...byWords, ...close])].slice(0, most)
}

const wordsOf = ({ action, leads, group, objective }: ActionEntry): string =>
  bareWording(
    [action.ref, action.action, objective.title ?? '', group.name, ...leads.map((l) => l.printed)].join(' '),
  )
