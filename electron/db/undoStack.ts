import type { Change } from '../../shared/model/change.ts'
import { Failure } from '../../shared/errors.ts'
import { applyChanges } from './applyChanges.ts'
import { changesOf, invert, loadBatches, type BatchRow } from './audit.ts'
import type { Writer } from './openProgramme.ts'
import type { ReadDb, WriteDb } from './types.ts'

/** What Ctrl+Z and Ctrl+Y would do now, in the words of the batch that was done; null for nothing. */
export type UndoLabels = { readonly undoLabel: string | null; readonly redoLabel: string | null }

/**
 * Undo and redo are read from the audit trail, so they outlive the app. A batch is in effect while no batch in
 * effect undoes it. Imports are taken back by name in their own list, not by Ctrl+Z, which stops before them.
 */
export function undoLabels(db: ReadDb): UndoLabels {
  const { undo, redo } = nextOf(loadBatches(db))
  return { undoLabel: undo?.label ?? null, redoLabel: redo?.label ?? null }
}

/**
 * Takes the newest edit back. Gives its label; fails with 'nothing-to-undo', and with 'newest-is-import' where an import came
 * after it: an older edit is never taken back in its place.
 */
export function undoLast(db: WriteDb, writer: Writer): string {
  const { undo, newest } = nextOf(loadBatches(db))
  if (newest?.origin === 'import') throw new Failure({ code: 'newest-is-import', what: newest.label })
  return turnRound(db, undo, 'undo', writer)
}

/** Does again what was undone last. */
export function redoLast(db: WriteDb, writer: Writer): string {
  return turnRound(db, nextOf(loadBatches(db)).redo, 'redo', writer)
}

function turnRound(db: WriteDb, batch: BatchRow | null, origin: 'undo' | 'redo', writer: Writer): string {
  if (!batch) throw new Failure({ code: 'nothing-to-undo' })
  const changes: readonly Change[] = invert(changesOf(db, batch.id))
  applyChanges(db, { ...writer, origin, label: batch.label, undoesBatch: batch.id }, changes)
  return batch.label
}

type Next = { undo: BatchRow | null; redo: BatchRow | null; newest: BatchRow | null }

function nextOf(newestFirst: readonly BatchRow[]): Next {
  const undone = new Set<number>()
  const inEffect: BatchRow[] = []
  for (const b of newestFirst) {
    if (undone.has(b.id)) continue
    inEffect.push(b)
    if (b.undoesBatch !== null) undone.add(b.undoesBatch)
  }
  const isEdit = (b: BatchRow): boolean => b.origin === 'window' || b.origin === 'redo'
  const newest = inEffect.find((b) => isEdit(b) || b.origin === 'import') ?? null
  const undo = newest?.origin === 'import' ? null : newest
  // an undo of an import is not for redo: importing again is; and an edit or import made since ends what could be redone
  const redo = inEffect.find(
    (b) =>
      b.origin === 'window' || b.origin === 'import' || (b.origin === 'undo' && !ofImport(b, newestFirst)),
  )
  return { undo, newest, redo: redo?.origin === 'undo' ? redo : null }
}

const ofImport = (b: BatchRow, all: readonly BatchRow[]): boolean =>
  all.find((x) => x.id === b.undoesBatch)?.origin === 'import'
