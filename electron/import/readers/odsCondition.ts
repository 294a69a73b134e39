import { readRange, type Merge } from '../../../shared/workbook/grid.ts'
import type { FillRule } from './conditionalFill.ts'

/** "WG1.C2:WG1.C4" (several with spaces between) as ranges; names of sheets may stand in quotes. */
export const readOdsRanges = (addresses: string): readonly Merge[] =>
  addresses.split(/\s+(?=(?:[^']*'[^']*')*[^']*$)/).flatMap((address) => {
    const cells = address.split(':').map((cell) => cell.slice(cell.lastIndexOf('.') + 1))
    const range = readRange(cells.join(':'))
    return range ? [range] : []
  })

/**
 * A condition of an OpenDocument spreadsheet ('="R"', '>=3', 'between(1,3)', 'contains-text("late")', 'formula-is(…)')
 * as the rule that Excel would write; null where it is of another kind. `fill` is that of the style it applies.
 */
export function readOdsCondition(
  condition: string,
  ranges: readonly Merge[],
  priority: number,
  fill: string | null,
): FillRule | null {
  if (fill === null) return null
  const rule = { ranges, operator: null, text: null, formulas: [], priority, fill }
  const formula = /^formula-is\((.*)\)$/s.exec(condition)
  if (formula) return { ...rule, type: 'expression', formulas: [plainFormula(formula[1] ?? '')] }
  const text = /^(contains-text|not-contains-text|begins-with|ends-with)\("(.*)"\)$/s.exec(condition)
  if (text) return { ...rule, type: TEXTS[text[1] ?? ''] ?? '', text: (text[2] ?? '').replaceAll('""', '"') }
  const between = /^(between|not-between)\(([^,]+),([^,]+)\)$/.exec(condition)
  if (between)
    return {
      ...rule,
      type: 'cellIs',
      operator: between[1] === 'between' ? 'between' : 'notBetween',
      formulas: [plainFormula(between[2] ?? ''), plainFormula(between[3] ?? '')],
    }
  const compared = /^(<=|>=|!=|<>|=|<|>)(.*)$/s.exec(condition)
  if (!compared) return null
  return {
    ...rule,
    type: 'cellIs',
    operator: OPERATORS[compared[1] ?? ''] ?? null,
    formulas: [plainFormula(compared[2] ?? '')],
  }
}

const TEXTS: Readonly<Record<string, string>> = {
  'contains-text': 'containsText',
  'not-contains-text': 'notContainsText',
  'begins-with': 'beginsWith',
  'ends-with': 'endsWith',
}

const OPERATORS: Readonly<Record<string, string>> = {
  '=': 'equal',
  '!=': 'notEqual',
  '<>': 'notEqual',
  '<': 'lessThan',
  '>': 'greaterThan',
  '<=': 'lessThanOrEqual',
  '>=': 'greaterThanOrEqual',
}

/** "[.$D5]" of OpenDocument is "$D5" in Excel. */
const plainFormula = (formula: string): string => formula.replaceAll(/\[\.([^\]:]+)\]/g, '$1')
