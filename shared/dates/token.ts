/**
 * What a piece of a completion text is to a reader of dates. One letter each, so that a run of tokens can be matched
 * by a regular expression over their kinds.
 */
export type TokenKind =
  | 'd' // a whole day in figures: `value` year, `month`, `day`
  | 'b' // such a day that the calendar does not have
  | 'F' // a month in figures: 03/2020
  | 'Y' // a year of four figures
  | 'y' // a year after an apostrophe: ’20
  | 'n' // one or two figures
  | 'o' // the same with st, nd, rd, th
  | 'P' // 2020/21, `value` the first year
  | 'M' // a month
  | 'S' // a season: 0 spring to 3 winter
  | 'T' // the word term
  | 'z' // the words half term
  | 'Q' // a quarter, 1 to 4
  | 'H' // a half, 1 or 2
  | 'A' // academic year
  | 'B' // financial year
  | 'C' // calendar year
  | 't' // the word year
  | 'K' // 0 Easter, 1 Christmas, 2 New Year
  | 'W' // a weekday, 0 Sunday
  | 'L' // a period named from today: "next academic year"
  | 'l' // by, end of, late: the period counts to its last day
  | 'E' // early, mid
  | 's' // start of
  | 'e' // end of
  | 'g' // from
  | 'a' // after
  | 'r' // before
  | 'k' // week commencing
  | 'j' // week ending
  | 'i' // in, on, during
  | 'f' // of, the
  | 'G' // ongoing
  | 'R' // monthly, every six weeks
  | 'v' // onwards
  | 'N' // TBC, ASAP
  | 'X' // originally, was
  | 'm' // moved to
  | 'p' // between
  | '-' // a dash
  | '~' // to, until
  | '/'
  | ','
  | '&' // and, then
  | '|' // or
  | '('
  | ')'
  | '.'
  | ':'
  | ';'
  | '_' // a line break
  | '?'
  | 'x' // a number or code that is no date
  | 'w' // any other word or sign

export type Token = {
  readonly kind: TokenKind
  readonly text: string
  readonly start: number
  readonly end: number
  readonly value: number
  readonly month: number
  readonly day: number
}
