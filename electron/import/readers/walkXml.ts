import { SaxesParser } from 'saxes'
import { Refusal, damaged } from './refusal.ts'

export type Attributes = Readonly<Record<string, string>>

export type XmlHandlers = {
  /** Called with the name without its prefix: writers choose different prefixes for the same element. */
  readonly open?: (name: string, attributes: Attributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

const CHUNK = 1 << 16

/**
 * Walks one XML part from its first element to its last. Document types are refused, so entities cannot be
 * defined and nothing outside the part can be reached. Throws `Refusal` where the XML is broken.
 */
export function walkXml(bytes: Uint8Array, part: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('error', (error) => {
    // Control characters are not allowed in XML, yet some exports write them inside texts: no reason to lose the file.
    if (!/^(disallowed character|malformed character entity)\.$/.test(error.message)) throw error
  })
  parser.on('doctype', () => {
    throw new Refusal(
      'workbook-unreadable',
      `its part ${part} declares a document type, which no spreadsheet program writes, so it was refused for safety. Open it in Excel, save it as a new .xlsx file, and import that copy.`,
    )
  })
  const { open, close, text } = handlers
  if (open) parser.on('opentag', (tag) => open(localName(tag.name), tag.attributes))
  if (close) parser.on('closetag', (tag) => close(localName(tag.name)))
  if (text) parser.on('text', text)
  if (text) parser.on('cdata', text)
  try {
    feed(parser, bytes)
  } catch (error) {
    throw error instanceof Refusal ? error : damaged(`its part ${part} is not whole`)
  }
}

function feed(parser: { write: (chunk: string) => unknown; close: () => unknown }, bytes: Uint8Array): void {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }))
  }
  parser.write(decoder.decode())
  parser.close()
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const declared = /encoding=["']([\w.-]+)["']/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 120)))
  const name = declared?.[1]?.toLowerCase() ?? 'utf-8'
  return ['iso-8859-1', 'windows-1252', 'us-ascii'].includes(name) ? 'windows-1252' : 'utf-8'
}

/** The part of a name after its prefix: "x:row" is "row". */
export function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
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
