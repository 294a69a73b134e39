/**
 * Text as people mean it: one kind of quote and dash, one space, no case. Two texts with the same wording say the same
 * whatever Excel, Word or a phone made of their punctuation.
 */
export function plainWording(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('en-GB')
    .replace(/[\u2018\u2019\u201A\u201B\u02BC`´]/gu, "'")
    .replace(/[\u201C\u201D\u201E\u00AB\u00BB]/gu, '"')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** As `plainWording`, without any punctuation at all and with "&" read as "and": for comparing titles. */
export const bareWording = (text: string): string =>
  plainWording(text)
    .replace(/&/gu, ' and ')
    .replace(/'s\b/gu, 's')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * The words that carry meaning, each once, in the order they come: without articles, prepositions and "will be", and with
 * endings cut, so that "the survey is produced" and "survey produced" have the same words.
 */
export function meaningfulWords(text: string): readonly string[] {
  const words = bareWording(text).split(' ').filter(Boolean)
  const meaning = words.filter((w) => !fillers.has(w)).map(stem)
  return [...new Set(meaning.length > 0 ? meaning : words.map(stem))]
}

const fillers = new Set(
  `a an the and or of to for in on at by with from into as is are be been being was were will would shall should
  this that these those their there our its it we they them which who how what when where has have had do does
  all any each via per not no than then so such`.split(/\s+/),
)

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
