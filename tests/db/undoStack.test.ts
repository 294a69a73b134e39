import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../electron/db/applyChanges.ts'
import { changesOf, invert } from '../../electron/db/audit.ts'
import { loadTables } from '../../electron/db/loadTables.ts'
import { redoLast, undoLabels, undoLast } from '../../electron/db/undoStack.ts'
import type { WriteDb } from '../../electron/db/types.ts'
import { anOpenSample, writer } from '../support/aProgramme.ts'

const noteOf = (db: WriteDb): string | null =>
  loadTables(db).action.find((a) => a.id === 'action-1.1.1')?.note ?? null

function write(db: WriteDb, after: string): void {
  const change = {
    kind: 'edited',
    entity: 'action',
    id: 'action-1.1.1',
    field: 'note',
    before: noteOf(db),
    after,
  } as const
  applyChanges(db, { ...writer, origin: 'window', label: after }, [change])
}

describe('undo and redo', () => {
  it('behave as a list with a place in it, for any order of edits, undos and redos', () => {
    const step = fc.oneof(
      fc.constant('undo' as const),
      fc.constant('redo' as const),
      fc.constant('edit' as const),
    )
    const { db } = anOpenSample()
    let n = 0
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        write(db, `start ${++n}`)
        const done: string[] = [`start ${n}`]
        let undone: string[] = []
        for (const s of steps) {
          if (s === 'edit') {
            write(db, `edit ${++n}`)
            done.push(`edit ${n}`)
            undone = []
          } else if (s === 'undo' && done.length > 1) {
            expect(undoLast(db, writer)).toBe(done.at(-1))
            undone.push(done.pop() ?? '')
          } else if (s === 'redo' && undone.length > 0) {
            expect(redoLast(db, writer)).toBe(undone.at(-1))
            done.push(undone.pop() ?? '')
          }
          expect(noteOf(db)).toBe(done.at(-1))
          expect(undoLabels(db)).toEqual({ undoLabel: done.at(-1), redoLabel: undone.at(-1) ?? null })
        }
      }),
      { numRuns: 30 },
    )
  })

  it('has nothing to undo in a new programme', () => {
    const { db } = anOpenSample()
    expect(undoLabels(db)).toEqual({ undoLabel: null, redoLabel: null })
    expect(() => undoLast(db, writer)).toThrow(/nothing to undo/)
  })

  it('stops before an import rather than taking back an older edit, and goes on after the import was taken back', () => {
    const { db } = anOpenSample()
    write(db, 'mine')
    write(db, 'mine again')
    undoLast(db, writer)
    expect(undoLabels(db)).toEqual({ undoLabel: 'mine', redoLabel: 'mine again' })
    const imported = applyChanges(db, { ...writer, origin: 'import', label: 'import of “WG1.xlsx”' }, [
      {
        kind: 'edited',
        entity: 'action',
        id: 'action-1.1.1',
        field: 'note',
        before: 'mine',
        after: 'theirs',
      },
    ])
    expect(undoLabels(db)).toEqual({ undoLabel: null, redoLabel: null })
    expect(() => undoLast(db, writer)).toThrow(
      'The last thing done was the import of “WG1.xlsx”. Take it back under Collect updates, Past imports; nothing was undone.',
    )
    expect(noteOf(db)).toBe('theirs')
    const back = { ...writer, origin: 'undo', label: 'import taken back', undoesBatch: imported } as const
    applyChanges(db, back, invert(changesOf(db, imported)))
    expect(undoLabels(db)).toEqual({ undoLabel: 'mine', redoLabel: 'mine again' })
  })
})
