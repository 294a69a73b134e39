import type { FieldName } from './draft.ts'
import { closeSpelling } from './closeSpelling.ts'
import { exactHeaders, synonymHeaders, weakHeaders, type ColumnMeaning } from './headerWords.ts'
import { headerRule } from './headerRules.ts'
import { takeHeaderDate } from './headerDate.ts'

/** What a heading says about its column. */
export type HeaderReading = {
  readonly meaning: ColumnMeaning
  readonly how: 'exact' | 'synonym' | 'similar'
  /** Higher is surer: 4 exact, 3 synonym, 2 similar, 1 a word too general to count beside a better one. */
  readonly strength: number
  /** ISO day of the period that the heading names ("RAG Feb 20"); null where it names none. */
  readonly asAt: string | null
  /** "Previous RAG": of an earlier period. */
  readonly isOlder: boolean
  /** "Current RAG": of this period, so that an older column never stands in for its blank. */
  readonly isCurrent: boolean
  /** "Start/Rev/End": the dates that stand in one cell, in order. */
  readonly parts: readonly DatePart[] | null
}

export type DatePart = 'start' | 'original' | 'revised'

/** Reads one heading; null where it says nothing that is known. `today` (ISO day) tells the year of "RAG Feb". */
export function readHeader(text: string, today: string): HeaderReading | null {
  if (text.length > 200) return null
  const parts = dateParts(text)
  if (parts) return { ...base, meaning: 'completion', how: 'synonym', strength: 3, parts }
  const dated = takeHeaderDate(text, today)
  const direct = lookUp(text)
  if (direct) return { ...base, ...direct, asAt: periodInBrackets(text, today) }
  // "Feb 20" alone heads what is reported each month: the cells tell whether ratings or words
  if (dated?.rest === '') return { ...base, meaning: 'none', how: 'similar', strength: 1, asAt: dated.day }
  if (dated) {
    const rest = lookUp(dated.rest)
    if (rest && rest.meaning !== 'none') return { ...base, ...rest, asAt: dated.day }
  }
  const since = lookUp(text.replace(SINCE_LAST, ''))
  if (since && BY_REPORT.has(since.meaning) && SINCE_LAST.test(text))
    return { ...base, ...since, meaning: since.meaning === 'action' ? 'progress' : since.meaning }
  const older = olderRating(text)
  if (older) return older
  const current = /^(?:current|latest|this (?:month|period|quarter)(?:s)?)\s+/i.exec(plainHeader(text))
  if (current) {
    const rest = lookUp(plainHeader(text).slice(current[0].length))
    if (rest) return { ...base, ...rest, isCurrent: true }
  }
  const rule = headerRule(plainHeader(text))
  return rule === null
    ? null
    : { ...base, meaning: rule, how: 'similar', strength: 2, asAt: dated?.day ?? null }
}

/** True for a heading that is known word for word; cheap, for looking through many rows. */
export function isKnownHeader(text: string): boolean {
  const plain = plainHeader(text.replaceAll(/\([^)]*\)?/g, ' '))
  return exact.has(plain) || synonyms.has(plain) || synonyms.has(plainHeader(text))
}

/** "Progress since last meeting": of this period, not of the last. */
const SINCE_LAST = /\s+since\s+(?:\w+\s+){0,3}(?:last|previous)(?:\s+\w+){0,3}\W*$/i

/** What is reported from period to period; "Activity since the last report" is progress, not an action. */
const BY_REPORT: ReadonlySet<ColumnMeaning> = new Set([
  'progress',
  'action',
  'issues',
  'evidence',
  'nextSteps',
])

/** "RAG (Feb 20)", "Update (as at 31/01/20)": a period in brackets is the period of the column. */
function periodInBrackets(text: string, today: string): string | null {
  const inside = /[([]([^)\]]{3,30})[)\]]/.exec(text)?.[1]
  const dated = inside === undefined ? null : takeHeaderDate(inside, today)
  return dated !== null && dated.rest === '' ? dated.day : null
}

const base = { asAt: null, isOlder: false, isCurrent: false, parts: null } as const

type Found = Pick<HeaderReading, 'meaning' | 'how' | 'strength'>

function lookUp(text: string): (Found & { isCurrent?: boolean }) | null {
  const plain = plainHeader(text)
  if (/%|\bper ?cent/.test(plain) && !/evidence|measure|success/.test(plain)) {
    return exact.get(plain) ?? { meaning: 'percentComplete', how: 'synonym', strength: 3 }
  }
  const bare = plainHeader(text.replaceAll(/\([^)]*\)?|\[[^\]]*\]?/g, ' '))
  for (const form of [plain, bare, singular(plain), singular(bare)]) {
    const found = exact.get(form) ?? synonyms.get(form)
    if (found) return /^(current|latest)\b/.test(form) ? { ...found, isCurrent: true } : found
  }
  const general = weak.get(bare)
  if (general) return general
  const similar = closeSpelling(bare, spellings)
  return similar === null ? null : { meaning: similar, how: 'similar', strength: 2 }
}

