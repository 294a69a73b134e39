import type { FieldName, ReadColumn } from './draft.ts'
import type { HeadingCell } from './findTables.ts'
import type { Cell } from './grid.ts'
import { columnLetters } from './grid.ts'
import { hasIssuedHeadings } from './issuedLayout.ts'
import { hasContent, textOf, type GridView } from './gridView.ts'
import { fillRating } from '../ratings/fillRating.ts'
import { readRating } from '../ratings/readRating.ts'
import { plainHeader, type DatePart, type HeaderReading } from './readHeader.ts'
import { isBareRef } from './readRef.ts'

/** A column of a table and what is read from it. */
export type TableColumn = {
  readonly column: number
  readonly header: string
  /** The field it gives; null where nothing is read from it. */
  readonly field: FieldName | null
  readonly how: ReadColumn['how']
  /** 'value' counts; 'older' is an earlier period of the same field; 'extra' says the same less plainly, kept as a note. */
  readonly role: 'value' | 'older' | 'extra'
  /** ISO day of the period that the heading names. */
  readonly asAt: string | null
  readonly parts: readonly DatePart[] | null
}

type Body = {
  readonly firstRow: number
  readonly lastRow: number
  readonly left: number
  readonly right: number
}

/** How many rows are looked at to see what a column really holds. */
const SAMPLED_ROWS = 200

/**
 * Gives every column of a heading its field: the surest heading wins, the content of a column may correct a heading that
 * can mean two things ("Status" over sentences), and a column without a heading that holds references is the ref.
 */
export function assignColumns(
  view: GridView,
  headings: ReadonlyMap<number, HeadingCell>,
  body: Body,
): readonly TableColumn[] {
  const { sample, fills } = samplers(view, body)
  // the headings of a workbook that was issued mean what they say, whatever stands under them
  const isIssued = hasIssuedHeadings([...headings.values()].map((h) => h.text))
  const hasRating = [...headings.values()].some(
    ({ reading }) => reading?.meaning === 'deliveryRating' && reading.strength >= 3 && !reading.isOlder,
  )
  const readings = new Map(
    [...headings].map(([column, h]) => [
      column,
      isIssued
        ? h.reading
        : correctByContent(byPeriod(h.reading, sample(column), fills(column)), sample(column), hasRating),
    ]),
  )
  if (!isIssued) {
    fillGaps(body, headings, readings, sample, fills)
    settleByCompany(headings, readings, sample)
  }
  const columns = [...new Set([...headings.keys(), ...readings.keys()])].sort((a, b) => a - b)
  const chosen = chooseColumns(columns, readings, sample)
  return columns.map((column) => {
    const reading = readings.get(column) ?? null
    const role = chosen.get(column) ?? null
    return {
      column,
      header: headings.get(column)?.text ?? '',
      field: role === null || reading === null || reading.meaning === 'none' ? null : reading.meaning,
      how: role === null || reading === null ? 'none' : reading.how,
      role: role ?? 'extra',
      asAt: reading?.asAt ?? null,
      parts: role === null ? null : (reading?.parts ?? null),
    }
  })
}

/** The columns as the contract of the command line lists them: notes and unknown columns have no field. */
export const listColumns = (columns: readonly TableColumn[]): ReadColumn[] =>
  columns.map((c) => ({
    column: columnLetters(c.column),
    header: c.header,
    field: c.role === 'extra' ? null : c.field,
    how: c.role === 'extra' ? 'none' : c.how,
  }))

type Sampler = (column: number) => readonly Cell[]
/** How many cells of a column have no words but a colour that stands for a rating. */
type FillSampler = (column: number) => number

