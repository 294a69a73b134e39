import type { Handlers } from '../../shared/ipc/contract.ts'
import type { Deps } from './deps.ts'
import { copyHandlers } from './copyHandlers.ts'
import { documentHandlers } from './documentHandlers.ts'
import { editHandlers } from './editHandlers.ts'
import { importHandlers } from './importHandlers.ts'
import { importReportHandlers } from './importReportHandlers.ts'
import { issueHandlers } from './issueHandlers.ts'
import { paperHandlers } from './paperHandlers.ts'
import { planInHandlers } from './planInHandlers.ts'
import { programmeHandlers } from './programmeHandlers.ts'
import { registerHandlers } from './registerHandlers.ts'
import { makeSession } from './session.ts'
import { viewHandlers } from './viewHandlers.ts'

export type App = { readonly handlers: Handlers; close(): void }

/**
 * The whole core behind the window: one handler for every call of the contract, over the outside world that is
 * handed in. `close` puts the open programme away, so that its file is complete by itself.
 */
export function createApp(deps: Deps): App {
  const session = makeSession(deps)
  return {
    handlers: {
      ...programmeHandlers(deps, session),
      ...planInHandlers(deps, session),
      ...viewHandlers(session),
      ...editHandlers(session),
      ...importHandlers(deps, session),
      ...importReportHandlers(deps, session),
      ...issueHandlers(deps, session),
      ...copyHandlers(deps, session),
      ...paperHandlers(deps, session),
      ...documentHandlers(deps, session),
      ...registerHandlers(session),
    },
    close: () => session.close(),
  }
}
