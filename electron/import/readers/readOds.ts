import type { Cell, CellKind, GridRow, Merge, Sheet, Workbook } from '../../../shared/workbook/grid.ts'
import { cellAddress } from '../../../shared/workbook/grid.ts'
import type { Package } from './openPackage.ts'
import { withConditionalFills, type FillRule } from './conditionalFill.ts'
import { readOdsCondition, readOdsRanges } from './odsCondition.ts'
import { LINK_FORMULA, withLinkFormula } from './linkFormula.ts'
import { Refusal, damaged, limits } from './refusal.ts'
import { showDay } from './showNumber.ts'
import { attribute, walkXml, type Attributes, type XmlHandlers } from './walkXml.ts'

/** Reads an OpenDocument spreadsheet (.ods): every cell carries its value, its kind and its words. Throws `Refusal`. */
export function readOds(pack: Package): Workbook {
  const bytes = pack.read('content.xml')
  if (!bytes) throw damaged('it has no content in it')
  if (isEncrypted(pack)) {
    throw new Refusal(
      'workbook-unreadable',
      'this spreadsheet is protected with a password. Take the password off, save it as an Excel workbook (.xlsx), and import that copy. Nothing was read.',
    )
  }
  const reader = new OdsReader()
  const handlers: XmlHandlers = {
    open: (name, a) => reader.open(name, a),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
  }
  const styles = pack.read('styles.xml')
  if (styles) walkXml(styles, 'styles', handlers)
  walkXml(bytes, 'content', handlers)
  const { sheets, date1904 } = reader
  return { kind: 'ods', sheets, definedNames: [], properties: {}, date1904 }
}

function isEncrypted(pack: Package): boolean {
  const manifest = pack.read('META-INF/manifest.xml')
  return manifest !== null && new TextDecoder().decode(manifest).includes('encryption-data')
}

type Style = { fill: string | null; format: string | null; hidden: boolean; struck: boolean }

/** A run of columns whose cells have a style of their own unless they say otherwise. */
type ColumnStyle = { readonly from: number; readonly to: number; readonly style: string }

/** What repeated cells and rows may add at most: empty ones are repeated to the end of the sheet. */
const MOST_REPEATED = 1000

type OpenCell = {
  attributes: Attributes
  covered: boolean
  paragraphs: string[]
  link: string | null
  notes: string[]
  /** Words of spans that are struck through. */
  struck: string
}

class OdsReader {
  readonly sheets: Sheet[] = []
  date1904 = false
  private columnStyles: ColumnStyle[] = []
  private columns = 0
  private readonly styles = new Map<string, Style>()
  private readonly dateFormats = new Map<string, string>()
  private style: Style | null = null
  private dateStyle: { name: string; format: string } | null = null
  private sheet: {
    name: string
    hidden: boolean
    rows: GridRow[]
    merges: Merge[]
    rules: FillRule[]
  } | null = null
  private ranges: readonly Merge[] = []
  /** For every open span of text whether it is struck through. */
  private spans: boolean[] = []
  private row = 0
  private rowRepeat = 1
  private rowHidden = false
  private column = 0
  private cells: Cell[] = []
  private cell: OpenCell | null = null
  private note = 0
  private paragraph = 0

