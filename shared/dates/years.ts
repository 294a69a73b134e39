import type { ReadingContext } from './completionReading.ts'
import { addDays, daysBetween, partsOf } from './isoDay.ts'
import type { Item } from './item.ts'
import { firstAfter, lastBefore } from './linkItems.ts'
import type { Period } from './periods.ts'
import { printDay } from './printDay.ts'
import type { Token } from './token.ts'

type Filled = { readonly items: readonly Item[]; readonly notes: readonly string[] }

/**
 * Gives dates without a year one: from the dates beside them in the same text ("Draft September 2019, final
 * December"), else, inside a programme, the year nearest to `near`. Each time a sentence says so. Without either they
 * stay unread.
 */
export function fillYears(tokens: readonly Token[], items: readonly Item[], context: ReadingContext): Filled {
  const hasDate = items.some(({ period }) => period !== null)
  return hasDate ? fromNeighbours(tokens, items) : fromNear(tokens, items, context.near)
}

function fromNeighbours(tokens: readonly Token[], items: readonly Item[]): Filled {
  const notes: string[] = []
  const filled = items.map((item, index) => {
    if (item.period !== null || item.inYear === null || !isOwnStep(tokens, items, index)) return item
    const before = items.slice(0, index).findLast(({ period }) => period !== null)?.period
    const after = items.slice(index + 1).find(({ period }) => period !== null)?.period
    const period =
      before !== undefined && before !== null
        ? firstAfter(item, before)
        : after
          ? lastBefore(item, after)
          : null
    if (period === null) return item
    notes.push(yearNote(tokens, item, period, 'the date beside it'))
    return { ...item, period }
  })
  return { items: filled, notes }
}

/** A step of its own is parted from its neighbours; other months without a year are part of the wording. */
function isOwnStep(tokens: readonly Token[], items: readonly Item[], index: number): boolean {
  const item = items[index]
  if (item === undefined || item.sort === 'quarter' || item.sort === 'half' || isVerb(tokens, item))
    return false
  if (tokens.slice(item.first, item.end).every(({ kind }) => kind === 'n' || kind === '/')) return false
  const neighbours = [items[index - 1], items[index + 1]]
  return neighbours.every((other) => {
    if (other === undefined) return true
    const [a, b] = other.first < item.first ? [other.end, item.first] : [item.end, other.first]
    return (
      tokens.slice(a, b).some(({ kind }) => /[,;_/.&]/.test(kind)) &&
      !/[(]/.test(tokens[item.first - 1]?.kind ?? '')
    )
  })
}

function fromNear(tokens: readonly Token[], items: readonly Item[], near: string | undefined): Filled {
  if (near === undefined) return { items: items.filter((item) => !isVerb(tokens, item)), notes: [] }
  const notes: string[] = []
  const filled = items.flatMap((item) => {
    if (isVerb(tokens, item)) return []
    const period = item.fromDay?.(near) ?? nearest(item, near)
    if (period === null) return [item]
    notes.push(
      yearNote(
        tokens,
        item,
        period,
        `${item.fromDay === undefined ? 'the nearest to' : 'as seen from'} ${printDay(near)}`,
      ),
    )
    return [{ ...item, period }]
  })
  return { items: filled, notes }
}

/** "This may be delayed", "to march": small letters before another word. */
function isVerb(tokens: readonly Token[], item: Item): boolean {
  const word = tokens[item.first]
  if (item.period !== null || item.end !== item.first + 1 || word?.kind !== 'M') return false
  return /^(?:may|march|mar|jan|dec)$/.test(word.text) && tokens[item.end]?.kind === 'w'
}

function nearest(item: Item, near: string): Period | null {
  const { year } = partsOf(near)
  const choices = [year - 1, year, year + 1].flatMap((at) => {
    const period = item.inYear?.(at) ?? null
    return period === null ? [] : [{ period, away: distance(period, near) }]
  })
  const least = Math.min(...choices.map(({ away }) => away))
  return choices.findLast(({ away }) => away === least)?.period ?? null
}

function distance(period: Period, day: string): number {
  if (day < period.earliest) return daysBetween(day, period.earliest)
  return day > period.latest ? daysBetween(period.latest, day) : 0
}

function yearNote(tokens: readonly Token[], item: Item, period: Period, why: string): string {
  const written = tokens
    .slice(item.first, item.end)
    .map(({ text }) => text)
    .join(' ')
  const from = partsOf(period.earliest).year
  const to = partsOf(addDays(period.latest, 0)).year
  const year = from === to ? String(from) : `${from} to ${to}`
  return `No year is written with “${written}”: ${year} was taken, ${why}.`
}
