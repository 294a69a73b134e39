import { Failure } from '../../shared/errors.ts'
import type { ImportPlan } from '../../shared/import/importPlan.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { marksOf } from '../../shared/view/ratingMark.ts'
import { backUp } from '../db/backups.ts'
import { commitImport } from '../import/commitImport.ts'
import { listImports } from '../import/listImports.ts'
import { previewInWorker } from '../import/previewInWorker.ts'
import type { ImportOptions } from '../import/planImport.ts'
import { undoImport } from '../import/undoImport.ts'
import type { Deps } from './deps.ts'
import type { Session } from './session.ts'

type Calls =
  | 'import.choose'
  | 'import.preview'
  | 'import.cancel'
  | 'import.commit'
  | 'import.list'
  | 'import.undo'

/** Returned workbooks: preview, commit what was previewed, list, take back. The newest preview is the one kept. */
export function importHandlers(deps: Deps, session: Session): Pick<Handlers, Calls> {
  let kept: { id: string; path: string; plan: ImportPlan } | null = null
  let previews = 0
  /** Stops the preview that is running, if one is. */
  let running = new AbortController()
  const preview = async (paths: readonly string[], options: ImportOptions): Promise<ImportPlan> => {
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
  }
  return {
    'import.choose': async () => [...(await deps.desk.chooseWorkbooks())],
    'import.preview': async ({ paths, sender }) => {
      const { path } = session.file()
      const today = session.programme().today
      const plan = await preview(paths, { sender, period: null, today })
      previews += 1
      kept = { id: `plan-${previews}`, path, plan }
      const p = session.programme()
      return {
        planId: kept.id,
        document: plan.document,
        deliverySteps: marksOf(p, 'delivery'),
        impactSteps: marksOf(p, 'impact'),
      }
    },
    'import.cancel': () => {
      running.abort()
      return null
    },
    'import.commit': ({ planId, choices }) => {
      const { db, path } = session.file()
      if (kept?.id !== planId || kept.path !== path) throw new Failure({ code: 'stale-plan' })
      backUp(db, path, 'before import', session.writer().at)
      const committed = commitImport(db, kept.plan, { choices }, session.writer())
      kept = null
      return committed
    },
    'import.list': () => [...listImports(session.file().db)],
    'import.undo': ({ importId }) => undoImport(session.file().db, importId, session.writer()),
  }
}
