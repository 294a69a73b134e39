/** A cell of a percent column. */
export type PercentCell = {
  readonly text: string
  readonly value: unknown
  readonly isPercentFormat: boolean
}

export type PercentReading =
  | { readonly kind: 'read'; readonly percent: number; readonly why: string | null }
  | { readonly kind: 'unread'; readonly why: string }
  | { readonly kind: 'blank' }

/** How the bare numbers of a column are meant. */
export type PercentColumn = 'fractions' | 'percents' | 'unknown'

/**
 * Tells how the bare numbers of a column are meant: all of them up to 1 with parts of 1 among them (or percent formats,
 * which hold fractions) make a column of fractions.
 */
export function percentColumn(cells: readonly PercentCell[]): PercentColumn {
  const bare = cells
    .filter((c) => !c.isPercentFormat && typeof c.value === 'number')
    .map((c) => c.value as number)
  if (bare.some((n) => n > 1)) return 'percents'
  const parts = bare.filter((n) => n > 0 && n < 1).length
  if (parts > 1 || (parts === 1 && (bare.length > 1 || cells.some((c) => c.isPercentFormat))))
    return 'fractions'
  return 'unknown'
}

/**
 * Reads percent complete, 0 to 100 (the contract of the command line: a percent format or a "%" is read as shown; a bare
 * number up to 1 in a column that otherwise holds fractions is a fraction, else as it stands).
 */
export function readPercent(cell: PercentCell, column: PercentColumn): PercentReading {
  const { text, value } = cell
  if (typeof value === 'number') return readNumber(value, cell.isPercentFormat, column)
  const plain = text.trim().toLowerCase()
  if (plain === '' || /^([-–—]+|n ?\/ ?a|tbc)$/.test(plain)) return { kind: 'blank' }
  if (/^(complete|completed|done)$/.test(plain)) return { kind: 'read', percent: 100, why: null }
  if (/^(not started|nil)$/.test(plain)) return { kind: 'read', percent: 0, why: null }
  const range = /^(\d{1,3}(?:\.\d+)?)\s*%?\s*(?:-|–|to|\/)\s*(\d{1,3}(?:\.\d+)?)\s*%$/.exec(plain)
  if (range)
    return { ...inRange(Number(range[2]), text), why: `“${text.trim()}” is a range.` } as PercentReading
  const m =
    /^(c\.?|ca\.?|about|approx\.?(?:imately)?|around|circa|~|>|<|over|under|nearly)?\s*(\d{1,3}(?:[.,]\d+)?)\s*(%|per ?cent)?(?: complete[d]?| done)?\s*$/.exec(
      plain,
    )
  if (!m) return readAmongWords(plain, text)
  const number = Number((m[2] ?? '').replace(',', '.'))
  if (m[3] === undefined && m[1] === undefined) return readNumber(number, false, column)
  return inRange(number, text)
}

/** "60% (est.)", "100% - done", "up to 60%": one percentage among a few words; several, or a doubt, are asked about. */
function readAmongWords(plain: string, text: string): PercentReading {
  const all = [...plain.matchAll(/(?<![\d.-])(\d{1,3}(?:\.\d+)?)\s*(?:%|per ?cent)/g)]
  const last = all.at(-1)
  if (!last || plain.length > 60)
    return { kind: 'unread', why: `“${text.trim()}” is not a percentage from 0 to 100.` }
  const read = inRange(Number(last[1]), text)
  if (read.kind !== 'read') return read
  if (all.length > 1) return { ...read, why: `“${text.trim()}” names several percentages.` }
  return /^up to|\?|\+$|^not |less than|more than|at least/.test(plain)
    ? { ...read, why: `“${text.trim()}” is not quite a percentage.` }
    : read
}

function readNumber(value: number, isPercentFormat: boolean, column: PercentColumn): PercentReading {
  if (isPercentFormat) return inRange(value * 100, `${value * 100}%`)
  if (value > 0 && value <= 1 && column === 'fractions') return inRange(value * 100, String(value))
  if (value > 0 && value < 1 && column === 'unknown') {
    // One part of 1 alone in its column: nobody means half a percent, but nobody said so.
    const percent = tidy(value * 100)
    return { kind: 'read', percent, why: `${value} may mean ${percent}% or ${value}%.` }
  }
  return inRange(value, String(value))
}

function inRange(percent: number, text: string): PercentReading {
  const tidied = tidy(percent)
  if (tidied < 0 || tidied > 100)
    return { kind: 'unread', why: `“${text.trim()}” is not a percentage from 0 to 100.` }
  return { kind: 'read', percent: tidied, why: null }
}

/** 0.28 × 100 is 28.000000000000004 to a computer. */
const tidy = (percent: number): number => Math.round(percent * 1e6) / 1e6
