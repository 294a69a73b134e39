import type { Dated } from './dated.ts'
import type { Token } from './token.ts'

/**
 * One date said twice: "Quarter 4 (January to March 2014)", "31 March 2020 (Q4 2019/20)", "Tuesday 31 March 2020
 * (31/03/20)". Where the second stands in brackets without words of its own and one lies within the other, the closer
 * one counts; of two equal ones the first.
 */
export function mergeNested(tokens: readonly Token[], dated: readonly Dated[]): readonly Dated[] {
  const merged: Dated[] = []
  for (const date of dated) {
    const last = merged.at(-1)
    if (last === undefined || !isBracketed(tokens, last, date)) {
      merged.push(date)
      continue
    }
    const closer = closerOf(last, date)
    if (closer === null) merged.push(date)
    else
      merged.splice(-1, 1, {
        ...closer,
        first: last.first,
        end: date.end + (tokens[date.end]?.kind === ')' ? 1 : 0),
      })
  }
  return merged
}

function isBracketed(tokens: readonly Token[], a: Dated, b: Dated): boolean {
  const between = tokens
    .slice(a.end, b.first)
    .map(({ kind }) => kind)
    .join('')
  return (
    /^[,.]?[(\-:]{1,2}[fi]*$|^$/.test(between) &&
    (between !== '' || isWithin(a, b) || isWithin(b, a)) &&
    !/-/.test(between)
  )
}

function closerOf(a: Dated, b: Dated): Dated | null {
  if (isWithin(b, a)) return b.earliest === a.earliest && b.latest === a.latest ? a : b
  return isWithin(a, b) ? a : null
}

function isWithin(inner: Dated, outer: Dated): boolean {
  if (inner.earliest === null || inner.latest === null || outer.earliest === null || outer.latest === null)
    return false
  return inner.earliest >= outer.earliest && inner.latest <= outer.latest
}