function samplers(view: GridView, body: Body): { readonly sample: Sampler; readonly fills: FillSampler } {
  const rows = view.rowNumbers.filter((r) => r >= body.firstRow && r <= body.lastRow).slice(0, SAMPLED_ROWS)
  const known = new Map<number, readonly Cell[]>()
  const sample: Sampler = (column) => {
    const before = known.get(column)
    if (before) return before
    const cells = rows.flatMap((row) => {
      const cell = view.own(row, column)
      const merge = view.mergeAt(row, column)
      return hasContent(cell) && !(merge && merge.right > merge.left) ? [cell] : []
    })
    known.set(column, cells)
    return cells
  }
  const fills: FillSampler = (column) =>
    rows.filter((row) => {
      const cell = view.own(row, column)
      if (!cell || cell.text !== '' || fillRating(cell.fill).kind !== 'code') return false
      // a row that is painted from end to end says nothing by this cell
      return view.ownCells(row).filter((c) => c.fill === cell.fill).length <= 2
    }).length
  return { sample, fills }
}

const share = (cells: readonly Cell[], test: (cell: Cell) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(test).length / cells.length

const isRatingCell =
  (kind: 'delivery' | 'impact') =>
  (cell: Cell): boolean => {
    if (isSentence(cell.text)) return false
    const reading = readRating({ text: cell.text, fill: null, ink: null }, kind, [])
    if (reading.kind !== 'read') return reading.kind === 'blank'
    // "Done this and that" names a rating among other words: a sentence
    return cell.text.length <= 40 && (reading.why === null || textOf(cell).split(/\s+/).length <= 3)
  }

/** Longer than any rating with words in it, so that nobody need look for one. */
const isSentence = (text: string): boolean =>
  text.length > 40 && text.trim().length > 40 && /\p{L}/u.test(text)

const isLong = (cell: Cell): boolean => cell.text.length > 40

/** A heading that names a period only ("Feb 20") heads what is reported for it: the cells tell what. */
function byPeriod(
  reading: HeaderReading | null,
  cells: readonly Cell[],
  fills: number,
): HeaderReading | null {
  if (reading === null || reading.meaning !== 'none' || reading.asAt === null) return reading
  const to = (meaning: FieldName): HeaderReading => ({ ...reading, meaning, strength: 2 })
  if (cells.length === 0) return fills > 0 ? to('deliveryRating') : reading
  if (share(cells, isRatingCell('delivery')) >= 0.8) return to('deliveryRating')
  if (share(cells, isPercentCell) > 0.6) return to('percentComplete')
  return share(cells, isLong) > 0.4 ? to('progress') : reading
}

/** Headings such as "Status", "Progress" and "Impact" can head ratings or sentences: the cells tell which. */
function correctByContent(
  reading: HeaderReading | null,
  cells: readonly Cell[],
  hasRating: boolean,
): HeaderReading | null {
  if (reading === null || cells.length < 2) return reading
  const to = (meaning: HeaderReading['meaning']): HeaderReading => ({
    ...reading,
    meaning,
    how: 'similar',
    strength: Math.min(2, reading.strength),
  })
  const isRated = (): boolean => share(cells, isRatingCell('delivery')) >= 0.8
  switch (reading.meaning) {
    case 'deliveryRating':
    case 'impactRating':
      if (share(cells, isLong) > 0.6 && share(cells, isRatingCell('delivery')) < 0.3)
        return to(reading.meaning === 'impactRating' ? 'evidence' : 'progress')
      return share(cells, isPercentCell) > 0.6 ? to('percentComplete') : reading
    case 'progress':
      if (!hasRating && isRated() && cells.every((c) => c.kind === 'text')) return to('deliveryRating')
      return share(cells, isPercentCell) > 0.6 ? to('percentComplete') : reading
    case 'intendedImpact':
      return share(cells, isRatingCell('impact')) >= 0.8 && cells.every((c) => c.text.length < 30)
        ? to('impactRating')
        : reading
    case 'percentComplete':
      // "Completed?" over Yes and No, or over days, is no percentage.
      if (share(cells, looksLikePercent) < 0.5 && share(cells, isRatingCell('delivery')) < 0.8)
        return to('none')
      return share(cells, isRatingCell('delivery')) >= 0.8 &&
        cells.every((c) => c.kind === 'text' && !/\d/.test(c.text))
        ? to('deliveryRating')
        : reading
    case 'completion':
      return share(cells, isPercentCell) > 0.6 ? to('percentComplete') : reading
    case 'updatedOn':
      return share(cells, isLong) > 0.6 ? to('progress') : reading
    default:
      return reading
  }
}

const looksLikePercent = (cell: Cell): boolean =>
  cell.kind === 'number' ||
  (cell.kind === 'text' && /\d ?(%|per ?cent|$)/.test(cell.text.trim()) && !/[/.-]\d/.test(cell.text))

const isPercentCell = (cell: Cell): boolean =>
  (cell.kind === 'number' && (cell.format ?? '').includes('%')) ||
  (cell.kind === 'text' && /^\d{1,3}(\.\d+)? ?%$/.test(cell.text.trim()))

/** Finds the ref and the action where their headings are missing or unknown, by what stands under them. */
function fillGaps(
  body: Body,
  headings: ReadonlyMap<number, HeadingCell>,
  readings: Map<number, HeaderReading | null>,
  sample: Sampler,
  fills: FillSampler,
): void {
  const inTable = range(body.right).filter((c) => c >= body.left)
  const has = (meaning: FieldName): boolean => [...readings.values()].some((r) => r?.meaning === meaning)
  const free = (column: number): boolean => (readings.get(column) ?? null) === null
  const guess = (meaning: FieldName): HeaderReading => ({
    meaning,
    how: 'similar',
    strength: 2,
    asAt: null,
    isOlder: false,
    isCurrent: false,
    parts: null,
  })
  if (!has('ref')) {
    const column = inTable.find(
      (c) =>
        !holdsNumbers(readings.get(c) ?? null) &&
        sample(c).length > 0 &&
        share(sample(c), (x) => isBareRef(textOf(x))) >= 0.6,
    )
    if (column !== undefined) readings.set(column, guess('ref'))
  }
  if (!has('action')) {
    const lengths = [...headings.keys()]
      .filter(free)
      .map((c) => ({ column: c, length: averageLength(sample(c)) }))
    const longest = lengths.filter((l) => l.length >= 20).sort((a, b) => b.length - a.length)[0]
    if (longest) readings.set(longest.column, guess('action'))
  }
  if (!has('deliveryRating')) {
    const column = inTable.find((c) => free(c) && looksRated(sample(c), fills(c)))
    if (column !== undefined) readings.set(column, guess('deliveryRating'))
  }
}

/** Colours, or the letters and names of colours, under a heading that says nothing. */
const looksRated = (cells: readonly Cell[], fills: number): boolean =>
  cells.length === 0
    ? fills >= 2
    : cells.length >= 2 &&
      share(cells, (c) => c.kind === 'text' && /^(?:[rag]|red|amber|green)$/i.test(textOf(c))) >= 0.5 &&
      share(cells, isRatingCell('delivery')) >= 0.8

/** Headings whose meaning depends on what other columns there are. */
function settleByCompany(
  headings: ReadonlyMap<number, HeadingCell>,
  readings: Map<number, HeaderReading | null>,
  sample: Sampler,
): void {
  const has = (meaning: FieldName, besides = 0): boolean =>
    [...readings].some(([column, r]) => r?.meaning === meaning && column !== besides)
  for (const [column, { text }] of headings) {
    const reading = readings.get(column) ?? null
    // "Expected completion" beside a due date is a forecast; alone it is the due date.
    if (
      reading?.meaning === 'revisedCompletion' &&
      !has('completion') &&
      /\b(expected|estimated|est|anticipated|proposed)\b/i.test(text)
    ) {
      readings.set(column, { ...reading, meaning: 'completion' })
    }
    // "Date" before an update is the day of the update; by itself it is when the action is due.
    if (reading?.meaning === 'completion' && reading.strength === 1 && /^dates?$/i.test(plainHeader(text))) {
      const next = readings.get(column + 1)
      if (next?.meaning === 'progress' || has('completion', column))
        readings.set(column, { ...reading, meaning: 'updatedOn', how: 'similar' })
    }
    // "Target" over dates is when it is due; over anything else it is that of a measure.
    if (reading?.meaning === 'none' && /^targets?$/i.test(plainHeader(text)) && !has('completion')) {
      const dated =
        share(sample(column), (c) => c.kind === 'date' || /\b(?:19|20)?\d\d$/.test(textOf(c))) > 0.6
      if (dated && share(sample(column), looksLikePercent) < 0.5)
        readings.set(column, { ...reading, meaning: 'completion', how: 'similar' })
    }
    // "Last update" beside an update is the one before; alone it is the update, or its day.
    if (reading?.meaning === 'none' && /^\s*last update\s*$/i.test(text)) {
      const dated =
        share(
          sample(column),
          (c) => c.kind === 'date' || /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(c.text.trim()),
        ) > 0.5
      if (dated) readings.set(column, { ...reading, meaning: 'updatedOn', how: 'similar' })
      else if (!has('progress')) readings.set(column, { ...reading, meaning: 'progress', how: 'similar' })
    }
  }
}

/** Dates and percentages may look like references and are none. */
const holdsNumbers = (reading: HeaderReading | null): boolean =>
  reading !== null &&
  ['completion', 'revisedCompletion', 'percentComplete', 'updatedOn'].includes(reading.meaning)

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1)

