import nlp from 'compromise'
import type { Programme } from '../../shared/view/programme.ts'

/**
 * The names of private people in a text, by a language library that knows given names and titles. People whom the plan itself
 * names (officers, chairs, holders of posts) are no secret; posts, abbreviations and months that look like names are left out.
 */
export function nameFinder(p: Programme): (text: string) => readonly string[] {
  const known = knownWords(p)
  return (text) => {
    if (!/[A-Z][a-z]/u.test(text)) return []
    const found: string[] = nlp(text).people().out('array')
    return found.map(tidy).filter((name) => isPrivate(name, known))
  }
}

const tidy = (name: string): string => name.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

const notNames =
  /\b(?:storm|director|manager|officer|lead|chair|head|councillor|service|school|academy|college|hospital|centre|road|street|board|group|team|council|asst|assistant|support|send?|january|february|march|april|may|june|july|august|september|october|november|december)\b/iu

function isPrivate(name: string, known: ReadonlySet<string>): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(name) || notNames.test(name)) return false
  const words = name.toLocaleLowerCase('en-GB').split(/[\s.]+/u)
  return words.some((w) => w.length > 1 && !known.has(w))
}

/** Every word of the names that the plan prints, and of the names of its boards, groups, organisations and places. */
function knownWords(p: Programme): ReadonlySet<string> {
  const { tables, programme } = p
  const names = [
    programme.name,
    programme.localArea,
    programme.visionOwner,
    ...programme.partners,
    ...tables.officer.map((o) => o.name),
    ...tables.postHolder.map((h) => h.name),
    ...tables.board.flatMap((b) => [b.name, b.chairName, ...b.alternativeNames]),
    ...tables.workingGroup.flatMap((g) => [g.name, g.chairName, ...g.alternativeNames]),
    ...tables.organisation.map((o) => o.name),
    ...tables.event.flatMap((e) => [e.name, e.venue, ...e.locations]),
    ...tables.glossaryEntry.map((g) => g.inFull),
  ]
  return new Set(names.flatMap((n) => (n ?? '').toLocaleLowerCase('en-GB').split(/[^\p{L}’']+/u)))
}
