import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readWorkbook, workbookOf } from '../../electron/import/readWorkbook.ts'
import type { Cell, Workbook } from '../../shared/workbook/grid.ts'
import { readAddress } from '../../shared/workbook/grid.ts'
import { aPackage, textRow, type RawWorkbook } from './aPackage.ts'

const read = (bytes: Uint8Array, file = 'Tracker.xlsx'): Workbook => {
  const result = workbookOf(bytes, file)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const open = (raw: RawWorkbook): ((address: string) => Cell | undefined) => {
  const sheet = read(aPackage(raw)).sheets[0]
  return (address) => {
    const place = readAddress(address)
    return sheet?.rows.find((r) => r.number === place?.row)?.cells.find((c) => c.column === place?.column)
  }
}

const refused = (bytes: Uint8Array): { code: string; why: string; sheet?: string; cell?: string } => {
  const result = workbookOf(bytes, 'Tracker.xlsx')
  if (result.ok) throw new Error('it was read')
  return result.error as never
}

describe('cells of every kind', () => {
  it('reads numbers, texts, booleans, errors and formulas with and without values', () => {
    const at = open({
      rows:
        '<row r="1"><c r="A1"><v>12.5</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c>' +
        '<c r="E1" t="str"><f>A1&amp;"x"</f><v>12.5x</v></c><c r="F1"><f>A1*2</f></c><c r="G1" t="str"><f>""</f><v></v></c></row>',
      strings: '<si><t xml:space="preserve"> shared </t></si>',
    })
    expect(at('A1')).toMatchObject({ kind: 'number', text: '12.5', value: 12.5 })
    expect(at('B1')).toMatchObject({ kind: 'text', text: ' shared ' })
    expect(at('C1')).toMatchObject({ kind: 'boolean', value: true })
    expect(at('D1')).toMatchObject({ kind: 'error', text: '#N/A', value: null })
    expect(at('E1')).toMatchObject({ kind: 'text', text: '12.5x', formula: 'A1&"x"' })
    expect(at('F1')).toMatchObject({ kind: 'blank', formula: 'A1*2' })
    expect(at('G1')).toBeUndefined()
  })

  it('flattens rich text, leaves out what is meant for reading aloud, and sets struck words apart', () => {
    const at = open({
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>',
      strings:
        '<si><r><t>Due </t></r><r><rPr><b/></rPr><t>March</t></r><rPh sb="0" eb="1"><t>ruby</t></rPh></si>' +
        '<si><r><rPr><strike/></rPr><t>October 2019</t></r><r><rPr><strike val="0"/></rPr><t> March 2020</t></r></si>' +
        '<si><t>line_x000D_\nbreak _x005F_x0041_</t></si>',
    })
    expect(at('A1')?.text).toBe('Due March')
    expect(at('B1')).toMatchObject({ text: ' March 2020', struck: 'October 2019' })
    expect(at('C1')?.text).toBe('line\nbreak _x0041_')
  })

  it('reads real dates as days, shown by their format, in both date systems', () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="mmm\\-yy"/><numFmt numFmtId="165" formatCode="[$-809]d mmmm yyyy;@"/><numFmt numFmtId="166" formatCode="mm/dd/yyyy"/></numFmts>' +
      '<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="9"/><xf numFmtId="4"/></cellXfs>'
    const rows =
      '<row r="1"><c r="A1" s="1"><v>43921</v></c><c r="B1" s="2"><v>43922.75</v></c><c r="C1" s="3"><v>43921</v></c><c r="D1" s="4"><v>43924</v></c>' +
      '<c r="E1" s="5"><v>0.4</v></c><c r="F1" s="6"><v>12345.6</v></c><c r="G1" s="1" t="d"><v>2020-03-31T00:00:00</v></c><c r="H1"><v>43921</v></c></row>'
    const at = open({ rows, styles })
    expect(at('A1')).toMatchObject({ kind: 'date', value: '2020-03-31', text: '31/03/2020' })
    expect(at('B1')).toMatchObject({ kind: 'date', value: '2020-04-01', text: 'Apr-20' })
    expect(at('C1')?.text).toBe('31 March 2020')
    expect(at('D1')?.text, 'the month first is shown in UK order').toBe('03/04/2020')
    expect(at('E1')).toMatchObject({ kind: 'number', text: '40%', value: 0.4 })
    expect(at('F1')?.text).toBe('12,345.60')
    expect(at('G1')).toMatchObject({ kind: 'date', value: '2020-03-31' })
    expect(at('H1')).toMatchObject({ kind: 'number', value: 43921 })
    const old = open({ rows, styles, workbookPr: '<workbookPr date1904="1"/>' })
    expect(old('A1')?.value).toBe('2024-04-01')
  })

  it('resolves fills from exact, theme with tint, indexed and conditional colours', () => {
    const fill = (colour: string): string =>
      `<fill><patternFill patternType="solid"><fgColor ${colour}/></patternFill></fill>`
    const styles =
      `<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('rgb="FF00B050"')}${fill('theme="9" tint="0.3999755851924192"')}${fill('indexed="10"')}${fill('rgb="FFFFFFFF"')}</fills>` +
      '<cellXfs><xf/><xf fillId="2"/><xf fillId="3"/><xf fillId="4"/><xf fillId="5"/><xf fillId="1"/></cellXfs>' +
      '<dxfs><dxf><fill><patternFill><bgColor rgb="FFFFC000"/></patternFill></fill></dxf></dxfs>'
    const at = open({
      rows: '<row r="1"><c r="A1" s="1"/><c r="B1" s="2"/><c r="C1" s="3"/><c r="D1" s="4"/><c r="E1" s="5"/><c r="F1" t="inlineStr"><is><t>At risk</t></is></c></row>',
      styles,
      after:
        '<conditionalFormatting sqref="F1:F9"><cfRule type="containsText" dxfId="0" priority="1" operator="containsText" text="risk"><formula>NOT(ISERROR(SEARCH("risk",F1)))</formula></cfRule></conditionalFormatting>',
    })
    expect(at('A1')?.fill).toBe('00B050')
    expect(at('B1')?.fill).toBe('FAC090')
    expect(at('C1')?.fill).toBe('FF0000')
    expect(at('D1'), 'white is no fill').toBeUndefined()
    expect(at('E1')).toBeUndefined()
    expect(at('F1')?.fill).toBe('FFC000')
  })

  it('keeps addresses, comments, hidden rows, merged cells and names', () => {
    const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const bytes = aPackage({
      rows: `${textRow(1, ['Minutes', 'x'])}<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>hidden</t></is></c><c r="B2"><f>HYPERLINK("https://example.org/b","Report")</f></c></row>`,
      after:
        '<mergeCells count="1"><mergeCell ref="A3:C4"/></mergeCells><hyperlinks><hyperlink ref="A1" r:id="h1"/></hyperlinks>',
      sheetRels: `<Relationship Id="h1" Type="${rels}/hyperlink" Target="https://example.org/a" TargetMode="External"/><Relationship Id="c1" Type="${rels}/comments" Target="../comments1.xml"/>`,
      names: '<definedNames><definedName name="Issue" hidden="1">Tracker!$A$1</definedName></definedNames>',
      more: {
        'xl/comments1.xml':
          '<comments><commentList><comment ref="B1"><text><r><t>Ask </t></r><r><t>Lead A</t></r></text></comment></commentList></comments>',
        'docProps/custom.xml':
          '<Properties><property name="programme"><vt:lpwstr xmlns:vt="v">abc</vt:lpwstr></property></Properties>',
      },
    })
    const workbook = read(bytes)
    const [first, second] = workbook.sheets[0]?.rows ?? []
    expect(first?.cells[0]?.link).toBe('https://example.org/a')
    expect(first?.cells[1]?.comment).toBe('Ask Lead A')
    expect(second?.hidden).toBe(true)
    expect(second?.cells[1]).toMatchObject({ text: 'Report', link: 'https://example.org/b' })
    expect(workbook.sheets[0]?.merges).toEqual([{ top: 3, left: 1, bottom: 4, right: 3 }])
    expect(workbook.definedNames).toEqual([{ name: 'Issue', refersTo: 'Tracker!$A$1', hidden: true }])
    expect(workbook.properties).toEqual({ programme: 'abc' })
  })
})

