import { officeTheme, resolveColour, type Theme } from './colours.ts'
import { attribute, isTrue, walkXml, type Attributes } from './walkXml.ts'

/** What a cell's style number says about it, as far as a reader of trackers cares. */
export type CellStyle = {
  /** Number format, null for General. */
  readonly format: string | null
  readonly fill: string | null
  readonly ink: string | null
  /** All words of the cell are struck through. */
  readonly struck: boolean
}

export type Styles = {
  readonly cells: readonly CellStyle[]
  /** Fills of conditional formats, by their number; null where one has no fill. */
  readonly conditional: readonly (string | null)[]
}

export const noStyles: Styles = { cells: [], conditional: [] }

/** Number formats that a workbook uses without writing them out; 14 is the short date of the reader's country. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??',
  14: 'dd/mm/yyyy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm',
  21: 'h:mm:ss', 22: 'dd/mm/yyyy h:mm', 37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00', 45: 'mm:ss',
  46: '[h]:mm:ss', 47: 'mm:ss.0', 48: '##0.0E+0', 49: '@',
} // prettier-ignore

/** Reads the theme part: the twelve colours that `theme="n"` counts. */
export function readTheme(bytes: Uint8Array): Theme {
  const found = new Map<string, string>()
  let slot: string | null = null
  let inScheme = false
  walkXml(bytes, 'theme', {
    open(name, attributes) {
      if (name === 'clrScheme') inScheme = true
      else if (inScheme && SLOTS.includes(name)) slot = name
      else if (inScheme && slot !== null && (name === 'srgbClr' || name === 'sysClr')) {
        const colour = name === 'sysClr' ? attributes['lastClr'] : attributes['val']
        if (colour !== undefined) found.set(slot, colour.toUpperCase())
      }
    },
    close(name) {
      if (name === 'clrScheme') inScheme = false
      else if (name === slot) slot = null
    },
  })
  return SLOTS.map((name, i) => found.get(name) ?? officeTheme[i] ?? '000000')
}

/** The file lists dark before light; the numbers count light before dark. */
const SLOTS = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'] // prettier-ignore

type Xf = { readonly format: number; readonly fill: number; readonly font: number }

/** Collects what the styles part says while it is walked. */
type Collected = {
  readonly formats: Map<number, string>
  readonly palette: string[]
  readonly fonts: { colour: Attributes | null; struck: boolean }[]
  readonly fills: Fill[]
  readonly dxfFills: (Fill | null)[]
  readonly xfs: Xf[]
}

type Fill = { pattern: string | null; fore: Attributes | null; back: Attributes | null }

/** Reads the styles part against a theme. */
export function readStyles(bytes: Uint8Array, theme: Theme): Styles {
  const c = collect(bytes)
  const colour = (a: Attributes | null): string | null =>
    a === null ? null : resolveColour(a, theme, c.palette)
  const fills = c.fills.map((f) => (f.pattern === 'solid' ? (colour(f.fore) ?? colour(f.back)) : null))
  const fonts = c.fonts.map((f) => ({ ink: colour(f.colour), struck: f.struck }))
  return {
    cells: c.xfs.map((xf) => ({
      format: formatOf(xf.format, c.formats),
      fill: fills[xf.fill] ?? null,
      ink: fonts[xf.font]?.ink ?? null,
      struck: fonts[xf.font]?.struck ?? false,
    })),
    // In a conditional format the background colour is the one that is seen; the pattern may be left out.
    conditional: c.dxfFills.map((f) =>
      f === null || f.pattern === 'none' ? null : (colour(f.back) ?? colour(f.fore)),
    ),
  }
}

function formatOf(id: number, formats: ReadonlyMap<number, string>): string | null {
  const format = formats.get(id) ?? BUILT_IN[id] ?? null
  return format === null || /^general$/i.test(format) ? null : format
}

function collect(bytes: Uint8Array): Collected {
  const c: Collected = { formats: new Map(), palette: [], fonts: [], fills: [], dxfFills: [], xfs: [] }
  const path: string[] = []
  walkXml(bytes, 'styles', {
    open(name, attributes) {
      const within = path.includes('dxfs') ? 'dxfs' : (path[1] ?? '')
      path.push(name)
      if (within === 'dxfs') readDxf(c, name, attributes)
      else readStyle(c, within, path.at(-2) ?? '', name, attributes)
    },
    close() {
      path.pop()
    },
  })
  return c
}

function readStyle(c: Collected, within: string, parent: string, name: string, a: Attributes): void {
  if (name === 'numFmt') c.formats.set(Number(a['numFmtId']), a['formatCode'] ?? '')
  else if (name === 'rgbColor') c.palette.push((a['rgb'] ?? '').slice(-6).toUpperCase())
  else if (within === 'fonts' && name === 'font') c.fonts.push({ colour: null, struck: false })
  else if (within === 'fonts' && parent === 'font') readFont(c.fonts.at(-1), name, a)
  else if (within === 'fills' && name === 'fill') c.fills.push({ pattern: null, fore: null, back: null })
  else if (within === 'fills') readFill(c.fills.at(-1), name, a)
  else if (within === 'cellXfs' && name === 'xf') {
    c.xfs.push({
      format: Number(a['numFmtId'] ?? 0),
      fill: Number(a['fillId'] ?? 0),
      font: Number(a['fontId'] ?? 0),
    })
  }
}

function readFont(font: Collected['fonts'][number] | undefined, name: string, a: Attributes): void {
  if (!font) return
  if (name === 'color') font.colour = a
  else if (name === 'strike') font.struck = a['val'] === undefined || isTrue(a['val'])
}

function readDxf(c: Collected, name: string, a: Attributes): void {
  if (name === 'dxf') c.dxfFills.push(null)
  else if (name === 'fill') c.dxfFills[c.dxfFills.length - 1] = { pattern: null, fore: null, back: null }
  else readFill(c.dxfFills.at(-1) ?? undefined, name, a)
}

function readFill(fill: Fill | undefined, name: string, a: Attributes): void {
  if (!fill) return
  if (name === 'patternFill') fill.pattern = attribute(a, 'patternType') ?? null
  else if (name === 'fgColor') fill.fore = a
  else if (name === 'bgColor') fill.back = a
}
