import type { RatingKind } from '../model/fields.ts'
import { fillRating } from './fillRating.ts'
import { closeSpelling } from '../workbook/closeSpelling.ts'
import { deliveryWords, impactWords, ratingSigns, type WordMeaning } from './ratingWords.ts'

/** One step of the programme's own scale; its colours where the workbook may carry them. */
export type ScaleWord = {
  readonly kind: RatingKind
  readonly code: string
  readonly word: string
  readonly fill?: string
  readonly bar?: string
}

/** What a rating cell shows. */
export type RatingCell = {
  readonly text: string
  /** Six hex digits, or null. */
  readonly fill: string | null
  /** Font colour, six hex digits: says the rating where the text is only a mark such as "●". */
  readonly ink: string | null
}

export type RatingReading =
  /** `why` is null where the rating is plain; else a person is asked, with the code offered. */
  | {
      readonly kind: 'read'
      readonly code: string
      readonly why: string | null
      readonly rest: string | null
    }
  | { readonly kind: 'unread'; readonly why: string }
  /** Blank, a dash, "N/A": no rating given. */
  | { readonly kind: 'blank' }

/**
 * Reads a rating cell by its words, letters, signs and fill. The programme's own words come first. A range, two
 * different ratings, or words and fill that disagree are never settled here: they come back with the reason to ask
 * (domain: "If text and fill disagree, ask").
 */
export function readRating(cell: RatingCell, kind: RatingKind, scale: readonly ScaleWord[]): RatingReading {
  const own = scale.filter((s) => s.kind === kind)
  const text = cell.text.trim()
  const byText = readText(text, kind, own)
  const byFill = readFill(cell.fill, kind, own)
  if (isMark(text)) return readMark(cell, kind, own, byFill)
  if (byText.kind === 'blank') return text === '' ? fromFill(byFill, own) : byText
  if (byText.kind === 'unread') return withHint(byText, byFill, text)
  if (byFill.kind !== 'code') return byText
  if (byFill.code === byText.code) return byText
  return {
    ...byText,
    why: `The words say ${say(byText.code, own)}, the colour of the cell says ${say(byFill.code, own)}.`,
  }
}

/** The words that a scale accepts, for the sentence that a rating could not be read. */
export const acceptedWords = (kind: RatingKind, scale: readonly ScaleWord[]): string => {
  const words = scale.filter((s) => s.kind === kind).map((s) => `“${s.word}”`)
  const letters = kind === 'delivery' ? ', or red, amber, green, blue or grey' : ''
  return `${words.join(', ')}${letters}`
}

type FillCode =
  | { kind: 'code'; code: string }
  | { kind: 'pale'; code: string }
  | { kind: 'other' }
  | { kind: 'none' }

/** The scale's own colours count exactly; by hue only delivery has colours. */
function readFill(fill: string | null, kind: RatingKind, own: readonly ScaleWord[]): FillCode {
  if (fill === null) return { kind: 'none' }
  const step = own.find((s) => s.fill === fill || s.bar === fill)
  if (step) return { kind: 'code', code: step.code }
  if (kind === 'impact') return { kind: 'none' }
  const reading = fillRating(fill)
  if (reading.kind === 'none') return { kind: 'none' }
  if (reading.kind === 'other') return { kind: 'other' }
  return own.length === 0 || own.some((s) => s.code === reading.code) ? reading : { kind: 'other' }
}

function fromFill(byFill: FillCode, own: readonly ScaleWord[]): RatingReading {
  if (byFill.kind === 'none') return { kind: 'blank' }
  if (byFill.kind === 'other') {
    return { kind: 'unread', why: 'The cell is filled with a colour that is not on the programme’s scale.' }
  }
  const why =
    byFill.kind === 'pale'
      ? `The cell has no words, only a pale colour: it may mean ${say(byFill.code, own)}, or nothing.`
      : null
  return { kind: 'read', code: byFill.code, why, rest: null }
}

function withHint(unread: RatingReading & { kind: 'unread' }, byFill: FillCode, text: string): RatingReading {
  if (byFill.kind !== 'code') return unread
  return {
    kind: 'read',
    code: byFill.code,
    why: `The colour of the cell gives a rating, but its words do not: “${clip(text)}”.`,
    rest: text,
  }
}

/** One sign that means nothing by itself, such as a bullet or a Wingdings letter for one. */
const isMark = (text: string): boolean => /^[●■▲◆⬤•○◯★lnwu]$/u.test(text)

function readMark(
  cell: RatingCell,
  kind: RatingKind,
  own: readonly ScaleWord[],
  byFill: FillCode,
): RatingReading {
  if (byFill.kind === 'code') return fromFill(byFill, own)
  const byInk = readFill(cell.ink, kind, own)
  if (byInk.kind === 'code' && byInk.code !== 'grey') return fromFill(byInk, own)
  return { kind: 'unread', why: `“${cell.text.trim()}” says no rating by itself.` }
}

const BLANK =
  /^([-–—.]+|n ?\/ ?a|na|not applicable|tbc|tba|tbd|to be confirmed|not rated|not yet rated|no rating|\?+)$/i