/** "Lead(s)" and "Lead/s" read as "lead s". */
const singular = (plain: string): string => plain.replace(/ s$/, '').replaceAll(/ s (?=\S)/g, ' ')

/** Lower case, single spaces, no punctuation but % and #, no numbering before the words. */
export function plainHeader(text: string): string {
  const before = plainHeaders.get(text)
  if (before !== undefined) return before
  const plain = makePlain(text)
  if (plainHeaders.size >= mostPlainHeaders) plainHeaders.clear()
  plainHeaders.set(text, plain)
  return plain
}

/** One heading is looked at in many ways, and the same headings come in every workbook: each is made plain once. */
const plainHeaders = new Map<string, string>()
const mostPlainHeaders = 2000

function makePlain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\b(what|who|how|it|that|where)['’‘`]s\b/g, '$1 is')
    .replaceAll(
      /\b(we|it|you|they)['’‘`](ll|ve|re)\b/g,
      (_, who: string, end: 'll' | 've' | 're') => `${who} ${CONTRACTED[end]}`,
    )
    .replaceAll(/['’‘`]/g, '')
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}%#]+/gu, ' ')
    .trim()
    .replace(/^(?:\d{1,2}|[a-z](?=\s\w{3})) (?=\p{L})/u, '')
    .replace(/^(?:the|your|please (?:give|enter|add|provide|state)(?: the| your| a| an)?) /, '')
}

const CONTRACTED = { ll: 'will', ve: 'have', re: 'are' } as const

function table<T extends string>(
  words: Readonly<Partial<Record<T, string>>>,
  how: Found['how'],
  strength: number,
): Map<string, Found> {
  const map = new Map<string, Found>()
  for (const [meaning, list] of Object.entries(words) as [ColumnMeaning, string][]) {
    for (const word of list.split('|')) map.set(word, { meaning, how, strength })
  }
  return map
}

const exact = table<FieldName>(exactHeaders, 'exact', 4)
const synonyms = table<ColumnMeaning>(synonymHeaders, 'synonym', 3)
const weak = table<FieldName>(weakHeaders, 'synonym', 1)
const spellings: ReadonlyMap<string, ColumnMeaning> = new Map(
  [...synonyms, ...exact].map(([word, found]) => [word, found.meaning]),
)

/** "Previous RAG", "RAG last month": a rating of an earlier period, kept as history. */
function olderRating(text: string): HeaderReading | null {
  const plain = plainHeader(text)
  const without = plain
    .replaceAll(/\b(previous|prior|last|old|earlier|months?|periods?|quarters?|years?|reported)\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (without === plain || !/\b(?<!since (?:the |our )?)(previous|prior|last|old|earlier)\b/.test(plain))
    return null
  const found = exact.get(without) ?? synonyms.get(without)
  if (found?.meaning !== 'deliveryRating' && found?.meaning !== 'impactRating')
    return { ...base, meaning: 'none', how: 'similar', strength: 2 }
  return { ...base, ...found, isOlder: true }
}

const PARTS: Readonly<Record<string, DatePart>> = {
  start: 'start', 'start date': 'start', begin: 'start',
  end: 'original', 'end date': 'original', due: 'original', 'due date': 'original', original: 'original', 'original date': 'original',
  target: 'original', completion: 'original', planned: 'original', finish: 'original', deadline: 'original',
  rev: 'revised', 'rev date': 'revised', revised: 'revised', 'revised date': 'revised', forecast: 'revised', revision: 'revised', new: 'revised', 'revised end': 'revised', 'revised completion': 'revised',
} // prettier-ignore

/** "Start/Rev/End", "Original / Revised date": several dates in one cell, at least one of them due. */
function dateParts(text: string): readonly DatePart[] | null {
  const words = text
    .replace(/\s+dates?\s*$/i, '')
    .split(/[/|\n]|\s[–-]\s/)
    .map((w) => plainHeader(w).replace(/^completion date /, ''))
    .filter((w) => w !== '')
  if (words.length < 2) return null
  const parts = words.map((w) => PARTS[w])
  if (parts.some((p) => p === undefined)) return null
  const known = parts as DatePart[]
  const due = known.filter((p) => p !== 'start')
  return new Set(known).size === known.length && due.length > 0 ? known : null
}
