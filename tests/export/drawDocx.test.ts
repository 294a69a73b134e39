import { layoutDocument } from 'docx/layout'
import { beforeAll, describe, expect, it } from 'vitest'
import { wordDocument } from '../../electron/export/drawDocx.ts'
import { drawPaper } from '../../electron/export/drawPaper.ts'
import { estimatePages } from '../../electron/export/estimatePages.ts'
import type { MadeKind } from '../../shared/paper/tree.ts'
import type { Programme } from '../../shared/view/programme.ts'
import { blocksOf, build, livedInSample, plainSample } from '../papers/figures.ts'
import { all, partsOf, printed } from './readDocx.ts'

/** A picture is laid out by its size in the paper, whatever is in it. */
const drawnOnce = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

async function draw(kind: MadeKind, programme: Programme): Promise<Uint8Array> {
  const drawn = await drawPaper({ programme, kind, format: 'docx', snapshot: null })
  if (!drawn.ok) throw new Error(drawn.error.code)
  return drawn.value
}

describe.each([
  ['dfe-return', plainSample],
  ['board-paper', livedInSample],
  ['plan', plainSample],
] as const)('the %s as Word', (kind, programme) => {
  let bytes: Uint8Array
  let body = ''
  let parts: Record<string, string> = {}
  beforeAll(async () => {
    bytes = await draw(kind, programme)
    parts = partsOf(bytes)
    body = parts['word/document.xml'] ?? ''
  })

  it('holds every ref and the words of the plan', () => {
    const text = printed(body).split('\n')
    for (const e of programme.actions) expect(text).toContain(e.action.ref)
    expect(text.join('\n')).toContain(
      'Hold themed workshops to ensure priorities are informed by other working groups',
    )
  })

  it('repeats header rows, merges no cells and fixes widths that fit the text', () => {
    const tables = body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []
    expect(tables.length).toBeGreaterThan(5)
    for (const t of tables) {
      expect(all(t, /<w:tblHeader\/>/g)).toHaveLength(1)
      expect(t.indexOf('<w:tblHeader/>')).toBeLessThan(t.indexOf('</w:tr>'))
      expect(t).not.toMatch(/gridSpan|vMerge/)
      expect(t).toContain('<w:tblLayout w:type="fixed"/>')
      const grid = all(t, /<w:gridCol w:w="(\d+)"/g).map(Number)
      expect(Math.min(...grid)).toBeGreaterThan(400)
      expect(grid.reduce((sum, w) => sum + w, 0)).toBeLessThanOrEqual(14_800)
    }
  })

  it('prints marking, programme and page x of y on every page, on A4', () => {
    const headers = Object.keys(parts).filter((n) => /word\/header\d*\.xml/.test(n))
    const footers = Object.keys(parts).filter((n) => /word\/footer\d*\.xml/.test(n))
    const sections = body.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? []
    expect(headers.length).toBe(sections.length)
    for (const name of [...headers, ...footers]) {
      // a word of its own even for readers that take no notice of tabs
      const words = parts[name]!.replaceAll(/<w:tab\/>/g, '').replaceAll(/<[^>]+>/g, '')
      expect(words).toMatch(/(^|\s)OFFICIAL(\s|$)/)
    }
    for (const name of footers) expect(parts[name]).toMatch(/PAGE.*NUMPAGES/s)
    for (const s of sections) {
      const [, w, h] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(s) ?? []
      expect([Number(w), Number(h)].sort()).toEqual([11_906, 16_838])
      expect(s.includes('w:orient="landscape"')).toBe(Number(w) > Number(h))
    }
  })

  it('is British English with one heading 1, which is its title', () => {
    expect(parts['word/styles.xml']).toContain('w:lang w:val="en-GB"')
    expect(all(body, /<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(1)
    const title = /<dc:title>([^<]*)</.exec(parts['docProps/core.xml'] ?? '')?.[1]
    expect(printed(body).split('\n')[0]).toBe(title)
    expect(parts['docProps/core.xml']).toContain('2020-02-04T09:00:00Z')
  })

  it('has a contents page whose entries carry page numbers', () => {
    const contents = /<w:sdt>.*?<\/w:sdt>/s.exec(body)?.[0] ?? ''
    const entries = printed(contents)
      .split('\n')
      .filter((line) => line !== '')
    expect(entries.length).toBeGreaterThan(6)
    const pages = entries.map((line) => Number(/\t(\d+)$/.exec(line)?.[1]))
    expect(pages).toEqual([...pages].sort((a, b) => a - b))
    expect(pages.at(-1)).toBeGreaterThan(10)
  })

  it('leaks no program value', () => {
    const text = Object.values(parts).map(printed).join('\n')
    expect(text).not.toMatch(/undefined|\bnull\b|NaN|\[object|Invalid Date|\d{4}-\d\d-\d\d/)
    expect(printed(body)).not.toMatch(/\S {2,}\S/)
  })
})

describe('page numbers of the contents page', () => {
  it('are those of a full layout of the pages', () => {
    const paper = build('board-paper', plainSample)
    const document = wordDocument(paper, () => drawnOnce)
    const pages = layoutDocument(document).pages.map((page) =>
      page.body.flatMap((b) => (b.type === 'paragraph' ? [b.lines.map((l) => l.text).join('')] : [])),
    )
    const { headings } = estimatePages(paper)
    const listed = blocksOf(paper).flatMap((b) => (b.block === 'heading' && b.level === 2 ? [b.text] : []))
    const found = listed.map(
      (text) => pages.findIndex((page) => page.some((t) => t === text || t.endsWith(`\t${text}`))) + 1,
    )
    const off = found.map((page, i) => Math.abs(page - (headings[i] ?? 0)))
    expect(off.filter((n) => n === 0).length).toBeGreaterThanOrEqual(listed.length - 2)
    expect(Math.max(...off)).toBeLessThanOrEqual(1)
  })
})

describe('drawing twice', () => {
  it.each(['dfe-return', 'board-paper'] as const)('gives the same bytes: %s', async (kind) => {
    const [one, other] = [await draw(kind, livedInSample), await draw(kind, livedInSample)]
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  })
})

describe('a chart in a paper', () => {
  it('is a sharp picture whose alternative text says what it shows', async () => {
    const body = partsOf(await draw('board-paper', livedInSample))['word/document.xml'] ?? ''
    expect(all(body, /<wp:docPr [^>]*descr="([^"]*)"/g)).toEqual([
      'Working group 4 has most actions off track or at risk: 7 of 27.',
    ])
    expect(body).toMatch(/<wp:extent cx="57\d{5}"/)
  })
})
