import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { readWorkbook, workbookOf } from '../../electron/import/readWorkbook.ts'
import { sayError } from '../../shared/errors.ts'
import { aPackage, textRow } from './aPackage.ts'

const folder = mkdtempSync(join(tmpdir(), 'read-limits-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The sentence that a person reads. */
const said = (bytes: Uint8Array, file = 'Tracker.xlsx'): string => {
  const read = workbookOf(bytes, file)
  return read.ok ? 'it was read' : sayError(read.error)
}

const ods = (content: string): Uint8Array =>
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(
      `<office:document-content><office:body>${content}</office:body></office:document-content>`,
    ),
  })

describe('what is more than a tracker can be is refused with a sentence', () => {
  it('a file of more than 50 MB, without reading it', async () => {
    const path = join(folder, 'Big.xlsx')
    const file = openSync(path, 'w')
    ftruncateSync(file, 50 * 1024 * 1024 + 1)
    closeSync(file)
    const read = await readWorkbook(path)
    expect(read.ok ? '' : sayError(read.error)).toBe(
      '“Big.xlsx”: it is larger than 50 MB. Delete pictures and unused sheets, save it again, and import that copy.',
    )
  })

  it('parts that unpack to more than they say, or to more than 200 MB', () => {
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      '_rels/.rels': strToU8('<Relationships/>'),
    })
    const view = new DataView(bomb.buffer)
    for (let at = 0; at < bomb.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 201 * 1024 * 1024, true)
    expect(said(bomb)).toContain('unpacks to more than 200 MB')
    for (let at = 0; at < bomb.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 3, true)
    expect(said(bomb)).toContain('damaged')
  })

  it('more than 50,000 rows, of every kind of file', () => {
    expect(said(strToU8('Ref,Action\n'.repeat(50_001)), 'Tracker.csv')).toContain('more than 50,000 rows')
    const row =
      '<table:table-row><table:table-cell><text:p>1.1.1</text:p></table:table-cell></table:table-row>'
    expect(said(ods(`<table:table table:name="WG1">${row.repeat(50_001)}</table:table>`))).toContain(
      'more than 50,000 rows',
    )
  })

  it('a cell of more than 32,767 characters, with its place', () => {
    const long = 'x'.repeat(32_768)
    expect(said(aPackage({ rows: textRow(3, ['1.1.1', long]) }))).toContain('cell B3')
    expect(said(strToU8(`Ref,Action\n1.1.1,${long}\n`), 'Tracker.csv')).toContain('cell B2')
    expect(said(aPackage({ rows: textRow(3, ['1.1.1', 'x'.repeat(32_767)]) }))).toBe('it was read')
  })

  it('document types and entities that reach outside, in any part', () => {
    const outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
    const sheet = `${outside}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`
    expect(said(aPackage({ rows: '', sheetXml: sheet }))).toContain('document type')
    const strings = `${outside}<si><t>&b;</t></si>`
    expect(said(aPackage({ rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings }))).not.toBe(
      'it was read',
    )
    const billion = '<!DOCTYPE a [<!ENTITY b "xx"><!ENTITY c "&b;&b;&b;&b;">]><worksheet/>'
    expect(said(aPackage({ rows: '', sheetXml: billion }))).toContain('document type')
    const unknown =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
    expect(said(aPackage({ rows: '', sheetXml: unknown }))).toContain('damaged')
  })
})
