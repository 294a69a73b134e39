import { Failure } from '../../shared/errors.ts'
import type { ImportAnswers, MappingAnswer } from '../../shared/import/importAnswers.ts'
import { isRefused, type ImportPlan, type ReadBatch } from '../../shared/import/importPlan.ts'
import { loadProgramme } from '../db/loadTables.ts'
import { loadMappings } from '../db/mappingsTable.ts'
import type { ReadDb } from '../db/types.ts'
import { planImport } from './planImport.ts'
import { planResume } from './planResume.ts'
import { readFileAt } from './previewImport.ts'

/**
 * The same workbooks planned again with what a person has answered so far (always the whole list), against the programme
 * as it is now. Only a workbook whose columns are corrected otherwise than before is read again. Fails as `planImport` does.
 */
export async function replanImport(
  db: ReadDb,
  plan: ImportPlan,
  answers: ImportAnswers,
): Promise<ImportPlan> {
  const [first] = plan.files
  if (first && !isRefused(first) && first.source.resumes !== undefined)
    return planResume(db, first.source.resumes, plan.today)
  if (!plan.read) throw new Failure({ code: 'stale-plan' })
  const { paths, options } = plan.read
  const files = await Promise.all(plan.read.files.map((f) => readAgain(db, plan.read ?? null, f, answers)))
  return planImport(db, files, { ...options, answers }, paths)
}

type Read = ReadBatch['files'][number]

async function readAgain(
  db: ReadDb,
  batch: ReadBatch | null,
  read: Read,
  answers: ImportAnswers,
): Promise<Read> {
  const { file } = read
  const path = batch?.paths.get(file)
  const before = correctedFor(batch?.options.answers ?? null, file)
  const corrected = correctedFor(answers, file)
  if (!batch || path === undefined || JSON.stringify(corrected) === JSON.stringify(before)) return read
  const { options } = batch
  const { programme, tables } = loadProgramme(db, options.today)
  const context = { startedOn: programme.startedOn, today: options.today, scale: tables.scaleStep }
  const sender = answers.files.find((f) => f.file === file)?.sender ?? options.sender
  const kept = loadMappings(db)
  return readFileAt(db, path, file, context, { kept, name: options.mapping ?? null, sender, corrected })
}

const correctedFor = (answers: ImportAnswers | null, file: string): readonly MappingAnswer[] =>
  (answers?.mappings ?? []).filter((m) => m.file === file)
