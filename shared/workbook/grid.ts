/** What a cell holds. A date is a real Excel date (its value an ISO day); an error is '#N/A' and its like. */
export type CellKind = 'blank' | 'text' | 'number' | 'date' | 'boolean' | 'error'

/** One cell that holds something or is filled; cells that are neither are not listed. */
export type Cell = {
  /** 1-based. */
  readonly row: number
  /** 1-based: 1 is A. */
  readonly column: number
  readonly kind: CellKind
  /** As shown: rich text flattened, numbers and dates by their format; '' where blank. */
  readonly text: string
  /** A date's value is its ISO day. */
  readonly value: string | number | boolean | null
  /** The number format, or null for General. */
  readonly format: string | null
  /** Six hex digits, upper case, of the fill that is shown (conditional formatting included); null without one. */
  readonly fill: string | null
  /** Font colour, six hex digits; kept only for marks such as "●" that say something by their colour alone. */
  readonly ink: string | null
  /** Web address or e-mail address behind the text. */
  readonly link: string | null
  readonly comment: string | null
  /**
   * Words that are struck through: some of the cell's words are no longer said, so they are not in `text`; where all are
   * struck, they are `text` itself.
   */
  readonly struck: string | null
  readonly formula: string | null
}

export type GridRow = {
  /** 1-based. */
  readonly number: number
  readonly hidden: boolean
  /** In column order. */
  readonly cells: readonly Cell[]
}

/** A merged range, 1-based, all ends included; its value stands in the top left cell. */
export type Merge = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export type Sheet = {
  readonly name: string
  readonly hidden: boolean
  /** Rows with at least one cell, in order. */
  readonly rows: readonly GridRow[]
  readonly merges: readonly Merge[]
  /** 1-based columns that are hidden. */
  readonly hiddenColumns: readonly number[]
}

/** A name defined in the workbook, such as one that marks what was issued. */
export type DefinedName = { readonly name: string; readonly refersTo: string; readonly hidden: boolean }

/** A workbook as values: everything the next steps need, nothing of the file format. */
export type Workbook = {
  readonly kind: 'xlsx' | 'ods' | 'csv'
  readonly sheets: readonly Sheet[]
  readonly definedNames: readonly DefinedName[]
  /** Custom document properties. */
  readonly properties: Readonly<Record<string, string>>
  /** True where bare date serials count from 1904 (workbooks of old Macs); real dates are resolved already. */
  readonly date1904: boolean
}

/** Excel's letters for a 1-based column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  }
  return letters
}

/** Excel's name of a cell: row 7, column 5 is E7. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row}`

/** Reads "E7", "$E$7" as row and column; null where it is no cell name. */
export function readAddress(address: string): { readonly row: number; readonly column: number } | null {
  const m = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(address)
  if (!m) return null
  let column = 0
  for (const letter of (m[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(m[2]), column }
}

/** Reads "A6:G6" (or a single cell) as a range; null where it is none. */
export function readRange(range: string): Merge | null {
  const [from, to] = range.split(':')
  const a = readAddress(from ?? '')
  const b = to === undefined ? a : readAddress(to)
  if (!a || !b) return null
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  }
}
