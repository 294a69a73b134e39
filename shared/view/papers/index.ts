import type { Book, Paper, MadeKind } from '../../paper/tree.ts'
import { assertNever } from '../../result.ts'
import type { GroupEntry, Programme } from '../programme.ts'
import { withWordings } from '../withWordings.ts'
import { boardPaper } from './boardPaper.ts'
import { dfeBook, planBook } from './book.ts'
import { bulletin } from './bulletin.ts'
import { dfeReturn } from './dfeReturn.ts'
import { evidenceBook, evidencePaper } from './evidencePaper.ts'
import { exceptionReport } from './exceptionReport.ts'
import { highlightReport } from './highlightReport.ts'
import { findBoard, paperContext, type PaperOptions } from './paperContext.ts'
import { plan } from './plan.ts'
import { scorecard, scorecardBook } from './scorecard.ts'
import { youSaidWeDid } from './youSaidWeDid.ts'

export type { PaperOptions } from './paperContext.ts'

/** The board that a board paper is for where nobody names one. */
export const defaultBoard = 'SEND Partnership Improvement Board'

/** The kinds that can be made today, and as what. */
export const paperKinds = {
  'dfe-return': ['docx', 'xlsx'],
  'board-paper': ['docx'],
  'highlight-report': ['docx'],
  'exception-report': ['docx'],
  plan: ['docx', 'xlsx'],
  scorecard: ['docx', 'xlsx'],
  bulletin: ['docx'],
  'you-said-we-did': ['docx'],
  'evidence-index': ['docx', 'xlsx'],
} as const satisfies Record<MadeKind, readonly ('docx' | 'xlsx')[]>
export type BookKind = 'dfe-return' | 'plan' | 'scorecard' | 'evidence-index'

/** The working group with a number; null where the plan has none. */
export const groupFor = (p: Programme, number: number): GroupEntry | null =>
  p.groups.find((g) => g.group.number === number) ?? null

/** The board a board paper is for: the one named, else the usual one, else the programme's first; null where none fits. */
export function boardFor(p: Programme, name: string | undefined) {
  if (name !== undefined) return findBoard(p, name)
  return findBoard(p, defaultBoard) ?? p.tables.board[0] ?? null
}

/** Builds a paper of a kind as a document tree. Throws where a board paper has no board to go to: ask `boardFor` first. */
export function buildPaper(kind: MadeKind, p: Programme, options: PaperOptions): Paper {
  const context = paperContext(inWordsFor(kind, p, options), options)
  switch (kind) {
    case 'dfe-return':
      return dfeReturn(context)
    case 'plan':
      return plan(context)
    case 'board-paper':
      return boardPaper(context, boardOrFail(p, options.board))
    case 'highlight-report':
      return highlightReport(context, options.group === undefined ? null : groupFor(p, options.group))
    case 'exception-report':
      return exceptionReport(context)
    case 'scorecard':
      return scorecard(context)
    case 'bulletin':
      return bulletin(context)
    case 'you-said-we-did':
      return youSaidWeDid(context)
    case 'evidence-index':
      return evidencePaper(context)
    default:
      return assertNever(kind)
  }
}

/** Board papers take the wording for boards where there is one, unless they are for the public. */
function inWordsFor(kind: MadeKind, p: Programme, { audience }: PaperOptions): Programme {
  if (audience !== undefined) return withWordings(p, audience)
  return kind === 'board-paper' ? withWordings(p, 'board') : p
}

/** Builds the workbook of a kind that is made as one. */
export function buildBook(kind: BookKind, p: Programme, options: PaperOptions): Book {
  const context = paperContext(inWordsFor(kind, p, options), options)
  switch (kind) {
    case 'dfe-return':
      return dfeBook(context)
    case 'plan':
      return planBook(context)
    case 'scorecard':
      return scorecardBook(context)
    case 'evidence-index':
      return evidenceBook(context)
    default:
      return assertNever(kind)
  }
}

function boardOrFail(p: Programme, name: string | undefined) {
  const board = boardFor(p, name)
  if (!board) throw new Error('a board paper without a board')
  return board
}