describe('packages of other writers', () => {
  it('reads strict files, elements with a prefix, and rows and cells without names', () => {
    const strict = open({ strict: true, rows: textRow(1, ['Ref', 'Action']) })
    expect(strict('B1')?.text).toBe('Action')
    const prefixed = open({
      prefix: 'x:',
      rows: '<x:row><x:c t="inlineStr"><x:is><x:t>Ref</x:t></x:is></x:c><x:c><x:v>3</x:v></x:c></x:row>',
    })
    expect(prefixed('A1')?.text).toBe('Ref')
    expect(prefixed('B1')?.value).toBe(3)
  })

  it('reads a part in UTF-16 and one with forbidden control characters', () => {
    const xml = `<worksheet><sheetData>${textRow(1, ['Schön'])}</sheetData></worksheet>`
    const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Buffer.from(xml, 'utf16le'))])
    const sheet = read(aPackage({ rows: '', more: { 'xl/worksheets/sheet1.xml': utf16 } })).sheets[0]
    expect(sheet?.rows[0]?.cells[0]?.text).toBe('Schön')
    expect(open({ rows: textRow(1, ['bell\u0007']) })('A1')?.text).toContain('bell')
  })
})

describe('tables of text', () => {
  const rows = (text: string | Uint8Array): string[][] =>
    read(typeof text === 'string' ? strToU8(text) : text, 'WG1.csv').sheets[0]?.rows.map((r) =>
      r.cells.map((c) => c.text),
    ) ?? []

  it('reads commas, semicolons and tabs, quotes and line breaks within them', () => {
    expect(rows('Ref,Action\n1.1.1,"Meet, talk\n""again"""\n')).toEqual([
      ['Ref', 'Action'],
      ['1.1.1', 'Meet, talk\n"again"'],
    ])
    expect(rows('Ref;Action;Lead\r\n1.1.1;Meet, talk;Lead A')).toEqual([
      ['Ref', 'Action', 'Lead'],
      ['1.1.1', 'Meet, talk', 'Lead A'],
    ])
    expect(rows('sep=;\nRef;Action\n1.1.1;x')).toEqual([
      ['Ref', 'Action'],
      ['1.1.1', 'x'],
    ])
    expect(rows('Ref\tAction\n1.1.1\tx')).toEqual([
      ['Ref', 'Action'],
      ['1.1.1', 'x'],
    ])
  })

  it('reads UTF-8, UTF-16 and Windows-1252', () => {
    expect(rows('\ufeffRef,Café\n1,x')[0]).toEqual(['Ref', 'Café'])
    expect(rows(new Uint8Array([0xff, 0xfe, ...Buffer.from('Ref,Café\n1,x', 'utf16le')]))[0]).toEqual([
      'Ref',
      'Café',
    ])
    expect(rows(new Uint8Array(Buffer.from('Ref,Caf\u00e9 \u0096\n1,x', 'latin1')))[0]).toEqual([
      'Ref',
      'Café –',
    ])
  })
})

