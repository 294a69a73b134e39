import { type Block, type Cell, cellText, type Paper, plain, type Table } from '../paper/tree.ts'
import { type FindingCode, screenText } from './screenText.ts'

/** What a public paper would give away: what kind of thing, where it stands in the paper, and the words. */
export type Finding = { readonly code: FindingCode; readonly where: string; readonly text: string }

export type Screening = {
  /** ISO day of the paper. */
  readonly today: string
  /** The names of people in a text; those whom the plan names as its officers are left out by whoever hands this in. */
  readonly findNames: (text: string) => readonly string[]
  /** Texts written to be published as they are, such as a contact: not screened. */
  readonly isPublished: (text: string) => boolean
}

/**
 * Everything in a paper that could tell who a private person is: NHS numbers with a valid check digit, pupil numbers, days of
 * birth, e-mail addresses, phone numbers, full postcodes, counts of people from 1 to 4, and names. Each is named once a place.
 */
export function screenPaper(paper: Paper, screening: Screening): Finding[] {
  const found: Finding[] = []
  const seen = new Set<string>()
  for (const { where, text } of textsOf(paper)) {
    if (screening.isPublished(text)) continue
    const names = screening.findNames(text).map((name) => ({ code: 'name' as const, text: name }))
    for (const hit of [...screenText(text, screening.today), ...names]) {
      const key = JSON.stringify([hit.code, where, hit.text])
      if (!seen.has(key)) found.push({ ...hit, where })
      seen.add(key)
    }
  }
  return [...found, ...smallCells(paper)]
}

type Place = { readonly where: string; readonly text: string }

function textsOf(paper: Paper): Place[] {
  const places: Place[] = []
  for (const section of paper.sections) {
    let under = paper.title
    for (const block of section.blocks) {
      if (block.block === 'heading') under = block.text
      places.push(...textsOfBlock(block, under))
    }
  }
  return places
}

function textsOfBlock(block: Block, under: string): Place[] {
  const at = (text: string): Place => ({ where: under, text })
  switch (block.block) {
    case 'heading':
      return [at(block.text)]
    case 'paragraph':
    case 'callout':
      return [at(plain(block.text))]
    case 'list':
      return block.items.map((i) => at(plain(i)))
    case 'keyFacts':
      return block.rows.map(([head, text]) => ({ where: `${under}, ${head}`, text: plain(text) }))
    case 'table':
      return textsOfTable(block.table)
    case 'exception':
      return block.lines.map((l) => ({ where: `${block.heading}, ${l.label.toLowerCase()}`, text: l.text }))
    case 'chart':
      return [at(block.alt)]
    case 'contents':
      return []
  }
}

/** The place of a cell: what names its row, and its column: "1.2.3 progress in this period". */
const textsOfTable = (table: Table): Place[] =>
  table.rows.flatMap((row) => row.map((cell, i) => ({ where: placeOf(table, row, i), text: cellText(cell) })))

function placeOf(table: Table, row: readonly Cell[], column: number): string {
  const head = table.columns[column]?.head ?? ''
  const name = row[0] === undefined ? '' : cellText(row[0])
  const short = name.length > 60 ? `${name.slice(0, 57)}…` : name
  return column === 0 ? `${table.caption}, ${head.toLowerCase()}` : `${short} ${head.toLowerCase()}`
}

/** Tables that count people, such as who answered a survey: a cell of 1 to 4 is as telling as a sentence. */
function smallCells(paper: Paper): Finding[] {
  const tables = paper.sections.flatMap((s) =>
    s.blocks.flatMap((b) => (b.block === 'table' ? [b.table] : [])),
  )
  return tables
    .filter(countsPeople)
    .flatMap((t) =>
      t.rows.flatMap((row) =>
        row.flatMap((cell, i): Finding[] =>
          typeof cell === 'number' && cell >= 1 && cell <= 4
            ? [{ code: 'small-number', where: placeOf(t, row, i), text: String(cell) }]
            : [],
        ),
      ),
    )
}

const countsPeople = (t: Table): boolean =>
  t.columns.some((c) => /responses|people|respondents|attend/iu.test(c.head))
