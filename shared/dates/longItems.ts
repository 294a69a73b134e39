import type { Pattern } from './findItems.ts'
import type { Item, ItemSort, WrittenYear } from './item.ts'
import { misspeltNotes } from './misspelt.ts'
import { MONTH_NAMES } from './months.ts'
import {
  academicYear,
  calendarHalf,
  calendarQuarter,
  calendarYear,
  easterSunday,
  dayPeriod,
  financialHalf,
  financialQuarter,
  financialYear,
  monthPeriod,
  seasonPeriod,
  termPeriod,
} from './periods.ts'
import type { Period, Season } from './periods.ts'
import { relativePeriod } from './relative.ts'
import type { Token } from './token.ts'
import { fullYear } from './tokenRules.ts'

/** A year after the thing it belongs to: "2020", "’20", "20", "2020/21", "20/21", "financial year 2020/21", in brackets. */
const YEAR = '[,:]?[fi]*[(]?[fi]*[ABC]?[fi:]*(?:P|n[-/]n|Y|y|n)[)]?[ABC]?'
/** The same in front of it. */
const YEAR_BEFORE = '[ABC]?[fi]*(?:P|n[-/]n|Y|y)[ABC]?[,:-]?[fi]*'

const unit = (pattern: string, build: Build): readonly Pattern[] => [
  [new RegExp(`${pattern}${YEAR}`, 'y'), (tokens, first) => withYear(tokens, first, build)],
  [
    new RegExp(`${YEAR_BEFORE}[(]?${pattern}[)]?(?![-/]?[YynP])`, 'y'),
    (tokens, first) => withYear(tokens, first, build),
  ],
  [new RegExp(pattern, 'y'), (tokens, first) => withoutYear(tokens, first, build)],
]

/** Everything longer than a day. */
export const longItems: readonly Pattern[] = [
  [
    /F/y,
    (tokens, first) =>
      fixed(tokens, first, 'month', monthPeriod(tokens[0]?.value ?? 0, tokens[0]?.month ?? 0)),
  ],
  [/M[.,]?[)]?_?[fi]*[(]?[Yy][)]?|M[-/]?_?n|M[-/][Yy]|M[fi]*[(]?P[)]?/y, monthWithYear],
  [/Y[,:-]?[(]?M[)]?(?![-/]?[YynPo])/y, monthWithYear],
  [/Mz[fi]*[(]?(?:Y|y|n|P)[)]?/y, monthWithYear],
  [/z[,(:-]*[fi]*M[)]?[fi]*(?:Y|y|n)/y, monthWithYear],
  [/Mz?(?!x)/y, monthWithoutYear],
  ...unit('[BC]?[fi]*Q', buildQuarter),
  ...unit('[BC]?[fi]*H[fi]*', buildHalf),
  ...unit('Sn?[fi]*z', buildHalfTerm),
  [/S[fi]*(?:Y|P|y)T/y, (tokens, first) => withYear(tokens, first, buildTerm)],
  ...unit('S[fi]*Tn', buildTerm),
  ...unit('S[fi]*T', buildTerm),
  ...unit('T:?S', buildTerm),
  [
    new RegExp(`Sn${YEAR}`, 'y'),
    (tokens, first) => (/^[12]$/.test(tokens[1]?.text ?? '') ? withYear(tokens, first, buildTerm) : null),
  ],
  ...unit('S', buildSeason),
  ...unit('K', buildFeast),
  [
    /[AB][fi:]*(?:P|n[-/]n|Y|y|n)|(?:P|n[-/]n|Y)[AB]|t[:]?P/y,
    (tokens, first) => withYear(tokens, first, buildYear),
  ],
  [/[Ct][fi:]*Y|YC/y, (tokens, first) => withYear(tokens, first, buildYear)],
  [/P/y, (tokens, first) => withYear(tokens, first, buildYear)],
  [/L/y, relativeItem],
  [/Y|y/y, (tokens, first) => withYear(tokens, first, buildYear)],
  [/n[-/]n/y, bareShortPair],
  [/n\/n/y, bareMonthAndYear],
]

type Build = (head: Head, year: WrittenYear) => Built | null
type Built = {
  readonly sort: ItemSort
  readonly period: Period | null
  readonly inYear?: (year: number) => Period | null
  readonly isWeak?: boolean
  readonly notes?: readonly string[]
}
/** What a pattern is about: its unit's number, and how its year is called. */
type Head = {
  readonly tokens: readonly Token[]
  readonly value: number
  readonly calls: 'A' | 'B' | 'C' | null
}

function withYear(tokens: readonly Token[], first: number, build: Build): readonly Item[] | null {
  const year = writtenYear(tokens)
  return year === null ? null : finish(tokens, first, build(headOf(tokens), year))
}

