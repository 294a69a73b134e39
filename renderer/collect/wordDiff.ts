/** A run of a text, and whether it differs from the other text. */
export type Piece = { readonly text: string; readonly differs: boolean }

export type WordDiff = { readonly before: readonly Piece[]; readonly after: readonly Piece[] }

/** Above this many cells the table of the comparison would cost more than it tells: the middle is marked whole. */
const largestTable = 1_000_000

/**
 * Compares two texts word by word. Takes the texts, gives each as runs of words that both have and words
 * that only it has; the runs of a side joined together are that text again, to the character.
 */
export function wordDiff(before: string, after: string): WordDiff {
  const a = words(before)
  const b = words(after)
  const start = commonStart(a, b)
  const end = commonEnd(a, b, start)
  const middleA = a.slice(start, a.length - end)
  const middleB = b.slice(start, b.length - end)
  const kept = sharedWords(middleA, middleB)
  return { before: pieces(a, start, kept.inA), after: pieces(b, start, kept.inB) }
}

/** Words with the white space before them, so that nothing is lost when they are joined. */
const words = (text: string): readonly string[] => text.match(/\s*\S+|\s+$/gu) ?? []

const same = (a: string | undefined, b: string | undefined): boolean => a?.trim() === b?.trim()

function commonStart(a: readonly string[], b: readonly string[]): number {
  let n = 0
  while (n < a.length && n < b.length && same(a[n], b[n])) n += 1
  return n
}

function commonEnd(a: readonly string[], b: readonly string[], start: number): number {
  let n = 0
  while (n < a.length - start && n < b.length - start && same(a.at(-1 - n), b.at(-1 - n))) n += 1
  return n
}

/** For each word of either middle, whether it belongs to the longest sequence of words that both share. */
function sharedWords(a: readonly string[], b: readonly string[]): { inA: boolean[]; inB: boolean[] } {
  const inA = a.map(() => false)
  const inB = b.map(() => false)
  if (a.length * b.length > largestTable) return { inA, inB }
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = same(a[i], b[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if (same(a[i], b[j])) {
      inA[i] = true
      inB[j] = true
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return { inA, inB }
}

/** Joins the words of a text into runs; words before and after the middle are shared. */
function pieces(all: readonly string[], start: number, middleShared: readonly boolean[]): readonly Piece[] {
  const out: { text: string; differs: boolean }[] = []
  for (const [n, word] of all.entries()) {
    const differs = n >= start && n < start + middleShared.length && middleShared[n - start] !== true
    const last = out.at(-1)
    if (last && last.differs === differs) last.text += word
    else out.push({ text: word, differs })
  }
  return out
}
