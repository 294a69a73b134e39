import { buildPreview } from '../../shared/import/buildPreview.ts'
import { isRefused, type ImportPlan, type MatchedFile } from '../../shared/import/importPlan.ts'
import { layoutOf } from '../../shared/import/layoutOf.ts'
import { indexLeadNames } from '../../shared/import/leadNames.ts'
import { matchRows } from '../../shared/import/matchRows.ts'
import type { RefusedFile } from '../../shared/import/previewDocument.ts'
import type { ParsedWorkbook } from '../../shared/workbook/draft.ts'
import { loadProgramme, revisionOf } from '../db/loadTables.ts'
import type { ReadDb } from '../db/types.ts'
import { findBase } from './findBase.ts'

/** A workbook that was read and parsed. */
export type ParsedFile = {
  /** The name people know it by; unique within the batch. */
  readonly file: string
  readonly path: string
  readonly sha256: string
  readonly parsed: ParsedWorkbook
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
    const matches = matchRows(programme, file.parsed.drafts)
    const layout = layoutOf(file.parsed)
    const actionIds = new Set(matches.flatMap((m) => (m.kind === 'matched' ? [m.actionId] : [])))
    const found = findBase(db, { sha256: file.sha256, layout, sender: options.sender, actionIds }, leads)
    return { ...file, layout, matches, period: options.period, ...found }
  })
  return buildPreview(programme, matched, revisionOf(db), options.today)
}
