import type { Precision } from './completionReading.ts'
import type { Dated } from './dated.ts'
import type { Token } from './token.ts'

/** A whole answer that names no date: the state of things, or that there is none. */
const NO_DATE =
  /^(?:complete[d]?|done|achieved|closed|delivered|finished|in progress|in place|under ?way|started|not started|not yet started|none|nil|urgent|soon|now|to follow|date to follow|open|no|yes|live|cancelled|withdrawn|superseded|on hold|paused|see (?:above|below)|as above|unknown|not known)$/i

/** What a text without any date is: 'none' (TBC, ASAP, blank), 'ongoing', or 'unread'. */
export function undatedPrecision(tokens: readonly Token[]): Precision {
  const words = tokens.filter(({ kind, text }) => /[\p{L}\p{N}]/u.test(text) || kind === 'x')
  if (words.length === 0) return 'none'
  const plain = words.map(({ text }) => text).join(' ')
  if (NO_DATE.test(plain)) return 'none'
  if (words.some(({ kind }) => kind === 'L')) return 'unread'
  const isOngoing = words.some(({ kind }) => kind === 'G') || words.some(({ kind }) => kind === 'R')
  if (isOngoing) return 'ongoing'
  return words.some(({ kind }) => kind === 'N') ? 'none' : 'unread'
}

/**
 * Steps that say they have no date, beside others that have one: "Draft October 2019 / Final TBC". A bare TBC or
 * ongoing belongs to the date it follows and is no step.
 */
export function undatedEntries(tokens: readonly Token[], dated: readonly Dated[]): readonly Dated[] {
  return segmentsOf(tokens).flatMap(([from, to]) => {
    if (dated.some(({ first, end }) => first < to && end > from)) return []
    const inside = tokens.slice(from, to)
    const marker = inside.find(
      ({ kind, text }) =>
        kind === 'N' || (kind === 'G' && /^(?:and |then )?(?:is |are )?on[- ]?going/i.test(text)),
    )
    const isLead = from === 0 && marker?.kind === 'G' && isNamed(tokens, to, dated)
    if (marker === undefined || (!isLead && !inside.some(({ kind }) => kind === 'w' || kind === 'x')))
      return []
    const at = tokens.indexOf(marker)
    const precision: Precision = marker.kind === 'N' ? 'none' : 'ongoing'
    return [
      {
        first: at,
        end: at + 1,
        earliest: null,
        latest: null,
        precision,
        isSuperseded: false,
        isStart: false,
        notes: [],
      },
    ]
  })
}

/** "Ongoing, reviewed March 2020": the date behind has words of its own. */
function isNamed(tokens: readonly Token[], from: number, dated: readonly Dated[]): boolean {
  const next = dated.find(({ first }) => first >= from)
  return tokens.slice(from, next?.first ?? from).some(({ kind }) => kind === 'w')
}

/** Stretches of tokens between line breaks, semicolons, slashes and commas. */
function segmentsOf(tokens: readonly Token[]): readonly (readonly [number, number])[] {
  const segments: (readonly [number, number])[] = []
  let from = 0
  for (let at = 0; at <= tokens.length; at += 1) {
    if (at < tokens.length && !isEdge(tokens, at)) continue
    if (at > from) segments.push([from, at])
    from = at + 1
  }
  return segments
}

/** A dash or bracket parts an ongoing action from what is said about it; elsewhere it joins words and dates. */
function isEdge(tokens: readonly Token[], at: number): boolean {
  const kind = tokens[at]?.kind ?? ''
  return /[_;/,]/.test(kind) || (/[-(]/.test(kind) && at === 1 && tokens[0]?.kind === 'G')
}
