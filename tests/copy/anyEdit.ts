import * as fc from 'fast-check'
import { loadProgramme } from '../../electron/db/loadTables.ts'
import { undoLast } from '../../electron/db/undoStack.ts'
import type { WriteDb } from '../../electron/db/types.ts'
import * as actions from '../../shared/edit/editAction.ts'
import * as sources from '../../shared/edit/editPaperSources.ts'
import { Failure } from '../../shared/errors.ts'
import { edit } from './aCopy.ts'

const days = ['2020-02-14', '2020-02-15', '2020-02-16', '2020-02-18'] as const
const texts = ['Drafted.', 'Agreed by the group.', 'Waiting for the data.'] as const

/** One thing that a person could do in the window: which, to what, with what. */
export const anEdit = fc.record({
  kind: fc.constantFrom(
    'rate',
    'rate',
    'rate',
    'impact',
    'update',
    'update',
    'update',
    'note',
    'wording',
    'accountable',
    'redate',
    'redate',
    'approve',
    'recovery',
    'milestone',
    'assessment',
    'recommend',
    'rewrite',
    'withdraw',
    'period',
    'undo',
    'lead',
    'move',
  ),
  group: fc.nat({ max: 1 }),
  action: fc.nat({ max: 2 }),
  text: fc.constantFrom(...texts),
  day: fc.constantFrom(...days),
  code: fc.constantFrom('green', 'amber', 'red'),
  parts: fc.nat({ max: 7 }),
  /** Whether things of the programme as a whole may be touched. */
  whole: fc.boolean(),
})
export type AnyEdit = typeof anEdit extends fc.Arbitrary<infer T> ? T : never

/** Does it, where it can be done; what would be refused in the window is left. */
export function runEdit(db: WriteDb, actor: string, e: AnyEdit): void {
  const p = loadProgramme(db, e.day)
  const group = p.groups[e.group]
  const entry = group?.actions[e.action % (group.actions.length || 1)]
  if (!group || !entry) return
  try {
    if (e.kind === 'undo') undoLast(db, { actor, at: `${e.day}T11:00:00` })
    else edit(db, actor, e.day, (editing) => make(editing, e, entry, group.group.number))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
}

const period = { label: '2020-02', name: 'February 2020', fromDay: '2020-02-01', toDay: '2020-02-29' }

function make(
  e: actions.Editing,
  any: AnyEdit,
  entry: ReturnType<typeof entryType>,
  group: number,
): actions.Edit {
  const actionId = entry.action.id
  const { tables } = e.programme
  const board = tables.board[0]!.id
  const part = (n: number): string | null => ((any.parts & n) === n ? any.text : null)
  const none: actions.Edit = { label: '', changes: [] }
  switch (any.kind) {
    case 'rate':
      return actions.rateAction(e, { actionId, kind: 'delivery', code: any.code, reason: any.text })
    case 'impact':
      return actions.rateAction(e, { actionId, kind: 'impact', code: 'evident', reason: any.text })
    case 'update':
      return actions.addUpdate(e, {
        actionId,
        at: any.day,
        source: 'meeting',
        sourceNote: null,
        by: null,
        progress: part(1),
        nextSteps: part(2),
        issues: part(4),
        evidence: null,
        percentComplete: any.parts * 10,
      })
    case 'note':
    case 'accountable':
      return actions.editActionText(e, {
        actionId,
        field: any.kind,
        before: entry.action[any.kind],
        after: any.parts === 0 ? null : any.text,
      })
    case 'wording':
      return actions.editActionText(e, {
        actionId,
        field: 'action',
        before: entry.action.action,
        after: any.text,
      })
    case 'redate':
      return actions.redateAction(e, {
        actionId,
        text: `${any.parts + 1} June 2020`,
        reason: any.whole ? any.text : null,
      })
    case 'approve':
      return entry.dateChanges[0]
        ? actions.approveDateChange(e, {
            dateChangeId: entry.dateChanges[0].id,
            approvedBy: 'Board',
            approvedOn: any.day,
          })
        : none
    case 'recovery':
      return actions.saveRecovery(e, {
        actionId,
        cause: any.text,
        plan: part(2),
        who: null,
        due: part(4) && 'May 2020',
        effect: null,
        ask: null,
      })
    case 'milestone':
      return entry.milestones[0]
        ? actions.setMilestoneDone(e, {
            milestoneId: entry.milestones[0].id,
            doneOn: any.parts === 0 ? null : any.day,
          })
        : none
    case 'assessment':
      return sources.saveAssessment(e, {
        period: period.label,
        group,
        priority: null,
        delivery: any.code,
        impact: null,
        reason: part(1),
        commentary: part(2),
      })
    case 'period':
      return any.whole ? sources.addPeriod(e, period) : none
    case 'recommend':
      return any.whole
        ? sources.addRecommendation(e, { board, period: null, text: `Note: ${any.text}` })
        : none
    case 'rewrite': {
      const [own] = tables.recommendation
      return any.whole && own
        ? sources.editRecommendation(e, { id: own.id, before: own.text, after: any.text })
        : none
    }
    case 'withdraw': {
      const [own] = tables.recommendation
      return any.whole && own ? sources.retireRecommendation(e, { id: own.id }) : none
    }
    case 'lead': {
      const row = {
        id: e.newId('actionLead'),
        retiredAt: null,
        position: 9,
        actionId,
        postId: null,
        printed: `Lead ${any.text}`,
        place: null,
      }
      const gone = any.parts > 4 ? entry.leads.slice(0, 1) : []
      return {
        label: 'leads',
        changes: [
          ...gone.map((l) => ({ kind: 'retired' as const, entity: 'actionLead' as const, id: l.id })),
          { kind: 'added', entity: 'actionLead', id: row.id, row },
        ],
      }
    }
    case 'move': {
      const to = tables.objective.filter((o) => o.groupId === entry.group.id).at(-1)!
      return { label: 'moved', changes: actions.editsOf('action', entry.action, { objectiveId: to.id }) }
    }
    default:
      return none
  }
}

function entryType() {
  return loadProgramme(null as never, '').actions[0]!
}
