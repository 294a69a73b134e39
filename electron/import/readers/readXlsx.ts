import type { DefinedName, Sheet, Workbook } from '../../../shared/workbook/grid.ts'
import { readAddress } from '../../../shared/workbook/grid.ts'
import { officeTheme } from './colours.ts'
import { withConditionalFills } from './conditionalFill.ts'
import { withLinkFormula } from './linkFormula.ts'
import type { Package } from './openPackage.ts'
import { noStyles, readStyles, readTheme, type Styles } from './readStyles.ts'
import { readSheet, type SheetParts } from './readSheet.ts'
import { readComments, readSharedStrings, type RichText } from './readTexts.ts'
import { damaged } from './refusal.ts'
import { attribute, isTrue, walkXml } from './walkXml.ts'

/** A relation of one part to another; `kind` is the last word of its type, the same in strict and in usual files. */
type Relation = {
  readonly id: string
  readonly kind: string
  readonly target: string
  readonly external: boolean
}

type SheetEntry = { readonly name: string; readonly hidden: boolean; readonly relation: string }

type Book = { readonly sheets: SheetEntry[]; readonly names: DefinedName[]; readonly date1904: boolean }

/**
 * Reads an Office Open XML workbook (.xlsx, .xlsm), usual or strict, of whatever program wrote it: parts are found by
 * their relations, elements by their local names. Throws `Refusal`.
 */
export function readXlsx(pack: Package): Workbook {
  const bookPart = workbookPart(pack)
  const relations = readRelations(pack, bookPart)
  const book = readBook(pack, bookPart)
  const one = (kind: string): Uint8Array | null => {
    const relation = relations.find((r) => r.kind === kind && !r.external)
    return relation ? pack.read(relation.target) : null
  }
  const theme = one('theme')
  const styles = one('styles')
  const strings = one('sharedStrings')
  const context = {
    strings: strings ? readSharedStrings(strings) : ([] as readonly RichText[]),
    styles: styles ? readStyles(styles, theme ? readTheme(theme) : officeTheme) : noStyles,
    date1904: book.date1904,
  }
  return {
    kind: 'xlsx',
    sheets: book.sheets.map((entry) => readEntry(pack, entry, relations, context)),
    definedNames: book.names,
    properties: readProperties(pack),
    date1904: book.date1904,
  }
}

/** The workbook part as the package's own relations name it; some writers call it other than xl/workbook.xml. */
function workbookPart(pack: Package): string {
  const root = readRelations(pack, '')
  const named = root.find((r) => r.kind === 'officeDocument' && !r.external)?.target
  const found = [named, 'xl/workbook.xml'].find(
    (name) => name !== undefined && pack.names.some((n) => n.toLowerCase() === name.toLowerCase()),
  )
  if (found === undefined) throw damaged('it has no workbook in it')
  return found
}

function readRelations(pack: Package, part: string): Relation[] {
  const slash = part.lastIndexOf('/')
  const folder = slash < 0 ? '' : part.slice(0, slash + 1)
  const bytes = pack.read(`${folder}_rels/${part.slice(slash + 1)}.rels`)
  const relations: Relation[] = []
  if (!bytes) return relations
  walkXml(bytes, 'relationships', {
    open(name, a) {
      if (name !== 'Relationship') return
      const external = a['TargetMode'] === 'External'
      const target = a['Target'] ?? ''
      relations.push({
        id: a['Id'] ?? '',
        kind: (a['Type'] ?? '').split('/').at(-1) ?? '',
        target: external ? target : partPath(folder, target),
        external,
      })
    },
  })
  return relations
}

