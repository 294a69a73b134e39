import { Failure, type AppError } from '../../shared/errors.ts'
import { fitMapping } from '../../shared/import/fitMapping.ts'
import type { MappingAnswer } from '../../shared/import/importAnswers.ts'
import type { AppliedMapping, ParsedFile } from '../../shared/import/importPlan.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { ParsedWorkbook } from '../../shared/workbook/draft.ts'
import type { Workbook } from '../../shared/workbook/grid.ts'
import { findIssueMarks } from '../../shared/workbook/issueMarks.ts'
import {
  hasPlanTable,
  noPlanTable,
  parseTracker,
  type ParseContext,
} from '../../shared/workbook/parseTracker.ts'
import type { SheetMapping } from '../../shared/workbook/sheetMapping.ts'
import type { KeptMapping } from '../db/mappingsTable.ts'
import { sameName } from './findBase.ts'

/** By what a workbook's columns are known: corrections of this import, a mapping by name, mappings that are kept. */
export type Mappings = {
  readonly kept: readonly KeptMapping[]
  /** The name of the one to use; null for the one that fits. */
  readonly name: string | null
  readonly sender: string | null
  readonly corrected: readonly MappingAnswer[]
}

/**
 * Reads a workbook's values as a tracker, by the mapping of its columns that was named, corrected or kept for its layout
 * and sender. Gives 'no-plan-table' where it has no table of actions, and where the mapping that was named does not fit.
 * Fails with 'invalid-input' for a name that no mapping has.
 */
export function parseWorkbook(
  workbook: Workbook,
  file: string,
  context: ParseContext,
  mappings: Mappings,
): Result<Pick<ParsedFile, 'parsed' | 'marks' | 'mapping'>, AppError> {
  const marks = findIssueMarks(workbook)
  const plain = parseTracker(workbook, context)
  const kept = marks === null ? keptFor(workbook, plain, mappings) : null
  if (mappings.name !== null && kept === null)
    return err({ code: 'no-plan-table', file, why: sayMisfit(mappings.name) })
  const mapping = withCorrections(kept, mappings.corrected)
  const parsed = mapping ? parseTracker(workbook, { ...context, mapping: mapping.sheets }) : plain
  if (!hasPlanTable(parsed)) return err({ code: 'no-plan-table', file, why: noPlanTable })
  return ok({ parsed, marks, mapping })
}

const sayMisfit = (name: string): string =>
  `the mapping “${name}” does not fit this workbook: its headings are not there. Import it without a mapping, or with another one. Nothing was read.`

function keptFor(workbook: Workbook, plain: ParsedWorkbook, mappings: Mappings): AppliedMapping | null {
  const { name, sender } = mappings
  const own = mappings.kept.filter((m) =>
    name === null ? sender === null || m.sender === null || sameName(m.sender, sender) : m.name === name,
  )
  if (name !== null && own.length === 0) throw new Failure(sayUnknown(name, mappings.kept))
  for (const mapping of own) {
    const sheets = fitMapping(workbook, plain, mapping.sheets)
    if (sheets) return { name: mapping.name, sheets, isNew: false }
  }
  return null
}

function sayUnknown(name: string, kept: readonly KeptMapping[]): AppError {
  const names = kept.map((m) => `“${m.name}”`).sort((a, b) => a.localeCompare(b, 'en-GB'))
  const known =
    names.length === 0
      ? 'None is kept yet: correct the columns of a workbook on the screen, and it is kept when that is committed.'
      : `There is ${names.join(', ')}.`
  return {
    code: 'invalid-input',
    where: 'mapping',
    message: `There is no mapping “${name}”. ${known} Nothing was changed.`,
  }
}

/** What is corrected of a table goes before what was kept for it; a heading elsewhere makes it another table. */
function withCorrections(
  kept: AppliedMapping | null,
  answers: readonly MappingAnswer[],
): AppliedMapping | null {
  const corrected = answers.filter((a) => a.headerRow !== null || a.columns.length > 0)
  if (corrected.length === 0) return kept
  const before = kept?.sheets ?? []
  const sheets = corrected.map(({ sheet, headerRow, columns }): SheetMapping => {
    const same = before.find((k) => k.sheet === sheet && (headerRow === null || headerRow === k.headerRow))
    const left = (same?.columns ?? []).filter((k) => !columns.some((c) => c.column === k.column))
    return { sheet, headerRow: headerRow ?? same?.headerRow ?? null, columns: [...left, ...columns] }
  })
  const others = before.filter((k) => !sheets.some((s) => s.sheet === k.sheet))
  const name = corrected.map((c) => c.name?.trim() ?? '').find((n) => n !== '')
  return { name: name ?? kept?.name ?? null, sheets: [...others, ...sheets], isNew: true }
}