  open(name: string, a: Attributes): void {
    if (this.dateStyle || name === 'date-style') this.openDateStyle(name, a)
    else if (name === 'style') this.style = this.addStyle(a)
    else if (this.style && name === 'table-cell-properties')
      this.style.fill = hex(attribute(a, 'background-color'))
    else if (this.style && name === 'text-properties') {
      const line = attribute(a, 'text-line-through-type') ?? attribute(a, 'text-line-through-style')
      if (line !== undefined) this.style.struck = line !== 'none'
    } else if (this.style && name === 'table-properties')
      this.style.hidden = attribute(a, 'display') === 'false'
    else if (name === 'null-date') this.date1904 = attribute(a, 'date-value') === '1904-01-01'
    else if (name === 'table') this.openTable(a)
    else if (name === 'table-column') this.openColumns(a)
    else if (name === 'table-row') this.openRow(a)
    else if (name === 'conditional-format')
      this.ranges = readOdsRanges(attribute(a, 'target-range-address') ?? '')
    else if (name === 'condition' && this.sheet) this.openCondition(this.sheet.rules, a)
    else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.spans = []
      this.cell = {
        attributes: a,
        covered: name !== 'table-cell',
        paragraphs: [],
        link: null,
        notes: [],
        struck: '',
      }
    } else if (this.cell) this.openText(this.cell, name, a)
  }

  private openDateStyle(name: string, a: Attributes): void {
    if (name === 'date-style') this.dateStyle = { name: attribute(a, 'name') ?? '', format: '' }
    const long = attribute(a, 'style') === 'long'
    const add = (short: string, full: string): void => {
      if (this.dateStyle) this.dateStyle.format += `${long ? full : short} `
    }
    if (name === 'day') add('d', 'dd')
    else if (name === 'month' && attribute(a, 'textual') === 'true') add('mmm', 'mmmm')
    else if (name === 'month') add('m', 'mm')
    else if (name === 'year') add('yy', 'yyyy')
  }

  private addStyle(a: Attributes): Style {
    const parent = this.styles.get(attribute(a, 'parent-style-name') ?? '')
    const style: Style = {
      fill: parent?.fill ?? null,
      format: this.dateFormats.get(attribute(a, 'data-style-name') ?? '') ?? parent?.format ?? null,
      hidden: false,
      struck: parent?.struck ?? false,
    }
    this.styles.set(attribute(a, 'name') ?? '', style)
    // conditions name a style as it is shown
    const shown = attribute(a, 'display-name')
    if (shown !== undefined) this.styles.set(shown, style)
    return style
  }

  private openTable(a: Attributes): void {
    const hidden = this.styles.get(attribute(a, 'style-name') ?? '')?.hidden ?? false
    this.sheet = { name: attribute(a, 'name') ?? '', hidden, rows: [], merges: [], rules: [] }
    this.row = 0
    this.columns = 0
    this.columnStyles = []
  }

  private openColumns(a: Attributes): void {
    const from = this.columns + 1
    this.columns += Number(attribute(a, 'number-columns-repeated') ?? 1)
    const style = attribute(a, 'default-cell-style-name')
    if (style !== undefined) this.columnStyles.push({ from, to: this.columns, style })
  }

  private openRow(a: Attributes): void {
    this.row++
    this.column = 0
    this.cells = []
    this.rowRepeat = Number(attribute(a, 'number-rows-repeated') ?? 1)
    this.rowHidden = ['collapse', 'filter'].includes(attribute(a, 'visibility') ?? '')
  }

  private openCondition(rules: FillRule[], a: Attributes): void {
    const fill = this.styles.get(attribute(a, 'apply-style-name') ?? '')?.fill ?? null
    const rule = readOdsCondition(attribute(a, 'value') ?? '', this.ranges, rules.length, fill)
    if (rule) rules.push(rule)
  }

  private openText(cell: OpenCell, name: string, a: Attributes): void {
    if (name === 'span') this.spans.push(this.styles.get(attribute(a, 'style-name') ?? '')?.struck ?? false)
    else if (name === 'annotation') this.note++
    else if (name === 'p' || name === 'h') {
      this.paragraph++
      ;(this.note > 0 ? cell.notes : cell.paragraphs).push('')
    } else if (name === 'line-break') this.text('\n')
    else if (name === 'tab') this.text('\t')
    else if (name === 's') this.text(' '.repeat(Math.min(Number(attribute(a, 'c') ?? 1), 100)))
    else if (name === 'a' && this.note === 0) cell.link = attribute(a, 'href') ?? null
  }

  text(text: string): void {
    if (!this.cell || this.paragraph === 0) return
    if (this.note === 0 && this.spans.includes(true)) {
      this.cell.struck += text
      return
    }
    const list = this.note > 0 ? this.cell.notes : this.cell.paragraphs
    list[list.length - 1] = (list.at(-1) ?? '') + text
  }

  close(name: string): void {
    if (name === 'date-style' && this.dateStyle) {
      this.dateFormats.set(this.dateStyle.name, this.dateStyle.format.trim())
      this.dateStyle = null
    } else if (name === 'style') this.style = null
    else if (name === 'span') this.spans.pop()
    else if (name === 'annotation') this.note = Math.max(0, this.note - 1)
    else if ((name === 'p' || name === 'h') && this.cell) this.paragraph = Math.max(0, this.paragraph - 1)
    else if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell()
    else if (name === 'table-row') this.closeRow()
    else if (name === 'table' && this.sheet) {
      const { rules, rows, ...sheet } = this.sheet
      this.sheets.push({
        ...sheet,
        rows: rules.length > 0 ? withConditionalFills(rows, rules) : rows,
        hiddenColumns: [],
      })
      this.sheet = null
    }
  }

  private closeCell(): void {
    const open = this.cell
    this.cell = null
    if (!open || !this.sheet) return
    const a = open.attributes
    const repeat = Number(attribute(a, 'number-columns-repeated') ?? 1)
    const right = Number(attribute(a, 'number-columns-spanned') ?? 1) - 1
    const down = Number(attribute(a, 'number-rows-spanned') ?? 1) - 1
    const first = this.column + 1
    if (right + down > 0)
      this.sheet.merges.push({ top: this.row, left: first, bottom: this.row + down, right: first + right })
    const cell = open.covered ? null : this.toCell(open, first)
    const copies = cell ? Math.min(repeat, MOST_REPEATED) : 0
    for (let i = 0; i < copies; i++) if (cell) this.cells.push({ ...cell, column: first + i })
    this.column += repeat
  }

  private toCell(open: OpenCell, column: number): Cell | null {
    const named =
      attribute(open.attributes, 'style-name') ??
      this.columnStyles.find((c) => column >= c.from && column <= c.to)?.style
    const style = this.styles.get(named ?? '')
    const isAllStruck = open.struck !== '' && open.paragraphs.every((p) => p.trim() === '')
    const read = readValue(isAllStruck ? { ...open, paragraphs: [open.struck] } : open, style?.format ?? null)
    const fill = style?.fill === 'FFFFFF' ? null : (style?.fill ?? null)
    if (read.kind === 'blank' && fill === null) return null
    if (read.text.length > limits.cellCharacters) {
      throw new Refusal(
        'too-large',
        'the text of this cell is longer than Excel allows (32,767 characters). Shorten it, and import that copy.',
        this.sheet?.name,
        cellAddress(this.row, column),
      )
    }
    const notes = open.notes.join('\n').trim()
    return withLinkFormula({
      row: this.row,
      column,
      ...read,
      fill,
      ink: null,
      link: open.link,
      comment: notes === '' ? null : notes,
      struck:
        isAllStruck || (style?.struck && read.kind !== 'blank') ? read.text : open.struck.trim() || null,
      formula: linkFormula(attribute(open.attributes, 'formula')),
    })
  }

  private closeRow(): void {
    const { sheet, cells, rowRepeat } = this
    if (sheet && cells.length > 0) {
      const copies = Math.min(rowRepeat, MOST_REPEATED)
      for (let i = 0; i < copies; i++) {
        const number = this.row + i
        sheet.rows.push({ number, hidden: this.rowHidden, cells: cells.map((c) => ({ ...c, row: number })) })
      }
      if (sheet.rows.length > limits.rows) {
        throw new Refusal(
          'too-large',
          'it has more than 50,000 rows. Keep only the actions in it, and import that copy.',
          sheet.name,
        )
      }
    }
    this.row += rowRepeat - 1
  }
}

