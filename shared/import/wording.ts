/**
 * Text as people mean it: one kind of quote and dash, one space, no case. Two texts with the same wording say the same
 * whatever Excel, Word or a phone made of their punctuation.
 */
export function plainWording(text: string): string {
  if (isAscii(text)) return plainSpaces(text.toLowerCase().replaceAll('`', "'"))
  const plain = text
    .normalize('NFKC')
    .toLocaleLowerCase('en-GB')
    .replace(/[\u2018\u2019\u201A\u201B\u02BC`´]/gu, "'")
    .replace(/[\u201C\u201D\u201E\u00AB\u00BB]/gu, '"')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
  return plainSpaces(plain)
}

/** Most texts are: they need none of the care that other letters and signs do. */
const isAscii = (text: string): boolean => /^[\0-\x7F]*$/.test(text)

const plainSpaces = (text: string): string =>
  /\s\s|[^\S ]|^ | $/.test(text) ? text.replace(/\s+/g, ' ').trim() : text

/** As `plainWording`, without any punctuation at all and with "&" read as "and": for comparing titles. */
export function bareWording(text: string): string {
  if (!isAscii(text))
    return withoutMarks(plainWording(text))
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  const lower = text.toLowerCase()
  const plain = /[&'`]/.test(lower) ? withoutMarks(lower.replaceAll('`', "'")) : lower
  return plain.replace(/[^a-z0-9]+/g, ' ').trim()
}

const withoutMarks = (text: string): string => text.replaceAll('&', ' and ').replace(/'s\b/gu, 's')

/**
 * True where two texts surely differ in wording, because their first letters or digits do: told at a glance, before either
 * is made plain.
 */
export function beginsOtherwise(a: string, b: string): boolean {
  return (
    beginsPlainly.test(a) && beginsPlainly.test(b) && a.charAt(0).toLowerCase() !== b.charAt(0).toLowerCase()
  )
}

/** With nothing behind the first character that could make another of it. */
const beginsPlainly = /^[a-z0-9][\0-\x7F]/i

/**
 * The words that carry meaning, each once, in the order they come: without articles, prepositions and "will be", and with
 * endings cut, so that "the survey is produced" and "survey produced" have the same words.
 */
export const meaningfulWords = (text: string): readonly string[] => wordsOfBare(bareWording(text))

/** As `meaningfulWords`, for a text that `bareWording` gave. */
export function wordsOfBare(bare: string): readonly string[] {
  const words = bare === '' ? [] : bare.split(' ')
  const meaning = new Set<string>()
  for (const word of words) if (!fillers.has(word)) meaning.add(stemOf(word))
  return meaning.size > 0 ? [...meaning] : [...new Set(words.map(stemOf))]
}

const fillers = new Set(
  `a an the and or of to for in on at by with from into as is are be been being was were will would shall should
  this that these those their there our its it we they them which who how what when where has have had do does
  all any each via per not no than then so such`.split(/\s+/),
)

/** The same words come again and again: each is cut once. */
function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size >= mostStems) stems.clear()
  const cut = stem(word)
  stems.set(word, cut)
  return cut
}

const stems = new Map<string, string>()
const mostStems = 20_000

/** Cuts the commonest English endings; both sides of every comparison are cut alike, so it need not be right, only even. */
function stem(word: string): string {
  if (word.length < 5 || /\p{N}/u.test(word)) return word
  const cut = word
    .replace(/ies$/u, 'y')
    .replace(/(?<=(?:ss|sh|ch|x|z))es$/u, '')
    .replace(/(?<!s|u|i)s$/u, '')
  if (cut.length < 6) return cut
  return cut.replace(/(?:ing|ed|ement|ment|ion)$/u, '').replace(/e$/u, '')
}
