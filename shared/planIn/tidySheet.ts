import type { Cell, Sheet } from '../workbook/grid.ts'
import { textOf } from '../workbook/gridView.ts'
import { isKnownHeader } from '../workbook/readHeader.ts'

const DITTO = /^(?:as above|ditto|see above|same as above|as previous|["″”]|do\.)$/i
/** What our own papers print where the plan says nothing. */
const NOTHING =
  /^(?:none written in the plan|no lead named in the plan|no date in the plan|not named in the plan|not yet rated|no working group yet|no update received yet|no evidence recorded yet)$/i

/**
 * A sheet without words that stand for others: "As above" becomes what the cell above says, and what a paper prints where
 * nothing is written becomes a blank.
 */
export function tidySheet(sheet: Sheet): Sheet {
  const above = new Map<number, Cell>()
  const rows = sheet.rows.map((row) => {
    const cells = row.cells.flatMap((cell) => {
      const tidy = tidyCell(cell, above.get(cell.column))
      // headings that are repeated on a page stand between a row and the one above it
      if (tidy && tidy.kind !== 'blank' && !isKnownHeader(textOf(tidy))) above.set(cell.column, tidy)
      return tidy ? [tidy] : []
    })
    return { ...row, cells }
  })
  return { ...sheet, rows }
}

function tidyCell(cell: Cell, above: Cell | undefined): Cell | null {
  const text = textOf(cell)
  if (NOTHING.test(text)) return cell.fill === null ? null : { ...cell, kind: 'blank', text: '', value: null }
  if (!DITTO.test(text) || !above) return cell
  return { ...above, row: cell.row, fill: cell.fill, comment: cell.comment }
}
