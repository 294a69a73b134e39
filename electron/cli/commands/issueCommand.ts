import { readDay } from '../../../shared/dates/readDay.ts'
import { Failure } from '../../../shared/errors.ts'
import type { IssueRequest } from '../../../shared/issue/recipientsOf.ts'
import { openForReading } from '../../db/openFile.ts'
import { openForWriting } from '../../db/openProgramme.ts'
import { checkTargets, commitIssue } from '../../issue/commitIssue.ts'
import { prepareIssue, type IssueFor, type PreparedIssue } from '../../issue/prepareIssue.ts'
import { needed, printJson, programmePath, say, type Terminal } from '../terminal.ts'

/** `issue FILE.desk --period 2020-02 --out DIR`: one workbook a lead or group, recorded cell for cell. */
export async function issueCommand(t: Terminal): Promise<number> {
  const path = programmePath(t)
  const folder = needed(t, 'out', 'which folder to put the workbooks in')
  const request = requestOf(t)
  const prepared = await prepare(path, request, folder, t)
  const open = openForWriting(path, t.writer, 'before issue')
  try {
    const document = commitIssue(open.db, prepared, folder, t.writer)
    if (t.json) printJson(document)
    for (const { file, to, actions } of document.issued)
      say(`${to}: ${actions} ${actions === 1 ? 'action' : 'actions'}, “${file}”`)
    const { withoutLead } = document
    if (withoutLead.length > 0)
      say(`Nobody leads ${withoutLead.join(', ')}, so nobody was asked. Issue by group to ask all the same.`)
    return 0
  } finally {
    open.close()
  }
}

/** Drawn from the programme as it is, before its lock is taken: what is refused leaves everything as it was. */
async function prepare(
  path: string,
  request: ReturnType<typeof requestOf>,
  folder: string,
  t: Terminal,
): Promise<PreparedIssue> {
  const db = openForReading(path)
  try {
    const prepared = await prepareIssue(db, request, t.today)
    checkTargets(db, prepared, folder)
    return prepared
  } finally {
    db.close()
  }
}

function requestOf(t: Terminal): IssueRequest & IssueFor {
  const { period, group, lead, by = 'lead' } = t.flags
  if (!period) throw usage('which period? Say --period 2020-02.')
  if (by !== 'lead' && by !== 'group') throw usage(`--by is “lead” or “group”, not “${by}”.`)
  if (group !== undefined && !/^\d+$/u.test(group)) throw usage(`--group takes a number, not “${group}”.`)
  return {
    period,
    returnBy: returnDay(t),
    by,
    group: group === undefined ? null : Number(group),
    lead: lead === undefined ? null : lead.trim(),
  }
}

/** A day in any form that people write it in; without a year it is the one nearest to today. */
function returnDay(t: Terminal): string | null {
  const typed = t.flags['return-by']
  if (typed === undefined) return null
  const day = readDay(typed, t.today)
  if (day === null) throw usage(`--return-by takes one day, such as 2020-02-14, not “${typed}”.`)
  return day
}

const usage = (message: string): Failure => new Failure({ code: 'usage', message: `issue: ${message}` })
