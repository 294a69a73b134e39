import type { Span } from './completionReading.ts'
import type { Dated } from './dated.ts'
import { printDay } from './printDay.ts'
import type { Token } from './token.ts'

/**
 * Cuts the text into one piece a date, and names each piece by the words beside its date: "Draft - Oct 2019 / Signed
 * off - January 2020" gives "Draft" and "Signed off". A date without words is named by itself, as written.
 */
export function milestonesOf(
  text: string,
  tokens: readonly Token[],
  dated: readonly Dated[],
): readonly Span[] {
  const cuts = dated.slice(1).map((next, index) => cutBetween(tokens, dated, index, next))
  return dated.map((date, index) => {
    const from = index === 0 ? 0 : (cuts[index - 1] ?? 0)
    const to = cuts[index] ?? text.length
    const { earliest, latest, precision } = date
    return { text: labelOf(text, tokens, date, from, to), earliest, latest, precision }
  })
}

/** The character at which the piece of `dated[index]` ends and that of the next one begins. */
function cutBetween(tokens: readonly Token[], dated: readonly Dated[], index: number, next: Dated): number {
  const date = dated[index]
  const end = date?.end ?? 0
  const between = tokens.slice(end, next.first)
  const hard = between.find(({ kind }) => /[_;]/.test(kind)) ?? between.find(({ kind }) => kind === '/')
  if (hard !== undefined) return hard.start
  const soft = openBracket(between) ?? softCut(between)
  if (soft !== undefined) return soft.start
  const isNamedBefore = (dated[0]?.first ?? 0) > 0 || date?.earliest === null
  const place = isNamedBefore ? tokens[end] : tokens[next.first]
  return place?.start ?? 0
}

/** A bracket that opens here and closes behind the next date: "(to be repeated November 2020)". */
function openBracket(between: readonly Token[]): Token | undefined {
  const at = between.findLastIndex(({ kind }) => kind === '(')
  if (at === between.length - 1) return undefined
  return between.slice(at + 1).some(({ kind }) => kind === ')') ? undefined : between[at]
}

/** The first comma, full stop or "and" outside brackets. */
function softCut(between: readonly Token[]): Token | undefined {
  let depth = 0
  for (const token of between) {
    if (token.kind === '(') depth += 1
    if (token.kind === ')') depth -= 1
    if (depth <= 0 && (token.kind === ',' || token.kind === '.')) return token
  }
  return between.find(({ kind }) => kind === '&' || kind === '|')
}

function labelOf(text: string, tokens: readonly Token[], date: Dated, from: number, to: number): string {
  const start = Math.max(from, tokens[date.first]?.start ?? from)
  const end = Math.min(to, tokens[date.end - 1]?.end ?? to)
  const before = clean(text.slice(from, start))
  const after = clean(text.slice(end, to))
  const label = [before, after].filter((part) => /[\p{L}\p{N}]/u.test(part)).join(' ')
  return label === '' ? nameOf(date, clean(text.slice(from, to))) : label
}

/** A date that is named by itself; the "5" of "5 and 12 March 2020" is given its month. */
function nameOf(date: Dated, written: string): string {
  const isFigure = /^\d{1,2}(?:st|nd|rd|th)?$/.test(written)
  return isFigure && date.earliest !== null ? printDay(date.earliest) : written
}

/** Takes off what joined the words to their neighbours: bullets, numbering, dashes, commas, brackets left open. */
function clean(part: string): string {
  const edges = part
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–—,:;/|•●▪◦&.+?*]+|[\s\-–—,:;/|•●▪◦&+*]+$/gu, '')
    .replace(/^(?:\d{1,2}|[a-hivx]{1,3})[.)]\s+/i, '')
    .replace(/^(?:and|then|or)(?:\s+|$)/i, '')
    .trim()
  return unwrap(edges)
}

function unwrap(part: string): string {
  const opens = (part.match(/\(/g) ?? []).length
  const closes = (part.match(/\)/g) ?? []).length
  if (opens > closes) return part.replace(/\s*\($|^\(\s*/, '').trim()
  if (closes > opens && !/\b\p{L}\)$/u.test(part)) return part.replace(/^\)\s*|\s*\)$/, '').trim()
  return /^\([^()]*\)$/.test(part) ? part.slice(1, -1).trim() : part
}