/** Of formulas only links say more than their result, which always stands beside them. */
const linkFormula = (formula: string | undefined): string | null =>
  formula !== undefined && LINK_FORMULA.test(formula) ? formula : null

function hex(colour: string | undefined): string | null {
  return colour !== undefined && /^#[0-9a-f]{6}$/i.test(colour) ? colour.slice(1).toUpperCase() : null
}

function readValue(
  open: OpenCell,
  format: string | null,
): { kind: CellKind; text: string; value: Cell['value']; format: string | null } {
  const a = open.attributes
  const shown = open.paragraphs.join('\n')
  const number = Number(attribute(a, 'value') ?? Number.NaN)
  switch (attribute(a, 'value-type')) {
    case 'date': {
      const day = (attribute(a, 'date-value') ?? '').slice(0, 10)
      // Digits are shown in the order of whoever saved the file; names of months can't be misread.
      const text = /\p{L}/u.test(shown)
        ? shown
        : showDay(day, format === null ? null : format.replaceAll(' ', '/'))
      return { kind: 'date', text, value: day, format }
    }
    case 'percentage':
      return { kind: 'number', text: shown, value: number, format: '0%' }
    case 'float':
    case 'currency':
      return { kind: 'number', text: shown, value: number, format: null }
    case 'boolean':
      return { kind: 'boolean', text: shown, value: attribute(a, 'boolean-value') === 'true', format: null }
    default: {
      const error = /^(#[A-Z/0!?]+|Err:\d+)$/.test(shown)
      if (shown.trim() === '') return { kind: 'blank', text: '', value: null, format: null }
      return { kind: error ? 'error' : 'text', text: shown, value: error ? null : shown, format: null }
    }
  }
}
