import { bareWording, wordsOfBare } from './wording.ts'

/** An entry that a wording fits, with how well: 0 has no word in common, 1 has the same words. */
export type Fit = { readonly id: string; readonly score: number }

/** Finds the entries whose wording is close to a text, without comparing it with every one of them. */
export type WordingIndex = {
  /** Ids with the same wording but for case, punctuation and spaces. */
  same(text: string): readonly string[]
  /** How well a text fits one entry. */
  score(text: string, id: string): number
  /** The best fits, best first. */
  closest(text: string): readonly Fit[]
}

/** Candidates that are scored in full; the others share fewer or commoner words. */
const candidates = 12
/** A word that more entries have than this says little; it is looked up only when there is no rarer one. */
const commonFrom = 250

/** Builds the index over entries (the actions of a plan) once; words that many of them have count less. */
export function buildWordingIndex(
  entries: readonly { readonly id: string; readonly text: string }[],
): WordingIndex {
  const exact = new Map<string, string[]>()
  const places = new Map<string, number>()
  const bares: string[] = []
  const words: (readonly string[])[] = []
  const holders = new Map<string, number[]>()
  for (const [place, { id, text }] of entries.entries()) {
    const plain = bareWording(text)
    const own = wordsOfBare(plain)
    places.set(id, place)
    bares.push(plain)
    words.push(own)
    push(exact, plain, id)
    for (const w of own) push(holders, w, place)
  }
  const weights = new Map<string, number>()
  let all: ReadonlySet<string> | null = null
  const vocabulary = (): ReadonlySet<string> => (all ??= wordsIn(bares))
  const weigh = (word: string): number => {
    const known = weights.get(word)
    if (known !== undefined) return known
    const held = holders.get(word)?.length
    const weight = Math.log(1 + (entries.length + 1) / ((held ?? typicalHolders) + 1))
    if (held !== undefined) weights.set(word, weight)
    return weight
  }
  const asking = (text: string): Asked => {
    const plain = bareWording(text)
    return { bare: plain, words: wordsOfBare(plain) }
  }
  const score = (asked: Asked, place: number): number => {
    const close = compareWords(asked.words, words[place] ?? [], weigh, (w) => holders.has(w))
    const entry = bares[place] ?? ''
    if (close < beginning && isMistyped(asked.bare, entry, vocabulary)) return beginning
    return isBeginning(asked, entry) ? Math.max(close, beginning) : close
  }
  const shares = new Float64Array(entries.length)
  return {
    same: (text) => exact.get(bareWording(text)) ?? [],
    score: (text, id) => score(asking(text), places.get(id) ?? -1),
    closest: (text) => {
      const asked = asking(text)
      return likely(asked.words, holders, weigh, shares)
        .map((place) => ({ id: entries[place]?.id ?? '', score: score(asked, place) }))
        .sort((a, b) => b.score - a.score)
    },
  }
}

/** Every word of some bare texts, as it stands. */
function wordsIn(texts: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const text of texts) for (const word of text.split(' ')) words.add(word)
  return words
}

type Asked = { readonly bare: string; readonly words: readonly string[] }

/** The same words in the same order but for one or two that the plan has nowhere: mistyped, not meant otherwise. */
function isMistyped(asked: string, entry: string, vocabulary: () => ReadonlySet<string>): boolean {
  if (asked.length < 12 || Math.abs(asked.length - entry.length) > 3) return false
  const [left, right] = [asked.split(' '), entry.split(' ')]
  if (left.length !== right.length || left.length < 3) return false
  let slips = 0
  for (const [i, word] of left.entries()) {
    const other = right[i] ?? ''
    if (word === other) continue
    const isSlip =
      word.length >= 4 &&
      word[0] === other[0] &&
      !/\d/u.test(word + other) &&
      lettersAstray(word, other) <= 2 &&
      !vocabulary().has(word)
    if (!isSlip || ++slips > 2) return false
  }
  return true
}

