import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'

/** The text of a Word file or workbook as people read it, without knowing the writer that made it. */
export function textOfOffice(path: string): string {
  const parts = unzipSync(new Uint8Array(readFileSync(path)))
  return Object.entries(parts)
    .filter(([name]) =>
      /^word\/(document|header\d*|footer\d*)\.xml$|^xl\/(sharedStrings|worksheets\/.*)\.xml$/.test(name),
    )
    .map(([, bytes]) => plain(strFromU8(bytes)))
    .join('\n')
}

const plain = (xml: string): string =>
  xml
    .replace(/<\/(w:p|si|row)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
