import { readRating } from '../ratings/readRating.ts'
import type { TableColumn } from './assignColumns.ts'
import type { FieldName } from './draft.ts'
import { cellAddress, type Cell } from './grid.ts'
import { readIssueMark } from './issueMarks.ts'
import { hasContent, textOf } from './gridView.ts'
import { plainHeader } from './readHeader.ts'
import { leadingRef, readRef, refDepth } from './readRef.ts'
import { isRatingField, ratingFill, type TableContext } from './tableContext.ts'

/** What a row under the heading is. */
export type RowClass =
  | { readonly kind: 'action' }
  | {
      readonly kind: 'ignored'
      readonly code: string
      readonly message: string
      readonly cell: string | null
    }
  /** Nothing in it counts. */
  | { readonly kind: 'empty' }

/** What the rows above said about the ones that follow. */
export type ReadingState = { inKey: boolean }

/** Cells of a row, seen once. */
type RowCells = {
  readonly row: number
  /** In mapped columns: own cells and cells merged down over the row. */
  readonly shown: readonly { readonly column: TableColumn; readonly cell: Cell }[]
  /** In any column: cells that stand in this very row. */
  readonly own: readonly Cell[]
  /** A fill in a rating column that is this cell's own, not that of a whole painted row. */
  readonly hasRatingFill: boolean
  /** Any fill in a rating column, whatever it means. */
  readonly isColoured: boolean
}

/** Fields that only an action's own row has: with one of them a row is never taken for a heading. */
const UPDATE_FIELDS: ReadonlySet<FieldName> = new Set([
  'deliveryRating',
  'impactRating',
  'percentComplete',
  'progress',
  'nextSteps',
  'issues',
  'evidence',
  'revisedCompletion',
  'revisedReason',
  'completion',
])

/**
 * Tells actions from all else that stands in a table: headings of objectives, banners, repeated headings, totals, keys,
 * notes. Rows are given in order; `state` carries what a key began. Every row with content comes out as one or the other.
 */
export function classifyRow(context: TableContext, row: number, state: ReadingState): RowClass {
  const cells = cellsOf(context, row)
  if (cells.own.length === 0 && cells.shown.length === 0 && !cells.hasRatingFill) {
    return cells.isColoured
      ? ignored('only-colour', 'This row has a background colour and nothing else.', undefined)
      : { kind: 'empty' }
  }
  // the mark of an issued row says what it is, whatever its words look like
  if (cells.own.some((c) => (readIssueMark(c.text)?.actionId ?? null) !== null)) {
    state.inKey = false
    return { kind: 'action' }
  }
  const found =
    outsideColumns(context, cells) ??
    continued(context, cells) ??
    repeatedHeading(context, cells) ??
    keyRow(context, cells, state) ??
    keyEntry(context, cells) ??
    loneNote(context, cells) ??
    banner(context, cells) ??
    objectiveHeading(context, cells) ??
    totalOrNote(context, cells) ??
    guidance(context, cells)
  if (found === null) state.inKey = false
  return found ?? { kind: 'action' }
}

function cellsOf(context: TableContext, row: number): RowCells {
  const { view, table } = context
  const shown = table.columns.flatMap((column) => {
    const cell = column.field === null ? undefined : view.shown(row, column.column)
    return hasContent(cell) ? [{ column, cell }] : []
  })
  const ratings = table.columns.filter((c) => isRatingField(c.field)).map((c) => view.shown(row, c.column))
  const fills = ratings.map((cell) => ratingFill(context, row, cell))
  const hasRatingFill = fills.some((f) => f.fill !== null && !f.painted)
  const isColoured =
    fills.some((f) => f.painted) ||
    (row < context.lastContentRow && ratings.some((c) => (c?.fill ?? null) !== null))
  return { row, shown, own: view.ownCells(row).filter(hasContent), hasRatingFill, isColoured }
}

const ignored = (code: string, message: string, cell: Cell | undefined): RowClass & { kind: 'ignored' } => ({
  kind: 'ignored',
  code,
  message,
  cell: cell ? cellAddress(cell.row, cell.column) : null,
})

