import { cumbriaTables } from '../../electron/sample/cumbriaSample.ts'
import type { Block, Paper, Table } from '../../shared/paper/tree.ts'
import { cellText, plain } from '../../shared/paper/tree.ts'
import type { MadeKind } from '../../shared/paper/tree.ts'
import { buildPaper, type PaperOptions } from '../../shared/view/papers/index.ts'
import { indexProgramme, type Programme } from '../../shared/view/programme.ts'
import { livedIn } from './livedIn.ts'

export const today = '2020-02-04'
/** The sample as it comes: nothing rated, no update of an action. */
export const plainSample: Programme = indexProgramme(cumbriaTables(), today)
/** The sample after some months of use. */
export const livedInSample: Programme = indexProgramme(livedIn(cumbriaTables()), today)

export const build = (kind: MadeKind, p: Programme, options: Partial<PaperOptions> = {}): Paper =>
  buildPaper(kind, p, { snapshot: null, ...options })

export const blocksOf = (paper: Paper): readonly Block[] => paper.sections.flatMap((s) => s.blocks)

export const tablesOf = (paper: Paper): Table[] =>
  blocksOf(paper).flatMap((b) => (b.block === 'table' ? [b.table] : []))

export function tableCalled(paper: Paper, caption: string): Table {
  const found = tablesOf(paper).find((t) => t.caption === caption)
  if (!found) throw new Error(`no table called “${caption}”`)
  return found
}

/** Every sentence of a paper outside its tables. */
export function wordsOf(paper: Paper): string {
  return blocksOf(paper)
    .flatMap((b) => {
      if (b.block === 'heading') return [b.text]
      if (b.block === 'paragraph' || b.block === 'callout') return [plain(b.text)]
      if (b.block === 'list') return b.items.map(plain)
      if (b.block === 'keyFacts') return b.rows.map(([label, text]) => `${label}: ${plain(text)}`)
      if (b.block === 'exception')
        return [b.heading, `${b.rating.word} ${b.since}`, ...b.lines.map((l) => `${l.label}: ${l.text}`)]
      return []
    })
    .join('\n')
}

/** The column of a table under a heading, as it prints. */
export function columnOf(table: Table, head: string): string[] {
  const at = table.columns.findIndex((c) => c.head === head)
  if (at < 0) throw new Error(`no column “${head}” in “${table.caption}”`)
  return table.rows.map((row) => cellText(row[at]!))
}
