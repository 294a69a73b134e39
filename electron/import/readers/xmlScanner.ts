/** What a scanner tells of, in the order it comes. Names are without their prefix: writers choose different ones. */
export type XmlHandlers = {
  readonly open?: (name: string, attributes: Attributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

export type Attributes = Readonly<Record<string, string>>

/** Thrown where a text is not well-formed XML. */
export class NotXml extends Error {}

/** Thrown at a document type: entities could be defined in it, and other files reached. */
export class DocumentType extends Error {}

const [tab, newline, carriageReturn, space, quote, apostrophe, slash] = [9, 10, 13, 32, 34, 39, 47]
const [less, equals, greater, question, exclamation] = [60, 61, 62, 63, 33]

const isSpace = (code: number): boolean =>
  code === space || code === newline || code === carriageReturn || code === tab

/** No tag, comment or instruction of a spreadsheet is nearly as long (in characters). */
const longestMarkup = 1 << 24
/** So much text without a tag in it is handed on before its end is there. */
const longestPending = 1 << 20

/**
 * Scans well-formed XML handed to it piece by piece: half of the time that reading a large workbook takes is spent here, so
 * it does no more than that needs (no namespaces, no positions, XML 1.0). Control characters, which some exports write inside
 * texts, are let through; whatever else is not well-formed is thrown as `NotXml`, a document type as `DocumentType`.
 */
export class XmlScanner {
  private readonly handlers: XmlHandlers
  private readonly names = new Map<string, string>()
  private readonly opened: string[] = []
  private rest = ''
  private isFirst = true
  private hasRoot = false

  constructor(handlers: XmlHandlers) {
    this.handlers = handlers
  }

  /** Takes the next piece of the text. */
  write(piece: string): void {
    const xml = this.rest === '' ? piece : this.rest + piece
    let at = 0
    for (;;) {
      const start = xml.indexOf('<', at)
      if (start < 0) break
      if (start > at) this.text(xml.slice(at, start))
      at = start
      const end = this.markup(xml, start)
      if (end < 0) break
      this.isFirst = false
      at = end
    }
    this.rest = this.handOn(xml.slice(at))
  }

  /** The text ends here. */
  end(): void {
    if (this.rest.startsWith('<')) throw new NotXml('breaks off')
    if (this.rest !== '') this.text(this.rest)
    if (!this.hasRoot || this.opened.length > 0) throw new NotXml('breaks off')
  }

  /** What has to wait for the next piece; of a long text only its end, which may be a reference cut in two. */
  private handOn(rest: string): string {
    if (rest.startsWith('<')) {
      if (rest.length > longestMarkup) throw new NotXml('a tag without end')
      return rest
    }
    if (rest.length < longestPending) return rest
    const last = rest.lastIndexOf('&')
    const cut = last > rest.length - 64 ? last : rest.length - 3
    this.text(rest.slice(0, cut))
    return rest.slice(cut)
  }

  private text(raw: string): void {
    this.isFirst = false
    if (this.opened.length === 0) {
      if (/[^ \t\r\n]/.test(raw)) throw new NotXml('text outside of the root')
      return
    }
    if (raw.includes(']]>')) throw new NotXml('the end of a section that did not begin')
    this.handlers.text?.(withReferences(withNewlines(raw)))
  }

  /** Reads what begins with “<”; gives where it ends, or -1 where its end is not there yet. */
  private markup(xml: string, start: number): number {
    const code = xml.charCodeAt(start + 1)
    if (Number.isNaN(code)) return -1
    if (code === slash) return this.closeTag(xml, start)
    if (code === exclamation) return this.declaration(xml, start)
    if (code === question) return this.instruction(xml, start)
    return this.openTag(xml, start)
  }

  private closeTag(xml: string, start: number): number {
    const end = xml.indexOf('>', start + 2)
    if (end < 0) return -1
    const name = this.opened.pop()
    if (name === undefined) throw new NotXml('a closing tag too many')
    const isExact = end - start - 2 === name.length && xml.startsWith(name, start + 2)
    if (!isExact && xml.slice(start + 2, end).replace(/[ \t\r\n]+$/, '') !== name)
      throw new NotXml('another closing tag')
    this.handlers.close?.(this.localName(name))
    return end + 1
  }

  /** A comment, a section of text as it is, or a document type. */
  private declaration(xml: string, start: number): number {
    if (xml.startsWith('<!--', start)) {
      const dashes = xml.indexOf('--', start + 4)
      if (dashes < 0 || dashes + 2 >= xml.length) return -1
      if (xml.charCodeAt(dashes + 2) !== greater) throw new NotXml('a malformed comment')
      return dashes + 3
    }
    if (xml.length < start + 9) return -1
    if (xml.startsWith('<![CDATA[', start) && this.opened.length > 0) {
      const end = xml.indexOf(']]>', start + 9)
      if (end < 0) return -1
      this.handlers.text?.(withNewlines(xml.slice(start + 9, end)))
      return end + 3
    }
    if (xml.startsWith('<!DOCTYPE', start) && !this.hasRoot) throw new DocumentType()
    throw new NotXml('an unknown declaration')
  }

  private instruction(xml: string, start: number): number {
    const end = xml.indexOf('?>', start + 2)
    if (end < 0) return -1
    const name = /^[^ \t\r\n?]*/.exec(xml.slice(start + 2, end))?.[0] ?? ''
    this.localName(name)
    const isDeclaration = name.toLowerCase() === 'xml'
    if (isDeclaration && !(this.isFirst && declaration.test(xml.slice(start, end + 2))))
      throw new NotXml('a declaration that is none')
    return end + 2
  }

  private openTag(xml: string, start: number): number {
    let at = start + 1
    let code = xml.charCodeAt(at)
    while (!isSpace(code) && code !== greater && code !== slash && at < xml.length)
      code = xml.charCodeAt(++at)
    const name = xml.slice(start + 1, at)
    let attributes: Record<string, string> | null = null
    for (;;) {
      const before = at
      while (isSpace(code)) code = xml.charCodeAt(++at)
      if (at >= xml.length) return -1
      if (code === greater) return this.opens(name, attributes ?? none, at + 1)
      if (code === slash) {
        if (at + 1 >= xml.length) return -1
        if (xml.charCodeAt(at + 1) !== greater) throw new NotXml('a slash inside a tag')
        this.opens(name, attributes ?? none, at)
        this.opened.pop()
        this.handlers.close?.(this.localName(name))
        return at + 2
      }
      if (at === before) throw new NotXml('attributes without a space between')
      attributes ??= {}
      at = this.attribute(xml, at, attributes)
      if (at < 0) return -1
      code = xml.charCodeAt(at)
    }
  }

  private attribute(xml: string, start: number, into: Record<string, string>): number {
    let at = start
    let code = xml.charCodeAt(at)
    while (code !== equals && !isSpace(code) && code !== greater && code !== less && at < xml.length)
      code = xml.charCodeAt(++at)
    const name = xml.slice(start, at)
    while (isSpace(code)) code = xml.charCodeAt(++at)
    if (at >= xml.length) return -1
    if (code !== equals) throw new NotXml('an attribute without value')
    do code = xml.charCodeAt(++at)
    while (isSpace(code))
    if (at >= xml.length) return -1
    if (code !== quote && code !== apostrophe) throw new NotXml('a value without quotes')
    const end = xml.indexOf(code === quote ? '"' : "'", at + 1)
    if (end < 0) return -1
    this.localName(name)
    if (Object.hasOwn(into, name)) throw new NotXml('an attribute twice')
    into[name] = attributeValue(xml.slice(at + 1, end))
    return end + 1
  }

  private opens(name: string, attributes: Attributes, end: number): number {
    const local = this.localName(name)
    if (this.opened.length === 0 && this.hasRoot) throw new NotXml('more than one root')
    this.hasRoot = true
    this.opened.push(name)
    this.handlers.open?.(local, attributes)
    return end
  }

  /** The part of a name after its prefix; each name is looked at once. */
  private localName(name: string): string {
    const known = this.names.get(name)
    if (known !== undefined) return known
    if (!nameForm.test(name)) throw new NotXml('a name that is none')
    const local = localName(name)
    this.names.set(name, local)
    return local
  }
}

const nameStart =
  ':A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'
const nameForm = new RegExp(`^[${nameStart}][${nameStart}.0-9\\xB7\\u0300-\\u036F\\u203F\\u2040-]*$`, 'u')

/** The part of a name after its prefix: "x:row\" is "row". */
export function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Most tags have none. */
const none: Attributes = Object.freeze({})

const declaration =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])1\.\d+\1(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])[A-Za-z][\w.-]*\2)?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(?:yes|no)\3)?[ \t\r\n]*\?>$/

const withNewlines = (text: string): string => (text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text)

const attributeValue = (raw: string): string =>
  /[&<\t\r\n]/.test(raw)
    ? withNewlines(raw)
        .replaceAll(/[\t\n]/g, ' ')
        .split('<')
        .map((part) => withReferences(part))
        .join('')
    : raw

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function withReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&([^;]*)(;?)/g, (whole, name: string, end: string) => {
    if (end === '') throw new NotXml('a reference without end')
    if (name.startsWith('#')) return character(name) ?? whole
    const known = Object.hasOwn(named, name) ? named[name] : undefined
    if (known === undefined) throw new NotXml('an entity that nobody defined')
    return known
  })
}

/** The character of a number; null for one that XML does not have, which stays as it is written. */
function character(name: string): string | null {
  const hex = /^#x([0-9a-f]+)$/i.exec(name)?.[1]
  const code =
    hex !== undefined && name[1] === 'x'
      ? parseInt(hex, 16)
      : /^#\d+$/.test(name)
        ? Number(name.slice(1))
        : -1
  const isOne =
    code === tab ||
    code === newline ||
    code === carriageReturn ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x1_0000 && code <= 0x10_ffff)
  return isOne ? String.fromCodePoint(code) : null
}
