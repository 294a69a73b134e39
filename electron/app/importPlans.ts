import { Failure } from '../../shared/errors.ts'
import type { ImportOptions, ImportPlan } from '../../shared/import/importPlan.ts'
import { knownSenders } from '../../shared/import/knownSenders.ts'
import type { PreviewReply } from '../../shared/ipc/importCalls.ts'
import { marksOf } from '../../shared/view/ratingMark.ts'
import { loadImports } from '../db/importsTable.ts'
import { previewInWorker } from '../import/previewInWorker.ts'
import type { Deps } from './deps.ts'
import type { Session } from './session.ts'

/** The plan that the window looks at: the newest one, of the programme that is open. */
export type ImportPlans = {
  /** Reads and plans workbooks in a thread of its own; a preview that is still running stops. */
  preview(paths: readonly string[], options: ImportOptions): Promise<ImportPlan>
  /** Stops the preview that is running, if one is. */
  stop(): void
  /** Keeps a plan in place of the one before, and answers with it. */
  keep(plan: ImportPlan): PreviewReply
  /** The plan with this id; fails with 'stale-plan' where another one has taken its place. */
  get(planId: string): ImportPlan
  forget(): void
}

/** No plan at first. */
export function makeImportPlans(deps: Deps, session: Session): ImportPlans {
  let kept: { id: string; path: string; plan: ImportPlan } | null = null
  let count = 0
  let running = new AbortController()
  return {
    preview: async (paths, options) => {
      running.abort()
      const mine = new AbortController()
      running = mine
      const { path } = session.file()
      const plan = await previewInWorker(
        { programme: path, paths, options },
        {
          onProgress: (p) => deps.tell({ kind: 'progress', task: 'import', ...p }),
          signal: mine.signal,
        },
      )
      if (session.file().path !== path) throw new Failure({ code: 'cancelled' })
      return plan
    },
    stop: () => running.abort(),
    keep: (plan) => {
      const { db, path } = session.file()
      count += 1
      kept = { id: `plan-${count}`, path, plan }
      const p = session.programme()
      return {
        planId: kept.id,
        document: plan.document,
        deliverySteps: marksOf(p, 'delivery'),
        impactSteps: marksOf(p, 'impact'),
        senders: [
          ...knownSenders(
            p,
            loadImports(db).map((i) => i.sender),
          ),
        ],
      }
    },
    get: (planId) => {
      if (kept?.id !== planId || kept.path !== session.file().path) throw new Failure({ code: 'stale-plan' })
      return kept.plan
    },
    forget: () => {
      kept = null
    },
  }
}
