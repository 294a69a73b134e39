import type { Row } from '../../model/entities.ts'
import { type Block, cellText, plain, type Run, type Section, type Text } from '../../paper/tree.ts'
import type { Programme } from '../programme.ts'

type Entry = Row<'glossaryEntry'>

/**
 * Writes abbreviations out where a paper's sentences use them first: "Local Area Assessment (LAA)". Names of boards,
 * groups and organisations stay as they are, and so do tables and headings, whose wording is the plan's own.
 */
export function expandAbbreviations(p: Programme, sections: readonly Section[]): Section[] {
  const expand = expander(p)
  return sections.map((s) => ({ ...s, blocks: s.blocks.map((b) => expandBlock(b, expand)) }))
}

/** The glossary entries whose abbreviation a paper uses anywhere, in alphabetical order. */
export function abbreviationsUsed(p: Programme, sections: readonly Section[]): Entry[] {
  const words = new Set(
    sections.flatMap((s) => s.blocks.flatMap(textsOf)).flatMap((t) => t.match(/[A-Za-z&]+/g) ?? []),
  )
  const isUsed = (a: string): boolean => words.has(a) || words.has(`${a}s`)
  return p.tables.glossaryEntry
    .filter((e) => isUsed(e.abbreviation))
    .sort((a, b) => a.abbreviation.localeCompare(b.abbreviation, 'en-GB'))
}

type Expand = (text: string) => string

function expander(p: Programme): Expand {
  const entries = p.tables.glossaryEntry.filter(
    (e) => e.inFull !== null && /^[A-Za-z&]+$/.test(e.abbreviation),
  )
  const open = new Map(entries.map((e) => [e.abbreviation, e.inFull ?? '']))
  const names = namesOf(p)
  return (text) => {
    if (open.size === 0) return text
    const kept = namePlaces(text, names)
    return text.replaceAll(/[A-Za-z&]+/g, (word, at: number) => {
      const abbreviation = open.has(word) ? word : word.endsWith('s') ? word.slice(0, -1) : word
      const inFull = open.get(abbreviation)
      if (inFull === undefined || kept.some(([from, to]) => at >= from && at < to)) return word
      open.delete(abbreviation)
      return isExplained(text, at, word, inFull)
        ? word
        : `${inFull}${word === abbreviation ? '' : 's'} (${word})`
    })
  }
}

/** "Local Area Assessment (LAA)" explains itself, and so does "LAA (Local Area Assessment)". */
function isExplained(text: string, at: number, word: string, inFull: string): boolean {
  const around = text.slice(Math.max(0, at - inFull.length - 4), at + word.length + inFull.length + 4)
  return (
    text.charAt(at - 1) === '(' ||
    around.toLocaleLowerCase('en-GB').includes(inFull.toLocaleLowerCase('en-GB'))
  )
}

const namesOf = ({ programme, tables }: Programme): string[] =>
  [
    programme.name,
    programme.documentTitle,
    ...tables.board.flatMap((b) => [b.name, ...b.alternativeNames]),
    ...tables.workingGroup.flatMap((g) => [g.name, ...g.alternativeNames]),
    ...tables.organisation.map((o) => o.name),
    ...tables.survey.map((s) => s.name),
  ].filter((name) => /[A-Z]{2}/.test(name) && name.length > 6)

function namePlaces(text: string, names: readonly string[]): (readonly [number, number])[] {
  return names.flatMap((name) => {
    const places: (readonly [number, number])[] = []
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      places.push([at, at + name.length])
    return places
  })
}

function expandBlock(block: Block, expand: Expand): Block {
  switch (block.block) {
    case 'paragraph':
    case 'callout':
      return { ...block, text: expandText(block.text, expand) }
    case 'list':
      return { ...block, items: block.items.map((i) => expandText(i, expand)) }
    case 'exception':
      return { ...block, lines: block.lines.map((l) => ({ ...l, text: expand(l.text) })) }
    default:
      return block
  }
}

const expandText = (text: Text, expand: Expand): Text =>
  typeof text === 'string'
    ? expand(text)
    : text.map((r): Run => (typeof r === 'string' ? expand(r) : { bold: expand(r.bold) }))

function textsOf(block: Block): string[] {
  switch (block.block) {
    case 'heading':
      return [block.text]
    case 'paragraph':
    case 'callout':
      return [plain(block.text)]
    case 'list':
      return block.items.map(plain)
    case 'table':
      return [...block.table.columns.map((c) => c.head), ...block.table.rows.flatMap((r) => r.map(cellText))]
    case 'keyFacts':
      return block.rows.flatMap(([label, text]) => [label, plain(text)])
    case 'exception':
      return [block.heading, block.since, ...block.lines.map((l) => l.text)]
    default:
      return []
  }
}
