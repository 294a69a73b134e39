import { look, twips } from './paperLook.ts'
import { paperStyles, type Style } from './paperStyles.ts'

/** The style sheet of every paper: real paragraph styles and one table style, all British English. */
export function docxStyles(): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    defaults(),
    ...paperStyles.map(paragraphStyle),
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
  const margins = `<w:tblCellMar>${margin('top', look.cell.top)}${margin('left', look.cell.left)}${margin('bottom', look.cell.bottom)}${margin('right', look.cell.right)}</w:tblCellMar>`
  return [
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>',
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
    '<w:style w:type="table" w:styleId="PaperTable"><w:name w:val="Paper table"/><w:basedOn w:val="TableNormal"/>',
    `<w:tblPr>${borders}${margins}</w:tblPr>`,
    `<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${look.headFill}"/></w:tcPr></w:tblStylePr>`,
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>',
  ].join('')
}