function readText(text: string, kind: RatingKind, own: readonly ScaleWord[]): RatingReading {
  if (text === '' || BLANK.test(text)) return { kind: 'blank' }
  const signs = signsIn(text)
  const words = plainWords(text)
  const whole = meaningOf(words, kind, own)
  if (whole && !text.endsWith('?')) return reading(whole, text, null)
  if (signs.length > 0 && words === '') return several(signs, text, own)
  const range = lettersIn(text, kind)
  if (range) return several(range, text, own)
  const parts = readParts(text, kind, own, signs)
  return parts.kind === 'read' && parts.why === null && isHedged(text)
    ? { ...parts, why: `“${clip(text)}” is not quite ${say(parts.code, own)}.` }
    : parts
}

/** "green-ish", "probably amber", "nearly green", "Red?": said with a doubt. */
const isHedged = (text: string): boolean =>
  /^.{0,40}(?:\p{L}[-– ]?ish\b|\?)|^\W*(?:probably|possibly|maybe|perhaps|nearly|almost|just about|mostly|borderline|heading|towards|verging|between|not (?:quite|really|fully)|could be|should be)\b/iu.test(
    text,
  )

function reading(meaning: WordMeaning, text: string, rest: string | null): RatingReading {
  const why = meaning.unclear === null ? null : `“${clip(text)}” ${meaning.unclear}.`
  return { kind: 'read', code: meaning.code, why, rest }
}

/** Lower case, single spaces, no punctuation around or between; percent signs and ticks stay. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[‘’']/g, '')
    .replaceAll(/[\p{Emoji_Presentation}⚪⬜]/gu, (sign) => (sign === '✅' ? sign : ' '))
    .replaceAll(/[^\p{L}\p{N}%✓✔☑✅]+/gu, ' ')
    .trim()
}

/** A step's own word as it is compared; worked out once for each step. */
function ownWord(step: ScaleWord): string {
  const known = ownWords.get(step) ?? plainWords(step.word)
  ownWords.set(step, known)
  return known
}

const ownWords = new WeakMap<ScaleWord, string>()

function meaningOf(words: string, kind: RatingKind, own: readonly ScaleWord[]): WordMeaning | null {
  if (words === '') return null
  const bare = words
    .replace(/^(?:overall |current |currently )?(?:b?rag )?(?:rating |status )?(?=\S)/, '')
    .replace(/ (?:b?rag|rating|status)$/, '')
  for (const w of [words, bare]) {
    const step = own.find((s) => ownWord(s) === w || s.code === w)
    if (step) return { code: step.code, unclear: null }
    const known = (kind === 'delivery' ? deliveryWords : impactWords).get(w)
    if (known && (own.length === 0 || own.some((s) => s.code === known.code))) return known
  }
  return null
}

const signsIn = (text: string): string[] =>
  [...text].flatMap((sign) => {
    const code = ratingSigns.get(sign)
    return code === undefined ? [] : [code]
  })

const LETTERS: Readonly<Record<string, string>> = { r: 'red', a: 'amber', g: 'green', b: 'blue', y: 'amber' }

/** "A/G", "A→G", "RA": letters of the scale side by side, from one rating to another or between two. */
function lettersIn(text: string, kind: RatingKind): string[] | null {
  if (kind !== 'delivery') return null
  const m = /^([RAGBY])\s*(?:[-–—/\\>→&+,|(]|->|to|and)?\s*([RAGBY])\)?$/i.exec(text)
  const codes = m ? [LETTERS[(m[1] ?? '').toLowerCase()], LETTERS[(m[2] ?? '').toLowerCase()]] : []
  return codes.every((c) => c !== undefined) && codes.length === 2 ? (codes as string[]) : null
}

function several(codes: readonly string[], text: string, own: readonly ScaleWord[]): RatingReading {
  const different = [...new Set(codes)]
  const last = codes.at(-1) ?? ''
  if (different.length === 1) return { kind: 'read', code: last, why: null, rest: null }
  const names = different.map((c) => say(c, own)).join(' and ')
  return {
    kind: 'read',
    code: last,
    why: `“${clip(text)}” names more than one rating: ${names}.`,
    rest: null,
  }
}

/** Words that may stand beside a rating without changing it. */
const FILLER =
  /^(✓|✔|☑|✅|b?rag|rating|status|overall|currently|current|now|is|still|remains|the|action|this|↑|↓)$/