type Verdict = (RowClass & { kind: 'ignored' }) | null

function outsideColumns(context: TableContext, cells: RowCells): Verdict {
  if (cells.shown.length > 0 || cells.hasRatingFill) return null
  const spread = single(context, cells)?.spread ?? false
  if (spread) return null
  return ignored('outside-columns', 'Nothing in this row stands in a column that is read.', cells.own[0])
}

/** A row that only cells merged down from above reach into: they count for the rows that have something of their own. */
function continued(context: TableContext, cells: RowCells): Verdict {
  const own = cells.shown.filter(({ cell }) => cell.row === cells.row)
  if (own.length > 0 || cells.shown.length === 0) return null
  const filled = context.table.columns.some(
    (c) =>
      isRatingField(c.field) &&
      ratingFill(context, cells.row, context.view.own(cells.row, c.column)).fill !== null,
  )
  if (filled) return null
  return ignored(
    'continued',
    `This row has nothing of its own: merged cells of row ${cells.shown[0]?.cell.row ?? cells.row} reach into it.`,
    cells.shown[0]?.cell,
  )
}

function repeatedHeading(context: TableContext, cells: RowCells): Verdict {
  const own = cells.shown.filter(({ cell }) => cell.row === cells.row)
  const same = own.filter(({ column, cell }) =>
    saysHeader(context.plainHeaders.get(column.column) ?? '', textOf(cell)),
  )
  if (same.length < 2 || same.length < 0.6 * own.length) return null
  return ignored('repeated-header', 'The headings again.', same[0]?.cell)
}

/** Whether a cell repeats its heading; the first word of the heading tells most cells apart at no cost. */
const saysHeader = (header: string, text: string): boolean =>
  header !== '' &&
  text.length <= header.length + 20 &&
  text.toLowerCase().includes(header.split(' ', 1)[0] ?? '') &&
  plainHeader(text) === header

/** Distinct words that stand in this row, and whether one cell spreads over several columns. */
function single(
  context: TableContext,
  cells: RowCells,
): { text: string; cell: Cell; spread: boolean } | null {
  const cell = cells.own[0]
  if (!cell) return null
  const text = textOf(cell)
  if (cells.own.some((c) => textOf(c) !== text)) return null
  const merge = context.view.mergeAt(cell.row, cell.column)
  const spread = cells.own.length > 1 || (merge !== undefined && merge.right > merge.left)
  return { text, cell, spread }
}

const refOf = (context: TableContext, row: number): string | null => {
  const column = context.table.columns.find((c) => c.field === 'ref')
  return column ? readRef(textOf(context.view.shown(row, column.column))) : null
}

const fieldAt = (context: TableContext, column: number): FieldName | null =>
  context.table.columns.find((c) => c.column === column)?.field ?? null

const KEY =
  /^(?:the )?(?:b?rag|rating|status|colour|progress|delivery|impact)?\s*(?:rating|status|colour)?s?\s*(?:key|legend)\b[^.]{0,40}$|^key to\b.{0,40}$|^(?:b?rag|rating)s? (?:definitions?|descriptions?|scale|guide)\b.{0,20}$/i

/** The key of the colours, under its heading or without one, and counts of ratings. */
function keyRow(context: TableContext, cells: RowCells, state: ReadingState): Verdict {
  const first = cells.own[0]
  if (!first || refDepth(refOf(context, cells.row)) >= 2) return null
  const text = textOf(first)
  if (KEY.test(text) && cells.own.length <= 3) {
    state.inKey = true
    return ignored('key', 'The key of the ratings.', first)
  }
  const words = cells.own.filter((c) => !isRatingField(fieldAt(context, c.column)))
  if (words.length > 3 || words.length === 0)
    return state.inKey && cells.own.length <= 3
      ? ignored('key', 'Part of the key of the ratings.', first)
      : null
  const [one, two] = words
  const says = words.some(
    (c) =>
      !context.table.columns.some((t) => t.column === c.column && UPDATE_FIELDS.has(t.field ?? 'ref')) &&
      isRatingWord(context, textOf(c)),
  )
  if (says && one && words.length <= 2 && !(two && two.kind === 'date')) {
    return typeof two?.value === 'number' || /^\d+$/.test(textOf(two))
      ? ignored('total', 'A count of ratings, not an action.', one)
      : ignored('key', 'Part of the key of the ratings, not an action.', one)
  }
  return state.inKey ? ignored('key', 'Part of the key of the ratings.', first) : null
}

