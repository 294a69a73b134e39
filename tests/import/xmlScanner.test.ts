import { globSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { openPackage } from '../../electron/import/readers/openPackage.ts'
import { walkXml } from '../../electron/import/readers/walkXml.ts'
import { localName, XmlScanner } from '../../electron/import/readers/xmlScanner.ts'

type Heard = string[] | 'refused'

/** Texts that follow each other are one text, wherever they were cut. */
function join(events: readonly (readonly [string, string])[]): string[] {
  const joined: [string, string][] = []
  for (const [kind, said] of events) {
    const last = joined.at(-1)
    if (kind === 'text' && last?.[0] === 'text') last[1] += said
    else joined.push([kind, said])
  }
  return joined.map(([kind, said]) => `${kind} ${said}`)
}

/** What our scanner tells, handed pieces of this length. */
function byScanner(xml: string, piece: number): Heard {
  const events: [string, string][] = []
  const scanner = new XmlScanner({
    open: (name, attributes) => events.push(['open', `${name} ${JSON.stringify(attributes)}`]),
    close: (name) => events.push(['close', name]),
    text: (text) => events.push(['text', text]),
  })
  try {
    for (let at = 0; at < xml.length; at += piece) scanner.write(xml.slice(at, at + piece))
    scanner.end()
  } catch {
    return 'refused'
  }
  return join(events)
}

/** What a parser tells that is known to be right; control characters are let through, document types are not. */
function bySaxes(xml: string): Heard {
  const events: [string, string][] = []
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  const text = (said: string): void => void (depth > 0 && events.push(['text', said]))
  parser.on('error', (error) => {
    if (!/^(disallowed character|malformed character entity)\.$/.test(error.message)) throw error
  })
  parser.on('doctype', () => {
    throw new Error('document type')
  })
  parser.on('opentag', (tag) => {
    depth++
    events.push(['open', `${localName(tag.name)} ${JSON.stringify(tag.attributes)}`])
  })
  parser.on('closetag', (tag) => {
    depth--
    events.push(['close', localName(tag.name)])
  })
  parser.on('text', text)
  parser.on('cdata', text)
  try {
    parser.write(xml).close()
  } catch {
    return 'refused'
  }
  return join(events)
}

const part = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<x:worksheet xmlns:x="urn:x" r:id='a "b" > c'><!-- a note --><sheetData>
<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t xml:space="preserve"> a &amp; b &#xA3;&#10; </t></is></c><c/></row>
<row r="2" note="&quot;x&quot; &lt; y"><c><f>IF(A1&gt;0,"é","–")</f><v><![CDATA[ <raw> & ]]></v></c></row></sheetData><?app do?></x:worksheet>
`

test('a part is told as by a known parser, however it is cut into pieces', () => {
  const expected = bySaxes(part)
  expect(expected).not.toBe('refused')
  for (const piece of [1, 2, 3, 7, 64, 10_000]) expect(byScanner(part, piece)).toEqual(expected)
})

test('what is not well-formed is refused as by a known parser, and never told otherwise', () => {
  const marks = `< > & " ' / = <a> </a> <!-- --> -- ]]> <![CDATA[ <? ?> &amp; &#0; &nope; &#x41; <!DOCTYPE \u0001 \r \uFEFF é`
  const snippets = fc.constantFrom(' ', '<c r="1"', '<?xml?>', ...marks.split(' '))
  const edit = fc.tuple(fc.nat(part.length), fc.nat(6), fc.option(snippets, { nil: '' }))
  fc.assert(
    fc.property(
      fc.array(edit, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 200 }),
      (edits, piece) => {
        const xml = edits.reduce((s, [at, length, put]) => s.slice(0, at) + put + s.slice(at + length), part)
        fc.pre(!/&#\w*[^\w;]/.test(xml)) // a number cut off by other signs is refused here, and let through there
        expect(byScanner(xml, piece)).toEqual(bySaxes(xml))
      },
    ),
    { numRuns: 3000 },
  )
})

test('every XML part of every workbook among the fixtures is told as by a known parser', () => {
  const root = new URL('../..', import.meta.url)
  const workbooks = globSync(['tests/fixtures/**/*.{xlsx,xlsm,ods}', 'electron/sample/returned/*.xlsx'], {
    cwd: root,
  })
  expect(workbooks.length).toBeGreaterThan(20)
  for (const path of workbooks) {
    const found = partsOf(readFileSync(new URL(encodeURI(path), root)))
    for (const xml of found) expect(byScanner(xml, 65_536), path).toEqual(bySaxes(xml))
  }
})

/** The XML parts as text; none of what is no package. */
function partsOf(bytes: Uint8Array): readonly string[] {
  try {
    const pack = openPackage(bytes)
    const names = pack.names.filter((name) => /\.(xml|rels)$/i.test(name))
    return names.map((name) => new TextDecoder().decode(pack.read(name) ?? new Uint8Array()))
  } catch {
    return []
  }
}

test('characters of several bytes survive wherever the bytes are cut, in every encoding', () => {
  const words = 'naïve – “quoted” 漢字 🟢 '.repeat(9000)
  const heard = (bytes: Uint8Array): string => {
    let text = ''
    walkXml(bytes, 'part', { text: (said) => void (text += said) })
    return text
  }
  for (let shift = 0; shift < 4; shift++) {
    const xml = `<a>${'x'.repeat(shift)}${words}</a>`
    const expected = 'x'.repeat(shift) + words
    expect(heard(Buffer.from(xml)) === expected).toBe(true)
    expect(heard(Buffer.from(`\uFEFF${xml}`, 'utf16le')) === expected).toBe(true)
  }
  expect(() => heard(Buffer.from([60, 97, 62, 0xe9, 60, 47, 97, 62]))).toThrow('damaged')
})
