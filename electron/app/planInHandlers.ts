import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { noPlanIn } from '../plan-in/noPlanIn.ts'
import { planRows } from '../plan-in/planRows.ts'
import { previewPlanInWorker, type ReadPlanFile } from '../plan-in/previewPlanInWorker.ts'
import type { Deps } from './deps.ts'
import { makeProgramme } from './makeProgramme.ts'
import { dayOf } from './moment.ts'
import type { Session } from './session.ts'

type Calls = 'planIn.choose' | 'planIn.preview' | 'planIn.cancel' | 'planIn.create'

/** A programme of a plan in Excel or Word: choose, preview as often as answers change, make what was previewed. */
export function planInHandlers(deps: Deps, session: Session): Pick<Handlers, Calls> {
  let kept: ({ readonly id: string; readonly path: string } & ReadPlanFile) | null = null
  let previews = 0
  /** Stops the preview that is running, if one is. */
  let running = new AbortController()
  return {
    'planIn.choose': () => deps.desk.choosePlan(),
    'planIn.preview': async ({ path, answers, startedOn }) => {
      running.abort()
      running = new AbortController()
      const { signal } = running
      // with answers it is the same document once more: what was read is what is made
      const isSame =
        kept?.path === path && (answers.mappings.length > 0 || answers.levels.length > 0 || startedOn)
      const document = isSame && kept ? kept.document : null
      const options = { startedOn, today: dayOf(deps.now()), answers }
      const read = await previewPlanInWorker({ path, document, options }, signal)
      previews += 1
      kept = { id: `plan-${previews}`, path, ...read }
      return { planId: kept.id, preview: read.preview }
    },
    'planIn.cancel': () => {
      running.abort()
      return null
    },
    'planIn.create': async ({ planId, name, localArea }) => {
      if (kept?.id !== planId) throw new Failure({ code: 'stale-plan' })
      const { preview } = kept
      if (preview.totals.actions === 0) throw noPlanIn(preview.file)
      const today = dayOf(deps.now())
      const startedOn = preview.startedOn ?? today
      const rows = planRows(preview.structure, { name, localArea, startedOn }, today)
      const opened = await makeProgramme(deps, session, {
        name,
        rows,
        label: `programme from “${preview.file}”`,
      })
      if (opened) kept = null
      return opened
    },
  }
}