function withoutYear(tokens: readonly Token[], first: number, build: Build): readonly Item[] | null {
  return finish(tokens, first, build(headOf(tokens), { form: 'none' }))
}

function finish(tokens: readonly Token[], first: number, built: Built | null): readonly Item[] | null {
  if (built === null) return null
  const { sort, period, inYear = null, isWeak = false, notes = [] } = built
  return [{ first, end: first + tokens.length, sort, period, inYear, isWeak, notes }]
}

function fixed(
  tokens: readonly Token[],
  first: number,
  sort: ItemSort,
  period: Period | null,
): readonly Item[] | null {
  return period === null ? null : finish(tokens, first, { sort, period })
}

function headOf(tokens: readonly Token[]): Head {
  const head = tokens.find(({ kind }) => /[QHSKM]/.test(kind))
  const calls = tokens.find((token): token is Token & { kind: 'A' | 'B' | 'C' } => /[ABC]/.test(token.kind))
  return { tokens, value: head?.value ?? 0, calls: calls?.kind ?? null }
}

/** The year in a pattern's tokens; null where its figures make no year. */
function writtenYear(tokens: readonly Token[]): WrittenYear | null {
  const full = tokens.find(({ kind }) => kind === 'P' || kind === 'Y' || kind === 'y')
  if (full !== undefined) return { form: full.kind === 'P' ? 'split' : 'single', year: full.value }
  const at = tokens.findIndex(({ kind }, index) => kind === 'n' && /[-/]/.test(tokens[index + 1]?.kind ?? ''))
  const [a, b] = [tokens[at], tokens[at + 2]]
  if (at >= 0 && a !== undefined && b !== undefined) {
    return isShortPair(a, b) ? { form: 'split', year: fullYear(a.value) } : null
  }
  const short = tokens.findLast(({ kind }) => kind === 'n')
  return short?.text.length === 2 && short.value >= 10
    ? { form: 'single', year: fullYear(short.value) }
    : null
}

function isShortPair(a: Token, b: Token): boolean {
  return a.text.length === 2 && b.text.length === 2 && b.value === (a.value + 1) % 100
}

function monthWithYear(tokens: readonly Token[], first: number): readonly Item[] | null {
  const month = tokens.find(({ kind }) => kind === 'M')
  if (month === undefined) return null
  const short = tokens.findLast(({ kind }) => kind === 'n')
  const year = tokens.some(({ kind }) => /[YyP]/.test(kind)) ? writtenYear(tokens) : monthYear(short, tokens)
  if (year === null || year.form === 'none') return null
  const split = year.form === 'split' && month.value < 4 ? 1 : 0
  const period = monthPeriod(year.year + split, month.value)
  return finish(tokens, first, { sort: 'month', period, notes: misspeltNotes(month) })
}

function monthYear(short: Token | undefined, tokens: readonly Token[]): WrittenYear | null {
  if (short === undefined || short.text.length !== 2) return null
  const dash = tokens.findIndex(({ kind }) => kind === '-' || kind === '/')
  const isSpaced =
    dash >= 0 && (tokens[dash - 1]?.end !== tokens[dash]?.start || tokens[dash]?.end !== short.start)
  return isSpaced ? null : { form: 'single', year: fullYear(short.value) }
}

/** "may" and "march" in small letters before another word are verbs; the caller looks at what follows. */
function monthWithoutYear(tokens: readonly Token[], first: number): readonly Item[] | null {
  const month = tokens[0]?.value ?? 0
  return finish(tokens, first, { sort: 'month', period: null, inYear: (year) => monthPeriod(year, month) })
}

function buildQuarter({ value, calls }: Head, year: WrittenYear): Built | null {
  if (year.form === 'none') {
    return { sort: 'quarter', period: null, inYear: (y) => financialQuarter(value === 4 ? y - 1 : y, value) }
  }
  if (year.form === 'split' || calls === 'B')
    return { sort: 'quarter', period: financialQuarter(year.year, value) }
  const period = calendarQuarter(year.year, value)
  return {
    sort: 'quarter',
    period,
    notes: calls === 'C' ? [] : [`Quarter ${value} was read as a quarter of the calendar year.`],
  }
}

function buildHalf({ value, calls }: Head, year: WrittenYear): Built | null {
  if (year.form === 'none') return { sort: 'half', period: null, inYear: (y) => calendarHalf(y, value) }
  const isFinancial = year.form === 'split' || calls === 'B'
  return {
    sort: 'half',
    period: isFinancial ? financialHalf(year.year, value) : calendarHalf(year.year, value),
  }
}

