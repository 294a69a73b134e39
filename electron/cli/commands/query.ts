import { Failure } from '../../../shared/errors.ts'
import {
  queryActions,
  queryBoards,
  queryEvidence,
  queryMeasures,
  queryMilestones,
  queryUpdates,
  type QueryFilter,
} from '../../../shared/view/queryViews.ts'
import { paperSource } from '../../app/paperSource.ts'
import { loadAudit } from '../../db/audit.ts'
import { openForReading } from '../../db/openFile.ts'
import { loadProgramme } from '../../db/loadTables.ts'
import { listImports } from '../../import/listImports.ts'
import { listIssued } from '../../issue/listIssued.ts'
import { printJson, programmePath, type Terminal } from '../terminal.ts'

const subjects = [
  'actions',
  'updates',
  'milestones',
  'imports',
  'issued',
  'changes',
  'measures',
  'evidence',
  'boards',
] as const

/** `query FILE.desk SUBJECT`: a view of the programme as a JSON array. */
export function query(t: Terminal): number {
  const subject = subjects.find((s) => s === t.words[1])
  if (!subject) throw new Failure({ code: 'usage', message: `query: ask for one of ${subjects.join(', ')}.` })
  const filter = filterOf(t)
  const db = openForReading(programmePath(t))
  try {
    if (subject === 'imports') printJson(listImports(db, loadProgramme(db, t.today)))
    else if (subject === 'issued') printJson(listIssued(db))
    else if (subject === 'changes') printJson(loadAudit(db))
    else {
      const { programme } = paperSource(db, t.flags['as-at'] ?? null, t.today)
      const views = {
        actions: () => queryActions(programme, filter),
        updates: () => queryUpdates(programme, filter),
        milestones: () => queryMilestones(programme, filter),
        measures: () => queryMeasures(programme),
        evidence: () => queryEvidence(programme, filter),
        boards: () => queryBoards(programme),
      }
      printJson(views[subject]())
    }
    return 0
  } finally {
    db.close()
  }
}

function filterOf(t: Terminal): QueryFilter {
  const { group, ref, overdue } = t.flags
  if (group !== undefined && !/^\d+$/.test(group))
    throw new Failure({ code: 'usage', message: `query: --group takes a number, not “${group}”.` })
  return { group: group === undefined ? null : Number(group), ref: ref ?? null, overdue: overdue === true }
}
