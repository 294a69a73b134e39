import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { workbookOf } from '../../electron/import/readWorkbook.ts'
import { sayError } from '../../shared/errors.ts'
import { parseBook } from '../workbook/parsing.ts'
import { trackersFolder } from '../workbook/trackerTruth.ts'

const files = ['EHWB progress report.xlsx', 'WG6 SEN Support tracker.xlsx', 'bad/WG6 update.ods'].map(
  (f) => new Uint8Array(readFileSync(`${trackersFolder}${f}`)),
)
const anyFile = fc.constantFrom(...files)

/** Read or refused with a sentence; never anything else. */
function readsOrSays(bytes: Uint8Array): void {
  const read = workbookOf(bytes, 'Tracker.xlsx')
  if (read.ok) expect(parseBook(read.value).drafts.every((d) => d.row > 0)).toBe(true)
  else expect(sayError(read.error)).toMatch(/^“Tracker\.xlsx”.*\.$/)
}

describe('workbooks that were damaged on the way', () => {
  it('survives flipped bits anywhere in the file', () => {
    const flips = fc.array(
      fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), bit: fc.integer({ min: 0, max: 7 }) }),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(anyFile, flips, (file, list) => {
        const bytes = file.slice()
        for (const { at, bit } of list) {
          const i = Math.floor(at * bytes.length)
          bytes[i] = (bytes[i] ?? 0) ^ (1 << bit)
        }
        readsOrSays(bytes)
      }),
      { numRuns: 80 },
    )
  })

  it('survives files cut short and files with a piece missing', () => {
    fc.assert(
      fc.property(
        anyFile,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (file, a, b) => {
          const [from, to] = [Math.min(a, b), Math.max(a, b)].map((x) => Math.floor(x * file.length)) as [
            number,
            number,
          ]
          readsOrSays(file.slice(0, from))
          readsOrSays(new Uint8Array([...file.slice(0, from), ...file.slice(to)]))
        },
      ),
      { numRuns: 30 },
    )
  })

  it('survives edits of the XML inside whole packages', () => {
    const words = fc.constantFrom(
      '<',
      '>',
      '"',
      '</row>',
      '<c r="A1" t="s"><v>99999</v></c>',
      '&amp;',
      '&x;',
      ' r="ZZZ9"',
      '<v>-1</v>',
      '</sheetData>',
      '1e999',
      '',
      '\u0000',
      'A0',
      '<is><t>',
    )
    fc.assert(
      fc.property(
        anyFile,
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat({ max: 20 }),
        words,
        (file, part, at, cut, word) => {
          const parts = unzipSync(file)
          const names = Object.keys(parts).filter((n) => n.endsWith('.xml') || n.endsWith('.rels'))
          const name = names[part % names.length] ?? ''
          const xml = strFromU8(parts[name] ?? new Uint8Array())
          const i = Math.floor(at * xml.length)
          parts[name] = strToU8(xml.slice(0, i) + word + xml.slice(i + cut))
          readsOrSays(zipSync(parts, { level: 0 }))
        },
      ),
      { numRuns: 100 },
    )
  })
})
