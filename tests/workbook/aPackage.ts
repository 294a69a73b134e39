import { strToU8, zipSync } from 'fflate'

/** What differs from one raw workbook to the next; everything else is what the smallest valid package holds. */
export type RawWorkbook = {
  /** Rows of the one sheet, as the XML within `sheetData`. */
  readonly rows: string
  /** XML after `sheetData`. */
  readonly after?: string
  readonly strings?: string
  readonly styles?: string
  readonly workbookPr?: string
  readonly sheetRels?: string
  readonly names?: string
  /** Prefix of every element ("x:") and the namespace, for writers that choose their own. */
  readonly prefix?: string
  readonly strict?: boolean
  readonly sheetXml?: string
  readonly more?: Readonly<Record<string, string | Uint8Array>>
}

const usual = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  rels: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}
const strictNames = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  rels: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
}
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Writes a workbook part by part, for forms of file that no library on this machine writes. */
export function aPackage(raw: RawWorkbook): Uint8Array {
  const { main, rels } = raw.strict ? strictNames : usual
  const p = raw.prefix ?? ''
  const ns = p === '' ? `xmlns="${main}"` : `xmlns:${p.slice(0, -1)}="${main}"`
  const link = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${rels}/${kind}" Target="${target}"/>`
  const parts: Record<string, string | Uint8Array> = {
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}">${link('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<${p}workbook ${ns} xmlns:r="${rels}">${raw.workbookPr ?? ''}<${p}sheets><${p}sheet name="Tracker" sheetId="1" r:id="r1"/></${p}sheets>${raw.names ?? ''}</${p}workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}">${link('r1', 'worksheet', 'worksheets/sheet1.xml')}${raw.strings ? link('r2', 'sharedStrings', 'sharedStrings.xml') : ''}${raw.styles ? link('r3', 'styles', '/xl/styles.xml') : ''}</Relationships>`,
    'xl/worksheets/sheet1.xml':
      raw.sheetXml ??
      `${HEAD}<${p}worksheet ${ns} xmlns:r="${rels}"><${p}sheetData>${raw.rows}</${p}sheetData>${raw.after ?? ''}</${p}worksheet>`,
  }
  if (raw.strings) parts['xl/sharedStrings.xml'] = `${HEAD}<${p}sst ${ns}>${raw.strings}</${p}sst>`
  if (raw.styles) parts['xl/styles.xml'] = `${HEAD}<${p}styleSheet ${ns}>${raw.styles}</${p}styleSheet>`
  if (raw.sheetRels) {
    parts['xl/worksheets/_rels/sheet1.xml.rels'] =
      `${HEAD}<Relationships xmlns="${PACKAGE}">${raw.sheetRels}</Relationships>`
  }
  const all = Object.entries({ ...parts, ...raw.more })
  return zipSync(
    Object.fromEntries(all.map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])),
  )
}

/** A row of inline texts: `['Ref', 'Action']` as row 1. */
export const textRow = (row: number, texts: readonly string[]): string =>
  `<row r="${row}">${texts.map((t, i) => `<c r="${String.fromCharCode(65 + i)}${row}" t="inlineStr"><is><t>${t}</t></is></c>`).join('')}</row>`
