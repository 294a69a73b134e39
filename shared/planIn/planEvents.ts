import type { Draft } from '../workbook/draft.ts'
import { readAddress } from '../workbook/grid.ts'
import { hasContent, textOf, type GridView } from '../workbook/gridView.ts'
import { refDepth } from '../workbook/readRef.ts'
import type { PlanColumn, PlanOutcome, RowPlace } from './planDraft.ts'
import { chairIn, planHeading, type Place, type PlanHeading } from './planHeading.ts'
import type { PlanSource, PlanTable } from './planSource.ts'
import type { ReadTable } from './readTables.ts'

/** A heading of the document or a row that heads others. */
export type HeadingEvent = PlanHeading & {
  readonly kind: 'heading'
  /** The kind of heading, for all that are alike: what one is, they all are. */
  readonly key: string
  /** The larger, the further in. A heading ends what others of its depth or deeper began. */
  readonly depth: number
  readonly text: string
  /** Null for headings and paragraphs outside tables. */
  readonly at: RowPlace | null
}

export type ActionEvent = {
  readonly kind: 'action'
  readonly table: ReadTable
  readonly columns: readonly PlanColumn[]
  readonly draft: Draft
  readonly at: RowPlace
}

/** What is read of a plan, in the order in which it stands there. */
export type PlanEvent =
  | HeadingEvent
  | ActionEvent
  | { readonly kind: 'chair'; readonly name: string; readonly title: string | null }
  /** A row that is no action and no heading. */
  | {
      readonly kind: 'row'
      readonly at: RowPlace
      readonly outcome: PlanOutcome
      readonly text: string
      readonly why: string
      /** Among actions, so that it belongs to them somehow. */
      readonly isInside: boolean
    }
  /** A table without actions. */
  | { readonly kind: 'table'; readonly table: ReadTable }

/** Headings in a paragraph lie under all headings of Word, those over a table further in, those in it furthest. */
const DEPTH = { paragraph: 50, above: 60, row: 100 } as const
const FURTHER: Readonly<Record<Place, number>> = { group: 0, priority: 1, objective: 3 }

/** Walks a plan from its beginning to its end. */
export function planEvents(
  source: PlanSource,
  tables: ReadonlyMap<PlanTable, ReadTable>,
): readonly PlanEvent[] {
  const depths = source.parts.filter((p) => p.kind === 'table').length
  return source.parts.flatMap((part): readonly PlanEvent[] => {
    if (part.kind === 'heading') {
      const read = planHeading(part.text)
      const key = part.isSheet ? 'sheet' : `word-${part.level}`
      const isOnlySheet = part.isSheet && depths === 1
      return isOnlySheet && read.as === null ? [] : [headingEvent(read, key, part.level, part.text, null)]
    }
    if (part.kind === 'paragraph') return paragraphEvents(part.text)
    const table = tables.get(part)
    if (!table) return []
    return table.headings.length === 0 ? [{ kind: 'table', table }] : tableEvents(table)
  })
}

const headingEvent = (
  read: PlanHeading,
  key: string,
  depth: number,
  text: string,
  at: RowPlace | null,
): HeadingEvent => ({
  ...read,
  kind: 'heading',
  key: read.as === null ? key : `${key} ${read.label}`,
  depth,
  text: text.replaceAll(/\s+/g, ' ').trim(),
  at,
})

/** Of paragraphs only those count that say what they are: "Priority 1: …", "Chair: …". */
function paragraphEvents(text: string): readonly PlanEvent[] {
  return text.split('\n').flatMap((line): readonly PlanEvent[] => {
    const chair = chairIn(line)
    if (chair) return [{ kind: 'chair', ...chair }]
    // a line of a contents page ends in its page
    if (line.length > 400 || /(?:\t|\.{3,}|\s{2,})\d{1,3}$/.test(line)) return []
    const read = planHeading(line)
    return read.as === null || read.number === null || read.words === ''
      ? []
      : [headingEvent(read, 'paragraph', DEPTH.paragraph + FURTHER[read.as], line, null)]
  })
}

