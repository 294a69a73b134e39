import { look, twips } from './paperLook.ts'

type Style = {
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

/** The style sheet of every paper: real paragraph styles and one table style, all British English. */
export function docxStyles(): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    defaults(),
    ...[...body, ...tables, ...furniture].map(paragraphStyle),
    characterStyles,
    tableStyle(),
    '</w:styles>',
  ].join('')
}

const half = (points: number): number => Math.round(points * 2)
const twentieth = (points: number): number => Math.round(points * 20)
const fonts = `<w:rFonts w:ascii="${look.font}" w:hAnsi="${look.font}" w:eastAsia="${look.font}" w:cs="${look.font}"/>`
const size = (points: number): string => `<w:sz w:val="${half(points)}"/><w:szCs w:val="${half(points)}"/>`

function defaults(): string {
  const run = `${fonts}<w:color w:val="${look.ink}"/>${size(look.bodySize)}<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>`
  return `<w:docDefaults><w:rPrDefault><w:rPr>${run}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`
}

function paragraphStyle(s: Style): string {
  const isNormal = s.id === 'Normal'
  const based = isNormal ? '' : `<w:basedOn w:val="${s.basedOn ?? 'Normal'}"/>`
  return [
    `<w:style w:type="paragraph"${isNormal ? ' w:default="1"' : ''} w:styleId="${s.id}"><w:name w:val="${s.name}"/>${based}`,
    s.next ? `<w:next w:val="${s.next}"/>` : '',
    '<w:qFormat/>',
    `<w:pPr>${paragraphProperties(s)}</w:pPr>`,
    `<w:rPr>${runProperties(s)}</w:rPr></w:style>`,
  ].join('')
}

/** In the order that the standard wants. */
function paragraphProperties(s: Style): string {
  return [
    s.keepNext ? '<w:keepNext/><w:keepLines/>' : '',
    s.bar ? `<w:pBdr><w:left w:val="single" w:sz="36" w:space="8" w:color="${s.bar}"/></w:pBdr>` : '',
    s.fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${s.fill}"/>` : '',
    spacing(s),
    s.left ? `<w:ind w:left="${twips(s.left)}"${s.hanging ? ` w:hanging="${twips(s.hanging)}"` : ''}/>` : '',
    s.align ? `<w:jc w:val="${s.align}"/>` : '',
    s.outline === undefined ? '' : `<w:outlineLvl w:val="${s.outline}"/>`,
  ].join('')
}

function spacing(s: Style): string {
  const parts = [
    s.before === undefined ? '' : ` w:before="${twentieth(s.before)}"`,
    s.after === undefined ? '' : ` w:after="${twentieth(s.after)}"`,
    s.line === undefined ? '' : s.line === 0 ? ' w:line="240" w:lineRule="auto"' : lineOf(s.line),
  ].join('')
  return parts ? `<w:spacing${parts}/>` : ''
}

const lineOf = (points: number): string => ` w:line="${twentieth(points)}" w:lineRule="atLeast"`

const runProperties = (s: Style): string =>
  [
    s.bold ? '<w:b/><w:bCs/>' : '',
    s.colour ? `<w:color w:val="${s.colour}"/>` : '',
    s.size ? size(s.size) : '',
  ].join('')

const characterStyles = [
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
  '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>',
  `<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="${look.ink}"/></w:rPr></w:style>`,
].join('')

/** Thin horizontal rules only, dark text on light grey in the header row, bold first column where it names rows. */
function tableStyle(): string {
  const rule = (side: string, weight: number, colour: string): string =>
    `<w:${side} w:val="single" w:sz="${weight}" w:space="0" w:color="${colour}"/>`
  const borders = `<w:tblBorders>${rule('top', 8, look.strongRule)}${rule('bottom', 8, look.strongRule)}${rule('insideH', 4, look.rule)}</w:tblBorders>`
  const margin = (side: string, cm: number): string => `<w:${side} w:w="${twips(cm)}" w:type="dxa"/>`
  const margins = `<w:tblCellMar>${margin('top', 0.1)}${margin('left', 0.18)}${margin('bottom', 0.08)}${margin('right', 0.24)}</w:tblCellMar>`
  return [
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>',
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
    '<w:style w:type="table" w:styleId="PaperTable"><w:name w:val="Paper table"/><w:basedOn w:val="TableNormal"/>',
    `<w:tblPr>${borders}${margins}</w:tblPr>`,
    `<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${look.headFill}"/></w:tcPr></w:tblStylePr>`,
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>',
  ].join('')
}