const averageLength = (cells: readonly Cell[]): number =>
  cells.length === 0 ? 0 : cells.reduce((sum, c) => sum + textOf(c).length, 0) / cells.length

type Candidate = { readonly column: number; readonly reading: HeaderReading }

/** Of columns with equally good headings: for refs the one with references in it, for actions the one with most to say. */
function bestOf(field: FieldName, equals: readonly Candidate[], sample: Sampler): Candidate | undefined {
  if (field === 'action' && equals.length > 1) {
    return equals.reduce((a, b) =>
      averageLength(sample(b.column)) > averageLength(sample(a.column)) ? b : a,
    )
  }
  return equals.find((c) => sample(c.column).length > 0) ?? equals[0]
}

/** Fields that a tracker may ask for period by period, in columns side by side. */
const BY_PERIOD: ReadonlySet<FieldName> = new Set([
  'deliveryRating',
  'impactRating',
  'percentComplete',
  'progress',
  'nextSteps',
  'issues',
  'evidence',
])

/** Of the columns that give one field: which counts, which is an earlier period, which is only a note. */
function chooseColumns(
  columns: readonly number[],
  readings: ReadonlyMap<number, HeaderReading | null>,
  sample: Sampler,
): Map<number, TableColumn['role']> {
  const roles = new Map<number, TableColumn['role']>()
  const byField = new Map<FieldName, { column: number; reading: HeaderReading }[]>()
  for (const column of columns) {
    const reading = readings.get(column)
    if (!reading || reading.meaning === 'none') continue
    byField.set(reading.meaning, [...(byField.get(reading.meaning) ?? []), { column, reading }])
  }
  for (const [field, list] of byField) {
    const dated = list.filter((c) => c.reading.isOlder || (c.reading.asAt !== null && BY_PERIOD.has(field)))
    const plain = list.filter((c) => !dated.includes(c))
    // Beside a column without a period, which is the one to fill in now, the dated ones are earlier.
    for (const { column, reading } of dated)
      roles.set(column, reading.isOlder || plain.length > 0 ? 'older' : 'value')
    const surest = Math.max(0, ...plain.map((c) => c.reading.strength))
    const withRefs =
      field === 'ref'
        ? plain.find((c) => share(sample(c.column), (x) => isBareRef(textOf(x))) >= 0.5)
        : undefined
    const best =
      withRefs ??
      bestOf(
        field,
        plain.filter((c) => c.reading.strength === surest),
        sample,
      )
    for (const c of plain) {
      roles.set(c.column, c === best || (field === 'leads' && c.reading.strength >= 2) ? 'value' : 'extra')
    }
  }
  return roles
}
