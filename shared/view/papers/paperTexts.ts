import { partWords } from '../../edit/registers.ts'
import type { Row } from '../../model/entities.ts'
import { type Block, heading, numbered, paragraph } from '../../paper/tree.ts'
import type { PaperContext } from './paperContext.ts'
import { list, lower, sentence } from './words.ts'

export type Part = Row<'paperText'>['part']

/**
 * A text that only papers need, the closest fit first: for this board and period, for this board, for this period, for all.
 * Null where nobody has written it: a paper then says so, and nothing is made up.
 */
export function paperText(
  { p, period }: PaperContext,
  part: Part,
  of: { readonly boardId?: string; readonly groupId?: string } = {},
): string | null {
  const fits = (own: string | null, wanted: string | null | undefined): boolean =>
    own === null || own === wanted
  const found = p.tables.paperText
    .filter((t) => t.part === part && fits(t.boardId, of.boardId) && fits(t.groupId, of.groupId))
    .filter((t) => fits(t.periodId, period?.id))
    .sort((a, b) => weight(b) - weight(a))
  return found[0]?.text ?? null
}

const weight = (t: Row<'paperText'>): number =>
  (t.boardId ? 4 : 0) + (t.groupId ? 2 : 0) + (t.periodId ? 1 : 0)

const implications: readonly Part[] = ['financial', 'legal', 'equality', 'engagement', 'data-protection']

/** The implications that have been written, each under its heading; one sentence names those that have not. */
export function implicationBlocks(context: PaperContext, boardId: string): Block[] {
  const found = implications.map((part) => ({ part, text: paperText(context, part, { boardId }) }))
  const missing = found.filter((f) => f.text === null).map((f) => lower(partWords[f.part]))
  const told = found.flatMap((f) =>
    f.text === null ? [] : [heading(3, partWords[f.part]), ...paragraphsOf(f.text)],
  )
  return missing.length === 0
    ? told
    : [...told, numbered(`Not written for this paper yet: ${list(missing)}.`)]
}

/** A text of several lines as numbered paragraphs. */
const paragraphsOf = (text: string): Block[] =>
  text
    .split(/\n+/u)
    .filter((t) => t.trim() !== '')
    .map((t) => numbered(sentence(t)))

/** The same without numbers, for papers whose paragraphs have none. */
export const plainParagraphs = (text: string): Block[] =>
  text
    .split(/\n+/u)
    .filter((t) => t.trim() !== '')
    .map((t) => paragraph(sentence(t)))
