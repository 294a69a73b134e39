/** A cell of a Word table; text of several paragraphs has a line for each. */
export type WordCell = {
  readonly text: string
  /** Six hex digits, upper case, of the colour behind it; null without one. */
  readonly fill: string | null
  /** Words that are struck through while others are not: no longer said. */
  readonly struck: string | null
  readonly columns: number
  readonly rows: number
}

export type WordTable = {
  /** Cells that a merged cell above covers are not listed again. */
  readonly rows: readonly (readonly WordCell[])[]
}

/** What stands in the body of a Word document, in order; pictures, headers and footers are left out. */
export type WordBlock =
  /** Level 1 to 6; 0 for a paragraph in the title's style. */
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly isCaption: boolean }
  | { readonly kind: 'table'; readonly table: WordTable }

export type WordDocument = {
  /** The title of the document's properties; null without one. */
  readonly title: string | null
  readonly blocks: readonly WordBlock[]
}
