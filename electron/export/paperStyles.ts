import { look } from './paperLook.ts'

/** One paragraph style: lengths in centimetres, type and spacing in points. */
export type Style = {
  readonly id: string
  readonly name: string
  readonly basedOn?: string
  readonly next?: string
  readonly size?: number
  readonly bold?: boolean
  readonly colour?: string
  /** Points before and after, and the line in points where it differs. */
  readonly before?: number
  readonly after?: number
  readonly line?: number
  readonly keepNext?: boolean
  readonly outline?: number
  readonly align?: 'right'
  readonly left?: number
  readonly hanging?: number
  readonly fill?: string
  /** A rule at the left edge, in this colour. */
  readonly bar?: string
  readonly pageFurniture?: boolean
}

const body: readonly Style[] = [
  { id: 'Normal', name: 'Normal', after: 7, line: 15.4 },
  {
    id: 'Heading1',
    name: 'heading 1',
    next: 'Normal',
    size: 20,
    bold: true,
    colour: look.heading,
    after: 10,
    line: 24,
    keepNext: true,
    outline: 0,
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    next: 'Normal',
    size: 15,
    bold: true,
    colour: look.heading,
    before: 20,
    after: 7,
    line: 18,
    keepNext: true,
    outline: 1,
  },
  {
    id: 'Heading3',
    name: 'heading 3',
    next: 'Normal',
    size: 13,
    bold: true,
    colour: look.heading,
    before: 15,
    after: 5,
    line: 16,
    keepNext: true,
    outline: 2,
  },
  {
    id: 'Heading4',
    name: 'heading 4',
    next: 'Normal',
    size: 12,
    bold: true,
    colour: look.heading,
    before: 12,
    after: 4,
    keepNext: true,
    outline: 3,
  },
  { id: 'NumberedParagraph', name: 'Numbered paragraph' },
  { id: 'ListBullet', name: 'List Bullet', after: 4 },
  { id: 'ListLetter', name: 'List Letter', after: 4 },
  {
    id: 'Caption',
    name: 'caption',
    next: 'Normal',
    size: look.tableSize,
    bold: true,
    colour: look.ink,
    before: 9,
    after: 4,
    line: 12,
    keepNext: true,
  },
  { id: 'ChartPicture', name: 'Chart picture', before: 0, after: 10, line: 0 },
  { id: 'AfterTable', name: 'After table', size: 10, after: 4, line: 6 },
  {
    id: 'Callout',
    name: 'Callout',
    fill: look.calloutFill,
    bar: look.heading,
    before: 6,
    after: 10,
    left: 0.35,
    keepNext: true,
  },
  { id: 'ExceptionRating', name: 'Exception rating', after: 0, left: 0.35, keepNext: true },
  { id: 'ExceptionLine', name: 'Exception line', after: 0, left: 0.35 },
]

const tables: readonly Style[] = [
  { id: 'TableText', name: 'Table text', size: look.tableSize, after: 2, line: 12.4 },
  { id: 'TableNumber', name: 'Table number', basedOn: 'TableText', align: 'right' },
  { id: 'TableHeading', name: 'Table heading', basedOn: 'TableText', bold: true, keepNext: true },
  {
    id: 'TableHeadingNumber',
    name: 'Table heading number',
    basedOn: 'TableHeading',
    align: 'right',
  },
  { id: 'TableDense', name: 'Table text dense', basedOn: 'TableText', size: look.denseSize, line: 11.8 },
  { id: 'TableDenseNumber', name: 'Table number dense', basedOn: 'TableDense', align: 'right' },
  {
    id: 'TableDenseHeading',
    name: 'Table heading dense',
    basedOn: 'TableDense',
    bold: true,
    keepNext: true,
  },
]

const furniture: readonly Style[] = [
  { id: 'Header', name: 'header', size: look.smallSize, after: 0, line: 11, pageFurniture: true },
  { id: 'Footer', name: 'footer', size: look.smallSize, after: 0, line: 11, pageFurniture: true },
  {
    id: 'ContentsHeading',
    name: 'Contents heading',
    size: 15,
    bold: true,
    colour: look.heading,
    before: 20,
    after: 7,
    line: 18,
    keepNext: true,
  },
  { id: 'TOC2', name: 'toc 2', after: 4 },
  { id: 'TOC3', name: 'toc 3', after: 2, left: 0.9 },
]

/** Every paragraph style of the papers, those others are based on first. */
export const paperStyles: readonly Style[] = [...body, ...tables, ...furniture]

/** What a paragraph style takes of a page, in points; indents in centimetres. */
export type StyleRoom = {
  readonly size: number
  readonly bold: boolean
  readonly before: number
  readonly after: number
  /** Height of a line: the style's, or the type's own where that is taller. */
  readonly line: number
  readonly left: number
  readonly keepNext: boolean
}

/** The height of a line of Arial by itself, for each point of its size. */
const naturalLine = 1.15

/** The room that paragraphs of a style take, worked out from the same figures as the style sheet. */
export function styleRoom(id: string): StyleRoom {
  const known = rooms.get(id)
  if (!known) throw new Error(`a style that the style sheet does not have: ${id}`)
  return known
}

function roomOf(style: Style): StyleRoom {
  const chain: Style[] = [style]
  for (let id = baseOf(style); id !== null;) {
    const base = byId.get(id)
    if (!base) break
    chain.push(base)
    id = baseOf(base)
  }
  const first = <T>(of: (s: Style) => T | undefined): T | undefined => {
    for (const s of chain) {
      const value = of(s)
      if (value !== undefined) return value
    }
    return undefined
  }
  const points = first((s) => s.size) ?? look.bodySize
  return {
    size: points,
    bold: first((s) => s.bold) ?? false,
    before: first((s) => s.before) ?? 0,
    after: first((s) => s.after) ?? 0,
    line: Math.max(first((s) => s.line) ?? 0, points * naturalLine),
    left: first((s) => s.left) ?? 0,
    keepNext: first((s) => s.keepNext) ?? false,
  }
}

const baseOf = (s: Style): string | null => (s.id === 'Normal' ? null : (s.basedOn ?? 'Normal'))

const byId = new Map(paperStyles.map((s) => [s.id, s]))
const rooms = new Map(paperStyles.map((s) => [s.id, roomOf(s)]))
