/** The months' names in order, January first. */
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const LOWER = MONTH_NAMES.map((name) => name.toLowerCase())
const SHORT: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  febr: 2,
  mar: 3,
  mch: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
}

/** Words one slip away from a month that mean something else. */
const NOT_MONTHS = new Set([
  'match',
  'marsh',
  'macho',
  'tune',
  'dune',
  'jumbo',
  'duly',
  'augur',
  'octave',
  'much',
])

/** The month (1–12) that a word spells in full or as a usual abbreviation, or null. */
export function monthNamed(word: string): number | null {
  const lower = word.toLowerCase()
  const full = LOWER.indexOf(lower)
  return full >= 0 ? full + 1 : (SHORT[lower] ?? null)
}

/**
 * The month (1–12) that a slip of the keyboard stands for ("Febuary", "Spetember", "Decemeber"), or null. Only
 * sensible for a word that stands where a month is expected.
 */
export function monthMisspelt(word: string): number | null {
  const lower = word.toLowerCase()
  if (lower.length < 4 || NOT_MONTHS.has(lower)) return null
  const torn = monthTorn(lower)
  if (torn !== null) return torn
  const near = LOWER.map((name, index) => ({
    month: index + 1,
    slips: slipsBetween(lower, name),
    name,
  })).filter(({ slips, name }) => slips <= allowedSlips(name) && lower[0] === name[0])
  const best = Math.min(...near.map(({ slips }) => slips))
  const closest = near.filter(({ slips }) => slips === best)
  return closest.length === 1 ? (closest[0]?.month ?? null) : null
}

/** A name with a shred of itself behind it, as torn table cells leave it: "Februaryrua ry" without the space. */
export function monthTorn(letters: string): number | null {
  const lower = letters.toLowerCase()
  const index = LOWER.findIndex((name) => lower.startsWith(name) && lower.length > name.length)
  const name = LOWER[index]
  if (name === undefined) return null
  const rest = lower.slice(name.length)
  return name.includes(rest) || (rest.length > 3 && shredsOf(name, rest)) ? index + 1 : null
}

/** Two shreds one after the other: "rua" and "ry". */
function shredsOf(name: string, rest: string): boolean {
  for (let cut = 2; cut <= rest.length - 2; cut += 1) {
    if (name.includes(rest.slice(0, cut)) && name.includes(rest.slice(cut))) return true
  }
  return false
}

function allowedSlips(name: string): number {
  return name.length >= 7 ? 2 : name.length >= 4 ? 1 : 0
}

/** Letters added, dropped, changed or swapped with their neighbour (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((last[j] ?? 9) + 1, (row[j - 1] ?? 9) + 1, (last[j - 1] ?? 9) + same)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) least = Math.min(least, (before[j - 2] ?? 9) + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 9
}
