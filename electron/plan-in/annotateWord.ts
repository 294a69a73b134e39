import { SaxesParser } from 'saxes'
import { attribute, type Attributes } from '../import/readers/walkXml.ts'
import type { ListLabels } from './readListLabels.ts'
import type { WordStyle } from './readWordStyles.ts'

type Insertion = { readonly at: number; readonly text: string }
type Paragraph = { style: string; listId: string | null; level: number | null }

/** What is open while the document is walked. */
type State = {
  /** The prefix of Word's own elements: other vocabularies have paragraphs of their own. */
  prefix: string
  readonly paragraphs: Paragraph[]
  fill: string | null
  inCellProperties: boolean
  /** Columns that the row at hand leaves out at its beginning. */
  before: number
  /** Inside what a tracked change says was before. */
  changes: number
}

/**
 * Writes into the XML of a Word document what the library that reads it leaves out: the labels of lists ("a)", "1.1.2"), the
 * colours of cells (as marks, see `takeFill`), and cells that a row lacks at its beginning. Takes and gives the text of
 * `word/document.xml`, which must be whole XML without a document type.
 */
export function annotateWord(
  xml: string,
  labels: ListLabels,
  styles: ReadonlyMap<string, WordStyle>,
): string {
  const insertions: Insertion[] = []
  const parser = new SaxesParser({ xmlns: false, position: true })
  const insert = (text: string): void => void insertions.push({ at: parser.position, text })
  const state: State = {
    prefix: '',
    paragraphs: [],
    fill: null,
    inCellProperties: false,
    before: 0,
    changes: 0,
  }
  // what is disallowed but harmless was let through when the part was checked
  parser.on('error', () => {})
  parser.on('opentag', (tag) => {
    const name = localName(tag.name)
    if (name === 'document') state.prefix = tag.name.slice(0, -name.length)
    else if (tag.name === state.prefix + name) open(state, name, tag.attributes)
  })
  parser.on('closetag', (tag) => {
    const name = localName(tag.name)
    if (tag.name === state.prefix + name) close(state, name, { insert, labels, styles })
  })
  parser.write(xml).close()
  return apply(xml, insertions)
}

function open(state: State, name: string, attributes: Attributes): void {
  const paragraph = state.paragraphs.at(-1)
  if (name.endsWith('PrChange')) state.changes += 1
  if (state.changes > 0) return
  if (name === 'p') state.paragraphs.push({ style: '', listId: null, level: null })
  else if (name === 'pStyle' && paragraph) paragraph.style = value(attributes)
  else if (name === 'numId' && paragraph) paragraph.listId = value(attributes)
  else if (name === 'ilvl' && paragraph) paragraph.level = Number(value(attributes))
  else if (name === 'trPr') state.before = 0
  else if (name === 'gridBefore') state.before = Math.min(63, Number(value(attributes)) || 0)
  else if (name === 'tcPr') {
    state.inCellProperties = true
    state.fill = null
  } else if (name === 'shd' && state.inCellProperties) state.fill = colourOf(attributes)
}

type Means = {
  readonly insert: (text: string) => void
  readonly labels: ListLabels
  readonly styles: ReadonlyMap<string, WordStyle>
}

function close(state: State, name: string, { insert, labels, styles }: Means): void {
  if (name.endsWith('PrChange')) state.changes -= 1
  if (state.changes > 0) return
  const { prefix } = state
  if (name === 'p') state.paragraphs.pop()
  else if (name === 'trPr' && state.before > 0) {
    insert(
      `<${prefix}tc><${prefix}tcPr><${prefix}gridSpan ${prefix}val="${state.before}"/></${prefix}tcPr><${prefix}p/></${prefix}tc>`,
    )
  } else if (name === 'tcPr') {
    state.inCellProperties = false
    if (state.fill !== null)
      insert(`<${prefix}p>${run(prefix, `${FILL[0]}${state.fill}${FILL[1]}`)}</${prefix}p>`)
  } else if (name === 'pPr') {
    const paragraph = state.paragraphs.at(-1)
    const label = paragraph ? labelOf(paragraph, labels, styles) : null
    if (label !== null) insert(run(prefix, `${label} `))
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Marks of the private use area, which no text holds. */
const FILL = ['\uE000', '\uE001'] as const

/** Takes the mark of a cell's colour out of its text. */
export function takeFill(text: string): { readonly text: string; readonly fill: string | null } {
  const mark = /\uE000([0-9A-F]{6})\uE001\n?/u.exec(text)
  return mark
    ? { text: text.slice(0, mark.index) + text.slice(mark.index + mark[0].length), fill: mark[1] ?? null }
    : { text, fill: null }
}

const value = (attributes: Attributes): string => attribute(attributes, 'val') ?? ''

/** White and "auto" are no colour. */
function colourOf(attributes: Attributes): string | null {
  const fill = (attribute(attributes, 'fill') ?? '').toUpperCase()
  return /^[0-9A-F]{6}$/.test(fill) && fill !== 'FFFFFF' ? fill : null
}

/** List 0 means that a paragraph left the list of its style. */
function labelOf(
  paragraph: Paragraph,
  labels: ListLabels,
  styles: ReadonlyMap<string, WordStyle>,
): string | null {
  const inStyle = styles.get(paragraph.style)?.list ?? null
  const listId = paragraph.listId ?? inStyle?.id ?? '0'
  return listId === '0' ? null : labels.next(listId, paragraph.level ?? inStyle?.level ?? 0)
}

const run = (prefix: string, text: string): string =>
  `<${prefix}r><${prefix}t xml:space="preserve">${escape(text)}</${prefix}t></${prefix}r>`

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function apply(xml: string, insertions: readonly Insertion[]): string {
  const parts: string[] = []
  let from = 0
  for (const { at, text } of insertions) {
    parts.push(xml.slice(from, at), text)
    from = at
  }
  parts.push(xml.slice(from))
  return parts.join('')
}
