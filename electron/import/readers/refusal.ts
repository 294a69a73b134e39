/** Thrown inside the readers and turned into a value at their one door, `readWorkbook`. */
export class Refusal extends Error {
  readonly code: 'workbook-unreadable' | 'too-large'
  readonly sheet: string | undefined
  readonly cell: string | undefined

  constructor(code: 'workbook-unreadable' | 'too-large', why: string, sheet?: string, cell?: string) {
    super(why)
    this.code = code
    this.sheet = sheet
    this.cell = cell
  }
}

/** What a workbook may hold at most; beyond, it is refused with a sentence rather than read in part. */
export const limits = {
  fileBytes: 50 * 1024 * 1024,
  partBytes: 200 * 1024 * 1024,
  allPartsBytes: 400 * 1024 * 1024,
  rows: 50_000,
  cellCharacters: 32_767,
} as const

export const damaged = (what: string): Refusal =>
  new Refusal(
    'workbook-unreadable',
    `this file is damaged (${what}). Open it in Excel, save it again as an Excel workbook (.xlsx), or ask for it once more. Nothing was read.`,
  )
