import type { Item } from './item.ts'
import { dayItems } from './dayItems.ts'
import { longItems } from './longItems.ts'
import type { Token } from './token.ts'

/** What a pattern makes of the tokens that fit it; null where it is no date after all. */
export type Pattern = readonly [RegExp, (tokens: readonly Token[], first: number) => readonly Item[] | null]

const patterns: readonly Pattern[] = [...dayItems, ...longItems]

/** Finds every date in the tokens, from left to right, the longest sensible reading first. */
export function findItems(tokens: readonly Token[]): readonly Item[] {
  const kinds = tokens.map(({ kind }) => kind).join('')
  const items: Item[] = []
  let at = 0
  while (at < tokens.length) {
    const found = itemsAt(tokens, kinds, at)
    const last = found?.at(-1)
    if (found === null || last === undefined) {
      at += 1
      continue
    }
    items.push(...found)
    at = last.end
  }
  return items
}

function itemsAt(tokens: readonly Token[], kinds: string, at: number): readonly Item[] | null {
  for (const [pattern, build] of patterns) {
    pattern.lastIndex = at
    const hit = pattern.exec(kinds)
    if (hit === null) continue
    const found = build(tokens.slice(at, at + hit[0].length), at)
    if (found !== null) return found
  }
  return null
}
