import type { ParsedWorkbook } from '../workbook/draft.ts'
import { bareWording } from './wording.ts'

/**
 * What a workbook's sheets and headings look like, without months and numbers ("RAG Feb 20", "Update March"): the same
 * tracker next month gives the same text.
 */
export function layoutOf(parsed: ParsedWorkbook): string {
  const headings = parsed.sheets
    .filter((s) => s.read)
    .flatMap((s) => s.columns.map((c) => `${steadyHeading(s.name)} / ${steadyHeading(c.header)}`))
  return JSON.stringify([...new Set(headings)].sort())
}

/** Whether two layouts are those of one tracker: people add a column now and then, and take one out. */
export function isSameLayout(a: string, b: string): boolean {
  if (a === b) return true
  const [left, right] = [new Set(readLayout(a)), new Set(readLayout(b))]
  const shared = [...left].filter((h) => right.has(h)).length
  return shared > 0 && shared >= 0.8 * (left.size + right.size - shared)
}

const readLayout = (layout: string): readonly string[] => {
  const list: unknown = JSON.parse(layout)
  return Array.isArray(list) ? list.map(String) : []
}

const months =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/gu

/** A heading without months, numbers and punctuation: the same next month. */
export const steadyHeading = (text: string): string =>
  bareWording(text)
    .replace(months, ' ')
    .replace(/\p{N}+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