describe('what is refused, with a sentence', () => {
  const zip = (name: string, text = 'x'): Uint8Array => zipSync({ [name]: strToU8(text) })

  it.each<[string, Uint8Array, string]>([
    [
      'an old workbook',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('Workbook', 'utf16le')]),
      '97–2003',
    ],
    [
      'a password',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')]),
      'password',
    ],
    ['a binary workbook', zip('xl/workbook.bin'), '.xlsb'],
    ['a presentation', zip('ppt/presentation.xml'), 'PowerPoint'],
    ['a zip folder', zip('photo.jpg'), 'zip folder'],
    ['a PDF', strToU8('%PDF-1.7'), 'PDF'],
    ['a web page', strToU8('<html><table></table></html>'), 'web page'],
    ['a letter', strToU8('Dear all\nplease find attached'), 'text file'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), 'picture'],
    [
      'a workbook without its sheet',
      aPackage({ rows: '', more: { 'xl/_rels/workbook.xml.rels': '<Relationships/>' } }),
      'not in it',
    ],
    ['broken XML', aPackage({ rows: '', sheetXml: '<worksheet><sheetData><row>' }), 'damaged'],
    [
      'a document type',
      aPackage({ rows: '', sheetXml: '<!DOCTYPE w [<!ENTITY a "b">]><worksheet>&a;</worksheet>' }),
      'document type',
    ],
  ])('%s', (_, bytes, words) => {
    expect(refused(bytes)).toMatchObject({ code: 'workbook-unreadable', why: expect.stringContaining(words) })
  })

  it('a flipped bit and a file cut short', () => {
    const whole = aPackage({ rows: textRow(1, ['Ref', 'Action', 'Lead', 'x'.repeat(4000)]) })
    const flipped = whole.slice()
    const at = Buffer.from(flipped).indexOf('xl/worksheets/sheet1.xml') + 60
    flipped[at] = (flipped[at] ?? 0) ^ 0x10
    expect(refused(flipped).why).toContain('damaged')
    expect(refused(whole.slice(0, whole.length - 40)).why).toContain('breaks off')
  })

  it('more than 50,000 rows, and a cell that is too long, with its place', () => {
    const rows = Array.from(
      { length: 50_001 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c></row>`,
    ).join('')
    expect(refused(aPackage({ rows }))).toMatchObject({ code: 'too-large', sheet: 'Tracker' })
    expect(refused(aPackage({ rows: textRow(3, ['Ref', 'x'.repeat(32_768)]) }))).toMatchObject({
      code: 'too-large',
      sheet: 'Tracker',
      cell: 'B3',
    })
  })

  it('a part that claims to be larger than 200 MB, before it is unpacked', () => {
    const bytes = aPackage({ rows: textRow(1, ['Ref']) }).slice()
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 46; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 300 * 1024 * 1024, true)
    }
    expect(refused(bytes)).toMatchObject({ code: 'too-large' })
  })

  it('a file that is not there, and a folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'read-workbook-'))
    expect(await readWorkbook(join(folder, 'none.xlsx'))).toMatchObject({
      ok: false,
      error: { code: 'file-missing' },
    })
    expect(await readWorkbook(folder)).toMatchObject({
      ok: false,
      error: { code: 'workbook-unreadable', why: expect.stringContaining('folder') },
    })
    writeFileSync(join(folder, 'odd name.tmp'), aPackage({ rows: textRow(1, ['Ref', 'Action']) }))
    expect(await readWorkbook(join(folder, 'odd name.tmp'))).toMatchObject({ ok: true })
  })
})
