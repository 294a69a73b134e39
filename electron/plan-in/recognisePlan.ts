import { openPackage, type Package } from '../import/readers/openPackage.ts'
import { Refusal } from '../import/readers/refusal.ts'

/** A plan's file by its content: a Word document, or something for the reader of workbooks. */
export type RecognisedPlan = { readonly kind: 'word'; readonly pack: Package } | { readonly kind: 'workbook' }

const refuse = (what: string, whatToDo: string): Refusal =>
  new Refusal('workbook-unreadable', `this is ${what}. ${whatToDo} Nothing was read.`)

const AS_DOCX =
  'Open it in Word and save it as a Word document (.docx: File, Save As), then choose that copy.'

/**
 * Tells a Word document from what the reader of workbooks takes or refuses by itself. Throws `Refusal` for documents that are
 * no .docx, with a sentence that says what the file is and how to save it.
 */
export function recognisePlan(bytes: Uint8Array): RecognisedPlan {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    const holds = (name: string): boolean => buffer.includes(Buffer.from(name, 'utf16le'))
    if (holds('EncryptedPackage'))
      throw refuse(
        'protected with a password',
        'Open it in Word or Excel, take the password off (File, Info, Protect, Encrypt with Password), save it, and choose that copy.',
      )
    if (holds('WordDocument')) throw refuse('an old Word document (.doc)', AS_DOCX)
  }
  const start = buffer.subarray(0, 8).toString('latin1')
  if (start.startsWith('{\\rtf')) throw refuse('a text document (.rtf)', AS_DOCX)
  if (start.startsWith('%PDF'))
    throw refuse(
      'a PDF',
      'Ask for the Word document or workbook that it was printed from; Word can also open a PDF and save it as a Word document (.docx).',
    )
  if (!start.startsWith('PK')) return { kind: 'workbook' }
  const pack = openPackage(bytes)
  if (pack.names.some((n) => /^word\//i.test(n))) return { kind: 'word', pack }
  const type = new TextDecoder().decode(pack.read('mimetype') ?? new Uint8Array())
  if (type.includes('opendocument.text')) throw refuse('an OpenDocument text (.odt)', AS_DOCX)
  return { kind: 'workbook' }
}
