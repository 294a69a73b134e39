import type { ParsedWorkbook, ReadColumn } from '../workbook/draft.ts'
import { columnLetters, type Sheet, type Workbook } from '../workbook/grid.ts'
import { textOf, viewGrid } from '../workbook/gridView.ts'
import type { KeptSheet, SheetMapping } from '../workbook/sheetMapping.ts'
import { steadyHeading } from './layoutOf.ts'

/** A heading stands among the first rows; of a kept mapping nearly all headings have to be there again. */
const searchedRows = 60
const mostHeadings = 0.8

type Heading = { readonly row: number; readonly columns: readonly Pick<ReadColumn, 'column' | 'header'>[] }

/**
 * A kept mapping as it fits a workbook: the rows in which its headings stand, its columns by the letters that they have
 * there. Null where the headings are not there. `parsed` is the workbook as it is read without any mapping.
 */
export function fitMapping(
  workbook: Workbook,
  parsed: ParsedWorkbook,
  kept: readonly KeptSheet[],
): readonly SheetMapping[] | null {
  const visible = workbook.sheets.filter((s) => !s.hidden)
  const fitted = kept.flatMap((mapping): readonly SheetMapping[] => {
    const named = visible.filter((s) => steadyHeading(s.name) === steadyHeading(mapping.sheet))
    for (const sheet of named.length > 0 ? named : visible) {
      const heading = headingOn(sheet, parsed, mapping)
      if (heading)
        return [{ sheet: sheet.name, headerRow: heading.row, columns: lettersOf(heading, mapping) }]
    }
    return []
  })
  return fitted.length > 0 ? fitted : null
}

function headingOn(sheet: Sheet, parsed: ParsedWorkbook, mapping: KeptSheet): Heading | null {
  const wanted = new Set(mapping.headings.map(steadyHeading).filter(Boolean))
  const fits = ({ columns }: Heading): boolean => {
    const there = new Set(columns.map((c) => steadyHeading(c.header)).filter(Boolean))
    const shared = [...wanted].filter((h) => there.has(h)).length
    return shared > 0 && shared >= mostHeadings * Math.max(wanted.size, there.size)
  }
  const found = parsed.sheets
    .filter((s) => s.name === sheet.name && s.headerRow !== null)
    .map((s): Heading => ({ row: s.headerRow ?? 0, columns: s.columns }))
    .find(fits)
  if (found) return found
  const view = viewGrid(sheet)
  for (const row of view.rowNumbers.slice(0, searchedRows)) {
    const columns = view.ownCells(row).map((c) => ({ column: columnLetters(c.column), header: textOf(c) }))
    if (fits({ row, columns })) return { row, columns }
  }
  return null
}

/** By heading, so that a column may have moved; one without a heading by its letters. */
function lettersOf({ columns }: Heading, mapping: KeptSheet): SheetMapping['columns'] {
  return mapping.columns.flatMap(({ column, header, field }) => {
    if (steadyHeading(header) === '') return [{ column, field }]
    const same = columns.filter((c) => steadyHeading(c.header) === steadyHeading(header))
    const at = same.find((c) => c.column === column) ?? same[0]
    return at ? [{ column: at.column, field }] : []
  })
}
