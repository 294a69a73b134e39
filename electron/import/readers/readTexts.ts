import type { Attributes } from './walkXml.ts'
import { attribute, isTrue, walkXml } from './walkXml.ts'

/** The words of a cell; those that are struck through while others are not stand apart; where all are, they are both. */
export type RichText = { readonly text: string; readonly struck: string | null }

/** Gathers the runs of one string (`si` or `is`); what is meant for reading aloud (`rPh`) is left out. */
export class RunCollector {
  private runs: { text: string; struck: boolean }[] = []
  private struck = false
  private inText = false
  private aloud = false

  start(): void {
    this.runs = []
    this.struck = false
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'rPh') this.aloud = true
    else if (name === 'r') this.struck = false
    else if (name === 'strike')
      this.struck = attribute(attributes, 'val') === undefined || isTrue(attributes['val'])
    else if (name === 't') {
      this.inText = !this.aloud
      if (this.inText) this.runs.push({ text: '', struck: this.struck })
    }
  }

  close(name: string): void {
    if (name === 'rPh') this.aloud = false
    else if (name === 't') this.inText = false
  }

  text(text: string): void {
    const run = this.inText ? this.runs.at(-1) : undefined
    if (run) run.text += text
  }

  end(): RichText {
    const [only, second] = this.runs
    // most texts are one run as it is
    if (only && !second && !only.struck) return { text: unescapeText(only.text), struck: null }
    const plain = (runs: readonly { text: string }[]): string =>
      unescapeText(runs.map((r) => r.text).join(''))
    const kept = this.runs.filter((r) => !r.struck)
    const struck = plain(this.runs.filter((r) => r.struck)).trim()
    if (struck === '') return { text: plain(this.runs), struck: null }
    if (plain(kept).trim() === '') return { text: plain(this.runs), struck: plain(this.runs) }
    return { text: plain(kept), struck }
  }
}

/** Excel writes characters that XML can't hold as _x000D_; line breaks come as \n, \r\n or _x000D_\n. */
export function unescapeText(text: string): string {
  const plain = text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text
  return plain.includes('\r') ? plain.replaceAll(/\r\n?/g, '\n') : plain
}

/** Reads the shared strings part. */
export function readSharedStrings(bytes: Uint8Array): readonly RichText[] {
  const strings: RichText[] = []
  const runs = new RunCollector()
  walkXml(bytes, 'sharedStrings', {
    open(name, attributes) {
      if (name === 'si') runs.start()
      else runs.open(name, attributes)
    },
    close(name) {
      if (name === 'si') strings.push(runs.end())
      else runs.close(name)
    },
    text: (text) => runs.text(text),
  })
  return strings
}

/** Reads notes (`comments` part) and threaded comments by cell name; replies follow on lines of their own. */
export function readComments(bytes: Uint8Array): Map<string, string> {
  const comments = new Map<string, string>()
  let cell = ''
  let depth = 0
  let text = ''
  walkXml(bytes, 'comments', {
    open(name, attributes) {
      if (name === 'comment' || name === 'threadedComment') {
        cell = attributes['ref'] ?? ''
        text = ''
      } else if (name === 't' || (name === 'text' && cell !== '')) depth++
    },
    close(name) {
      if (name === 't' || name === 'text') depth = Math.max(0, depth - 1)
      if (name !== 'comment' && name !== 'threadedComment') return
      const before = comments.get(cell)
      const said = unescapeText(text).trim()
      if (said !== '') comments.set(cell, before === undefined ? said : `${before}\n${said}`)
      cell = ''
    },
    text(chunk) {
      if (depth > 0) text += chunk
    },
  })
  return comments
}
