/**
 * Finds what a slip of the pen meant: the one meaning among known words at most one letter off (two in words of nine
 * letters and more). Short words are left alone; null where nothing or more than one meaning is as close.
 */
export function closeSpelling<T>(word: string, known: ReadonlyMap<string, T>): T | null {
  if (word.length < 5 || word.length > 60) return null
  let best = word.length >= 9 ? 2 : 1
  let found: T | null = null
  let rivals = false
  for (const [candidate, meaning] of known) {
    if (candidate.length < 4 || Math.abs(candidate.length - word.length) > best) continue
    const distance = lettersApart(word, candidate, best)
    if (distance > best) continue
    if (distance < best || found === null) {
      best = distance
      found = meaning
      rivals = false
    } else if (meaning !== found) rivals = true
  }
  return rivals ? null : found
}

/** Letters to change, add, drop or swap with a neighbour; counting stops beyond `most`. */
function lettersApart(a: string, b: string, most: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    if (Math.min(...row) > most) return most + 1
    beforeLast = last
    last = row
  }
  return last[b.length] ?? most + 1
}
