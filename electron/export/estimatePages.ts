import type { PageNumberEstimator } from 'docx'
import type { Block, Heading, Paper } from '../../shared/paper/tree.ts'
import { styleRoom } from './paperStyles.ts'
import { type Flow, flowPages } from './flowPages.ts'
import { countLines } from './measureText.ts'
import { textHeight, textWidth } from './paperLook.ts'
import { piecesOf } from './piecesOf.ts'

/** On which page each heading of the contents page stands, in their order, and how many pages the paper has. */
export type PageEstimate = { readonly headings: readonly number[]; readonly pages: number }

/**
 * Works out pages from the widths of the type and the heights of the styles, as Word will lay them out. An estimate:
 * Word puts its own numbers in when somebody updates the contents page.
 */
export function estimatePages(paper: Paper): PageEstimate {
  const listed = listedHeadings(paper)
  const isNumbered = paper.sections.some((s) => s.blocks.some((b) => b.block === 'paragraph' && b.numbered))
  const flows = paper.sections.map((section, i): Flow => {
    const place = {
      orientation: section.orientation,
      isNumbered,
      entries: listed.length,
      markOf: (h: Heading) => (listed.includes(h) ? listed.indexOf(h) : null),
    }
    const pieces = section.blocks.flatMap((b, n) => piecesOf(b, place, section.blocks[n + 1]))
    return {
      pageHeight: (textHeight(section.orientation) / 2.54) * 72,
      pieces: i === 0 ? [titlePiece(paper.title), ...pieces] : pieces,
    }
  })
  const { marks, pages } = flowPages(flows)
  return { headings: listed.map((_, i) => marks.get(i) ?? pages), pages }
}

/** What the Word writer asks for: page numbers by the bookmarks of the contents page, and the numbers of headings. */
export function pageNumbersOf(paper: Paper): PageNumberEstimator {
  const { headings, pages } = estimatePages(paper)
  const listed = listedHeadings(paper)
  const numbered = listed.filter((h) => h.numbered)
  const estimate = (body: object) => {
    const names = bookmarkNames(body)
    return {
      bookmarks: new Map(headings.flatMap((page, i) => pair(names[i], String(page)))),
      pageCount: pages,
    }
  }
  const listNumbers = (body: object) => {
    const names = bookmarkNames(body)
    const entries = listed.flatMap((h, i) => {
      const text = String(numbered.indexOf(h) + 1)
      return h.numbered ? pair(names[i], { text, separator: 'tab' as const, width: numberWidth }) : []
    })
    return new Map(entries)
  }
  return Object.assign(estimate, { listNumbers })
}

/** Twentieths of a point that the library takes for a number of one digit. */
const numberWidth = 140

/** The bookmarks of the contents page, in their order: the library counts them on over all documents it makes. */
const bookmarkNames = (body: object): string[] => {
  const found = [...JSON.stringify(body).matchAll(/"w:name":"(_Toc\d+)"/g)]
  return [...new Set(found.map((m) => m[1] ?? ''))]
}

const pair = <T>(name: string | undefined, value: T): [string, T][] =>
  name === undefined ? [] : [[name, value]]

const isContents = (b: Block): b is Extract<Block, { block: 'contents' }> => b.block === 'contents'

function listedHeadings(paper: Paper): Heading[] {
  const blocks = paper.sections.flatMap((s) => s.blocks)
  const deepest = blocks.find(isContents)?.deepest ?? 2
  return blocks.flatMap((b) => (b.block === 'heading' && b.level <= deepest ? [b] : []))
}

function titlePiece(title: string) {
  const { size, line, after } = styleRoom('Heading1')
  const height = countLines(title, textWidth('portrait'), size, true) * line
  return { height, lines: 1, before: 0, after, keepNext: true, breakBefore: false, repeated: 0, mark: null }
}
