import { isParsedCopy, type ParsedCopy } from '../../shared/copy/copyHistory.ts'
import { buildPreview } from '../../shared/import/buildPreview.ts'
import {
  isRefused,
  type ImportOptions,
  type ImportPlan,
  type MatchedFile,
  type ParsedFile,
} from '../../shared/import/importPlan.ts'
import { Failure } from '../../shared/errors.ts'
import { layoutOf } from '../../shared/import/layoutOf.ts'
import { indexLeadNames, type LeadNames } from '../../shared/import/leadNames.ts'
import { matchRows, type Match } from '../../shared/import/matchRows.ts'
import type { RefusedFile } from '../../shared/import/previewDocument.ts'
import type { RowAnswered } from '../../shared/import/rowAnswered.ts'
import type { Programme } from '../../shared/view/programme.ts'
import { planCopyFile } from '../copy/planCopyFile.ts'
import { loadAnswers, type AnswersOfImport } from '../db/answersTable.ts'
import { loadProgramme, revisionOf } from '../db/loadTables.ts'
import type { ReadDb } from '../db/types.ts'
import { findBase, findIssuedBase, type Found } from './findBase.ts'
import { recallAnswers, type Recalled } from './recallAnswers.ts'
import { recogniseIssued, type Recognised } from './recogniseIssued.ts'
import { settleAnswers } from './settleAnswers.ts'

export type { ImportOptions, ParsedFile } from '../../shared/import/importPlan.ts'

/** What all files of a batch are planned with. */
type Planning = {
  readonly db: ReadDb
  readonly programme: Programme
  readonly leads: LeadNames
  readonly options: ImportOptions
  readonly memory: readonly AnswersOfImport[]
  /** References that new actions of this batch have by now. */
  readonly refs: Map<string, string>
}

/**
 * Matches and merges parsed workbooks with the programme: the plan that a person looks at and commits. Writes nothing.
 * `paths` says where the files lie, refused ones too. Fails with 'invalid-input' for an answer that cannot be, and for a day
 * that is still to come.
 */
export function planImport(
  db: ReadDb,
  files: readonly (ParsedFile | ParsedCopy | RefusedFile)[],
  options: ImportOptions,
  paths: ReadonlyMap<string, string> = new Map(),
): ImportPlan {
  const { today, answers } = options
  for (const day of [options.on ?? null, ...(answers?.files ?? []).map((f) => f.on)])
    if (day !== null && day > today) throw new Failure(dayToCome)
  const programme = loadProgramme(db, today)
  const leads = indexLeadNames(programme)
  const planning = { db, programme, leads, options, memory: loadAnswers(db), refs: new Map() }
  const matched = files.map((f) => {
    if (isRefused(f)) return f
    return isParsedCopy(f) ? planCopyFile(db, f, options) : matchFile(planning, f)
  })
  return { ...buildPreview(programme, matched, revisionOf(db), today), read: { files, paths, options } }
}

const dayToCome = {
  code: 'invalid-input',
  where: 'on',
  message: 'The day that the workbooks speak for is still to come. Choose today or an earlier day.',
} as const

function matchFile(planning: Planning, file: ParsedFile): MatchedFile | RefusedFile {
  const { db, options, leads, programme } = planning
  const layout = layoutOf(file.parsed)
  const said = options.answers?.files.find((a) => a.file === file.file)
  const sender = said?.sender?.trim() || options.sender
  const issued = file.marks ? recogniseIssued(db, file.file, file.parsed.drafts, file.marks, leads) : null
  if (issued && isRefused(issued)) return issued
  const parsed = issued ? { ...file.parsed, drafts: issued.drafts } : file.parsed
  const matches = matchRows(programme, parsed.drafts, issued?.ids)
  const asking = { ...file, parsed, layout, sender, matches, issued }
  const { recalled, found } = recognise(planning, asking)
  const rows = options.answers?.rows ?? []
  const settled = settleAnswers(programme, file.file, parsed.drafts, rows, recalled, planning.refs)
  const ids = actionIdsOf(matches, settled.answered)
  const isAsRecalled = isSameSet(ids, actionIdsOf(matches, recalled.answered))
  const { bases } = isAsRecalled ? found : findFor(planning, asking, found.sender, ids)
  const record = issued?.record ?? null
  return {
    ...file,
    parsed,
    layout,
    matches,
    bases,
    alreadyImported: found.alreadyImported,
    sender: found.sender,
    on: said?.on ?? options.on ?? options.today,
    period: options.period ?? record?.period ?? null,
    ...settled,
    ...(issued && record
      ? {
          issued: {
            issuedId: record.id,
            rows: issued.rows.map(({ actionId, ref }) => ({ actionId, ref })),
          },
        }
      : {}),
  }
}

type Asking = ParsedFile & {
  readonly layout: string
  readonly sender: string | null
  readonly matches: readonly Match[]
  readonly issued: Recognised | null
}

/**
 * Whose workbook it is, and what is remembered of its rows. Rows that only a remembered answer matches help to recognise
 * the sender, whose own answers then count.
 */
function recognise(planning: Planning, file: Asking): { readonly found: Found; readonly recalled: Recalled } {
  const { layout, matches } = file
  const recallFor = (sender: string | null): Recalled =>
    recallAnswers(planning.programme, planning.memory, {
      sender,
      layout,
      drafts: file.parsed.drafts,
      matches,
    })
  const recalled = recallFor(file.sender)
  const found = findFor(planning, file, file.sender, actionIdsOf(matches, recalled.answered))
  if (planning.memory.length === 0 || found.sender === file.sender) return { found, recalled }
  const own = recallFor(found.sender)
  return { recalled: own, found: findFor(planning, file, found.sender, actionIdsOf(matches, own.answered)) }
}

function findFor(
  { db, leads }: Planning,
  { issued, sha256, layout }: Asking,
  sender: string | null,
  actionIds: ReadonlySet<string>,
): Found {
  const record = issued?.record ?? null
  return record
    ? findIssuedBase(db, { sha256, sender, actionIds }, record, issued?.rows ?? [], leads)
    : findBase(db, { sha256, layout, sender, actionIds }, leads)
}

const isSameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id))

/** The actions that a workbook's rows belong to, by the matching or by what somebody said. */
function actionIdsOf(
  matches: readonly Match[],
  answered: ReadonlyMap<number, RowAnswered>,
): ReadonlySet<string> {
  const ids = matches.flatMap((m, i) => {
    const as = answered.get(i)?.as
    if (as) return as.kind === 'action' ? [as.actionId] : []
    return m.kind === 'matched' ? [m.actionId] : []
  })
  return new Set(ids)
}
