import { monthMisspelt, monthNamed, monthTorn } from './months.ts'
import type { Token, TokenKind } from './token.ts'
import { tokenRules } from './tokenRules.ts'

const WEEKDAY = /(sun|mon|tue(?:s)?|wed(?:nes|s)?|thu(?:r|rs)?|fri|sat(?:ur)?)(?:day|\.)?(?![\p{L}\p{N}])/iuy
const WORD = /\p{L}[\p{L}'’]*/uy
const CODE = /\p{L}+[-–]?\d[\p{L}\p{N}]*/uy
const SPACE = /[ _\t\u00a0\u2000-\u200b\u202f\u3000]+/y
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** Cuts a completion text into tokens. Spaces are left out; every other character is in exactly one token. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const space = match(SPACE, text, at)
    if (space !== null && !/^\s*[\r\n\u2028\u2029\v\f]/.test(text.slice(at, at + 200))) {
      at += space[0].length
      continue
    }
    const token = nextToken(text, at)
    tokens.push(token)
    at = token.end
  }
  return mendMonths(text, tokens)
}

function nextToken(text: string, at: number): Token {
  const char = text[at] ?? ''
  if (/\d/.test(char)) {
    const token = byRules(tokenRules.units, text, at) ?? byRules(tokenRules.figures, text, at)
    return token ?? plain('x', text, at, at + 1)
  }
  if (/['’‘`]/.test(char)) return byRules(tokenRules.units, text, at) ?? plain('w', text, at, at + 1)
  if (/\p{L}/u.test(char)) return wordAt(text, at)
  return (
    byRules(tokenRules.signs, text, at) ??
    byRules(tokenRules.figures, text, at) ??
    plain('w', text, at, at + 1)
  )
}

function wordAt(text: string, at: number): Token {
  const phrase = byRules(tokenRules.units, text, at) ?? byRules(tokenRules.words, text, at)
  if (phrase !== null) return phrase
  const letters = match(/\p{L}+/uy, text, at)?.[0] ?? text[at] ?? ''
  const month = monthNamed(letters)
  if (month !== null) {
    const dot = text[at + letters.length] === '.' && letters.length <= 4 ? 1 : 0
    return { ...plain('M', text, at, at + letters.length + dot), value: month }
  }
  const weekday = match(WEEKDAY, text, at)
  if (weekday !== null) {
    return {
      ...plain('W', text, at, at + weekday[0].length),
      value: DAYS.indexOf(letters.slice(0, 3).toLowerCase()),
    }
  }
  const glued = gluedMonth(letters, text, at)
  if (glued !== null) return glued
  const code = match(CODE, text, at)
  if (
    code !== null &&
    monthMisspelt(letters) === null &&
    !/^(?:spring|summer|autumn|winter)$/i.test(letters)
  ) {
    return plain('x', text, at, at + code[0].length)
  }
  const word = match(WORD, text, at)?.[0] ?? letters
  return plain('w', text, at, at + (monthMisspelt(letters) === null ? word.length : letters.length))
}

/** "byMarch2020", "endMarch 2020": the small word in front is a token of its own. */
function gluedMonth(letters: string, text: string, at: number): Token | null {
  const hit = /^(by|end|of|from)([\p{L}]+)$/iu.exec(letters)
  const lead = hit?.[1] ?? ''
  if (hit === null || monthNamed(hit[2] ?? '') === null) return null
  const kind: TokenKind = /from/i.test(lead) ? 'g' : /of/i.test(lead) ? 'f' : 'l'
  return plain(kind, text, at, at + lead.length)
}

/** Where a month is expected, a misspelt or torn word is one: "Febuary 2020", "Februaryrua ry 2020", "Janu- ary 2020". */
function mendMonths(text: string, tokens: readonly Token[]): readonly Token[] {
  const mended: Token[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const joined = joinedMonth(tokens, at) ?? misspeltMonth(tokens, at)
    if (joined === null) {
      const token = tokens[at]
      if (token !== undefined) mended.push(token)
      continue
    }
    const written = text.slice(joined.token.start, joined.token.end).replace(/\s+/g, ' ')
    mended.push({ ...joined.token, text: written })
    at = joined.last
  }
  return mended
}

type Mended = { readonly token: Token; readonly last: number }

function joinedMonth(tokens: readonly Token[], at: number): Mended | null {
  const first = tokens[at]
  if (first === undefined || !isLetters(first)) return null
  let letters = first.text
  let last = at
  let found: Mended | null = null
  let isShredded = true
  for (let parts = 1; parts < 4 && letters.length < 20; parts += 1) {
    let next = last + 1
    while (next < last + 3 && /[-_]/.test(tokens[next]?.kind ?? '')) next += 1
    const token = tokens[next]
    if (token === undefined || !isLetters(token)) break
    isShredded &&= token.kind === 'w'
    letters += token.text
    last = next
    const whole =
      monthNamed(letters) !== null && letters.length > 4
        ? monthNamed(letters)
        : isShredded
          ? monthTorn(letters)
          : null
    if (whole !== null && isBesideFigures(tokens, at, last)) {
      found = { token: { ...first, kind: 'M', value: whole, text: letters, end: token.end, day: 1 }, last }
    }
  }
  return found
}

function misspeltMonth(tokens: readonly Token[], at: number): Mended | null {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'w' || !isBesideFigures(tokens, at, at)) return null
  const month = monthMisspelt(token.text)
  return month === null ? null : { token: { ...token, kind: 'M', value: month, day: 1 }, last: at }
}

function isLetters(token: Token): boolean {
  return /^\p{L}+$/u.test(token.text)
}

function isBesideFigures(tokens: readonly Token[], first: number, last: number): boolean {
  const next = tokens[last + 1]
  if (next !== undefined && /[YyP]/.test(next.kind)) return true
  if (next?.kind === 'n' && next.text.length === 2 && next.value >= 10) return true
  const jump = tokens[last + 2]
  if (next !== undefined && /[-~,/&]/.test(next.kind) && jump?.kind === 'M') return true
  const before = tokens[first - 1]
  return before !== undefined && (before.kind === 'o' || (before.kind === 'n' && next === undefined))
}

type RuleList = (typeof tokenRules)[keyof typeof tokenRules]

function byRules(rules: RuleList, text: string, at: number): Token | null {
  for (const [pattern, build] of rules) {
    const hit = match(pattern, text, at)
    if (hit === null || hit[0] === '') continue
    const found = build(hit, text)
    if (found === null) continue
    return { ...plain(found.kind, text, at, at + hit[0].length), ...found }
  }
  return null
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function plain(kind: TokenKind, text: string, start: number, end: number): Token {
  const written = text.slice(start, end).replace(/[^\S\r\n]+/g, ' ')
  return { kind, text: written, start, end, value: 0, month: 0, day: 0 }
}
