/** Something that a page break never cuts: a paragraph, a picture, a row of a table. Heights in pixels. */
export type Unit = {
  readonly top: number
  readonly bottom: number
  /** Stays on the page of the next unit: headings, captions, header rows. */
  readonly keepNext: boolean
  /** Height of the header rows that a page repeats when it begins with this unit; 0 for none. */
  readonly repeats: number
}

/**
 * Where the pages of a section begin: gives the index of each page's first unit, the first being 0.
 * Takes the units in their order and the height that a page has for them. A unit taller than a page has one alone.
 */
export function breakPages(units: readonly Unit[], height: number): readonly number[] {
  const starts = [0]
  for (let i = 1; i < units.length; i += 1) {
    const start = starts.at(-1) ?? 0
    if (fits(units, start, i, height)) continue
    starts.push(pulledBack(units, start, i))
    i = starts.at(-1) ?? i
  }
  return starts
}

function fits(units: readonly Unit[], start: number, last: number, height: number): boolean {
  const first = units[start]
  const unit = units[last]
  return !first || !unit || unit.bottom - first.top + first.repeats <= height
}

/** Moves a break up over what must stay with the unit below it, unless nothing would be left on the page. */
function pulledBack(units: readonly Unit[], start: number, at: number): number {
  let i = at
  while (i - 1 > start && units[i - 1]?.keepNext) i -= 1
  return i - 1 === start && units[start]?.keepNext ? at : i
}