/** Looks for ratings among other words: "Amber/Green", "Green - on track", "Amber: waiting for data". */
function readParts(
  text: string,
  kind: RatingKind,
  own: readonly ScaleWord[],
  signs: readonly string[],
): RatingReading {
  const words = plainWords(text).split(' ')
  const found: { meaning: WordMeaning; at: number }[] = []
  const left: string[] = []
  for (let at = 0; at < words.length;) {
    const hit = longestAt(words, at, kind, own)
    if (hit) {
      found.push({ meaning: hit.meaning, at })
      at += hit.length
    } else {
      const word = words[at] ?? ''
      if (!FILLER.test(word) && !isLabel(word, at, words)) left.push(word)
      at++
    }
  }
  // "Red – delayed", "In progress (amber)": the plain word says what the vague one leaves open
  const plain = found.filter((f) => f.meaning.unclear === null)
  const codes = [...signs, ...(plain.length > 0 ? plain : found).map((f) => f.meaning.code)]
  if (codes.length === 0) return unreadOrSlip(text, kind, own)
  const led = ledBy(text, own)
  if (led && led.words > 3 && !led.namesColour)
    return { kind: 'read', code: codes[0] ?? '', why: null, rest: led.rest }
  if (new Set(codes).size > 1)
    return left.length > 8 ? unread(text) : several(isWas(text) ? codes.toReversed() : codes, text, own)
  if (left.every((word) => WHEN.test(word)))
    return {
      kind: 'read',
      code: codes[0] ?? '',
      why: firstUnclear(found, text),
      rest: left.length === 0 ? null : text,
    }
  if (led && found[0]?.at === 0) return { kind: 'read', code: codes[0] ?? '', why: null, rest: led.rest }
  return {
    kind: 'read',
    code: codes[0] ?? '',
    why: `“${clip(text)}” names ${say(codes[0] ?? '', own)} among other words.`,
    rest: null,
  }
}

/** "Completed 12/12/2019", "Green since January": a rating and when it was given. */
const WHEN =
  /^(?:\d{1,4}(?:st|nd|rd|th)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|on|in|at|since|by|of)$/

/** "3 - Green" and "G - On track": the number or the letter that a list puts before its words. */
const isLabel = (word: string, at: number, words: readonly string[]): boolean =>
  at === 0 &&
  words.length > 1 &&
  (/^\d$/.test(word) || (word.length === 1 && word in LETTERS) || word === 'c')

/** "Amber (was Red)": the rating before the word is the one of today. */
const isWas = (text: string): boolean =>
  /.[([,;–-]\s*(?:was|previously|formerly|last (?:time|month))\b/i.test(text)

/** "Complte", "Amebr": a slip for one rating only, which a person confirms. */
function unreadOrSlip(text: string, kind: RatingKind, own: readonly ScaleWord[]): RatingReading {
  const words = plainWords(text)
  // "incomplete" is no slip for "complete"
  if (words.split(' ').length > 3 || /^(?:in|un|non|dis|not)/.test(words)) return unread(text)
  const known = new Map(
    [...(kind === 'delivery' ? deliveryWords : impactWords)]
      .filter(([word, meaning]) => word.length >= 5 && own.some((s) => s.code === meaning.code))
      .map(([word, meaning]) => [word, meaning.code] as const),
  )
  const code = closeSpelling(words, known)
  return code === null
    ? unread(text)
    : {
        kind: 'read',
        code,
        why: `“${clip(text)}” is no rating as it is written; it may mean ${say(code, own)}.`,
        rest: null,
      }
}

const firstUnclear = (found: readonly { meaning: WordMeaning }[], text: string): string | null => {
  const doubtful = found.find((f) => f.meaning.unclear !== null)
  return doubtful && found.every((f) => f.meaning.unclear !== null)
    ? `“${clip(text)}” ${doubtful.meaning.unclear}.`
    : null
}

const unread = (text: string): RatingReading => ({ kind: 'unread', why: `“${clip(text)}” is not a rating.` })

const COLOURS = /^(red|amber|yellow|green|blue|grey|gray)$/

/** The longest rating that begins at a word; single letters and unclear words count only by themselves. */
function longestAt(
  words: readonly string[],
  at: number,
  kind: RatingKind,
  own: readonly ScaleWord[],
): { meaning: WordMeaning; length: number } | null {
  for (let length = Math.min(6, words.length - at); length > 0; length--) {
    const phrase = words.slice(at, at + length).join(' ')
    if (length === 1 && phrase.length < 3) continue
    const meaning = meaningOf(phrase, kind, own)
    if (meaning) return { meaning, length }
  }
  return null
}

type Led = { readonly rest: string; readonly words: number; readonly namesColour: boolean }

/** A colour (or a word of the scale) first, then a mark, then free text: the rating with its reason. */
function ledBy(text: string, own: readonly ScaleWord[]): Led | null {
  const m = /^[^\p{L}\p{N}]*(\p{L}+(?: \p{L}+){0,3}?)\s*(?:[-–—:;,.(/]+|\n)\s*(.+)$/su.exec(text)
  const lead = plainWords(m?.[1] ?? '')
  if (!m || (!COLOURS.test(lead) && !own.some((s) => ownWord(s) === lead))) return null
  const words = plainWords(m[2] ?? '').split(' ')
  return { rest: (m[2] ?? '').trim(), words: words.length, namesColour: words.some((w) => COLOURS.test(w)) }
}

const say = (code: string, own: readonly ScaleWord[]): string =>
  own.find((s) => s.code === code)?.word.toLowerCase() ?? code

const clip = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 57)}…` : line
}
