import {
  readRange,
  type Cell,
  type CellKind,
  type GridRow,
  type Merge,
} from '../../../shared/workbook/grid.ts'
import { readRanges, type FillRule } from './conditionalFill.ts'
import type { CellStyle, Styles } from './readStyles.ts'
import { RunCollector, unescapeText, type RichText } from './readTexts.ts'
import { Refusal, damaged, limits } from './refusal.ts'
import { isDateFormat, serialToDay, showDay, showNumber } from './showNumber.ts'
import { attribute, isTrue, walkXml, type Attributes } from './walkXml.ts'
import { cellAddress } from '../../../shared/workbook/grid.ts'

export type SheetContext = {
  readonly name: string
  readonly strings: readonly RichText[]
  readonly styles: Styles
  readonly date1904: boolean
}

/** A hyperlink of the sheet: its range, and the id of its address or the address itself. */
export type SheetLink = {
  readonly range: Merge
  readonly id: string | null
  readonly location: string | null
}

export type SheetParts = {
  readonly rows: GridRow[]
  readonly merges: Merge[]
  readonly links: SheetLink[]
  readonly rules: FillRule[]
  readonly hiddenColumns: number[]
}

type CellContent = Pick<Cell, 'kind' | 'text' | 'value' | 'struck'>

const mostKnownNumbers = 4096

const PLAIN: CellStyle = { format: null, fill: null, ink: null, struck: false }

/** Reads one worksheet part. Throws `Refusal` beyond the limits, with the sheet and the cell. */
export function readSheet(bytes: Uint8Array, context: SheetContext): SheetParts {
  const reader = new SheetReader(context)
  walkXml(bytes, context.name, {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
  })
  return reader.parts()
}

type Open = {
  row: number
  column: number
  type: string
  style: number
  value: string
  formula: string
  hasValue: boolean
}

/** Holds what is open while the sheet is walked from its first element to its last. */
class SheetReader {
  private readonly context: SheetContext
  private readonly rows: GridRow[] = []
  private readonly merges: Merge[] = []
  private readonly links: SheetLink[] = []
  private readonly rules: FillRule[] = []
  private readonly hiddenColumns: number[] = []
  private readonly runs = new RunCollector()
  private readonly numbers = new Map<CellStyle, Map<string, CellContent>>()
  private row = 0
  private column = 0
  private hidden = false
  private cells: Cell[] = []
  private filledRows = 0
  private cell: Open | null = null
  private rich: RichText | null = null
  private gathering: 'v' | 'f' | 'is' | 'formula' | null = null
  private ranges: readonly Merge[] = []
  private rule: { attributes: Attributes; formulas: string[] } | null = null
  private skipping = 0

  constructor(context: SheetContext) {
    this.context = context
  }

  parts(): SheetParts {
    const { rows, merges, links, rules, hiddenColumns } = this
    rules.sort((a, b) => a.priority - b.priority)
    return { rows, merges, links, rules, hiddenColumns }
  }

  open(name: string, a: Attributes): void {
    if (this.skipping > 0 || name === 'extLst') this.skipping++
    else if (this.gathering === 'is') this.runs.open(name, a)
    else if (name === 'c') this.openCell(a)
    else if (name === 'v' || name === 'f') this.gathering = name
    else if (name === 'is') {
      this.gathering = 'is'
      this.runs.start()
    } else if (name === 'row') this.openRow(a)
    else this.openOther(name, a)
  }

  private openRow(a: Attributes): void {
    this.row = a['r'] === undefined ? this.row + 1 : Number(a['r'])
    this.column = 0
    this.hidden = isTrue(a['hidden'])
    this.cells = []
    if (!Number.isInteger(this.row) || this.row < 1)
      throw damaged(`sheet “${this.context.name}” has a row without a number`)
  }

  private openCell(a: Attributes): void {
    this.column = columnOf(a['r']) ?? this.column + 1
    this.rich = null
    this.cell = {
      row: this.row,
      column: this.column,
      type: a['t'] ?? 'n',
      style: Number(a['s'] ?? -1),
      value: '',
      formula: '',
      hasValue: false,
    }
  }

  private openOther(name: string, a: Attributes): void {
    if (name === 'mergeCell') this.push(this.merges, readRange(a['ref'] ?? ''))
    else if (name === 'col' && isTrue(a['hidden'])) this.hideColumns(Number(a['min']), Number(a['max']))
    else if (name === 'hyperlink') {
      const range = readRange(a['ref'] ?? '')
      if (range) this.links.push({ range, id: attribute(a, 'id') ?? null, location: a['location'] ?? null })
    } else if (name === 'conditionalFormatting') this.ranges = readRanges(a['sqref'] ?? '')
    else if (name === 'cfRule') this.rule = { attributes: a, formulas: [] }
    else if (name === 'formula' && this.rule) {
      this.rule.formulas.push('')
      this.gathering = 'formula'
    }
  }

  private push<T>(list: T[], item: T | null): void {
    if (item !== null) list.push(item)
  }

  private hideColumns(from: number, to: number): void {
    for (let column = from; column <= Math.min(to, from + 255); column++) this.hiddenColumns.push(column)
  }

  text(text: string): void {
    if (this.gathering === 'is') this.runs.text(text)
    else if (this.gathering === 'v' && this.cell) this.cell.value += text
    else if (this.gathering === 'f' && this.cell) this.cell.formula += text
    else if (this.gathering === 'formula' && this.rule)
      this.rule.formulas[this.rule.formulas.length - 1] += text
  }

