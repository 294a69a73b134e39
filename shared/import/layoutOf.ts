import type { ParsedWorkbook } from '../workbook/draft.ts'
import { bareWording } from './wording.ts'

/**
 * What a workbook's sheets and headings look like, without months and numbers ("RAG Feb 20", "Update March"): the same
 * tracker next month gives the same text.
 */
export function layoutOf(parsed: ParsedWorkbook): string {
  const sheets = parsed.sheets
    .filter((s) => s.read)
    .map((s) => [steady(s.name), ...s.columns.map((c) => steady(c.header)).filter(Boolean)])
  return JSON.stringify(sheets.map((s) => [...new Set(s)]))
}

const months =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/gu

const steady = (text: string): string =>
  bareWording(text)
    .replace(months, ' ')
    .replace(/\p{N}+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
