/** A paragraph, picture or table row on its way onto pages; heights in points. */
export type Piece = {
  readonly height: number
  /** Lines that it may break between; 1 for what stays whole. */
  readonly lines: number
  readonly before: number
  readonly after: number
  readonly keepNext: boolean
  readonly breakBefore: boolean
  /** Height of the header row that stands above it again at the top of a page; 0 outside tables. */
  readonly repeated: number
  /** The heading of the contents page that it is. */
  readonly mark: number | null
}

export type Flow = { readonly pieces: readonly Piece[]; readonly pageHeight: number }

/**
 * Lets sections flow over pages as Word does: headings stay with what follows, two lines at least on either side of a
 * break, header rows repeated, every section on a new page. Gives the page (from 1) of every mark, and how many there are.
 */
export function flowPages(flows: readonly Flow[]): { marks: ReadonlyMap<number, number>; pages: number } {
  const marks = new Map<number, number>()
  let page = 0
  for (const { pieces, pageHeight } of flows) {
    page += 1
    let at: Position = top
    for (const [i, piece] of pieces.entries()) {
      if (
        !at.isTop &&
        (piece.breakBefore || at.used + needed(pieces, i, at, pageHeight) > pageHeight + slack)
      ) {
        page += 1
        at = { ...top, used: piece.repeated }
      }
      if (piece.mark !== null) marks.set(piece.mark, page)
      const placed = place(piece, at, pageHeight)
      page += placed.turned
      at = placed.at
    }
  }
  return { marks, pages: page }
}

/** How far down a page the text is, and the space that the last piece leaves after it. */
type Position = { readonly used: number; readonly after: number; readonly isTop: boolean }
const top: Position = { used: 0, after: 0, isTop: true }

/** Rounding of many small heights. */
const slack = 0.5

/** Of the space after one piece and before the next, the larger counts; none at the top of a page. */
const gap = (at: Position, p: Piece): number => (at.isTop ? 0 : Math.max(at.after, p.before))

/** What must stand together from a piece on: those kept with the next, and the least of the one after them. */
function needed(pieces: readonly Piece[], from: number, start: Position, pageHeight: number): number {
  const first = pieces[from]
  let sum = 0
  let at = start
  for (let i = from; i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece) break
    // a row that a heading is kept with comes along whole
    const isWhole = piece.keepNext || (i > from && piece.repeated > 0)
    sum += gap(at, piece) + (isWhole ? piece.height : leastOf(piece))
    if (!piece.keepNext) break
    at = { used: 0, after: piece.after, isTop: false }
  }
  // a chain longer than a page cannot be kept together: its first piece goes where it goes
  return first && sum > pageHeight ? gap(start, first) + leastOf(first) : sum
}

/** Two lines at least, and none left alone: up to three lines stay whole. */
const leastOf = (p: Piece): number => (p.lines <= 3 ? p.height : (p.height / p.lines) * 2)

function place(p: Piece, at: Position, pageHeight: number): { at: Position; turned: number } {
  const start = at.used + gap(at, p)
  if (start + p.height <= pageHeight + slack || p.lines <= 1) {
    return { at: { used: start + p.height, after: p.after, isTop: false }, turned: 0 }
  }
  const line = p.height / p.lines
  const perPage = Math.max(Math.floor((pageHeight - p.repeated) / line), 1)
  const here = Math.max(Math.min(Math.floor((pageHeight - start) / line), p.lines - 2), 0)
  let left = p.lines - here
  let turned = 1
  for (; left > perPage; left -= perPage) turned += 1
  return { at: { used: p.repeated + left * line, after: p.after, isTop: false }, turned }
}
