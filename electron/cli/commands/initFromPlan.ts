import { existsSync } from 'node:fs'
import { Failure } from '../../../shared/errors.ts'
import { noPlanAnswers, type PlanPreview, type PlanProblem } from '../../../shared/planIn/planDraft.ts'
import { previewPlan } from '../../../shared/planIn/previewPlan.ts'
import { sayPlanRows } from '../../../shared/planIn/sayPlanRows.ts'
import { programmeFacts } from '../../../shared/planIn/programmeFacts.ts'
import { readDay } from '../../../shared/dates/readDay.ts'
import { createProgramme } from '../../db/openProgramme.ts'
import { noPlanIn } from '../../plan-in/noPlanIn.ts'
import { planRows } from '../../plan-in/planRows.ts'
import { readPlanFile } from '../../plan-in/readPlanFile.ts'
import { printJson, say, type Terminal } from '../terminal.ts'

/**
 * `init FILE.desk --from PLAN.xlsx|PLAN.docx [--local-area NAME] [--started-on DAY]`: a programme made of a plan, in one go or not
 * at all. With `--preview` nothing is made; with `--json` the whole reading is printed.
 */
export async function initFromPlan(t: Terminal, path: string, from: string): Promise<number> {
  const startedOn = startOf(t)
  if (!t.flags.preview && existsSync(path)) throw new Failure({ code: 'file-exists', path })
  const file = await readPlanFile(from)
  const preview = previewPlan(file, { startedOn, today: t.today, answers: noPlanAnswers })
  if (preview.totals.actions === 0) throw noPlanIn(file.file)
  const given = { localArea: t.flags['local-area'] ?? null, startedOn }
  const facts = programmeFacts(preview, given, t.today)
  if (!t.flags.preview)
    createProgramme(
      path,
      planRows(preview.structure, facts, t.today),
      t.writer,
      `programme from “${file.file}”`,
    )
  if (t.json) printJson({ ...(t.flags.preview ? {} : { out: path }), programme: facts, ...preview })
  else sayPlan(preview, t.flags.preview ? null : path)
  return 0
}

function startOf(t: Terminal): string | null {
  const text = t.flags['started-on']
  if (text === undefined) return null
  const day = readDay(text, '')
  if (day === null)
    throw new Failure({
      code: 'usage',
      message: `--started-on takes a day such as 2019-08-01, not “${text}”.`,
    })
  return day
}

function sayPlan(preview: PlanPreview, path: string | null): void {
  const { groups, priorities, objectives, actions } = preview.totals
  say(
    `${path === null ? 'Would make' : `Made “${path}”:`} ${groups} working groups, ${priorities} priorities, ${objectives} objectives, ${actions} actions of “${preview.file}”.`,
  )
  say(`  ${sayPlanRows(preview)}`)
  for (const row of preview.rows)
    if (row.outcome === 'other') say(`  Not understood: ${row.sheet}, row ${row.row}: ${clip(row.text)}`)
  for (const problem of preview.problems) say(`  ${placeOf(problem)}${problem.message}`)
}

const placeOf = (p: PlanProblem): string =>
  p.sheet === null
    ? ''
    : `${p.sheet}, ${p.cell === null ? `row ${p.row}` : `cell ${p.cell}`}${p.ref === null ? '' : ` (${p.ref})`}: `

const clip = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
