import { makeDay } from './isoDay.ts'
import { phraseRules } from './phraseRules.ts'
import type { TokenKind } from './token.ts'

type Found = {
  readonly kind: TokenKind
  readonly value?: number
  readonly month?: number
  readonly day?: number
}
type Rule = readonly [RegExp, (hit: RegExpExecArray, text: string) => Found | null]

/** A full year for two figures: 80 to 99 are the last century. */
export function fullYear(twoFigures: number): number {
  return twoFigures < 80 ? 2000 + twoFigures : 1900 + twoFigures
}

const is = (pattern: string, kind: TokenKind, value = 0): Rule => [
  new RegExp(`(?:${pattern})(?![\\p{L}\\p{N}])`, 'iuy'),
  () => ({ kind, value }),
]

/** Nouns whose number is a label: "Year 9", "phase 1", "ages 14-25", "QS 140". */
const NUMBERED =
  'years?|yrs?|year\\s+groups?|ages?|aged|key\\s+stages?|stages?|phases?|groups?|grps?|wg|working\\s+groups?|tiers?|' +
  'priorit(?:y|ies)|actions?|objectives?|sections?|steps?|parts?|options?|cohorts?|waves?|modules?|bands?|levels?|grades?|' +
  'rooms?|items?|appendix|annex|tables?|pages?|chapters?|recommendations?|areas?|themes?|work\\s?streams?|strands?|' +
  'versions?|no\\.?|regulations?|reg|standards?|qs|ng|cg|ks|ref\\.?|iterations?|rounds?|' +
  'tranches?|outcomes?|kpis?|measures?|questions?|q\\.|paragraphs?|para|clauses?|articles?|category|' +
  'categories|cycles?|floor|weakness'

const CALENDAR_NUMBER = /\d{1,2}(?!\d)/.source

function day(year: number, month: number, date: number): Found {
  const real = makeDay(year, month, date) !== null
  return { kind: real ? 'd' : 'b', value: year, month, day: date }
}

/** d.m.yy of single figures is as likely a reference (1.2.20): it is read only where nothing else stands. */
function isReferenceLike(hit: RegExpExecArray, text: string): boolean {
  const [whole, date = '', sign, month = '', year = ''] = hit
  if (sign !== '.' && sign !== '-') return false
  if (year.length === 4 || (date.length === 2 && month.length === 2)) return false
  if (Number(date) > 12 && Number(year) >= 15) return false
  const rest = text.replace(whole, '').replace(/\b(?:by|end|of|on|due|date|before|w\/?c)\b|[\s:().,]/gi, '')
  return rest !== '' || Number(year) < 15
}

function pair(first: number, second: string): boolean {
  return Number(second) === (second.length === 4 ? first + 1 : (first + 1) % 100)
}

