import { breakPages, type Unit } from './breakPages.ts'
import { numberPages } from './numberMarks.ts'

const pixelsPerPoint = 96 / 72

type Piece = Unit & {
  readonly element: HTMLElement
  /** The table whose row it is, with the rows that each page repeats. */
  readonly table: { readonly element: HTMLElement; readonly header: readonly HTMLElement[] } | null
}

/**
 * Lays the sections of a drawing out in pages of their paper's height, as near to print as a window can:
 * rows and paragraphs stay whole, headings stay with what they head, header rows repeat.
 * The sections must stand in the window unzoomed, because they are measured; gives the pages that replace them.
 */
export function layPages(sections: readonly HTMLElement[]): readonly HTMLElement[] {
  const measured = sections.map((section) => ({ section, pieces: piecesOf(section), room: roomOf(section) }))
  for (const { section } of measured) fixColumns(section)
  const pages = measured.flatMap(({ section, pieces, room }) => toPages(section, pieces, room))
  numberPages(pages)
  for (const page of pages.slice(1))
    for (const part of page.querySelectorAll(':scope > header, :scope > footer'))
      part.setAttribute('aria-hidden', 'true')
  return pages
}

/** The height that a page has between its header and its footer; infinite where the paper says no height. */
function roomOf(section: HTMLElement): number {
  const paper = Number.parseFloat(section.style.minHeight) * pixelsPerPoint
  if (!Number.isFinite(paper)) return Number.POSITIVE_INFINITY
  const style = getComputedStyle(section)
  const padding = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom)
  const frame = [...section.querySelectorAll<HTMLElement>(':scope > header, :scope > footer')]
  return frame.reduce((room, part) => room - outerHeight(part), paper - padding)
}

function outerHeight(element: HTMLElement): number {
  const style = getComputedStyle(element)
  return element.offsetHeight + Number.parseFloat(style.marginTop) + Number.parseFloat(style.marginBottom)
}

const articlesOf = (section: HTMLElement): readonly HTMLElement[] => [
  ...section.querySelectorAll<HTMLElement>(':scope > article'),
]

function piecesOf(section: HTMLElement): readonly Piece[] {
  return articlesOf(section)
    .flatMap((a) => [...a.children])
    .filter((c): c is HTMLElement => c instanceof HTMLElement)
    .flatMap((element) =>
      element instanceof HTMLTableElement ? rowsOf(element) : [toPiece(element, null, 0)],
    )
}

function rowsOf(table: HTMLTableElement): readonly Piece[] {
  const rows = [...table.rows]
  const header = rows.filter((r) => r.classList.contains('header-row'))
  const height = header.reduce((sum, r) => sum + r.getBoundingClientRect().height, 0)
  return rows.map((row) => toPiece(row, { element: table, header }, header.includes(row) ? 0 : height))
}

function toPiece(element: HTMLElement, table: Piece['table'], repeats: number): Piece {
  const { top, bottom } = element.getBoundingClientRect()
  const keepNext = element.classList.contains('keep-next') || element.classList.contains('header-row')
  return { element, table, repeats, top, bottom, keepNext }
}

/** Holds the widths that a table's columns have now, so that its parts on several pages line up. */
function fixColumns(section: HTMLElement): void {
  for (const table of section.querySelectorAll('table')) {
    const columns = [...table.querySelectorAll<HTMLElement>(':scope > colgroup > col')]
    const cells = [...(table.rows[0]?.cells ?? [])]
    if (columns.length === 0 || columns.length !== cells.length) continue
    const widths = cells.map((c) => c.getBoundingClientRect().width)
    for (const [n, column] of columns.entries()) column.style.width = `${widths[n] ?? 0}px`
    table.style.width = `${table.getBoundingClientRect().width}px`
    table.style.tableLayout = 'fixed'
  }
}

function toPages(section: HTMLElement, pieces: readonly Piece[], room: number): readonly HTMLElement[] {
  const starts = breakPages(pieces, room)
  return starts.map((start, n) => {
    const page = section.cloneNode(false) as HTMLElement
    const header = section.querySelector(':scope > header')
    const footer = section.querySelector(':scope > footer')
    const article = (articlesOf(section)[0] ?? document.createElement('article')).cloneNode(
      false,
    ) as HTMLElement
    fill(article, pieces.slice(start, starts[n + 1]))
    // Space between paragraphs ends with the page.
    if (n > 0) setMargin(article.firstElementChild, 'marginTop')
    if (n < starts.length - 1) setMargin(article.lastElementChild, 'marginBottom')
    page.append(...[header?.cloneNode(true), article, footer?.cloneNode(true)].filter((p) => p !== undefined))
    return page
  })
}

function setMargin(element: Element | null, side: 'marginTop' | 'marginBottom'): void {
  if (element instanceof HTMLElement) element.style[side] = '0'
}

function fill(article: HTMLElement, pieces: readonly Piece[]): void {
  let current: HTMLElement | null = null
  let part: HTMLElement | null = null
  for (const piece of pieces) {
    if (!piece.table) {
      current = null
      article.append(piece.element)
      continue
    }
    if (piece.table.element !== current || !part) {
      current = piece.table.element
      part = partOf(piece)
      article.append(part)
    }
    part.append(piece.element)
  }
}

/** A table for some rows of another: the same columns, and its header rows where this isn't the beginning. */
function partOf({ element, table }: Piece): HTMLElement {
  const part = (table?.element ?? element).cloneNode(false) as HTMLElement
  const columns = table?.element.querySelector(':scope > colgroup')
  if (columns) part.append(columns.cloneNode(true))
  if (table && !table.header.includes(element)) part.append(...table.header.map((r) => r.cloneNode(true)))
  return part
}
