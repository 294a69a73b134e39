import { acceptedWords, readRating, type RatingReading } from '../ratings/readRating.ts'
import type { TableColumn } from './assignColumns.ts'
import { cellAddress, type Cell } from './grid.ts'
import { hasContent, textOf } from './gridView.ts'
import type { RowGather } from './readRow.ts'
import { isYellow, ratingFill, valueColumns, type TableContext } from './tableContext.ts'

type RatingField = 'deliveryRating' | 'impactRating'

/** Reads both ratings of a row: the newest filled column counts, earlier ones are history. */
export function readRatingFields(context: TableContext, row: number, gather: RowGather): void {
  for (const field of ['deliveryRating', 'impactRating'] as const) {
    const columns = valueColumns(context, field)
    const filled = columns.filter((c) => isFilled(context, row, c))
    const current = filled[0]
    if (current) keepRating(context, row, current, field, gather)
    const older = context.table.columns.filter((c) => c.field === field && c.role === 'older')
    for (const column of [...filled.slice(1), ...older]) keepHistory(context, row, column, field, gather)
  }
}

function isFilled(context: TableContext, row: number, column: TableColumn): boolean {
  const cell = context.view.shown(row, column.column)
  return hasContent(cell) || ratingFill(context, row, cell).fill !== null
}

function keepRating(
  context: TableContext,
  row: number,
  column: TableColumn,
  field: RatingField,
  gather: RowGather,
): void {
  const cell = context.view.shown(row, column.column)
  if (!cell) return
  gather.taken.add(cell)
  const address = cellAddress(cell.row, cell.column)
  const kind = field === 'deliveryRating' ? 'delivery' : 'impact'
  const reading = readOne(context, row, cell, field)
  if (reading.kind === 'blank') {
    if (textOf(cell) !== '' && !/^[-–—.]+$/.test(textOf(cell))) {
      gather.problems.push({
        code: 'rating-not-given',
        cell: address,
        message: `“${textOf(cell)}” gives no rating; the one in the programme stays.`,
      })
    }
    return
  }
  if (reading.kind === 'unread') {
    gather.invalid.push(field)
    gather.unread[field] = textOf(cell)
    gather.problems.push({
      code: 'rating-unread',
      cell: address,
      message: `Sheet “${context.view.sheet.name}”, cell ${address}: ${reading.why} Accepted are ${acceptedWords(kind, context.scale)}.`,
    })
    return
  }
  if (reading.why !== null)
    gather.problems.push({
      code: 'rating-unclear',
      cell: address,
      message: `${reading.why} Say which rating is meant.`,
    })
  if (reading.rest !== null) gather.notes.push({ header: column.header, text: reading.rest, cell: address })
  gather.values[field] = { value: reading.code, cell: address, ambiguous: reading.why }
}

function keepHistory(
  context: TableContext,
  row: number,
  column: TableColumn,
  field: RatingField,
  gather: RowGather,
): void {
  const cell = context.view.shown(row, column.column)
  if (!cell) return
  const reading = readOne(context, row, cell, field)
  if (reading.kind !== 'read' || reading.why !== null) return
  gather.taken.add(cell)
  gather.history.push({
    field,
    header: column.header,
    code: reading.code,
    cell: cellAddress(cell.row, cell.column),
  })
}

function readOne(context: TableContext, row: number, cell: Cell, field: RatingField): RatingReading {
  if (cell.kind === 'error') return { kind: 'unread', why: `the formula gives an error (${cell.text}).` }
  if (cell.kind === 'blank' && cell.formula !== null)
    return { kind: 'unread', why: 'the formula was never calculated.' }
  const answer = context.yesNo.has(cell.column) ? yesOrNo(context, cell, field) : null
  if (answer) return answer
  const { fill, painted } = ratingFill(context, row, cell)
  const reading = readOnce(context, cell, fill, field)
  if (reading.kind !== 'read' || reading.why !== null) return reading
  const byFill = textOf(cell) === ''
  if (byFill && painted)
    return {
      ...reading,
      why: 'The whole row is painted in this colour, so it may mean something else than a rating.',
    }
  const yellow = byFill ? isYellow(fill) : /^y(ellow)?\b/i.test(textOf(cell))
  if (yellow && context.yellowApart.has(cell.column)) {
    return {
      ...reading,
      why: 'This column uses both amber and yellow, and the programme’s scale has one step for them.',
    }
  }
  return reading
}

/** "Is it on track?" can be answered with yes and no; under any other heading they say no rating. */
function yesOrNo(context: TableContext, cell: Cell, field: RatingField): RatingReading | null {
  const text = textOf(cell)
  const said = /^(y(?:es)?|no?)\.?$/i.exec(text)?.[1]?.toLowerCase()
  if (said === undefined) return null
  const asks = /\bon (?:track|target|schedule|course)\b|\bto plan\b/.test(
    context.plainHeaders.get(cell.column) ?? '',
  )
  if (!asks || field !== 'deliveryRating') return { kind: 'unread', why: `“${text}” is not a rating.` }
  return said.startsWith('y')
    ? { kind: 'read', code: 'green', why: null, rest: null }
    : {
        kind: 'read',
        code: 'amber',
        why: `“${text}” says that it is not on track, but not how far off.`,
        rest: null,
      }
}

function readOnce(context: TableContext, cell: Cell, fill: string | null, field: RatingField): RatingReading {
  const key = `${field}|${fill}|${cell.ink}|${cell.text}`
  const before = context.read.ratings.get(key)
  if (before) return before
  const kind = field === 'deliveryRating' ? 'delivery' : 'impact'
  const reading = readRating({ text: textOf(cell), fill, ink: cell.ink }, kind, context.scale)
  context.read.ratings.set(key, reading)
  return reading
}
