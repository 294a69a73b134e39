import { readFileSync, writeFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A box to fill in: the action's reference, the heading of its column, and what the lead writes. */
export type Filled = readonly [ref: string, heading: string, text: string]

/**
 * Fills in boxes of an issued workbook as a foreign program would leave it: straight in its parts, without any writer of
 * ours. Headings and references are looked up in the workbook itself. Writes to `out`.
 */
export function fillIn(path: string, out: string, filled: readonly Filled[]): void {
  const parts = unzipSync(new Uint8Array(readFileSync(path)))
  const part = 'xl/worksheets/sheet2.xml'
  const texts = sharedTexts(strFromU8(parts['xl/sharedStrings.xml']!))
  let xml = strFromU8(parts[part]!)
  const cells = [...xml.matchAll(/<c r="([A-Z]+)(\d+)"[^>]*t="s"[^>]*><v>(\d+)<\/v><\/c>/g)].map(
    ([, column, row, index]) => ({ column: column!, row: Number(row), text: texts[Number(index)] }),
  )
  for (const [ref, heading, text] of filled) {
    const column = cells.find((c) => c.row === 1 && c.text === heading)?.column
    const row = cells.find((c) => c.column === 'A' && c.text === ref)?.row
    const empty = new RegExp(`<c r="${column}${row}"( s="\\d+")?/>`)
    if (!empty.test(xml)) throw new Error(`no empty box “${heading}” of ${ref}`)
    xml = xml.replace(empty, `<c r="${column}${row}"$1 t="inlineStr"><is><t>${text}</t></is></c>`)
  }
  parts[part] = strToU8(xml)
  writeFileSync(out, zipSync(parts))
}

const sharedTexts = (xml: string): readonly string[] =>
  [...xml.matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    [...si!.matchAll(/<t[^>]*>(.*?)<\/t>/gs)]
      .map(([, t]) => t!)
      .join('')
      .replaceAll('&amp;', '&'),
  )