const figures: readonly Rule[] = [
  [/24[^\S\r\n]*\/[^\S\r\n]*7(?![^\S\r\n]*[\d/])/y, () => ({ kind: 'x' })],
  [
    /((?:19|20|21)\d\d)-(\d{2})-(\d{2})(?:[T ][^\S\r\n]*\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)/y,
    (hit) => day(Number(hit[1]), Number(hit[2]), Number(hit[3])),
  ],
  [
    /((?:19|20|21)\d\d)[/.](\d{1,2})[/.](\d{1,2})(?!\d)/y,
    (hit) => day(Number(hit[1]), Number(hit[2]), Number(hit[3])),
  ],
  [
    /(\d{1,2})[^\S\r\n]*([/.\-–—−\\])[^\S\r\n]*(\d{1,2})[^\S\r\n]*\2[^\S\r\n]*((?:19|20|21)\d\d|\d{2})(?!\d|\2\d)/y,
    (hit, text) => {
      if (isReferenceLike(hit, text)) return { kind: 'x' }
      const year = (hit[4] ?? '').length === 4 ? Number(hit[4]) : fullYear(Number(hit[4]))
      return day(year, Number(hit[3]), Number(hit[1]))
    },
  ],
  [
    /\d{1,2}(?:[:.]\d{2}){1,2}\s*(?:[ap]\.?m\.?|hrs?)(?!\p{L})|\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}[^\S\r\n]*[ap]m(?!\p{L})/iuy,
    () => ({ kind: 'f' }),
  ],
  [
    /((?:19|20)\d\d)[^\S\r\n]*[/\-–—−][^\S\r\n]*(\d{4}|\d{2})(?!\d|[/.-]\d)/y,
    (hit) => (pair(Number(hit[1]), hit[2] ?? '') ? { kind: 'P', value: Number(hit[1]) } : null),
  ],
  [
    /(0?[1-9]|1[0-2])[^\S\r\n]*[/.-][^\S\r\n]*((?:19|20)\d\d)(?!\d|[/.-]\d)/y,
    (hit) => ({ kind: 'F', value: Number(hit[2]), month: Number(hit[1]) }),
  ],
  [
    /((?:19|20)\d\d)[-/](0[1-9]|1[0-2])(?!\d|[/.-]\d)/y,
    (hit) => ({ kind: 'F', value: Number(hit[1]), month: Number(hit[2]) }),
  ],
  [
    /((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/y,
    (hit) =>
      makeDay(Number(hit[1]), Number(hit[2]), Number(hit[3]))
        ? day(Number(hit[1]), Number(hit[2]), Number(hit[3]))
        : null,
  ],
  [/0[^\S\r\n]*[-–][^\S\r\n]*\d+/y, () => ({ kind: 'x' })],
  [
    /[£$€][^\S\r\n]*\d[\d,.]*(?:[^\S\r\n]*(?:k|m|bn)(?!\p{L}))?|\d[\d,.]*[^\S\r\n]*%|\d{1,3}(?:,\d{3})+/iuy,
    () => ({ kind: 'x' }),
  ],
  [/\d+(?:\.\d+)+\.?/y, () => ({ kind: 'x' })],
  [/(\d{1,2})[^\S\r\n]*(?:st|nd|rd|th)(?!\p{L})/iuy, (hit) => ({ kind: 'o', value: Number(hit[1]) })],
  [
    /(\d{1,2})(?:st|nd|rd|th)(?=(?:of|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/iuy,
    (hit) => ({ kind: 'o', value: Number(hit[1]) }),
  ],
  [/((?:19|20|21)\d\d)(?![\d])(?!\p{L})/uy, (hit) => ({ kind: 'Y', value: Number(hit[1]) })],
  [
    /(\d{1,2})(?!\d)(?=\P{L}|$|of\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iuy,
    (hit) => ({ kind: 'n', value: Number(hit[1]) }),
  ],
  [/\d[\p{L}\p{N}]*/uy, () => ({ kind: 'x' })],
]

const units: readonly Rule[] = [
  [/['’‘`](\d{2})(?!\d)/y, (hit) => ({ kind: 'y', value: fullYear(Number(hit[1])) })],
  is('half[- ]?terms?', 'z'),
  [
    /(?:quarter|qtr|qrtr|qr)\.?[\s-]*(\d|one|two|three|four)(?![\p{L}\d])|q\s*(\d)(?!\d)(?!\p{L})/iuy,
    (hit) => numbered('Q', hit[1] ?? hit[2], 4),
  ],
  [
    /(first|second|third|fourth|final|last|1st|2nd|3rd|4th)\s+(?:(calendar|financial)\s+)?(?:quarter|qtr|qr|q)(?!\p{L})/iuy,
    (hit) => numbered('Q', hit[1], 4),
  ],
  [
    /h\s*([12])(?!\d)(?!\p{L})|half(?:[- ]year)?[\s-]*(1|2|one|two)(?![\p{L}\d])/iuy,
    (hit) => numbered('H', hit[1] ?? hit[2], 2),
  ],
  [
    /(first|second|1st|2nd|latter|last|other)\s+half(?:[- ]year)?(?!\p{L})/iuy,
    (hit) => numbered('H', hit[1], 2),
  ],
  is('(?:academic|school|acad\\.?|ac\\.?)\\s*(?:years?|yrs?)|ay(?=\\s?\\d)', 'A'),
  [/ay(?=\d)/iuy, () => ({ kind: 'A' })],
  is('(?:financial|fiscal|fin\\.?|tax|council|budget|municipal)\\s*(?:years?|yrs?)|f\\/?y', 'B'),
  [/f\/?y(?=\d)/iuy, () => ({ kind: 'B' })],
  is('(?:financial|fiscal)(?=\\s+(?:q|quarter|half|h\\d))', 'B'),
  is('calendar\\s+(?:years?|yrs?)|calendar(?!\\s+days?)', 'C'),
  [
    /(?:school\s+)?term\s*#?([1-6])(?![\d/.-])(?!\p{L})/iuy,
    (hit) => ({ kind: 'S', value: numberedTerm(Number(hit[1])) }),
  ],
  is('(?:school\\s+)?terms?', 'T'),
  is('easter(?:\\s+(?:sunday|holidays?|break))?', 'K', 0),
  is('christmas(?:\\s+(?:day|holidays?|break))?|xmas', 'K', 1),
  is('new\\s+year', 'K', 2),
  [
    /(spring|summer|autumn|winter)(?:\s+(?:holidays?|break|months))?(?!\p{L})/iuy,
    (hit) => season(hit[1] ?? ''),
  ],
  [
    /(spr|sum|aut|autum|automn|autmn|autmun|autunm|sping|sprng|sumer|summmer|fall)\.?(?=\s*(?:term|'|’)?\s*(?:20)?\d\d)/iuy,
    (hit) => season(hit[1] ?? ''),
  ],
  [
    new RegExp(
      `(?:${NUMBERED})\\s*#?${CALENDAR_NUMBER}(?!\\s*[/\\-–]\\s*\\d{2}\\s*(?:$|\\)))(?:\\s*(?:[-–/,&+]|to|and|or)\\s*(?:years?\\s+)?${CALENDAR_NUMBER}(?!\\s*(?:st|nd|rd|th|of)?\\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\\/)))*(?!\\d|\\/\\d|\\.\\d)`,
      'iuy',
    ),
    () => ({ kind: 'x' }),
  ],
]

function numbered(kind: 'Q' | 'H', written: string | undefined, most: number): Found | null {
  const words: Record<string, number> = {
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    '1st': 1,
    '2nd': 2,
    '3rd': 3,
    '4th': 4,
    final: most,
    last: most,
    latter: 2,
    other: 2,
  }
  const lower = (written ?? '').toLowerCase()
  const value = words[lower] ?? Number(lower)
  return value >= 1 && value <= most ? { kind, value } : { kind: 'x' }
}

/** Areas count three terms a year or six: the first is autumn in both, the second and third are not settled. */
const numberedTerm = (n: number): number => [2, NaN, NaN, 0, 1, 1][n - 1] ?? NaN

function season(word: string): Found {
  const lower = word.toLowerCase()
  const value = lower.startsWith('sp') ? 0 : lower.startsWith('su') ? 1 : lower.startsWith('w') ? 3 : 2
  return { kind: 'S', value }
}

const words: readonly Rule[] = phraseRules.flatMap(([kind, phrases, value]) =>
  phrases.map((phrase) => is(phrase.replaceAll(' ', '\\s+'), kind, value)),
)

const signs: readonly Rule[] = [
  [
    /[ \t\u00a0\u2000-\u200b\u202f]*(?:\r\n|[\n\r\u2028\u2029\v\f])\s*(?:[•●▪◦‣∙·*o](?=\s)\s*)?/y,
    () => ({ kind: '_' }),
  ],
  [/->|=>|→|⇒|>/y, () => ({ kind: '~' })],
  [/[-‐‑‒–—―−~]+/y, () => ({ kind: '-' })],
  [/\/|\\/y, () => ({ kind: '/' })],
  [/&|\+(?=\s*[\p{L}\d])/uy, () => ({ kind: '&' })],
  [/\+/y, () => ({ kind: 'v' })],
  [/[([{]/y, () => ({ kind: '(' })],
  [/[)\]}]/y, () => ({ kind: ')' })],
  [/[;|•●▪◦]/y, () => ({ kind: ';' })],
  [/,/y, () => ({ kind: ',' })],
  [/:/y, () => ({ kind: ':' })],
  [/\.{2,}|…/y, () => ({ kind: '-' })],
  [/\./y, () => ({ kind: '.' })],
  [/\?+/y, () => ({ kind: '?' })],
]

/** In order: the first rule that fits a place decides. Words and months are handled by the tokeniser itself. */
export const tokenRules = { figures, units, words, signs }
