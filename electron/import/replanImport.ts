import { Failure } from '../../shared/errors.ts'
import type { ImportAnswers } from '../../shared/import/importAnswers.ts'
import { isRefused, type ImportPlan } from '../../shared/import/importPlan.ts'
import type { ReadDb } from '../db/types.ts'
import { planImport } from './planImport.ts'
import { planResume } from './planResume.ts'

/**
 * The same workbooks planned again with what a person has answered so far (always the whole list), against the programme
 * as it is now. Fails as `planImport` does.
 */
export function replanImport(db: ReadDb, plan: ImportPlan, answers: ImportAnswers): ImportPlan {
  const [first] = plan.files
  if (first && !isRefused(first) && first.source.resumes !== undefined)
    return planResume(db, first.source.resumes, plan.today)
  if (!plan.read) throw new Failure({ code: 'stale-plan' })
  const { files, paths, options } = plan.read
  return planImport(db, files, { ...options, answers }, paths)
}
