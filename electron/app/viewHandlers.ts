import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import type { AuditLine } from '../../shared/view/auditLine.ts'
import { actionDetail } from '../../shared/view/actionDetail.ts'
import { overview } from '../../shared/view/overview.ts'
import { planTable } from '../../shared/view/planTable.ts'
import { loadAudit, loadBatches } from '../db/audit.ts'
import { loadRows } from '../db/loadTables.ts'
import type { ReadDb } from '../db/types.ts'
import type { Session } from './session.ts'

const newestLines = 12

/** What the screens show, made from the programme as it is now. */
export function viewHandlers(session: Session): Pick<Handlers, 'overview' | 'plan' | 'action'> {
  return {
    overview: () => {
      const lines = loadBatches(session.file().db, newestLines).map(
        ({ at, actor, label, origin }): AuditLine => ({ at, actor, label, origin }),
      )
      return overview(session.programme(), lines)
    },
    plan: (query) => planTable(session.programme(), query),
    action: ({ id }) => {
      const entry = session.programme().actionById.get(id)
      const view = entry && actionDetail(session.programme(), id, auditOf(session.file().db, entry.action.id))
      if (!view) throw new Failure({ code: 'not-found', what: 'the action' })
      return view
    },
  }
}

const hangingOn = ['actionLead', 'milestone', 'update', 'rating', 'dateChange', 'recovery'] as const

/** The batches that touched an action or what hangs on it, newest first; also what an undo has taken back since. */
function auditOf(db: ReadDb, actionId: string): readonly AuditLine[] {
  const hanging = hangingOn.flatMap((entity) => loadRows(db, entity)).filter((r) => r.actionId === actionId)
  const ids = [actionId, ...hanging.map((r) => r.id)]
  const seen = new Set<number>()
  return loadAudit(db, ids).flatMap(({ batch, at, actor, label, origin }) => {
    if (seen.has(batch)) return []
    seen.add(batch)
    return [{ at, actor, label, origin }]
  })
}
