import { Buffer, isAscii } from 'node:buffer'
import { Refusal, damaged } from './refusal.ts'
import { DocumentType, localName, XmlScanner, type Attributes, type XmlHandlers } from './xmlScanner.ts'

export type { Attributes, XmlHandlers } from './xmlScanner.ts'

const CHUNK = 1 << 16

/**
 * Walks one XML part from its first element to its last. Document types are refused, so entities cannot be
 * defined and nothing outside the part can be reached. Throws `Refusal` where the XML is broken.
 */
export function walkXml(bytes: Uint8Array, part: string, handlers: XmlHandlers): void {
  try {
    feed(new XmlScanner(handlers), bytes)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw error instanceof DocumentType ? documentType(part) : damaged(`its part ${part} is not whole`)
  }
}

const documentType = (part: string): Refusal =>
  new Refusal(
    'workbook-unreadable',
    `its part ${part} declares a document type, which no spreadsheet program writes, so it was refused for safety. Open it in Excel, save it as a new .xlsx file, and import that copy.`,
  )

function feed(scanner: XmlScanner, bytes: Uint8Array): void {
  const encoding = encodingOf(bytes)
  const decoder = new TextDecoder(encoding, { fatal: true })
  const isPlain = (chunk: Uint8Array): boolean => encoding === 'utf-8' && isAscii(chunk)
  let hasPart = false
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK)
    // most parts are nearly all ASCII, which needs no decoder: that is many times faster
    const plain: boolean = !hasPart && isPlain(chunk)
    scanner.write(plain ? asciiText(chunk) : decoder.decode(chunk, { stream: true }))
    // a character may be cut in two at the end of the chunk: then the decoder holds its first part
    hasPart = !plain && (chunk.at(-1) ?? 0) >= 0x80
  }
  scanner.write(decoder.decode())
  scanner.end()
}

const asciiText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const declared = /encoding=["']([\w.-]+)["']/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 120)))
  const name = declared?.[1]?.toLowerCase() ?? 'utf-8'
  return ['iso-8859-1', 'windows-1252', 'us-ascii'].includes(name) ? 'windows-1252' : 'utf-8'
}

/** An attribute by its local name: "r:id" and "id" are the same. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[name]
  if (plain !== undefined) return plain
  for (const key of Object.keys(attributes)) if (localName(key) === name) return attributes[key]
  return undefined
}

/** XML's own words for true. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'
