import { resolve } from 'node:path'
import { Failure } from '../../shared/errors.ts'
import type { Edit, Editing } from '../../shared/edit/editAction.ts'
import type { AppState } from '../../shared/ipc/contract.ts'
import type { Written } from '../../shared/ipc/written.ts'
import type { Programme } from '../../shared/view/programme.ts'
import { applyChanges, nextIds } from '../db/applyChanges.ts'
import { folderWarning } from '../db/folderWarning.ts'
import { loadProgramme, revisionOf } from '../db/loadTables.ts'
import { openForWriting, type OpenProgramme, type Writer } from '../db/openProgramme.ts'
import { undoLabels } from '../db/undoStack.ts'
import type { Deps } from './deps.ts'
import { dayOf, momentOf } from './moment.ts'

/** The open programme and what is done with it; one at a time. */
export type Session = {
  open(path: string): NonNullable<AppState['programme']>
  close(): void
  isOpen(): boolean
  /** The open file; fails with 'no-programme'. */
  file(): OpenProgramme
  /** As it is now, read again only after a change. */
  programme(): Programme
  state(): AppState['programme']
  writer(): Writer
  /** Makes an edit of the programme as it is now, and writes it. */
  write(make: (editing: Editing) => Edit): Written
}

/** A session over the outside world that is handed in. Nothing is open at first. */
export function makeSession(deps: Deps): Session {
  let current: OpenProgramme | null = null
  let cached: { revision: number; programme: Programme } | null = null
  const file = (): OpenProgramme => {
    if (!current) throw new Failure({ code: 'no-programme' })
    return current
  }
  const programme = (): Programme => {
    const { db } = file()
    const today = dayOf(deps.now())
    const revision = revisionOf(db)
    if (cached?.revision !== revision || cached.programme.today !== today)
      cached = { revision, programme: loadProgramme(db, today) }
    return cached.programme
  }
  const writer = (): Writer => ({ actor: deps.actor, at: momentOf(deps.now()) })
  const close = (): void => {
    current?.close()
    current = null
    cached = null
  }
  const state = (): AppState['programme'] => (current ? stateOf(current, programme()) : null)
  return {
    open: (path) => {
      const full = resolve(path)
      const next = current?.path === full ? current : openForWriting(full, writer(), 'opened')
      if (next !== current) close()
      current = next
      cached = null
      const opened = stateOf(next, programme())
      deps.desk.recent.add(full, opened.name)
      return opened
    },
    close,
    isOpen: () => current !== null,
    file,
    programme,
    state,
    writer,
    write: (make) => {
      const { db } = file()
      const edit = make({ programme: programme(), newId: nextIds(db), actor: deps.actor })
      if (edit.changes.length > 0)
        applyChanges(db, { ...writer(), origin: 'window', label: edit.label }, edit.changes)
      return { revision: revisionOf(db), label: edit.label }
    },
  }
}

function stateOf(open: OpenProgramme, p: Programme): NonNullable<AppState['programme']> {
  return {
    path: open.path,
    name: p.programme.name,
    localArea: p.programme.localArea,
    marking: p.programme.marking,
    revision: revisionOf(open.db),
    today: p.today,
    ...undoLabels(open.db),
    folderWarning: folderWarning(open.path),
  }
}
