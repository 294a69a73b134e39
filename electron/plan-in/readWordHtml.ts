import type { WordBlock, WordCell, WordTable } from '../../shared/planIn/wordDocument.ts'
import { attribute, walkXml, type Attributes } from '../import/readers/walkXml.ts'
import { takeFill } from './annotateWord.ts'

/** Text that is being gathered: finished lines, the line at hand, and what was struck through. */
type Words = { lines: string[]; line: string; struck: string }

type OpenCell = {
  words: Words
  readonly columns: number
  readonly rows: number
  readonly nested: WordTable[]
}
type OpenTable = { readonly rows: WordCell[][]; cell: OpenCell | null }

const HEADING: Readonly<Record<string, number>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 }

/**
 * Reads the HTML that a Word document was turned into as blocks. A small table inside a cell is read as words of that cell, a
 * larger one as a table of its own after the one it stands in.
 */
export function readWordHtml(html: string): readonly WordBlock[] {
  const blocks: WordBlock[] = []
  const tables: OpenTable[] = []
  let words = noWords()
  /** Level of the heading at hand, or what else the paragraph is. */
  let now: { level: number | null; isCaption: boolean } = { level: null, isCaption: false }
  let skipped = 0
  let struck = 0
  const target = (): Words => tables.at(-1)?.cell?.words ?? words
  const finish = (): void => {
    const text = textOf(words)
    words = noWords()
    if (text === '') return
    if (now.level !== null)
      blocks.push({ kind: 'heading', level: now.level, text: text.replaceAll('\n', ' ') })
    else blocks.push({ kind: 'paragraph', text, isCaption: now.isCaption })
  }
  const open = (name: string, attributes: Attributes): void => {
    if (skipped > 0 || isNote(name, attributes)) skipped += 1
    if (skipped > 0) return
    const level = HEADING[name]
    if (level !== undefined || name === 'p') {
      const kind = attribute(attributes, 'class')
      if (tables.length === 0)
        now = { level: kind === 'title' ? 0 : (level ?? null), isCaption: kind === 'caption' }
    } else if (name === 's') struck += 1
    else if (name === 'table') tables.push({ rows: [], cell: null })
    else if (name === 'tr') tables.at(-1)?.rows.push([])
    else if (name === 'td' || name === 'th') openCell(tables.at(-1), attributes)
    else if (name === 'br') endLine(target())
  }
  const close = (name: string): void => {
    if (skipped > 0) {
      skipped -= 1
      return
    }
    if (HEADING[name] !== undefined || name === 'p' || name === 'li') {
      endLine(target())
      if (tables.length === 0) finish()
    } else if (name === 's') struck -= 1
    else if (name === 'td' || name === 'th') closeCell(tables.at(-1), blocks)
    else if (name === 'table') closeTable(tables, blocks)
  }
  const text = (more: string): void => {
    if (skipped > 0) return
    if (struck > 0) target().struck += more
    else target().line += more
  }
  walkXml(new TextEncoder().encode(`<body>${html}</body>`), 'the text', { open, close, text })
  return inOrder(blocks)
}

const noWords = (): Words => ({ lines: [], line: '', struck: '' })

function endLine(words: Words): void {
  words.lines.push(words.line)
  words.line = ''
}

/** Notes at the foot of a page are no part of the text around their number. */
const isNote = (name: string, attributes: Attributes): boolean =>
  (name === 'sup' || name === 'li' || name === 'a') &&
  /^#?(?:foot|end)note-/.test(attribute(attributes, 'id') ?? attribute(attributes, 'href') ?? '')

function textOf(words: Words): string {
  const lines = [...words.lines, words.line].map((l) => l.replaceAll(/[^\S\n]+/g, ' ').trim())
  return lines.join('\n').trim()
}

function openCell(table: OpenTable | undefined, attributes: Attributes): void {
  if (!table) return
  const span = (name: string): number => Math.max(1, Number(attribute(attributes, name) ?? 1) || 1)
  table.cell = { words: noWords(), columns: span('colspan'), rows: span('rowspan'), nested: [] }
}

function closeCell(table: OpenTable | undefined, blocks: WordBlock[]): void {
  const cell = table?.cell
  if (!table || !cell) return
  table.cell = null
  const { text, fill } = takeFill(textOf(cell.words))
  const struck = cell.words.struck.trim()
  // a cell that is struck through as a whole keeps its words: the mark would be all that is left of them
  table.rows.at(-1)?.push({
    text: text === '' ? struck : text,
    fill,
    struck: struck === '' || text === '' ? null : struck,
    columns: cell.columns,
    rows: cell.rows,
  })
  for (const nested of cell.nested) blocks.push({ kind: 'table', table: nested })
}

function closeTable(tables: OpenTable[], blocks: WordBlock[]): void {
  const closed = tables.pop()
  if (!closed) return
  const table: WordTable = { rows: closed.rows }
  const outer = tables.at(-1)?.cell
  if (!outer) {
    blocks.push({ kind: 'table', table })
    return
  }
  const isLarge = table.rows.length >= 2 && table.rows.some((r) => r.length >= 3)
  if (isLarge) outer.nested.push(table)
  else
    outer.words.lines.push(
      ...table.rows.map((r) =>
        r
          .map((c) => c.text)
          .filter(Boolean)
          .join(': '),
      ),
    )
}

/** A table inside another closes first; it is read after the one around it only where that holds words of its own. */
const inOrder = (blocks: readonly WordBlock[]): readonly WordBlock[] =>
  blocks.filter(
    (b) => b.kind !== 'table' || b.table.rows.some((r) => r.some((c) => c.text !== '' || c.fill !== null)),
  )