  close(name: string): void {
    if (this.skipping > 0) this.skipping--
    else if (name === 'is') {
      this.rich = this.runs.end()
      this.gathering = null
    } else if (this.gathering === 'is') this.runs.close(name)
    else if (name === 'v' || name === 'f' || name === 'formula') {
      if (name === 'v' && this.cell) this.cell.hasValue = true
      this.gathering = null
    } else if (name === 'c') this.closeCell()
    else if (name === 'row') this.closeRow()
    else if (name === 'cfRule') this.closeRule()
  }

  private closeRow(): void {
    if (this.cells.length === 0) return
    if (this.cells.some((c) => c.kind !== 'blank') && ++this.filledRows > limits.rows) {
      throw new Refusal(
        'too-large',
        `it has more than 50,000 rows. Keep only the actions in it, and import that copy.`,
        this.context.name,
      )
    }
    // Columns out of order are not allowed, but a reader that minds them costs little.
    if (this.cells.some((c, i) => i > 0 && c.column <= (this.cells[i - 1]?.column ?? 0))) {
      this.cells.sort((a, b) => a.column - b.column)
    }
    this.rows.push({ number: this.row, hidden: this.hidden, cells: this.cells })
  }

  private closeRule(): void {
    const rule = this.rule
    this.rule = null
    const fill = this.context.styles.conditional[Number(rule?.attributes['dxfId'] ?? -1)]
    if (!rule || !fill) return
    this.rules.push({
      ranges: this.ranges,
      type: rule.attributes['type'] ?? '',
      operator: rule.attributes['operator'] ?? null,
      text: rule.attributes['text'] ?? null,
      formulas: rule.formulas,
      priority: Number(rule.attributes['priority'] ?? 0),
      fill,
    })
  }

  private closeCell(): void {
    const open = this.cell
    this.cell = null
    if (!open) return
    const style = this.context.styles.cells[open.style < 0 ? 0 : open.style] ?? PLAIN
    const read = this.readValue(open, style)
    const fill = style.fill === 'FFFFFF' ? null : style.fill
    // A formula that gives an empty text was calculated; one without any value was not (kept, so that it can be said).
    const formula =
      open.formula === '' || (open.type === 'str' && open.hasValue && read.kind === 'blank')
        ? null
        : open.formula
    if (read.kind === 'blank' && fill === null && formula === null) return
    if (read.text.length > limits.cellCharacters) {
      throw new Refusal(
        'too-large',
        `the text of this cell is longer than Excel allows (32,767 characters). Shorten it, and import that copy.`,
        this.context.name,
        cellAddress(open.row, open.column),
      )
    }
    this.cells.push({
      row: open.row,
      column: open.column,
      kind: read.kind,
      text: read.text,
      value: read.value,
      format: style.format,
      fill,
      ink: read.text.length <= 2 ? style.ink : null,
      struck: style.struck && read.kind !== 'blank' ? read.text : read.struck,
      link: null,
      comment: null,
      formula,
    })
  }

  private readValue(open: Open, style: CellStyle): CellContent {
    const { value, type } = open
    if (type === 's') return this.sharedText(value)
    if (type === 'inlineStr') return asText(this.rich ?? { text: value, struck: null })
    if (type === 'str') return asText({ text: unescapeText(value), struck: null })
    if (!open.hasValue || value === '') return this.rich ? asText(this.rich) : plain('blank', '', null)
    if (type === 'b') return plain('boolean', isTrue(value.trim()) ? 'TRUE' : 'FALSE', isTrue(value.trim()))
    if (type === 'e') return plain('error', value.trim(), null)
    if (type === 'd') return isoDate(value.trim(), style)
    return this.knownNumber(value, style)
  }

  private sharedText(index: string): CellContent {
    if (index === '') return plain('blank', '', null)
    const shared = this.context.strings[Number(index)]
    if (!shared) throw damaged(`sheet “${this.context.name}” points to a text that is not there`)
    return asText(shared)
  }

  /** The same numbers and days come again and again in a column: each is shown once. */
  private knownNumber(raw: string, style: CellStyle): CellContent {
    const known = this.numbers.get(style) ?? new Map<string, CellContent>()
    if (known.size === 0) this.numbers.set(style, known)
    const before = known.get(raw)
    if (before) return before
    const read = this.number(Number(raw), raw, style)
    if (known.size < mostKnownNumbers) known.set(raw, read)
    return read
  }

  private number(number: number, raw: string, style: CellStyle): CellContent {
    if (!Number.isFinite(number)) return asText({ text: raw, struck: null })
    const day = isDateFormat(style.format) ? serialToDay(number, this.context.date1904) : null
    if (day !== null) return plain('date', showDay(day, style.format), day)
    return plain('number', showNumber(number, style.format), number)
  }
}

/** The column of a cell name such as "AB12"; the row is known already. */
function columnOf(name: string | undefined): number | null {
  if (name === undefined) return null
  let column = 0
  for (let i = 0; i < name.length; i++) {
    const letter = name.charCodeAt(i) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column === 0 ? null : column
}

const plain = (kind: CellKind, text: string, value: Cell['value']): CellContent => ({
  kind,
  text,
  value,
  struck: null,
})

const asText = ({ text, struck }: RichText): CellContent =>
  text.trim() === '' ? plain('blank', '', null) : { kind: 'text', text, value: text, struck }

function isoDate(value: string, style: CellStyle): CellContent {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0]
  if (day === undefined) return asText({ text: value, struck: null })
  return plain('date', showDay(day, isDateFormat(style.format) ? style.format : null), day)
}
