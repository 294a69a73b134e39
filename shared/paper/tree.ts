/**
 * A document as a value: view models build it, one writer draws it to Word, another to Excel.
 * Nothing in it knows how it will be drawn; lengths are centimetres, days are ISO days, colours six hex digits.
 */

export type PaperKind =
  | 'dfe-return'
  | 'board-paper'
  | 'highlight-report'
  | 'exception-report'
  | 'plan'
  | 'scorecard'
  | 'bulletin'
  | 'you-said-we-did'
  | 'evidence-index'
  | 'import-report'

/** The kinds that are made from a programme; an import's report is made from its record. */
export type MadeKind = Exclude<PaperKind, 'import-report'>

/** A stretch of text; bold is the only emphasis a paper has. */
export type Run = string | { readonly bold: string }
/** Text of a paragraph; a line feed starts a new paragraph where it is drawn. */
export type Text = string | readonly Run[]

/** A rating as a word with its colours: pale fill, dark ink of the same hue, strong bar. */
export type RatingCell = {
  readonly word: string
  readonly fill: string
  readonly ink: string
  readonly bar: string
}
/** A date as the paper prints it, with its ISO day where a spreadsheet can sort by it. */
export type DateCell = { readonly day: string | null; readonly text: string }
export type Cell = Text | number | RatingCell | DateCell

/** Fixed columns have their centimetres; the others share what is left of the line. */
export type Width = { readonly cm: number } | { readonly share: number }

export type Column = {
  readonly head: string
  /** A ref never wraps; a number stands right aligned. */
  readonly kind: 'ref' | 'text' | 'rating' | 'number' | 'date'
  readonly width: Width
}

export type Table = {
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** True where the first column names its row. */
  readonly rowHeads?: boolean
  /** Smaller type, for tables of many columns. */
  readonly dense?: boolean
  /** Least height of a row, for tables that people write in (signatures). */
  readonly rowHeight?: number
}

export type Heading = {
  readonly block: 'heading'
  readonly level: 2 | 3 | 4
  readonly text: string
  /** Numbered 1, 2, 3; the numbered paragraphs under it are 1.1, 1.2. */
  readonly numbered?: boolean
  readonly pageBreakBefore?: boolean
}

export type Chart = {
  readonly block: 'chart'
  readonly caption: string
  /** An ECharts option: drawn the same on screen and in the paper. */
  readonly option: ChartOption
  /** What the chart says, in a sentence. */
  readonly alt: string
  readonly width: number
  readonly height: number
}
export type ChartOption = Readonly<Record<string, unknown>>

/** One action off track or at risk: its rating, then labelled lines (why, what is being done, …). */
export type Exception = {
  readonly block: 'exception'
  readonly heading: string
  readonly rating: RatingCell
  /** What stands beside the rating: "since 12 January 2020, was on track". */
  readonly since: string
  readonly lines: readonly { readonly label: string; readonly text: string }[]
}

export type Block =
  | Heading
  | { readonly block: 'paragraph'; readonly text: Text; readonly numbered?: boolean }
  | { readonly block: 'list'; readonly style: 'bullet' | 'letter'; readonly items: readonly Text[] }
  | { readonly block: 'table'; readonly table: Table }
  /** A cover block: what a paper is, in two columns. */
  | {
      readonly block: 'keyFacts'
      readonly heads: readonly [string, string]
      readonly rows: readonly (readonly [string, Text])[]
    }
  | Chart
  | { readonly block: 'callout'; readonly text: Text }
  | Exception
  /** A contents page with the headings of level 2 and, where asked, 3. */
  | {
      readonly block: 'contents'
      readonly title: string
      readonly deepest: 2 | 3
      readonly pageBreakBefore?: boolean
    }

export type Section = {
  readonly orientation: 'portrait' | 'landscape'
  readonly blocks: readonly Block[]
}

/** What every page and the file's properties say about a paper. */
export type PaperFace = {
  readonly kind: PaperKind
  /** Heading 1 and the title property. */
  readonly title: string
  /** For the footer: a few words. */
  readonly shortTitle: string
  readonly programme: string
  /** Protective marking, on every page. */
  readonly marking: string
  /** Such as 'Draft' or 'Version 1.0'. */
  readonly version: string
  /** Who answers for it, for the author property: a body, not a person. */
  readonly author: string
  /** The day the paper speaks for, and what it was made from, in words. */
  readonly asAt: { readonly day: string; readonly words: string }
}

export type Paper = PaperFace & { readonly sections: readonly Section[] }

/** A workbook as a value: a contents sheet, then one table a sheet. */
export type Book = PaperFace & {
  readonly facts: readonly (readonly [string, string])[]
  readonly sheets: readonly Sheet[]
}

export type Sheet = {
  /** At most 31 characters, none of \ / ? * [ ] : */
  readonly name: string
  readonly table: Table
  /** One sentence: what the sheet shows. */
  readonly says: string
}

export const heading = (
  level: 2 | 3 | 4,
  text: string,
  more: Omit<Heading, 'block' | 'level' | 'text'> = {},
): Heading => ({ block: 'heading', level, text, ...more })
export const paragraph = (text: Text): Block => ({ block: 'paragraph', text })
export const numbered = (text: Text): Block => ({ block: 'paragraph', text, numbered: true })
export const bullets = (items: readonly Text[]): Block => ({ block: 'list', style: 'bullet', items })
export const lettered = (items: readonly Text[]): Block => ({ block: 'list', style: 'letter', items })
export const table = (of: Table): Block => ({ block: 'table', table: of })
export const callout = (text: Text): Block => ({ block: 'callout', text })

/** The words of a text without its emphasis. */
export const plain = (text: Text): string =>
  typeof text === 'string' ? text : text.map((r) => (typeof r === 'string' ? r : r.bold)).join('')

export const isRating = (cell: Cell): cell is RatingCell => typeof cell === 'object' && 'word' in cell
export const isDate = (cell: Cell): cell is DateCell => typeof cell === 'object' && 'day' in cell

/** What a cell prints. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'number') return cell.toLocaleString('en-GB')
  if (isRating(cell)) return cell.word
  return isDate(cell) ? cell.text : plain(cell)
}
