import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import type { AuditLine } from '../../shared/view/auditLine.ts'
import { actionDetail } from '../../shared/view/actionDetail.ts'
import { overview } from '../../shared/view/overview.ts'
import { planTable } from '../../shared/view/planTable.ts'
import type { ActionEntry } from '../../shared/view/programme.ts'
import { loadAudit, loadBatches } from '../db/audit.ts'
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
      const view = entry && actionDetail(session.programme(), id, auditOf(session.file().db, entry))
      if (!view) throw new Failure({ code: 'not-found', what: 'the action' })
      return view
    },
  }
}

/** The batches that touched an action or what hangs on it, newest first. */
function auditOf(db: ReadDb, e: ActionEntry): readonly AuditLine[] {
  const ids = [
    e.action.id,
    e.recovery?.id ?? '',
    ...[e.leads, e.milestones, e.updates, e.ratings.delivery, e.ratings.impact, e.dateChanges].flatMap(
      (rows) => rows.map((r) => r.id),
    ),
  ]
  const seen = new Set<number>()
  return loadAudit(db, ids).flatMap(({ batch, at, actor, label, origin }) => {
    if (seen.has(batch)) return []
    seen.add(batch)
    return [{ at, actor, label, origin }]
  })
}