/** In a split year autumn and winter lie in the first, spring and summer in the second, as in a school year. */
function seasonYear(season: number, year: WrittenYear): number | null {
  if (year.form === 'none') return null
  return year.form === 'split' && season < 2 ? year.year + 1 : year.year
}

function buildTerm({ value, tokens }: Head, year: WrittenYear): Built | null {
  const inYear = (y: number): Period | null => termPeriod(y, value as Season)
  const at = seasonYear(value, year)
  const isPart = tokens.some(({ kind, text }) => kind === 'n' && text.length === 1)
  const notes = isPart ? ['Half terms differ between areas: the whole term was taken.'] : []
  return { sort: 'term', period: at === null ? null : inYear(at), inYear, notes }
}

const UNSETTLED_TERM =
  'Areas count three terms a year or six: write autumn, spring or summer term, or the month.'

/** The half-term weeks of nearly all English areas lie in these months. */
function buildHalfTerm({ value }: Head, year: WrittenYear): Built | null {
  const month = [2, 5, 10][value]
  if (month === undefined) return null
  const inYear = (y: number): Period | null => monthPeriod(y, month)
  const at = seasonYear(value, year)
  const notes = [`Half terms differ between areas: ${monthName(month)} was taken.`]
  return { sort: 'month', period: at === null ? null : inYear(at), inYear, notes }
}

function buildSeason(season: Head, year: WrittenYear): Built | null {
  const { value } = season
  if (Number.isNaN(value)) return { sort: 'term', period: null, notes: [UNSETTLED_TERM] }
  if (season.tokens.some(({ kind, text }) => kind === 'S' && /term/i.test(text)))
    return buildTerm(season, year)
  const inYear = (y: number): Period | null => seasonPeriod(y, value as Season)
  const at = seasonYear(value, year)
  return { sort: 'season', period: at === null ? null : inYear(at), inYear }
}

function buildFeast({ value }: Head, year: WrittenYear): Built | null {
  const inYear = (y: number): Period | null =>
    value === 0 ? easterSunday(y) : value === 1 ? dayPeriod(y, 12, 25) : monthPeriod(y, 1)
  if (year.form === 'none') return { sort: 'feast', period: null, inYear }
  return { sort: 'feast', period: inYear(year.form === 'split' && value !== 1 ? year.year + 1 : year.year) }
}

function buildYear({ calls, tokens }: Head, year: WrittenYear): Built | null {
  if (year.form === 'none') return null
  const isSingle = year.form === 'single'
  if (calls === 'A')
    return {
      sort: 'year',
      period: academicYear(year.year),
      notes: isSingle ? [splitNote('academic', year.year)] : [],
    }
  if (calls === 'B')
    return {
      sort: 'year',
      period: financialYear(year.year),
      notes: isSingle ? [splitNote('financial', year.year)] : [],
    }
  if (!isSingle) return { sort: 'year', period: financialYear(year.year), isWeak: tokens.length === 1 }
  return { sort: 'year', period: calendarYear(year.year), isWeak: calls === null }
}

function splitNote(called: string, year: number): string {
  return `The ${called} year was read as ${year}/${String((year + 1) % 100).padStart(2, '0')}.`
}

/** "Next academic year" has a meaning only inside a programme, seen from its present day. */
function relativeItem(tokens: readonly Token[], first: number): readonly Item[] {
  const words = tokens.map(({ text }) => text).join(' ')
  const fromDay = (near: string): Period | null => relativePeriod(words, near)
  return [
    {
      first,
      end: first + tokens.length,
      sort: 'year',
      period: null,
      inYear: null,
      fromDay,
      isWeak: false,
      notes: [],
    },
  ]
}

/** "20/21" stands for a year only where it cannot be a day and month; whether it stands alone is asked later. */
function bareShortPair(tokens: readonly Token[], first: number): readonly Item[] | null {
  const [a, , b] = tokens
  if (a === undefined || b === undefined || !isShortPair(a, b) || a.value < 13) return null
  return finish(tokens, first, { sort: 'year', period: financialYear(fullYear(a.value)), isWeak: true })
}

/** "09/20" is no day and month, so it is the month and year. */
function bareMonthAndYear(tokens: readonly Token[], first: number): readonly Item[] | null {
  const [a, , b] = tokens
  if (
    a === undefined ||
    b === undefined ||
    a.text.length !== 2 ||
    b.text.length !== 2 ||
    b.value < 15 ||
    b.value > 60
  )
    return null
  const period = a.value <= 12 ? monthPeriod(fullYear(b.value), a.value) : null
  return period === null ? null : finish(tokens, first, { sort: 'month', period, isWeak: true })
}

function monthName(month: number): string {
  return MONTH_NAMES[month - 1] ?? ''
}
