import {
  BorderStyle,
  type FileChild,
  HeadingLevel,
  ImageRun,
  Paragraph,
  ShadingType,
  SimpleField,
  TableOfContents,
  TextRun,
} from 'docx'
import { assertNever } from '../../shared/result.ts'
import type { Block, Chart, Exception, Heading, Section, Table, Text } from '../../shared/paper/tree.ts'
import { docxTable } from './docxTable.ts'
import { paragraphsOf, runsOf } from './docxText.ts'

export type CaptionLabel = 'Table' | 'Figure'

/** What drawing a block needs to know of the paper around it. */
export type Setting = {
  readonly orientation: Section['orientation']
  /** True where headings and paragraphs are numbered, so that lists are set in. */
  readonly isNumbered: boolean
  /** A number no earlier call gave: lists count anew, drawings have ids of their own. */
  readonly next: () => number
  /** The number of the next table or figure: printed at once, and Word counts anew where somebody adds one. */
  readonly nextCaption: (label: CaptionLabel) => number
  readonly picture: (chart: Chart) => Uint8Array
}

/** The reference of the numbering that headings and paragraphs share. */
export const councilNumbering = 'council'
/** Lists of plain papers, and set in under numbered paragraphs. */
export const bulletNumbering = { plain: 'bullets', setIn: 'bullets set in' } as const
export const letterNumbering = { plain: 'letters', setIn: 'letters set in' } as const

/** A block of a paper as the paragraphs and tables of a Word document; `next` is what follows it. */
export function docxBlock(block: Block, setting: Setting, next: Block | undefined): FileChild[] {
  const keepNext = keepsWith(next)
  switch (block.block) {
    case 'heading':
      return [headingOf(block)]
    case 'paragraph':
      return block.numbered
        ? numberedParagraphs(block.text, keepNext)
        : paragraphsOf(block.text).map((runs) => new Paragraph({ keepNext, children: runsOf(runs) }))
    case 'list':
      return listOf(block, setting)
    case 'table':
      return tableOf(block.table, setting, next)
    case 'keyFacts':
      return [docxTable(keyFactsTable(block), setting.orientation, setting.next), afterTable()]
    case 'chart':
      return chartOf(block, setting)
    case 'callout':
      return paragraphsOf(block.text).map(
        (runs) => new Paragraph({ style: 'Callout', children: runsOf(runs) }),
      )
    case 'exception':
      return exceptionOf(block)
    case 'contents':
      return contentsOf(block)
    default:
      return assertNever(block)
  }
}

/** True for what a sentence introduces, and stays on one page with. */
export const keepsWith = (next: Block | undefined): boolean =>
  next !== undefined && ['table', 'chart', 'list', 'keyFacts'].includes(next.block)

/** Before a heading on a new page nothing keeps tables apart: the short line could come to stand on a page of its own. */
export const beginsPage = (next: Block | undefined): boolean =>
  next?.block === 'heading' && next.pageBreakBefore === true

const levels = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 }

const headingOf = (block: Heading): Paragraph =>
  new Paragraph({
    heading: levels[block.level],
    ...(block.pageBreakBefore ? { pageBreakBefore: true } : {}),
    ...(block.numbered ? { numbering: { reference: councilNumbering, level: 0 } } : {}),
    children: [new TextRun(block.text)],
  })

/** The first paragraph carries the number; those of the same text after it are set in with it. */
function numberedParagraphs(text: Text, keepNext: boolean): Paragraph[] {
  return paragraphsOf(text).map(
    (runs) =>
      new Paragraph({
        style: 'NumberedParagraph',
        keepNext,
        numbering: { reference: councilNumbering, level: 1 },
        children: runsOf(runs),
      }),
  )
}

function listOf(block: Extract<Block, { block: 'list' }>, setting: Setting): Paragraph[] {
  const isBullet = block.style === 'bullet'
  const instance = isBullet ? 0 : setting.next()
  const reference = (isBullet ? bulletNumbering : letterNumbering)[setting.isNumbered ? 'setIn' : 'plain']
  return block.items.map((item) => {
    const runs = paragraphsOf(item).flatMap((p, i) => (i === 0 ? p : [' ', ...p]))
    return new Paragraph({
      style: isBullet ? 'ListBullet' : 'ListLetter',
      numbering: { reference, level: 0, instance },
      children: runsOf(runs),
    })
  })
}

const tableOf = (table: Table, setting: Setting, next: Block | undefined): FileChild[] => [
  caption('Table', table.caption, setting),
  docxTable(table, setting.orientation, setting.next),
  ...(beginsPage(next) ? [] : [afterTable()]),
]

const caption = (label: CaptionLabel, text: string, setting: Setting): Paragraph =>
  new Paragraph({
    style: 'Caption',
    children: [
      new TextRun(`${label} `),
      new SimpleField(`SEQ ${label} \\* ARABIC`, String(setting.nextCaption(label))),
      new TextRun(`: ${text}`),
    ],
  })

/** Word sets two tables that touch as one, so a short line stands after each. */
const afterTable = (): Paragraph => new Paragraph({ style: 'AfterTable' })

/** The two columns of a cover block as a table. */
export const keyFactsTable = (block: Extract<Block, { block: 'keyFacts' }>): Table => ({
  caption: '',
  columns: [
    { head: block.heads[0], kind: 'text', width: { cm: 5.2 } },
    { head: block.heads[1], kind: 'text', width: { share: 1 } },
  ],
  rowHeads: true,
  rows: block.rows,
})

const pixels = (cm: number): number => Math.round((cm / 2.54) * 96)

function chartOf(block: Chart, setting: Setting): Paragraph[] {
  const id = String(setting.next())
  const picture = new ImageRun({
    type: 'png',
    data: setting.picture(block),
    transformation: { width: pixels(block.width), height: pixels(block.height) },
    altText: { id, name: `Chart ${id}`, description: block.alt, title: block.caption },
  })
  return [
    caption('Figure', block.caption, setting),
    new Paragraph({ style: 'ChartPicture', children: [picture] }),
  ]
}

function exceptionOf(block: Exception): Paragraph[] {
  const { rating } = block
  const bar = { style: BorderStyle.SINGLE, size: 48, space: 8, color: rating.bar }
  const last = block.lines.length - 1
  return [
    headingOf({ block: 'heading', level: 3, text: block.heading }),
    new Paragraph({
      style: 'ExceptionRating',
      border: { left: bar },
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: rating.fill },
      children: [
        new TextRun({ text: rating.word, style: 'Strong', color: rating.ink }),
        new TextRun({ text: ` ${block.since}`, color: rating.ink }),
      ],
    }),
    ...block.lines.map(
      ({ label, text }, i) =>
        new Paragraph({
          style: 'ExceptionLine',
          border: { left: bar },
          keepLines: true,
          ...(i < last ? { keepNext: true } : { spacing: { after: 160 } }),
          children: runsOf([
            { bold: `${label}: ` },
            ...paragraphsOf(text).flatMap((p, n) => (n ? [' ', ...p] : p)),
          ]),
        }),
    ),
  ]
}

const contentsOf = (block: Extract<Block, { block: 'contents' }>): FileChild[] => [
  new Paragraph({
    style: 'ContentsHeading',
    ...(block.pageBreakBefore ? { pageBreakBefore: true } : {}),
    text: block.title,
  }),
  new TableOfContents(block.title, { hyperlink: true, headingStyleRange: `2-${block.deepest}` }),
]
