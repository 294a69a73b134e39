import { existsSync } from 'node:fs'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { keepReplaced } from '../db/keepReplaced.ts'
import { createProgramme } from '../db/openProgramme.ts'
import { blankRows } from '../sample/blankProgramme.ts'
import type { ProgrammeRow } from '../sample/programmeRows.ts'
import type { Deps } from './deps.ts'
import type { Session } from './session.ts'

type Calls =
  | 'app.state'
  | 'programme.openSample'
  | 'programme.new'
  | 'programme.open'
  | 'programme.close'
  | 'recent.remove'

/** Opening, making and closing a programme. */
export function programmeHandlers(deps: Deps, session: Session): Pick<Handlers, Calls> {
  const make = async (name: string, rows: readonly ProgrammeRow[], label: string) => {
    const path = await deps.desk.chooseNewProgramme(name)
    if (path === null) return null
    // the dialog has asked whether an existing file may be replaced; the one that is open never is
    if (existsSync(path) && session.isOpen() && session.file().path === path) return session.open(path)
    if (existsSync(path)) keepReplaced(path, session.writer())
    createProgramme(path, rows, session.writer(), label)
    return session.open(path)
  }
  return {
    'app.state': () => ({
      version: deps.version,
      recent: [...deps.desk.recent.list()],
      programme: session.state(),
    }),
    'programme.openSample': async () => {
      const { cumbriaRows } = await import('../sample/cumbriaSample.ts')
      return make('Cumbria SEND Improvement Programme', cumbriaRows(), 'sample programme')
    },
    'programme.new': ({ name, localArea, startedOn }) =>
      make(name, blankRows({ name, localArea, startedOn }), 'new programme'),
    'programme.open': async ({ path }) => {
      const chosen = path ?? (await deps.desk.chooseProgramme())
      return chosen === null ? null : session.open(chosen)
    },
    'programme.close': () => {
      session.close()
      return null
    },
    'recent.remove': ({ path }) => {
      deps.desk.recent.remove(path)
      return null
    },
  }
}
