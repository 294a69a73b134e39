import type { Sheet, Workbook } from '../workbook/grid.ts'
import { hasContent, textOf } from '../workbook/gridView.ts'
import type { PlanSource } from './planSource.ts'

/** A workbook as a plan's source: its visible sheets in order, each under its name. */
export function excelSource(workbook: Workbook): PlanSource {
  const visible = workbook.sheets.filter((s) => !s.hidden && s.rows.length > 0)
  return {
    kind: 'excel',
    title: visible[0] ? titleOf(visible[0]) : null,
    parts: visible.flatMap((sheet) => [
      { kind: 'heading', level: 1, text: sheet.name, isSheet: true } as const,
      { kind: 'table', sheet, isSheet: true } as const,
    ]),
    hidden: workbook.sheets.filter((s) => s.hidden && s.rows.length > 0).map((s) => s.name),
    date1904: workbook.date1904,
  }
}

/** A text of some words alone in the first row in use. */
function titleOf(sheet: Sheet): string | null {
  const cells = sheet.rows[0]?.cells.filter(hasContent) ?? []
  const text = textOf(cells[0])
  return cells.length === 1 && text.split(/\s+/).length >= 3 && text.length <= 150
    ? text.replaceAll(/\s+/g, ' ')
    : null
}
