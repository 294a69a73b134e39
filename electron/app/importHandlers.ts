import { findAction } from '../../shared/import/findAction.ts'
import { placesForActions, type PlaceForAction } from '../../shared/import/placesForActions.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import type { ActionPlace, FoundAction, importCalls } from '../../shared/ipc/importCalls.ts'
import type { RatingKind } from '../../shared/model/fields.ts'
import type { ActionEntry, Programme } from '../../shared/view/programme.ts'
import { markOf } from '../../shared/view/ratingMark.ts'
import { backUp } from '../db/backups.ts'
import { commitImport } from '../import/commitImport.ts'
import { listImports, listQuestions } from '../import/listImports.ts'
import { makeFileLook } from '../import/lookIntoFile.ts'
import { planResume } from '../import/planResume.ts'
import { replanImport } from '../import/replanImport.ts'
import { undoImport } from '../import/undoImport.ts'
import type { Deps } from './deps.ts'
import { makeImportPlans } from './importPlans.ts'
import type { Session } from './session.ts'

type Calls = Exclude<keyof typeof importCalls, 'import.report'>

/** Returned workbooks: preview, answer, commit what was previewed, list, take back. The newest preview is the one kept. */
export function importHandlers(deps: Deps, session: Session): Pick<Handlers, Calls> {
  const plans = makeImportPlans(deps, session)
  const look = makeFileLook()
  const db = () => session.file().db
  const today = (): string => session.programme().today
  return {
    'import.choose': async () => [...(await deps.desk.chooseWorkbooks())],
    'import.preview': async ({ paths, sender, on }) =>
      plans.keep(await plans.preview(paths, { sender, period: null, today: today(), on })),
    'import.cancel': () => {
      plans.stop()
      return null
    },
    'import.replan': async ({ planId, answers }) =>
      plans.keep(await replanImport(db(), plans.get(planId), answers)),
    'import.sheet': ({ planId, file, sheet }) => look.sheet(plans.get(planId), file, sheet),
    'import.row': ({ planId, ...at }) => look.row(plans.get(planId), at),
    'import.findAction': ({ text }) => findAction(session.programme(), text).map(foundView),
    'import.places': () => placesForActions(session.programme()).map(placeView),
    'import.commit': ({ planId, choices }) => {
      const plan = plans.get(planId)
      const { path } = session.file()
      backUp(db(), path, 'before import', session.writer().at)
      const committed = commitImport(db(), plan, { choices }, session.writer())
      plans.forget()
      return committed
    },
    'import.questions': () => [...listQuestions(db(), session.programme())],
    'import.resume': ({ importId }) => plans.keep(planResume(db(), importId, today())),
    'import.list': () => [...listImports(db(), session.programme())],
    'import.undo': ({ importId }) => {
      const undone = undoImport(db(), importId, session.writer())
      return { ...undone, kept: undone.kept.map((k) => ({ ...k, ...wordOf(session.programme(), k) })) }
    },
  }
}

/** People know ratings by their words. */
function wordOf(p: Programme, kept: { readonly field: string; readonly value?: unknown }): { word?: string } {
  const kind = { deliveryRating: 'delivery', impactRating: 'impact' }[kept.field] as RatingKind | undefined
  return kind && typeof kept.value === 'string' ? { word: markOf(p, kind, kept.value).word } : {}
}

const foundView = ({ action, group, objective, leads }: ActionEntry): FoundAction => ({
  actionId: action.id,
  ref: action.ref,
  action: action.action,
  group: group.number,
  groupName: group.name,
  objective: objective.title === null ? objective.ref : `${objective.ref} ${objective.title}`,
  leads: leads.map((l) => l.printed),
})

const placeView = ({ objective, group, nextRef }: PlaceForAction): ActionPlace => ({
  objectiveId: objective.id,
  ref: objective.ref,
  title: objective.title,
  group: group.number,
  groupName: group.name,
  nextRef,
})