/** "3 Green: on track", wherever it stands: a row that explains a colour and names no action. */
function keyEntry(context: TableContext, cells: RowCells): Verdict {
  const words = cells.own.filter((c) => c.kind === 'text')
  const [one] = words
  if (!one || words.length > 2 || refOf(context, cells.row) !== null) return null
  if (cells.shown.some(({ column, cell }) => column.field === 'action' && cell.row === cells.row)) return null
  return KEY_ENTRY.test(textOf(one))
    ? ignored('key', 'Part of the key of the ratings, not an action.', one)
    : null
}

const KEY_ENTRY =
  /^(?:[([]?[\drragb][)\].:]?\s*[-–=:]?\s*)?(?:dark |light )?(?:red|amber|yellow|green|blue|gr[ae]y|purple|white|black)\s*(?:[-–=:,]|is\b|means\b|\().{2,120}$/i

/** One cell by itself that names neither an action nor anything about one: who came, the next meeting, a footer. */
function loneNote(context: TableContext, cells: RowCells): Verdict {
  const [cell, second] = cells.own
  if (!cell || second || cells.hasRatingFill || cell.kind !== 'text') return null
  const field = fieldAt(context, cell.column)
  const text = textOf(cell)
  const isNamed = field === 'leads' || field === 'accountable'
  const isNote = NOTE.test(text) || TOTAL.test(text)
  if (!isNote && !(isNamed && cells.shown.every(({ cell: c }) => c === cell || c.row !== cells.row)))
    return null
  if (isNote && (field === null || field === 'ref' || field === 'action' || field === 'objective'))
    return null
  if (isNote && text.length > 100) return null
  return ignored('note', 'A note, not an action.', cell)
}

function isRatingWord(context: TableContext, text: string): boolean {
  if (text.length > 120) return false
  return (['delivery', 'impact'] as const).some((kind) => {
    const reading = readRating(
      { text: text.replace(/\s*[=:]\s*/, ' - '), fill: null, ink: null },
      kind,
      context.scale,
    )
    return (
      reading.kind === 'read' &&
      reading.why === null &&
      (kind === 'delivery' || text.length > 5) &&
      text.length > 1
    )
  })
}

const HEADING =
  /^(?:wsoa |pap |send )?(?:key |strategic |overall )?(?:objective|priority|priority area|area|area of weakness|area for improvement|weakness|significant weakness|outcome|aim|theme|work ?stream|working group|strand|section|part|recommendation|improvement area|phase|group|wg ?\d|programme|tab|table|appendix)\b/i

/** A text over the whole width, or alone where a reference would stand: a heading or a note. */
function banner(context: TableContext, cells: RowCells): Verdict {
  const alone = single(context, cells)
  if (!alone || cells.hasRatingFill) return null
  const field = fieldAt(context, alone.cell.column)
  const ref = field === 'ref' ? readRef(alone.text) : null
  if (alone.spread && ref === null)
    return ignored(
      HEADING.test(alone.text) ? 'objective-heading' : 'banner',
      'A heading over the rows below it, not an action.',
      alone.cell,
    )
  if (field === 'ref' && ref === null)
    return ignored('banner', 'A heading or a note, not an action.', alone.cell)
  if (
    HEADING.test(alone.text) &&
    alone.text.length <= 300 &&
    (field === 'action' || field === null || field === 'objective')
  ) {
    return ignored('objective-heading', 'A heading over the rows below it, not an action.', alone.cell)
  }
  const led = field === 'action' ? leadingRef(alone.text) : null
  if (led && context.refDepth >= 3 && refDepth(led.ref) < context.refDepth)
    return ignored('objective-heading', `The heading of objective ${led.ref}, not an action.`, alone.cell)
  return field === 'objective'
    ? ignored('objective-heading', 'The heading of an objective, not an action.', alone.cell)
    : null
}

/** "6.1" among 6.1.1 and 6.1.2, or "Priority 3" before its title: the heading of what follows. */
function objectiveHeading(context: TableContext, cells: RowCells): Verdict {
  if (
    cells.hasRatingFill ||
    cells.shown.some(
      ({ column, cell }) =>
        cell.row === cells.row && column.field !== null && UPDATE_FIELDS.has(column.field),
    )
  )
    return null
  const refCell = cells.own.find((c) => fieldAt(context, c.column) === 'ref')
  const ref = refCell ? readRef(textOf(refCell)) : null
  if (
    refCell &&
    ref !== null &&
    context.refDepth >= 3 &&
    refDepth(ref) === context.refDepth - 1 &&
    !/[a-z]$/.test(ref)
  ) {
    return ignored('objective-heading', `The heading of objective ${ref}, not an action.`, refCell)
  }
  if (refCell && ref === null && HEADING.test(textOf(refCell)))
    return ignored('objective-heading', 'A heading over the rows below it, not an action.', refCell)
  return null
}

const TOTAL =
  /^(?:grand |sub ?-?)?totals?\b|^(?:total|number|no\.?) (?:number )?of\b|^(?:count|average|sum|overall (?:total|progress|rag|status|rating)|summary)\b|^% (?:of|complete)\b/i
const NOTE =
  /^(?:(?:date|name|post|signature|tel|e-?mail)\s*:|notes?|n\.?b\.?|source|next meeting|date of (?:the )?next|circulation|contact|prepared by|completed by|last (?:updated|reviewed|amended)|updated?:|version|please (?:return|complete|note|send)|page \d|signed|approved by|end of|return to|for information|\*+ ?\w)(?:\b|(?<=:))/i

function totalOrNote(context: TableContext, cells: RowCells): Verdict {
  const first = cells.own[0]
  if (!first || refDepth(refOf(context, cells.row)) >= 2) return null
  const text = textOf(first)
  const field = fieldAt(context, first.column)
  if (field !== null && field !== 'ref' && field !== 'action' && field !== 'objective') return null
  if (TOTAL.test(text) && text.length <= 60) return ignored('total', 'A total, not an action.', first)
  if (NOTE.test(text) && cells.own.length <= 3 && !cells.hasRatingFill)
    return ignored('note', 'A note, not an action.', first)
  return null
}

/** Examples and hints of how to fill the table in, and rows that number the columns. */
function guidance(context: TableContext, cells: RowCells): Verdict {
  const texts = cells.own.map((c) => textOf(c))
  const first = cells.own[0]
  if (
    /^(?:e\.?g\.?|example)\b/i.test(texts[0] ?? '') ||
    (/^example\b/i.test(texts[1] ?? '') && refOf(context, cells.row) === null)
  ) {
    return ignored('guidance', 'An example of how to fill the table in.', first)
  }
  if (cells.row !== context.bodyRows[0]) return null
  const numbered = texts.length >= 4 && texts.every((t, i) => Number(t.replaceAll(/[()]/g, '')) === i + 1)
  const hints = texts.filter((t) =>
    /^[([].*[)\]]$|^(?:please |select|choose|drop ?-?down|dd\/mm|free text|insert|enter )|\?$|\b(?:R|red)\s*[=–:-].*\b(?:A|amber)\s*[=–:-]/is.test(
      t,
    ),
  ).length
  const isNamed = cells.shown.some(({ column }) => column.field === 'ref' || column.field === 'action')
  if (numbered || (texts.length >= (isNamed ? 3 : 2) && hints >= 0.6 * texts.length))
    return ignored('guidance', 'Hints for filling the table in.', first)
  return null
}
