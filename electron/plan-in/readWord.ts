import { strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { WordDocument } from '../../shared/planIn/wordDocument.ts'
import type { Package } from '../import/readers/openPackage.ts'
import { Refusal, limits } from '../import/readers/refusal.ts'
import { attribute, walkXml } from '../import/readers/walkXml.ts'
import { annotateWord } from './annotateWord.ts'
import { readListLabels } from './readListLabels.ts'
import { readWordHtml } from './readWordHtml.ts'
import { readWordStyles, type WordStyle } from './readWordStyles.ts'

/**
 * Reads a Word document as headings, paragraphs and tables. The package was opened within the readers' limits; what goes to
 * the library are only the checked parts that hold text, so that pictures, macros and whatever else is in the file stay
 * unread. Throws `Refusal` where a part is broken, declares a document type, or goes beyond the limits.
 */
export async function readWord(pack: Package): Promise<WordDocument> {
  const parts = textParts(pack)
  const main = mainPart(parts)
  const document = parts.get(main)
  if (!document)
    throw new Refusal(
      'workbook-unreadable',
      'this Word document has no text in it. Open it in Word, save it again as a Word document (.docx), and choose that copy. Nothing was read.',
    )
  const styles = readWordStyles(parts.get('word/styles.xml') ?? null)
  const labels = readListLabels(parts.get('word/numbering.xml') ?? null)
  const xml = new TextDecoder(isWide(document) ? 'utf-16le' : 'utf-8').decode(document)
  parts.set(main, strToU8(annotateWord(xml, labels, styles).replace(/^<\?xml[^>]*\?>/, '')))
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 })) },
    {
      styleMap: styleMap(styles),
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  )
  const blocks = readWordHtml(value)
  for (const block of blocks) if (block.kind === 'table') checkSize(block.table.rows)
  return { title: titleOf(pack), blocks }
}

const isWide = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xfe

/** The parts with text, styles and lists, each walked once: broken XML and document types never reach the library. */
function textParts(pack: Package): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>()
  for (const name of pack.names) {
    if (!/^(?:\[content_types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[^/]+\.(?:xml|rels))$/i.test(name))
      continue
    if (/^word\/(?:settings|websettings|fonttable|people|comments\w*|header\d*|footer\d*)\.xml/i.test(name))
      continue
    const bytes = pack.read(name)
    if (!bytes) continue
    walkXml(bytes, name, {})
    parts.set(name, bytes)
  }
  return parts
}

/** Where the text stands: the package says it, and it is nearly always `word/document.xml`. */
function mainPart(parts: ReadonlyMap<string, Uint8Array>): string {
  let found = 'word/document.xml'
  const relations = parts.get('_rels/.rels')
  if (relations)
    walkXml(relations, '_rels/.rels', {
      open(name, attributes) {
        if (name === 'Relationship' && (attribute(attributes, 'Type') ?? '').endsWith('/officeDocument'))
          found = (attribute(attributes, 'Target') ?? found).replace(/^\/+/, '')
      },
    })
  return found
}

/** Lists are paragraphs like all others, because their labels stand in their text by now; contents pages are left out. */
function styleMap(styles: ReadonlyMap<string, WordStyle>): string[] {
  const map: string[] = []
  for (const [id, { name, heading }] of styles) {
    if (!/^[\w-]+$/.test(id)) continue
    if (/^(?:toc|contents|table of contents|table of figures)\b/i.test(name)) map.push(`p.${id} => !`)
    else if (/^(?:title|document title)$/i.test(name)) map.push(`p.${id} => p.title:fresh`)
    else if (/^(?:caption|table|figure|illustration)$/i.test(name)) map.push(`p.${id} => p.caption:fresh`)
    else if (heading !== null) map.push(`p.${id} => h${heading}:fresh`)
  }
  return [
    ...map,
    'p => p:fresh',
    "r[style-name='footnote reference'] => sup",
    'strike => s',
    'b => ',
    'i => ',
    'u => ',
  ]
}

function checkSize(rows: WordRows): void {
  if (rows.length > limits.rows)
    throw new Refusal(
      'too-large',
      `one of its tables has more than ${limits.rows.toLocaleString('en-GB')} rows. Keep only the plan in it, save it again, and choose that copy.`,
    )
  if (rows.some((r) => r.some((c) => c.text.length > limits.cellCharacters)))
    throw new Refusal(
      'too-large',
      `a cell of one of its tables holds more than ${limits.cellCharacters.toLocaleString('en-GB')} characters, which no plan needs. Shorten it, save it again, and choose that copy.`,
    )
}

type WordRows = Extract<WordDocument['blocks'][number], { kind: 'table' }>['table']['rows']

/** The title of the document's properties. */
function titleOf(pack: Package): string | null {
  const core = pack.read('docProps/core.xml')
  if (!core) return null
  let inside = false
  let title = ''
  walkXml(core, 'docProps/core.xml', {
    open: (name) => void (inside = name === 'title'),
    close: () => void (inside = false),
    text: (text) => void (title += inside ? text : ''),
  })
  return title.trim() === '' ? null : title.trim()
}
