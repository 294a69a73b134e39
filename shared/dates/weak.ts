import type { Item } from './item.ts'
import type { Token } from './token.ts'

/** Words after which a bare year at the end is a date: "Review 2021", but not "Care Act 2014". */
const STEPS =
  /^(?:reviews?|reviewed|refresh(?:ed)?|completed?|completion|draft(?:ed)?|final(?:ised)?|launch(?:ed)?|off|start|end|delivery|delivered|implementation|implemented|published|agreed|achieved|done|target|place|consultation|pilot|roll-?out|commissioned|update[d]?|date|deadline)$/i

/** What is counted, not dated: "2020 children". */
const COUNTED =
  /^(?:children|child|pupils?|students?|schools?|settings?|young|people|famil(?:y|ies)|parents?|carers?|staff|places?|plans?|ehcps?|cases?|days?|weeks?|months?|hours?|sessions?|responses?|referrals?|attendees|learners?|records?)$/i

/**
 * Leaves out bare years that are part of a name or of a number: a year counts where it stands alone, after a small
 * word ("by 2020") or after a step ("Review 2021"), and not in a clause that has a closer date.
 */
export function dropWeak(tokens: readonly Token[], items: readonly Item[]): readonly Item[] {
  return items.filter((item) => !item.isWeak || isDate(tokens, items, item))
}

function isDate(tokens: readonly Token[], items: readonly Item[], item: Item): boolean {
  const next = tokens[item.end]
  if (next?.kind === 'w' && COUNTED.test(next.text)) return false
  if (isFraction(tokens, item)) return false
  const isClose = (other: Item): boolean => !other.isWeak && other.period !== null
  const isSplit = tokens.slice(item.first, item.end).some(({ kind }) => kind === 'P')
  if (isSplit && next?.kind === 'w' && items.some(isClose)) return false
  const [from, to] = clauseOf(tokens, item)
  if (items.some((other) => isClose(other) && other.first >= from && other.end <= to)) return false
  return isSplit || isAlone(tokens, item, from, to) || isIntroduced(tokens, item)
}

/** "13/2020" is no month and no year. */
function isFraction(tokens: readonly Token[], item: Item): boolean {
  const kinds = tokens.map(({ kind }) => kind)
  const [before, sign] = [kinds[item.first - 2], kinds[item.first - 1]]
  const [next, after] = [kinds[item.end], kinds[item.end + 1]]
  return (sign === '/' && /[nx]/.test(before ?? '')) || (next === '/' && /[nx]/.test(after ?? ''))
}

function isIntroduced(tokens: readonly Token[], item: Item): boolean {
  const before = tokens[item.first - 1]
  const isFigures = tokens
    .slice(item.first, item.end)
    .every(({ kind }) => kind === 'n' || kind === '/' || kind === '-')
  if (before === undefined || isFigures) return false
  if (/[lesEgar~p&]/.test(before.kind)) return true
  if (before.kind === 'i') return !/^(?:for|about|around|on)$/i.test(before.text)
  const isLast = item.end === tokens.length || /[,;_/).]/.test(tokens[item.end]?.kind ?? '')
  if (/[-:(]/.test(before.kind)) return isLast
  return isLast && before.kind === 'w' && STEPS.test(before.text)
}

function isAlone(tokens: readonly Token[], item: Item, from: number, to: number): boolean {
  const others = [...tokens.slice(from, item.first), ...tokens.slice(item.end, to)]
  return others.every(({ kind }) => !/[wxWMno]/.test(kind))
}

/** The tokens between the signs that part clauses. */
function clauseOf(tokens: readonly Token[], item: Item): readonly [number, number] {
  const parts = /[,;_/()]/
  let from = item.first
  let to = item.end
  while (from > 0 && !parts.test(tokens[from - 1]?.kind ?? '')) from -= 1
  while (to < tokens.length && !parts.test(tokens[to]?.kind ?? '')) to += 1
  return [from, to]
}