/** A text that breaks off fits its entry this well, wherever it breaks off. */
const beginning = 0.93

const isBeginning = (asked: Asked, entry: string): boolean =>
  asked.words.length >= 3 && asked.bare.length >= 20 && entry.startsWith(asked.bare)

/** A word that no entry has (a new word, a slip) weighs as one that a few have. */
const typicalHolders = 3

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}

/** The entries that share the weightiest words with the text, by place; `shares` is all zero before and after. */
function likely(
  asked: readonly string[],
  holders: ReadonlyMap<string, readonly number[]>,
  weigh: (word: string) => number,
  shares: Float64Array,
): readonly number[] {
  const known = asked.filter((w) => holders.has(w))
  const rare = known.filter((w) => (holders.get(w)?.length ?? 0) <= commonFrom)
  const found: number[] = []
  for (const word of rare.length > 0 ? rare : known) {
    const weight = weigh(word)
    for (const place of holders.get(word) ?? []) {
      const share = shares[place] ?? 0
      if (share === 0) found.push(place)
      shares[place] = share + weight
    }
  }
  const best = highest(found, shares)
  for (const place of found) shares[place] = 0
  return best
}

/** The places with the largest shares, largest first; of equals those found first. */
function highest(found: readonly number[], shares: Float64Array): readonly number[] {
  const best: number[] = []
  const shareOf = (place: number | undefined): number => (place === undefined ? 0 : (shares[place] ?? 0))
  for (const place of found) {
    const share = shareOf(place)
    if (best.length === candidates && share <= shareOf(best.at(-1))) continue
    let at = best.length
    while (at > 0 && shareOf(best[at - 1]) < share) at -= 1
    best.splice(at, 0, place)
    if (best.length > candidates) best.pop()
  }
  return best
}

/**
 * Twice the weight in common over the weight of both (Dice). A text of at least four words that the entry holds whole
 * is an entry cut short, and fits nearly as well as the whole one.
 */
function compareWords(
  asked: readonly string[],
  entry: readonly string[],
  weigh: (word: string) => number,
  isKnown: (word: string) => boolean,
): number {
  const left = new Set(entry)
  let common = 0
  let total = 0
  let found = 0
  for (const word of asked) {
    const weight = weigh(word)
    total += weight
    const hit = left.has(word) ? word : entry.find((e) => left.has(e) && isSlipOf(word, e, isKnown))
    if (hit === undefined) continue
    left.delete(hit)
    common += hit === word ? weight : Math.min(weight, weigh(hit))
    found += 1
  }
  const all = total + entry.reduce((n, w) => n + weigh(w), 0)
  if (all === 0) return 0
  const dice = (2 * common) / all
  const cutShort = found >= 4 && entry.length > asked.length ? (0.9 * common) / total : 0
  return Math.max(dice, cutShort)
}

/** Letters astray, as in "analisys": only a word that the plan does not have can be a slip for a longer one that it has. */
function isSlipOf(word: string, known: string, isKnown: (word: string) => boolean): boolean {
  if (oneSlipApart(known, word)) return true
  if (Math.min(word.length, known.length) < 7 || isKnown(word) || /\d/u.test(word + known)) return false
  return word.slice(0, 2) === known.slice(0, 2) && lettersAstray(word, known) <= 2
}

/** How many letters one word has that the other has not, wherever they stand. */
function lettersAstray(a: string, b: string): number {
  const rest = [...b]
  let astray = 0
  for (const letter of a) {
    const at = rest.indexOf(letter)
    if (at < 0) astray++
    else rest.splice(at, 1)
  }
  return astray + rest.length
}

/** Two longer words that differ by one letter left out, put in, changed, or two swapped ("ECHP", "EHCP"). */
export function oneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 4) return false
  if (/\d/u.test(a + b)) return false
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  const restA = a.slice(i)
  const restB = b.slice(i)
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}
