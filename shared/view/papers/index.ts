import type { Book, Paper, PaperKind } from '../../paper/tree.ts'
import { assertNever } from '../../result.ts'
import type { Programme } from '../programme.ts'
import { boardPaper } from './boardPaper.ts'
import { dfeBook, planBook } from './book.ts'
import { dfeReturn } from './dfeReturn.ts'
import { findBoard, paperContext, type PaperOptions } from './paperContext.ts'
import { plan } from './plan.ts'

export type { PaperOptions } from './paperContext.ts'

/** The board that a board paper is for where nobody names one. */
export const defaultBoard = 'SEND Partnership Improvement Board'

/** The kinds that can be made today, and as what. */
export const paperKinds = {
  'dfe-return': ['docx', 'xlsx'],
  'board-paper': ['docx'],
  plan: ['docx', 'xlsx'],
} as const satisfies Partial<Record<PaperKind, readonly ('docx' | 'xlsx')[]>>
export type MadeKind = keyof typeof paperKinds
export type BookKind = 'dfe-return' | 'plan'

/** The board a board paper is for: the one named, else the usual one, else the programme's first; null where none fits. */
export function boardFor(p: Programme, name: string | undefined) {
  if (name !== undefined) return findBoard(p, name)
  return findBoard(p, defaultBoard) ?? p.tables.board[0] ?? null
}

/** Builds a paper of a kind as a document tree. Throws where a board paper has no board to go to: ask `boardFor` first. */
export function buildPaper(kind: MadeKind, p: Programme, options: PaperOptions): Paper {
  const context = paperContext(p, options)
  switch (kind) {
    case 'dfe-return':
      return dfeReturn(context)
    case 'plan':
      return plan(context)
    case 'board-paper':
      return boardPaper(context, boardOrFail(p, options.board))
    default:
      return assertNever(kind)
  }
}

/** Builds the workbook of a kind that is made as one. */
export const buildBook = (kind: BookKind, p: Programme, options: PaperOptions): Book =>
  kind === 'plan' ? planBook(paperContext(p, options)) : dfeBook(paperContext(p, options))

function boardOrFail(p: Programme, name: string | undefined) {
  const board = boardFor(p, name)
  if (!board) throw new Error('a board paper without a board')
  return board
}
