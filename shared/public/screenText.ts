/** Something private that a public paper would print. */
export type PrivateText = { readonly code: FindingCode; readonly text: string }

export type FindingCode =
  | 'nhs-number'
  | 'upn'
  | 'date-of-birth'
  | 'e-mail'
  | 'phone'
  | 'postcode'
  | 'small-number'
  | 'name'

/** What a text says of private people, apart from their names. `today` is the ISO day of the paper. */
export function screenText(text: string, today: string): PrivateText[] {
  return [
    ...matches(text, nhsNumber)
      .filter((t) => hasNhsCheckDigit(t))
      .map(as('nhs-number')),
    ...matches(text, upn).map(as('upn')),
    ...birthDates(text, today).map(as('date-of-birth')),
    ...matches(text, eMail).map(as('e-mail')),
    ...matches(text, phone).filter(isPhone).map(as('phone')),
    ...matches(text, postcode).map(as('postcode')),
    ...matches(text, smallNumber).map(as('small-number')),
  ]
}

const as =
  (code: FindingCode) =>
  (text: string): PrivateText => ({ code, text: text.trim() })

const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((m) => m[0])

/** Ten figures, alone or as 3-3-4. */
const nhsNumber = /(?<![\d.])\d{3}[ \u00A0-]?\d{3}[ \u00A0-]?\d{4}(?!\d)/gu

/** The last figure checks the others, modulo 11 (NHS Data Dictionary, "NHS NUMBER"). */
function hasNhsCheckDigit(text: string): boolean {
  const digits = [...text.replaceAll(/\D/gu, '')].map(Number)
  const sum = digits.slice(0, 9).reduce((n, d, i) => n + d * (10 - i), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === digits[9]
}

/** A unique pupil number: a letter, eleven figures, and a figure or (temporary numbers) a letter. */
const upn = /(?<![A-Za-z\d])[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z](?![A-Za-z\d])/gu

const eMail = /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/gu

const phone =
  /(?<![\d.,/-])(?:\+44[ \u00A0]?(?:\(0\)[ \u00A0]?)?|\(?0)(?:[\d]|[ \u00A0()-](?=[\d(])){8,13}\d(?!\d)/gu

/** United Kingdom numbers have ten figures after the 0 or +44 (some old ones nine). */
function isPhone(text: string): boolean {
  const digits = text.replaceAll(/\D/gu, '').replace(/^44(?:0)?/u, '0')
  return digits.length === 10 || digits.length === 11
}

/** A full postcode; its outer half alone is a district, and names nobody. */
const postcode = /(?<![A-Za-z\d])(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})(?![A-Za-z\d])/gu

const people =
  'children|child|pupils?|students?|learners?|young (?:people|persons?|adults?)|parents?(?:[ /]*(?:and )?carers?)?|carers?|families|family|people|persons?|respondents?|responses|girls?|boys?|siblings?|mothers?|fathers?'

/** One to four of the people a plan is about: few enough to be known. "One of our families" and "one to one" are not counts. */
const smallNumber = new RegExp(
  `(?<![\\d.,£%/:-])\\b(?:(?:[1-4]|two|three|four)(?:\\s+of\\s+(?:the|our|these|those))?|one)${'(?:\\s+(?!(?:of|to|or|for|in|with|and|from|by|at|on)\\b)[a-z][a-z-]*){0,3}?'}\\s+(?:${people})\\b(?![-’'])`,
  'giu',
)

const day =
  /\b(?:\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4})\b/giu

const bornWord = /\b(?:d\.?o\.?b\.?|dates? of birth|born|birthday)\b/iu

/** Youngest and oldest whose birthday a plan for people of up to 25 could give by a bare date. */
const ages = { youngest: 2, oldest: 26 } as const

/**
 * Days of birth: a day near "born" or "DOB", or a day in bare figures that lies as far back as the people a plan is about are
 * old.
 */
function birthDates(text: string, today: string): string[] {
  return [...text.matchAll(day)]
    .filter((m) => {
      const before = text.slice(Math.max(0, m.index - 40), m.index)
      return bornWord.test(before) || (/^\d{1,2}[/.-]/u.test(m[0]) && isBirthYear(m[0], today))
    })
    .map((m) => m[0])
}

function isBirthYear(text: string, today: string): boolean {
  const digits = /(\d{4}|\d{2})$/u.exec(text)?.[1] ?? ''
  const now = Number(today.slice(0, 4))
  const short = Number(digits)
  const year = digits.length === 4 ? short : short + (short <= now % 100 ? 2000 : 1900)
  return year <= now - ages.youngest - 1 && year >= now - ages.oldest
}
