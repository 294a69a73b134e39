const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const BY_NAME = new RegExp(
  `(?:(\\d{1,2})(?:st|nd|rd|th)?\\s*[-/. ]?\\s*)?\\b${MONTH}\\b\\.?(?:['’\\s/.-]*(20\\d{2}|\\d{2}(?!\\d)))?`,
  'i',
)
const BY_NUMBER = /\b(\d{1,2})[/.-](\d{1,2})[/.-](20\d{2}|\d{2})\b/
const MONTH_NUMBER = /\b(\d{1,2})[/.-](20\d{2})\b/
const QUARTER = /\bq(?:uarter)?\s*([1-4])\b(?:\s*(20)?(\d{2})\s*[/-]\s*(?:20)?(\d{2}))?/i

/**
 * The period that a heading names, and the heading without it: "RAG May 20" is May 2020 (a heading dates a report, so
 * "20" is a year), "November progress update" the November nearest before `today` (ISO day). Null where it names none.
 */
export function takeHeaderDate(
  text: string,
  today: string,
): { readonly day: string; readonly rest: string } | null {
  const rest = (match: string): string =>
    text
      .replace(match, ' ')
      .replaceAll(/\(\s*\)|[-–—:,]\s*$|^\s*[-–—:,]/g, ' ')
      .replaceAll(/\b(as at|as of|at|for|to|in|end of|month of|update for)\s*$/gi, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^[\s\-–—:,(]+|[\s\-–—:,(]+$/g, '')
  const number = BY_NUMBER.exec(text)
  if (number) return build(fullYear(number[3]), Number(number[2]), Number(number[1]), rest(number[0]))
  const monthNumber = MONTH_NUMBER.exec(text)
  if (monthNumber) return build(fullYear(monthNumber[2]), Number(monthNumber[1]), null, rest(monthNumber[0]))
  const quarter = QUARTER.exec(text)
  if (quarter && quarter[3] !== undefined)
    return build(...quarterEnd(Number(quarter[1]), Number(quarter[3])), null, rest(quarter[0]))
  const name = BY_NAME.exec(text)
  if (!name) return null
  const month = MONTHS.indexOf((name[2] ?? '').slice(0, 3).toLowerCase()) + 1
  const year = name[3] === undefined ? nearestBefore(month, today) : fullYear(name[3])
  return build(year, month, name[1] === undefined ? null : Number(name[1]), rest(name[0]))
}

const fullYear = (year: string | undefined): number =>
  Number(year) < 100 ? 2000 + Number(year) : Number(year)

/** Financial quarters: the first ends in June of the year it begins in, the fourth in March of the next. */
const quarterEnd = (quarter: number, year: number): [number, number] => [
  2000 + year + (quarter === 4 ? 1 : 0),
  [6, 9, 12, 3][quarter - 1] ?? 12,
]

function nearestBefore(month: number, today: string): number {
  const year = Number(today.slice(0, 4))
  return month <= Number(today.slice(5, 7)) ? year : year - 1
}

/** A period without a day ends on the last day of its month. */
function build(
  year: number,
  month: number,
  day: number | null,
  rest: string,
): { day: string; rest: string } | null {
  if (month < 1 || month > 12 || (day !== null && (day < 1 || day > 31))) return null
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const date = Math.min(day ?? last, last)
  return { day: `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`, rest }
}
