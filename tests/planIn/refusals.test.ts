import { strToU8, zipSync } from 'fflate'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../shared/errors.ts'
import { aFolder } from '../support/aProgramme.ts'
import { planAt, previewOf } from './aPlan.ts'

const RELS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

const aDocument = (xml: string): Uint8Array =>
  zipSync({ '_rels/.rels': strToU8(RELS), 'word/document.xml': strToU8(xml) })

const oldOffice = (name: string): Uint8Array =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(60), Buffer.from(name, 'utf16le')])

/** Why a file is refused; '' where it is read. */
async function refusalOf(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(aFolder(), name)
  writeFileSync(path, bytes)
  try {
    await previewOf(path)
    return ''
  } catch (e) {
    if (!(e instanceof Failure)) throw e
    return e.message
  }
}

describe('what is no plan is refused with what to do', () => {
  it.each([
    [
      'plan.doc',
      oldOffice('WordDocument'),
      /old Word document \(\.doc\).*save it as a Word document \(\.docx/,
    ],
    ['plan.docx', oldOffice('EncryptedPackage'), /protected with a password.*take the password off/],
    [
      'plan.odt',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
      /OpenDocument text.*\.docx/,
    ],
    ['plan.rtf', '{\\rtf1 plan}', /\(\.rtf\).*\.docx/],
    ['plan.pdf', '%PDF-1.7 plan', /this is a PDF/],
    ['plan.docx', '', /this file is empty/],
    [
      'plan.docx',
      aDocument(`<!DOCTYPE w [<!ENTITY a "b">]><w:document ${WORD}><w:body/></w:document>`),
      /declares a document type/,
    ],
    ['plan.docx', aDocument(`<w:document ${WORD}><w:body><w:p>`), /is not whole/],
    ['plan.docx', zipSync({ 'word/styles.xml': strToU8('<a/>') }), /has no text in it/],
  ])('%s: %#', async (name, bytes, why) => {
    expect(await refusalOf(name, bytes)).toMatch(why)
  })

  it('a part that unpacks to more than the limit, before anything is unpacked', async () => {
    const bomb = Buffer.from(aDocument('<a/>'))
    const entry = bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bomb.writeUInt32LE(300 * 1024 * 1024, entry + 24)
    expect(await refusalOf('bomb.docx', bomb)).toMatch(/unpacks to more than 200 MB/)
  })

  it('a damaged document never crashes the reader', async () => {
    const whole = readFileSync(planAt('merged and split.docx'))
    for (let i = 0; i < 24; i++) {
      const bytes = Uint8Array.from(whole)
      const at = Math.floor((i / 24) * (bytes.length - 64))
      bytes.fill(0xff, at, at + 8)
      const why = await refusalOf(`damaged ${i}.docx`, i % 2 ? bytes : bytes.subarray(0, at + 10))
      expect(why === '' || why.startsWith('“damaged'), why).toBe(true)
    }
  }, 60_000)
})
