import { kindWords } from '../../shared/view/papers/kindWords.ts'
import { boardFor } from '../../shared/view/papers/index.ts'
import { indexProgramme, type Programme } from '../../shared/view/programme.ts'
import { previousSnapshot } from '../db/documents.ts'
import { loadSnapshot } from '../db/snapshots.ts'
import type { ReadDb } from '../db/types.ts'
import type { PaperRequest } from '../export/drawPaper.ts'

/** The kinds that say what moved since the last one. */
const compares: ReadonlySet<string> = new Set([
  'board-paper',
  'dfe-return',
  'highlight-report',
  'exception-report',
])

/**
 * The programme as the last paper of the same kind, board and working group showed it, where the register has one that was made
 * from a snapshot; null where it has none. A paper from a snapshot looks only at papers that were there when it was frozen, so
 * that it is the same next year.
 */
export function previousPaper(db: ReadDb, wanted: Omit<PaperRequest, 'format'>): Programme | null {
  const { programme, kind, snapshot } = wanted
  if (!compares.has(kind)) return null
  const board = kindWords[kind].needsBoard ? (boardFor(programme, wanted.board)?.name ?? null) : null
  const found = previousSnapshot(db, {
    kind,
    board,
    group: wanted.group ?? null,
    snapshot,
    day: programme.today,
  })
  if (found === null) return null
  const last = loadSnapshot(db, found)
  return indexProgramme(last.tables, last.snapshot.takenAt.slice(0, 10))
}
