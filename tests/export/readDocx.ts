import { strFromU8, unzipSync } from 'fflate'

/** The parts of a Word document by name. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, data]) => [name, strFromU8(data)]),
  )
}

/** What a part of a document prints, one paragraph a line, read by an own small reader and not by the writer's library. */
export function printed(xml: string): string {
  return (xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? [])
    .map((p) =>
      [...p.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)].map((m) => m[1] ?? '\t').join(''),
    )
    .join('\n')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
}

export const all = (xml: string, pattern: RegExp): string[] =>
  [...xml.matchAll(pattern)].map((m) => m[1] ?? m[0])
