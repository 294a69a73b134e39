import type { ExcelJS } from './excelWriter.ts'
import { countLines } from './measureText.ts'
import { look } from './paperLook.ts'

/** How the cells of every workbook of ours look: one family, plain fills, thin rules. */
export const xlsxCells = {
  solid: (hex: string): ExcelJS.Fill => ({
    type: 'pattern',
    pattern: 'solid',
    fgColor: { argb: `FF${hex}` },
  }),
  font: (more: Partial<ExcelJS.Font> = {}): Partial<ExcelJS.Font> => ({
    name: look.font,
    size: look.tableSize,
    color: { argb: `FF${look.ink}` },
    ...more,
  }),
  rule: { style: 'thin', color: { argb: `FF${look.rule}` } } satisfies Partial<ExcelJS.Border>,
  /** How many lines a text takes in a column so many digits wide; a digit is about 0.186 cm at this size. */
  linesIn: (text: string, room: number, isBold = false): number =>
    countLines(text, Math.max(room, 3) * 0.186, look.tableSize, isBold),
  /** Words of a print header or footer, in which "&" begins a code. */
  printed: (text: string): string => text.replaceAll('&', '&&'),
} as const
