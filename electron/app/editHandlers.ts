import * as edit from '../../shared/edit/editAction.ts'
import * as sources from '../../shared/edit/editPaperSources.ts'
import type { Edit, Editing } from '../../shared/edit/editAction.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import type { Written } from '../../shared/ipc/written.ts'
import { inTransaction } from '../db/applyChanges.ts'
import { revisionOf } from '../db/loadTables.ts'
import { redoLast, undoLast } from '../db/undoStack.ts'
import type { Session } from './session.ts'

type Calls =
  | 'action.rate'
  | 'action.addUpdate'
  | 'action.editText'
  | 'action.redate'
  | 'dateChange.approve'
  | 'action.saveRecovery'
  | 'milestone.setDone'
  | 'assessment.save'
  | 'meeting.add'
  | 'recommendation.add'
  | 'recommendation.edit'
  | 'recommendation.retire'
  | 'undo'
  | 'redo'

/** Everything that a person changes by hand: one edit, one batch of the audit trail, one step of undo. */
export function editHandlers(session: Session): Pick<Handlers, Calls> {
  const write =
    <A>(make: (editing: Editing, asked: A) => Edit) =>
    (asked: A): Written =>
      session.write((editing) => make(editing, asked))
  const turn = (run: typeof undoLast): Written => {
    const { db } = session.file()
    const label = inTransaction(db, () => run(db, session.writer()))
    return { revision: revisionOf(db), label }
  }
  return {
    'action.rate': write(edit.rateAction),
    'action.addUpdate': write(edit.addUpdate),
    'action.editText': write(edit.editActionText),
    'action.redate': write(edit.redateAction),
    'dateChange.approve': write(edit.approveDateChange),
    'action.saveRecovery': write(edit.saveRecovery),
    'milestone.setDone': write(edit.setMilestoneDone),
    'assessment.save': write(sources.saveAssessment),
    'meeting.add': write(sources.addMeeting),
    'recommendation.add': write(sources.addRecommendation),
    'recommendation.edit': write(sources.editRecommendation),
    'recommendation.retire': write(sources.retireRecommendation),
    undo: () => turn(undoLast),
    redo: () => turn(redoLast),
  }
}
