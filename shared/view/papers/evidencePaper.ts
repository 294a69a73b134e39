import { type Block, type Book, heading, type Paper, paragraph } from '../../paper/tree.ts'
import { finish } from './appendices.ts'
import { bookOf } from './book.ts'
import { coverBlock, versionFacts } from './cover.ts'
import { evidenceIndex, evidenceTable } from './evidenceIndex.ts'
import type { PaperContext } from './paperContext.ts'
import { paperFace } from './paperFace.ts'
import { count, list } from './words.ts'

const face = (context: PaperContext) =>
  paperFace(context, 'evidence-index', `${context.p.programme.name}: evidence index`, 'Evidence index')

/** The evidence index as a paper of its own: every claim with its source, and what nobody has given evidence for. */
export function evidencePaper(context: PaperContext): Paper {
  const blocks: Block[] = [
    coverBlock(versionFacts(context)),
    heading(2, 'Evidence of difference made'),
    ...evidenceIndex(context),
    heading(2, 'Without evidence'),
    paragraph(withoutEvidence(context)),
  ]
  return { ...face(context), sections: finish(context, [{ orientation: 'portrait', blocks }], null) }
}

/** The same as a workbook. */
export const evidenceBook = (context: PaperContext): Book =>
  bookOf(face(context), versionFacts(context), [
    {
      name: 'Evidence',
      table: evidenceTable(context),
      says: 'Every piece of evidence, numbered as papers cite it.',
    },
  ])

/** Groups that have evidence for none of their actions, by number; nobody has to guess what the index leaves out. */
function withoutEvidence({ p }: PaperContext): string {
  const evidenced = new Set(p.tables.evidence.flatMap((e) => e.actionId ?? []))
  const has = (id: string): boolean => evidenced.has(id)
  const bare = p.actions.filter((e) => !has(e.action.id) && !e.updates.some((u) => u.evidence))
  const groups = p.groups.filter((g) => g.actions.length > 0 && g.actions.every((e) => bare.includes(e)))
  const all = `${count(bare.length, 'action')} of ${p.actions.length} ${bare.length === 1 ? 'has' : 'have'} no evidence recorded.`
  if (groups.length === 0) return all
  const names = list(groups.map((g) => String(g.group.number)))
  return `${all} Working ${groups.length === 1 ? 'group' : 'groups'} ${names} ${groups.length === 1 ? 'has' : 'have'} evidence for none of ${groups.length === 1 ? 'its' : 'their'} actions.`
}
