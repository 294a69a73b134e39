import { basename } from 'node:path'
import { stateAt } from '../../shared/copy/copyHistory.ts'
import { sayScope, type CopyOrigin } from '../../shared/copy/copyOrigin.ts'
import { copyState } from '../../shared/copy/copyState.ts'
import { summariseCopy } from '../../shared/copy/summariseCopy.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import type { copyCalls } from '../../shared/ipc/copyCalls.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import { loadCopyHistory } from '../copy/loadCopyHistory.ts'
import { makeCopy } from '../copy/makeCopy.ts'
import { isCopyOf } from '../copy/readCopy.ts'
import { saveCopy } from '../copy/saveCopy.ts'
import { loadCopyOrigin } from '../db/copyTables.ts'
import type { Deps } from './deps.ts'
import type { Session } from './session.ts'

type Calls = keyof typeof copyCalls

/** Copies for chairs: made here, worked in on another machine, saved to be sent back. */
export function copyHandlers(deps: Deps, session: Session): Pick<Handlers, Calls> {
  const own = (): CopyOrigin => {
    const origin = loadCopyOrigin(session.file().db)
    if (!origin) throw new Failure({ code: 'not-found', what: 'the group copy' })
    return origin
  }
  return {
    'copy.groups': () =>
      session.programme().groups.map(({ group: g }) => ({
        number: g.number,
        name: g.name,
        chair: g.chairTitle ?? g.chairName,
      })),
    'copy.make': async ({ groups }) => {
      const names = session
        .programme()
        .groups.flatMap(({ group: g }) => (groups?.includes(g.number) ? [g.name] : []))
      const of = groups === null ? 'All groups' : names.join(' and ')
      const title = 'Save the copy for the chair'
      const name = `${of}, group copy of ${sayDay(session.programme().today)}`
      const out = await deps.desk.chooseNewProgramme(name, title)
      if (out === null) return null
      makeCopy(session.file().db, groups ?? 'all', out, session.writer())
      return { out }
    },
    'copy.about': () => {
      const { db, path } = session.file()
      const origin = loadCopyOrigin(db)
      return origin && { scope: sayScope(origin), madeAt: origin.madeAt, madeBy: origin.madeBy, path }
    },
    'copy.summary': () => {
      const history = loadCopyHistory(session.file().db)
      return summariseCopy(copyState(stateAt(history, 1)), copyState(history.returned), own())
    },
    'copy.sendBack': async () => {
      const { path } = session.file()
      const today = sayDay(session.programme().today)
      const name = `${sayScope(own())}, changes of ${today}`
      const out = await deps.desk.chooseNewProgramme(name, `Save ${basename(path)} to send it back`)
      if (out === null) return null
      saveCopy(session.file().db, out, session.writer())
      return { out }
    },
    'copy.isOurs': ({ path }) => isCopyOf(session.file().db, path),
  }
}
