import type { Cell } from '../../../shared/workbook/grid.ts'

export const LINK_FORMULA = /^(?:of:)?=?\s*HYPERLINK\(\s*"([^"]+)"\s*(?:[,;]\s*"([^"]*)"\s*)?\)\s*$/i

/** =HYPERLINK("address","text") says both by itself, calculated or not. */
export function withLinkFormula(cell: Cell): Cell {
  const found = cell.formula === null ? null : LINK_FORMULA.exec(cell.formula)
  const address = found?.[1]
  if (address === undefined) return cell
  if (cell.kind !== 'blank') return { ...cell, link: cell.link ?? address }
  const text = found?.[2] ?? address
  return { ...cell, kind: 'text', text, value: text, link: address }
}