/** "../comments1.xml" as seen from xl/worksheets/ is xl/comments1.xml; "/xl/a.xml" stands for itself. */
function partPath(folder: string, address: string): string {
  const target = decoded(address)
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${folder}${target}`.replaceAll('\\', '/').split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}

/** "Tab%20A.xml" is the part "Tab A.xml"; a name with a bare % stands as it is. */
function decoded(address: string): string {
  if (!address.includes('%')) return address
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

function readBook(pack: Package, part: string): Book {
  const sheets: SheetEntry[] = []
  const names: DefinedName[] = []
  let date1904 = false
  let naming: { name: string; hidden: boolean; refersTo: string } | null = null
  const bytes = pack.read(part)
  if (!bytes) throw damaged('it has no workbook in it')
  walkXml(bytes, part, {
    open(name, a) {
      if (name === 'sheet') {
        sheets.push({
          name: a['name'] ?? '',
          hidden: (a['state'] ?? 'visible') !== 'visible',
          relation: attribute(a, 'id') ?? '',
        })
      } else if (name === 'workbookPr') date1904 = isTrue(a['date1904'])
      else if (name === 'definedName')
        naming = { name: a['name'] ?? '', hidden: isTrue(a['hidden']), refersTo: '' }
    },
    close(name) {
      if (name === 'definedName' && naming) {
        names.push(naming)
        naming = null
      }
    },
    text(text) {
      if (naming) naming.refersTo += text
    },
  })
  return { sheets, names, date1904 }
}

function readEntry(
  pack: Package,
  entry: SheetEntry,
  relations: readonly Relation[],
  context: { strings: readonly RichText[]; styles: Styles; date1904: boolean },
): Sheet {
  const relation = relations.find((r) => r.id === entry.relation)
  // A chart sheet has no cells; it is named so that nobody misses it.
  if (relation && relation.kind !== 'worksheet') return emptySheet(entry)
  const bytes = relation ? pack.read(relation.target) : null
  if (!relation || !bytes) throw damaged(`its sheet “${entry.name}” is not in it`)
  const parts = readSheet(bytes, { ...context, name: entry.name })
  const own = readRelations(pack, relation.target)
  return {
    name: entry.name,
    hidden: entry.hidden,
    rows: finishCells(parts, linkAddresses(parts, own), commentsOf(pack, own)),
    merges: parts.merges,
    hiddenColumns: parts.hiddenColumns,
  }
}

const emptySheet = (entry: SheetEntry): Sheet => ({
  name: entry.name,
  hidden: entry.hidden,
  rows: [],
  merges: [],
  hiddenColumns: [],
})

type Place = (row: number, column: number) => string

const placeKey: Place = (row, column) => `${row}:${column}`

/** Addresses outside the workbook by cell; links inside it lead nowhere once it is read. */
function linkAddresses(parts: SheetParts, relations: readonly Relation[]): Map<string, string> {
  const links = new Map<string, string>()
  for (const { range, id, location } of parts.links) {
    const relation = relations.find((r) => r.id === id)
    if (!relation?.external) continue
    const address = location === null ? relation.target : `${relation.target}#${location}`
    for (let row = range.top; row <= Math.min(range.bottom, range.top + 999); row++) {
      for (let column = range.left; column <= Math.min(range.right, range.left + 99); column++) {
        links.set(placeKey(row, column), address)
      }
    }
  }
  return links
}

/** Notes and threaded comments; of a threaded comment Excel keeps a note for old versions, which the thread replaces. */
function commentsOf(pack: Package, relations: readonly Relation[]): Map<string, string> {
  const comments = new Map<string, string>()
  for (const kind of ['comments', 'threadedComment']) {
    for (const relation of relations.filter((r) => r.kind === kind && !r.external)) {
      const bytes = pack.read(relation.target)
      if (!bytes) continue
      for (const [address, text] of readComments(bytes)) {
        const place = readAddress(address)
        if (place) comments.set(placeKey(place.row, place.column), text)
      }
    }
  }
  return comments
}

/** Adds to the cells what stands elsewhere in the file: links, comments, fills by condition. */
function finishCells(
  parts: SheetParts,
  links: Map<string, string>,
  comments: Map<string, string>,
): SheetParts['rows'] {
  const { rows, rules } = parts
  if (
    links.size + comments.size + rules.length === 0 &&
    !rows.some((r) => r.cells.some((c) => c.formula !== null))
  ) {
    return rows
  }
  const coloured = rules.length > 0 ? withConditionalFills(rows, rules) : rows
  if (links.size + comments.size === 0)
    return coloured.map((row) => ({ ...row, cells: row.cells.map(withLinkFormula) }))
  return coloured.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const key = placeKey(cell.row, cell.column)
      return withLinkFormula({ ...cell, link: links.get(key) ?? null, comment: comments.get(key) ?? null })
    }),
  }))
}

function readProperties(pack: Package): Record<string, string> {
  const properties: Record<string, string> = {}
  const bytes = pack.read('docProps/custom.xml')
  if (!bytes) return properties
  let name: string | null = null
  walkXml(bytes, 'properties', {
    open(element, a) {
      if (element !== 'property') return
      name = a['name'] ?? ''
      properties[name] = ''
    },
    close(element) {
      if (element === 'property') name = null
    },
    text(text) {
      if (name !== null) properties[name] = (properties[name] ?? '') + text
    },
  })
  return properties
}
