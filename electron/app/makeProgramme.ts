import { existsSync } from 'node:fs'
import type { AppState } from '../../shared/ipc/contract.ts'
import { keepReplaced } from '../db/keepReplaced.ts'
import { createProgramme } from '../db/openProgramme.ts'
import type { ProgrammeRow } from '../sample/programmeRows.ts'
import type { Deps } from './deps.ts'
import type { Session } from './session.ts'

export type NewProgramme = {
  readonly name: string
  readonly rows: readonly ProgrammeRow[]
  /** What it was made of, for the audit trail. */
  readonly label: string
}

/** Asks where a new programme is to be kept, makes it in one go, and opens it; null where the person cancelled. */
export async function makeProgramme(
  deps: Deps,
  session: Session,
  { name, rows, label }: NewProgramme,
): Promise<AppState['programme']> {
  const path = await deps.desk.chooseNewProgramme(name)
  if (path === null) return null
  // the dialog has asked whether an existing file may be replaced; the one that is open never is
  if (existsSync(path) && session.isOpen() && session.file().path === path) return session.open(path)
  if (existsSync(path)) keepReplaced(path, session.writer())
  createProgramme(path, rows, session.writer(), label)
  return session.open(path)
}
