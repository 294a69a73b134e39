import type { Cell, GridRow, Workbook } from '../../../shared/workbook/grid.ts'
import { cellAddress } from '../../../shared/workbook/grid.ts'
import { Refusal, limits } from './refusal.ts'

/**
 * Reads a table of text (.csv and its like): UTF-8, UTF-16 or Windows-1252; comma, semicolon or tab. Its one sheet has
 * the file's name. Throws `Refusal` where the text holds no table, or the name is that of another kind of file: a letter
 * or a page of notes has commas too.
 */
export function readCsv(bytes: Uint8Array, file: string): Workbook {
  const ending = /\.([^.]*)$/.exec(file)?.[1]?.toLowerCase() ?? ''
  if (!tableEndings.has(ending)) {
    throw new Refusal(
      'workbook-unreadable',
      `this is a .${ending} file, not a spreadsheet. Ask for the tracker as an Excel workbook (.xlsx). Nothing was read.`,
    )
  }
  const text = decode(bytes).replace(/^\ufeff/, '')
  const separator = findSeparator(text)
  if (separator === null || (ending === 'txt' && !isMostlyTable(text, separator))) {
    throw new Refusal(
      'workbook-unreadable',
      'this is a text file without a table in it, not an Excel workbook. Ask for the tracker as an Excel workbook (.xlsx). Nothing was read.',
    )
  }
  const name = file.replace(/\.[^.]*$/, '').slice(0, 31)
  const rows = parse(text, separator).flatMap((fields, i): GridRow[] => {
    const cells = fields.flatMap((field, j) => (field.trim() === '' ? [] : [cell(i + 1, j + 1, field, name)]))
    return cells.length === 0 ? [] : [{ number: i + 1, hidden: false, cells }]
  })
  if (rows.length > limits.rows) {
    throw new Refusal(
      'too-large',
      'it has more than 50,000 rows. Keep only the actions in it, and import that copy.',
    )
  }
  return {
    kind: 'csv',
    sheets: [{ name, hidden: false, rows, merges: [], hiddenColumns: [] }],
    definedNames: [],
    properties: {},
    date1904: false,
  }
}

/** Endings of tables of text, also where a program saved one under the name of a workbook. */
const tableEndings: ReadonlySet<string> = new Set([
  '',
  'csv',
  'tsv',
  'tab',
  'txt',
  'xls',
  'xlsx',
  'xlsm',
  'ods',
])

/** Whether at least half of the lines of a text split into equally many parts, as a table's do and sentences do not. */
function isMostlyTable(text: string, separator: string): boolean {
  const lines = parse(text.slice(0, 20_000), separator).filter((fields) =>
    fields.some((f) => f.trim() !== ''),
  )
  const widths = Map.groupBy(lines, (fields) => fields.length)
  return [...widths].some(([width, alike]) => width > 1 && alike.length * 2 >= lines.length)
}

/** UTF-16 says so by its first bytes; what is not UTF-8 was written by an older Windows program. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Excel may name the separator in the first line ("sep=;"); else it is the one that splits most lines alike. */
function findSeparator(text: string): string | null {
  const said = /^sep=(.)\r?\n/.exec(text)?.[1]
  if (said !== undefined) return said
  let best: { separator: string; score: number } | null = null
  for (const separator of ['\t', ';', ',']) {
    const widths = parse(text.slice(0, 20_000), separator)
      .filter((fields) => fields.some((f) => f.trim() !== ''))
      .slice(0, 50)
      .map((fields) => fields.length)
    const widest = Math.max(0, ...widths)
    const alike = widths.filter((w) => w === widest).length
    const score = widest < 2 ? 0 : widest * (alike / widths.length)
    if (score > 0 && (best === null || score > best.score)) best = { separator, score }
  }
  return best?.separator ?? null
}

/** Splits into fields: quoted ones may hold separators, line breaks and doubled quotes. */
function parse(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  const body = text.replace(/^sep=.\r?\n/, '\n').replaceAll(/\r\n?/g, '\n')
  for (let i = 0; i < body.length; i++) {
    const letter = body[i] ?? ''
    if (quoted) {
      if (letter !== '"') field += letter
      else if (body[i + 1] === '"') field += body[++i]
      else quoted = false
    } else if (letter === '"' && field.trim() === '') {
      quoted = true
      field = ''
    } else if (letter === separator || letter === '\n') {
      row.push(field)
      field = ''
      if (letter === '\n') {
        rows.push(row)
        row = []
      }
    } else field += letter
  }
  if (field !== '' || row.length > 0) rows.push([...row, field])
  return rows
}

function cell(row: number, column: number, field: string, sheet: string): Cell {
  if (field.length > limits.cellCharacters) {
    throw new Refusal(
      'too-large',
      'the text of this cell is longer than Excel allows (32,767 characters). Shorten it, and import that copy.',
      sheet,
      cellAddress(row, column),
    )
  }
  return {
    row,
    column,
    kind: 'text',
    text: field,
    value: field,
    format: null,
    fill: null,
    ink: null,
    link: null,
    comment: null,
    struck: null,
    formula: null,
  }
}
