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
  const bare = new Map<string, string>()
  const words = new Map<string, readonly string[]>()
  const holders = new Map<string, string[]>()
  for (const { id, text } of entries) {
    const plain = bareWording(text)
    bare.set(id, plain)
    push(exact, plain, id)
    const own = wordsOfBare(plain)
    words.set(id, own)
    for (const w of own) push(holders, w, id)
  }
  const weigh = (word: string): number =>
    Math.log(1 + (entries.length + 1) / ((holders.get(word)?.length ?? typicalHolders) + 1))
  const asking = (text: string): Asked => {
    const plain = bareWording(text)
    return { bare: plain, words: wordsOfBare(plain) }
  }
  const score = (asked: Asked, id: string): number => {
    const close = compareWords(asked.words, words.get(id) ?? [], weigh, (w) => holders.has(w))
    return isBeginning(asked, bare.get(id) ?? '') ? Math.max(close, beginning) : close
  }
  return {
    same: (text) => exact.get(bareWording(text)) ?? [],
    score: (text, id) => score(asking(text), id),
    closest: (text) => {
      const asked = asking(text)
      return likely(asked.words, holders, weigh)
        .map((id) => ({ id, score: score(asked, id) }))
        .sort((a, b) => b.score - a.score)
    },
  }
}

type Asked = { readonly bare: string; readonly words: readonly string[] }

/** A text that breaks off fits its entry this well, wherever it breaks off. */
const beginning = 0.93

const isBeginning = (asked: Asked, entry: string): boolean =>
  asked.words.length >= 3 && asked.bare.length >= 20 && entry.startsWith(asked.bare)

/** A word that no entry has (a new word, a slip) weighs as one that a few have. */
const typicalHolders = 3

function push(map: Map<string, string[]>, key: string, id: string): void {
  const list = map.get(key)
  if (list) list.push(id)
  else map.set(key, [id])
}

/** The entries that share the weightiest words with the text. */
function likely(
  asked: readonly string[],
  holders: ReadonlyMap<string, readonly string[]>,
  weigh: (word: string) => number,
): readonly string[] {
  const known = asked.filter((w) => holders.has(w))
  const rare = known.filter((w) => (holders.get(w)?.length ?? 0) <= commonFrom)
  const shared = new Map<string, number>()
  for (const word of rare.length > 0 ? rare : known) {
    for (const id of holders.get(word) ?? []) shared.set(id, (shared.get(id) ?? 0) + weigh(word))
  }
  return [...shared]
    .sort((a, b) => b[1] - a[1])
    .slice(0, candidates)
    .map(([id]) => id)
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
