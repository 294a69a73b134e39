/**
 * Finds what a slip of the pen meant: the one meaning among known words at most one letter off (two in words of nine
 * letters and more). Short words are left alone; null where nothing or more than one meaning is as close.
 */
export function closeSpelling<T>(word: string, known: ReadonlyMap<string, T>): T | null {
  if (word.length < 5 || word.length > 60) return null
  const letters = countLetters(word)
  let best = word.length >= 9 ? 2 : 1
  let found: T | null = null
  let rivals = false
  const near = candidatesOf(known)
  for (const { candidate, meaning, letters: others } of nearInLength(near, word.length, best)) {
    if (fewestApart(letters, others) > best) continue
    const distance = lettersApart(word, candidate, best)
    if (distance > best || !slipsWithinWords(word, candidate)) continue
    if (distance < best || found === null) {
      best = distance
      found = meaning
      rivals = false
    } else if (meaning !== found) rivals = true
  }
  return rivals ? null : found
}

type Candidate<T> = { readonly candidate: string; readonly meaning: T; readonly letters: Uint8Array }

type ByLength<T> = ReadonlyMap<number, readonly Candidate<T>[]>

/** The known words that are long enough, by length, with their letters counted: once for each list of words. */
function candidatesOf<T>(known: ReadonlyMap<string, T>): ByLength<T> {
  const before = counted.get(known)
  // the list was made from this very map, so its meanings are the map's
  if (before) return before as ByLength<T>
  const made = [...known]
    .filter(([candidate]) => candidate.length >= 4)
    .map(([candidate, meaning]) => ({ candidate, meaning, letters: countLetters(candidate) }))
  const byLength = Map.groupBy(made, (c) => c.candidate.length)
  counted.set(known, byLength)
  return byLength
}

const counted = new WeakMap<object, ByLength<unknown>>()

function* nearInLength<T>(words: ByLength<T>, length: number, most: number): Generator<Candidate<T>> {
  for (let at = length - most; at <= length + most; at++) yield* words.get(at) ?? []
}

/** How often each letter comes; whatever else a word holds is counted together by its code. */
function countLetters(word: string): Uint8Array {
  const letters = new Uint8Array(32)
  for (let i = 0; i < word.length; i++) {
    const slot = word.charCodeAt(i) & 31
    letters[slot] = (letters[slot] ?? 0) + 1
  }
  return letters
}

/** At least so many letters must change, come or go, wherever they stand: a cheap floor for `lettersApart`. */
function fewestApart(a: Uint8Array, b: Uint8Array): number {
  let more = 0
  let fewer = 0
  for (let i = 0; i < 32; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference > 0) more += difference
    else fewer -= difference
  }
  return Math.max(more, fewer)
}

/** Slips are made in longer words: "WSoA area" is no slip of "WSoA ref". Words run together or torn are compared whole. */
function slipsWithinWords(a: string, b: string): boolean {
  const [left, right] = [a.split(' '), b.split(' ')]
  if (left.length !== right.length) return true
  return left.every((word, i) => {
    const other = right[i] ?? ''
    const longest = Math.max(word.length, other.length)
    return word === other || lettersApart(word, other, 2) <= (longest >= 8 ? 2 : longest >= 5 ? 1 : 0)
  })
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
