import { buildPreview } from '../../shared/import/buildPreview.ts'
import { isRefused, type ImportPlan, type MatchedFile } from '../../shared/import/importPlan.ts'
import { layoutOf } from '../../shared/import/layoutOf.ts'
import { indexLeadNames } from '../../shared/import/leadNames.ts'
import { matchRows } from '../../shared/import/matchRows.ts'
import type { RefusedFile } from '../../shared/import/previewDocument.ts'
import type { ParsedWorkbook } from '../../shared/workbook/draft.ts'
import type { IssueMarks } from '../../shared/workbook/issueMarks.ts'
import type { LeadNames } from '../../shared/import/leadNames.ts'
import type { Programme } from '../../shared/view/programme.ts'
import { loadProgramme, revisionOf } from '../db/loadTables.ts'
import type { ReadDb } from '../db/types.ts'
import { findBase, findIssuedBase } from './findBase.ts'
import { recogniseIssued } from './recogniseIssued.ts'

/** A workbook that was read and parsed. */
export type ParsedFile = {
  /** The name people know it by; unique within the batch. */
  readonly file: string
  readonly path: string
  readonly sha256: string
  readonly parsed: ParsedWorkbook
  /** What an issued workbook carries in it; null or absent for a tracker of somebody's own. */
  readonly marks?: IssueMarks | null
}

export type ImportOptions = {
  /** Whose workbooks they are; null where they are recognised by their layout. */
  readonly sender: string | null
  /** The label of the reporting period, such as '2020-02'; null for the one that today falls in. */
  readonly period: string | null
  /** ISO day of the import. */
  readonly today: string
}

/** Matches and merges parsed workbooks with the programme: the plan that a person looks at and commits. Writes nothing. */
export function planImport(
  db: ReadDb,
  files: readonly (ParsedFile | RefusedFile)[],
  options: ImportOptions,
): ImportPlan {
  const programme = loadProgramme(db, options.today)
  const leads = indexLeadNames(programme)
  const matched = files.map((file): MatchedFile | RefusedFile => {
    if (isRefused(file)) return file
    return matchFile(db, programme, file, options, leads)
  })
  return buildPreview(programme, matched, revisionOf(db), options.today)
}

function matchFile(
  db: ReadDb,
  programme: Programme,
  file: ParsedFile,
  options: ImportOptions,
  leads: LeadNames,
): MatchedFile | RefusedFile {
  const layout = layoutOf(file.parsed)
  const { sha256 } = file
  const { sender, period } = options
  const issued = file.marks ? recogniseIssued(db, file.file, file.parsed.drafts, file.marks, leads) : null
  if (issued && isRefused(issued)) return issued
  const parsed = issued ? { ...file.parsed, drafts: issued.drafts } : file.parsed
  const matches = matchRows(programme, parsed.drafts, issued?.ids)
  const actionIds = new Set(matches.flatMap((m) => (m.kind === 'matched' ? [m.actionId] : [])))
  if (!issued?.record) {
    const found = findBase(db, { sha256, layout, sender, actionIds }, leads)
    return { ...file, parsed, layout, matches, period, ...found }
  }
  const { record, rows } = issued
  const found = findIssuedBase(db, { sha256, sender, actionIds }, record, rows, leads)
  const origin = { issuedId: record.id, rows: rows.map(({ actionId, ref }) => ({ actionId, ref })) }
  return { ...file, parsed, layout, matches, period: period ?? record.period, ...found, issued: origin }
}
