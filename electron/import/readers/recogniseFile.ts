import { openPackage, passwordProtected, type Package } from './openPackage.ts'
import { Refusal } from './refusal.ts'

/** What a file is by its content; the ending of its name is not asked. */
export type Recognised =
  | { readonly kind: 'xlsx'; readonly pack: Package }
  | { readonly kind: 'ods'; readonly pack: Package }
  | { readonly kind: 'text' }

const SAVE_AS =
  'Open it there and save it as an Excel workbook (.xlsx: File, Save As), then import that copy. Nothing was read.'

const notAWorkbook = (what: string, whatToDo = SAVE_AS): Refusal =>
  new Refusal('workbook-unreadable', `this is not an Excel workbook but ${what}. ${whatToDo}`)

/** Recognises a file by its first bytes and its parts. Throws `Refusal` with what the file really is. */
export function recogniseFile(bytes: Uint8Array): Recognised {
  if (bytes.length === 0) {
    throw new Refusal(
      'workbook-unreadable',
      'this file is empty: it has no content at all. It was probably not copied or downloaded to the end; ask for it once more. Nothing was read.',
    )
  }
  if (startsWith(bytes, [0x50, 0x4b])) return recognisePackage(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw oldOffice(bytes)
  const other = otherFormat(bytes)
  if (other !== null) throw other
  return { kind: 'text' }
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((b, i) => bytes[i] === b)

function recognisePackage(bytes: Uint8Array): Recognised {
  const pack = openPackage(bytes)
  const names = pack.names.map((n) => n.toLowerCase())
  const has = (start: string): boolean => names.some((n) => n.startsWith(start))
  if (names.includes('mimetype')) return recogniseOpenDocument(pack)
  if (has('xl/workbook.bin'))
    throw notAWorkbook(
      'an Excel binary workbook (.xlsb)',
      'Open it in Excel and save it as an Excel workbook (.xlsx: File, Save As), then import that copy. Nothing was read.',
    )
  if (has('xl/') || names.includes('workbook.xml')) return { kind: 'xlsx', pack }
  if (has('word/'))
    throw notAWorkbook(
      'a Word document with the wrong ending',
      'If the actions stand in a table there, copy the table into a new Excel workbook, save that as .xlsx, and import it. Nothing was read.',
    )
  if (has('ppt/'))
    throw notAWorkbook(
      'a PowerPoint presentation with the wrong ending',
      'Ask for the tracker as an Excel workbook (.xlsx). Nothing was read.',
    )
  if (has('index/') || names.some((n) => n.endsWith('.iwa')))
    throw notAWorkbook(
      'an Apple Numbers spreadsheet',
      'Open it in Numbers, choose File, Export To, Excel, and import that copy. Nothing was read.',
    )
  if (names.includes('[content_types].xml')) return { kind: 'xlsx', pack }
  throw notAWorkbook('a zip folder', 'Unzip it first, then import the workbooks in it. Nothing was read.')
}

function recogniseOpenDocument(pack: Package): Recognised {
  const type = new TextDecoder().decode(pack.read('mimetype') ?? new Uint8Array())
  if (type.includes('opendocument.spreadsheet')) return { kind: 'ods', pack }
  throw notAWorkbook(
    'an OpenDocument file that is no spreadsheet',
    'Ask for the tracker as an Excel workbook (.xlsx). Nothing was read.',
  )
}

/** Files of Office 97 to 2003, and of newer Office where a password locks them. */
function oldOffice(bytes: Uint8Array): Refusal {
  const holds = (name: string): boolean => includesUtf16(bytes, name)
  if (holds('EncryptedPackage')) return passwordProtected()
  if (holds('WordDocument')) return notAWorkbook('an old Word document (.doc)')
  if (holds('PowerPoint Document')) return notAWorkbook('an old PowerPoint presentation (.ppt)')
  if (holds('Workbook') || holds('Book')) {
    return notAWorkbook(
      'an old Excel 97–2003 workbook (.xls)',
      'Open it in Excel and save it as an Excel workbook (.xlsx: File, Save As), then import that copy. Nothing was read.',
    )
  }
  return notAWorkbook('a file of an old Office program')
}

/** Looks for a name as directories of old Office files write it: two bytes a letter. */
function includesUtf16(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))
}

/** First bytes of PNG, JPEG, GIF and TIFF. */
const PICTURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
]

function otherFormat(bytes: Uint8Array): Refusal | null {
  const start = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 1024))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  if (start.startsWith('%PDF'))
    return notAWorkbook('a PDF', 'Ask for the workbook it was printed from. Nothing was read.')
  if (start.startsWith('{\\rtf')) return notAWorkbook('a text document (.rtf)')
  if (/^<(!doctype html|html|head|meta|table)/i.test(start)) return notAWorkbook('a web page')
  if (start.includes('schemas-microsoft-com:office:spreadsheet'))
    return notAWorkbook('an XML spreadsheet of 2003')
  if (start.startsWith('<?xml') || start.startsWith('<')) return notAWorkbook('an XML file')
  if (PICTURES.some((start) => startsWith(bytes, start)))
    return notAWorkbook('a picture', 'Ask for the workbook that it shows. Nothing was read.')
  return isBinary(bytes)
    ? notAWorkbook(
        'a file of another program',
        'Ask for the tracker as an Excel workbook (.xlsx). Nothing was read.',
      )
    : null
}

/** Text holds no zero bytes unless it says by its first two bytes that it is UTF-16. */
function isBinary(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return false
  return bytes.subarray(0, 4096).some((b) => b === 0 || (b < 9 && b > 0) || (b > 13 && b < 32 && b !== 27))
}