function tableEvents(table: ReadTable): readonly PlanEvent[] {
  const first = table.headings[0]?.row ?? 0
  return table.view.rowNumbers.flatMap((row): readonly PlanEvent[] => {
    const heading = table.headings.findLast((h) => h.row <= row)
    const at: RowPlace = { sheet: table.name, row }
    if (!heading || row < first) return aboveEvents(table, row, at)
    if (table.headings.some((h) => h.row === row)) return row === 0 ? [] : [headingRow(table, row, at)]
    const drafts = table.drafts.get(row) ?? []
    return drafts.flatMap((draft) => draftEvents(table, heading.columns, draft, at))
  })
}

const headingRow = (table: ReadTable, row: number, at: RowPlace): PlanEvent => ({
  kind: 'row',
  at,
  outcome: 'heading-row',
  text: rowText(table.view, row),
  why: 'The headings of the columns.',
  isInside: false,
})

/** The words of a row, cell by cell. */
export const rowText = (view: GridView, row: number): string =>
  view
    .ownCells(row)
    .filter(hasContent)
    .map((c) => textOf(c))
    .join(' | ')

/** Titles and headings between a sheet's first row and the headings of its columns. */
function aboveEvents(table: ReadTable, row: number, at: RowPlace): readonly PlanEvent[] {
  const cells = table.view.ownCells(row).filter(hasContent)
  if (cells.length === 0) return []
  const text = rowText(table.view, row)
  const other = (why: string, outcome: PlanOutcome = 'outside'): PlanEvent => ({
    kind: 'row',
    at,
    outcome,
    text,
    why,
    isInside: false,
  })
  const first = table.headings[0]?.row ?? 0
  if (cells.length > 2)
    return [other('The upper row of the headings.', row >= first - 2 ? 'heading-row' : 'outside')]
  const lines = linesOf(cells.map((c) => textOf(c)).join(' '))
  const events = lines.flatMap((line): readonly PlanEvent[] => headingLine(line, 'above', DEPTH.above, at))
  return events.some((e) => e.kind !== 'row')
    ? events
    : [other('Not taken: stands above the headings of the table.')]
}

const linesOf = (text: string): readonly string[] => {
  const lines = text
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '')
  const isSeveral = lines.slice(1).some((l) => chairIn(l) !== null || planHeading(l).as !== null)
  return isSeveral ? lines : [lines.join(' ')]
}

function headingLine(line: string, key: string, depth: number, at: RowPlace): readonly PlanEvent[] {
  const chair = chairIn(line)
  if (chair) return [{ kind: 'chair', ...chair }]
  const read = planHeading(line)
  if (read.as === null && key === 'above') return []
  return [headingEvent(read, key, depth + (read.as === null ? 2 : FURTHER[read.as]), line, at)]
}

function draftEvents(
  table: ReadTable,
  columns: readonly PlanColumn[],
  draft: Draft,
  at: RowPlace,
): readonly PlanEvent[] {
  if (draft.kind === 'action') return [{ kind: 'action', table, columns, draft, at }]
  const code = draft.problems[0]?.code ?? ''
  const why = draft.problems[0]?.message ?? ''
  const text = rowText(table.view, draft.row)
  if (code === 'banner' || code === 'objective-heading') {
    const words = bannerText(table.view, draft.row)
    const key = refDepth(draft.refText) > 0 && code === 'objective-heading' ? 'row' : 'banner'
    return linesOf(words).flatMap((line) => headingLine(line, key, DEPTH.row, at))
  }
  return [{ kind: 'row', at, outcome: OUTCOMES[code] ?? 'other', text, why, isInside: true }]
}

const OUTCOMES: Readonly<Record<string, PlanOutcome>> = {
  'repeated-header': 'repeated-header',
  total: 'total',
  continued: 'more',
  'only-colour': 'other',
}

/** The words of a banner: a number and its title may stand in cells beside each other; a text over several cells once. */
function bannerText(view: GridView, row: number): string {
  const texts = view
    .ownCells(row)
    .filter(hasContent)
    .map((c) => textOf(c))
  return [...new Set(texts)].join(' ')
}

/** The text of a column in a row, merged cells counted for each row that they cover. */
export function cellText(event: ActionEvent, column: PlanColumn): string {
  const number = readAddress(`${column.column}1`)?.column ?? 0
  return textOf(event.table.view.shown(event.draft.row, number))
}
