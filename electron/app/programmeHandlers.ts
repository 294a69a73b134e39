import type { Handlers } from '../../shared/ipc/contract.ts'
import { blankRows } from '../sample/blankProgramme.ts'
import type { ProgrammeRow } from '../sample/programmeRows.ts'
import type { Deps } from './deps.ts'
import { makeProgramme } from './makeProgramme.ts'
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
  const make = (name: string, rows: readonly ProgrammeRow[], label: string) =>
    makeProgramme(deps, session, { name, rows, label })
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
