import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { placeTabs } from './placeTabs.ts'
import { prepareDocument } from './prepareDocument.ts'

/** A Word document drawn as HTML: its style sheet, and one element a page or section, not yet in the window. */
export type PaperDrawing = { readonly css: string; readonly sections: readonly HTMLElement[] }

/**
 * Draws the bytes of a .docx. The style sheet is handed out as text, because the window's content security
 * policy lets no library insert style elements: the caller adopts it in a shadow root.
 * Rejects where the bytes are no Word document.
 */
export async function drawPaper(bytes: Uint8Array<ArrayBuffer>): Promise<PaperDrawing> {
  const { parseAsync, renderDocument } = await import('docx-preview')
  const options = {
    className: 'docx',
    inWrapper: true,
    breakPages: true,
    useBase64URL: true,
    renderAltChunks: false,
  }
  const document: unknown = await parseAsync(new Blob([withResults(bytes)]), options)
  prepareDocument(document)
  const nodes = await renderDocument(document, options)
  const css = nodes
    .filter((n) => n.nodeName === 'STYLE')
    .map((n) => n.textContent ?? '')
    .join('\n')
  const wrapper = nodes.find((n): n is HTMLElement => n instanceof HTMLElement && n.nodeName === 'DIV')
  const sections = [...(wrapper?.children ?? [])].filter((c): c is HTMLElement => c instanceof HTMLElement)
  const xml = bodyOf(bytes)
  describePictures(sections, pictureTexts(xml))
  markHeaderRows(sections, xml)
  for (const section of sections) {
    sayStructure(section)
    placeTabs(section)
  }
  return { css: hangingNumbers(lineHeights(css)), sections }
}

/** The document with its simple fields, such as the numbers of captions, as their results: the drawing library drops them. */
function withResults(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytes)
  const part = parts['word/document.xml']
  if (!part) return bytes
  const xml = strFromU8(part).replaceAll(/<\/?w:fldSimple\b[^>]*>/gu, '')
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) }, { level: 0 })
}

/** The document's own XML, for what the drawing library leaves out. */
function bodyOf(bytes: Uint8Array): Document {
  const part = unzipSync(bytes, { filter: (f) => f.name === 'word/document.xml' })['word/document.xml']
  return new DOMParser().parseFromString(part ? strFromU8(part) : '<none/>', 'application/xml')
}

/** The alternative texts of the document's pictures in their order. */
function pictureTexts(xml: Document): readonly string[] {
  return [...xml.getElementsByTagName('w:drawing')]
    .filter((d) => d.getElementsByTagName('a:blip').length > 0)
    .map((d) => d.getElementsByTagName('wp:docPr')[0]?.getAttribute('descr') ?? '')
}

function describePictures(sections: readonly HTMLElement[], texts: readonly string[]): void {
  const pictures = sections.flatMap((s) => [...s.querySelectorAll<HTMLImageElement>('article img')])
  for (const [n, picture] of pictures.entries()) picture.alt = texts[n] ?? ''
  for (const section of sections)
    for (const picture of section.querySelectorAll<HTMLImageElement>('header img, footer img'))
      picture.alt = ''
}

/** Marks the rows that repeat on every page; the drawing has the document's rows in the same order. */
function markHeaderRows(sections: readonly HTMLElement[], xml: Document): void {
  const drawn = sections.flatMap((s) => [...s.querySelectorAll('article tr')])
  for (const [n, row] of [...xml.getElementsByTagName('w:tr')].entries())
    if (row.getElementsByTagName('w:tblHeader').length > 0) drawn[n]?.classList.add('header-row')
}

/**
 * Line heights as Word means them: "at least" is a floor, not something added to the line, and a multiple is one
 * of the font's own line (1.15 of its size for Arial and Calibri's metric twins), not of its size.
 */
function lineHeights(css: string): string {
  return css
    .replaceAll(/line-height: calc\(100% \+ ([\d.]+)pt\)/gu, 'line-height: max($1pt, 1.15em)')
    .replaceAll(
      /line-height: ([\d.]+);/gu,
      (_, times: string) => `line-height: ${(Number(times) * 1.15).toFixed(3)};`,
    )
}

/** Gives the number before a paragraph the room that its tab would: as wide as the paragraph hangs. */
function hangingNumbers(css: string): string {
  const hanging = css.matchAll(/(p\.docx-num-\d+-\d+) \{[^}]*text-indent: -([\d.]+pt)/gu)
  const rules = [...hanging].map(
    ([, selector, width]) =>
      `${selector}:before { display: inline-block; min-width: ${width}; text-indent: 0; }`,
  )
  // The look of a paragraph's letters is that of its number too; the drawing gives it to the letters alone.
  const numbered = css.replaceAll(/(p\.docx_[\w-]+) span \{/gu, '$1 span, $1:before {')
  return [numbered, ...rules].join('\n')
}

/** Headings and header cells are paragraphs and plain cells in the drawing: say to assistive software what they are. */
function sayStructure(section: HTMLElement): void {
  for (const p of section.querySelectorAll<HTMLElement>('p[class*="docx_heading"]')) {
    const level = /docx_heading-?(\d)/u.exec(p.className)?.[1]
    if (!level) continue
    p.setAttribute('role', 'heading')
    // The screen's own title is level 1: the paper's headings stand below it.
    p.setAttribute('aria-level', String(Math.min(Number(level) + 1, 6)))
  }
  for (const cell of section.querySelectorAll('tr.header-row > td')) cell.setAttribute('role', 'columnheader')
}
