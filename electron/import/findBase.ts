import { isSameLayout } from '../../shared/import/layoutOf.ts'
import type { RowBase } from '../../shared/import/mergeRow.ts'
import { sameValue } from '../../shared/import/sameValue.ts'
import { isUnread } from '../../shared/import/unreadValues.ts'
import type { LeadNames } from '../../shared/import/leadNames.ts'
import type { FieldName, FieldValue } from '../../shared/workbook/draft.ts'
import {
  importedActions,
  loadImportedRows,
  loadImportPreview,
  loadImports,
  type ImportedRow,
  type ImportRecord,
} from '../db/importsTable.ts'
import type { IssuedRecord, IssuedRow } from '../db/issuedTable.ts'
import type { ReadDb } from '../db/types.ts'
import { notAsked } from '../../shared/workbook/issuedLayout.ts'

/** A workbook as far as its sender is recognised by it. */
export type Recognisable = {
  readonly sha256: string
  readonly layout: string
  /** As named by the person who imports; null where nobody is named. */
  readonly sender: string | null
  /** The actions that its rows belong to. */
  readonly actionIds: ReadonlySet<string>
}

export type Found = {
  readonly sender: string | null
  readonly bases: ReadonlyMap<string, RowBase>
  /** The import of the very same file, where it is still in the programme. */
  readonly alreadyImported: string | null
}

/**
 * What the same sender's tracker said last time, by action and field. The sender is the one named, else recognised: a
 * tracker with the same sheets and headings that is about mostly the same actions. An import that was taken back does not
 * count, but for what it said when the programme said the same: nobody decided that, so nothing of it was taken back.
 */
export function findBase(db: ReadDb, file: Recognisable, leads: LeadNames): Found {
  const all = loadImports(db).filter((i) => i.kind !== 'copy')
  const imports = all.filter((i) => i.undoneAt === null)
  const alike = all.filter((i) => isSameLayout(i.layout, file.layout) && overlaps(db, i, file))
  const sender = file.sender ?? alike.find((i) => i.undoneAt === null)?.sender ?? null
  const named = new Set(
    all
      .filter((i) => (i.sender === null ? alike.includes(i) : sender !== null && sameName(i.sender, sender)))
      .map((i) => i.id),
  )
  // what settled the questions of an import belongs to its tracker, however few actions it was about
  const own = all.filter((i) => named.has(i.id) || (i.resumes !== null && named.has(i.resumes)))
  return {
    sender,
    bases: basesOf(
      own.map((i) => (i.undoneAt === null ? loadImportedRows(db, i.id) : loadUndecided(db, i.id))),
      file.actionIds,
      leads,
    ),
    alreadyImported: imports.find((i) => i.sha256 === file.sha256)?.id ?? null,
  }
}

/** The rows of an import that was taken back, with all that it offered void. */
function loadUndecided(db: ReadDb, importId: string): readonly Said[] {
  const offered = new Map(
    (loadImportPreview(db, importId)?.rows ?? []).map((r) => [`${r.sheet}\u001F${r.row}`, r.changes]),
  )
  return loadImportedRows(db, importId).map((row) => {
    const fields = (offered.get(`${row.sheet}\u001F${row.row}`) ?? []).map((c) => c.field)
    const gone = [...row.void, ...row.taken, ...row.open, ...fields].filter((f) => f !== 'other')
    return { ...row, open: [], void: gone }
  })
}

/**
 * The base of the return of an issued workbook: what the programme said when it was issued and, where the same workbook has
 * come back before, what it said then, so that a corrected return brings only its corrections.
 */
export function findIssuedBase(
  db: ReadDb,
  file: Omit<Recognisable, 'layout'>,
  issued: IssuedRecord,
  rows: readonly IssuedRow[],
  leads: LeadNames,
): Found {
  const imports = loadImports(db).filter((i) => i.undoneAt === null)
  const asIssued = rows.map((r): Said => ({ actionId: r.actionId, returned: r.current, open: [], void: [] }))
  const returns = imports.filter((i) => i.issuedId === issued.id).map((i) => loadImportedRows(db, i.id))
  const bases = basesOf([...returns, asIssued], file.actionIds, leads)
  const last = basesOf(returns, file.actionIds, leads)
  return {
    sender: file.sender ?? (issued.by === 'lead' ? issued.recipient : null),
    bases: new Map(
      [...bases].map(([actionId, base]) => {
        const { values = {}, several = {} } = last.get(actionId) ?? {}
        const spoken = [...Object.keys(values), ...Object.keys(several)] as FieldName[]
        return [actionId, { ...base, notAsked, last: new Set(spoken) }]
      }),
    ),
    alreadyImported: imports.find((i) => i.sha256 === file.sha256)?.id ?? null,
  }
}

/** What a row of an import, or of what was issued, is known to have said. */
type Said = Pick<ImportedRow, 'actionId' | 'returned' | 'open' | 'void'>

/** Whether two names are one sender's. */
export const sameName = (a: string, b: string): boolean =>
  a.trim().toLocaleLowerCase('en-GB') === b.trim().toLocaleLowerCase('en-GB')

/** At least half of the actions of both together are in both. */
function overlaps(db: ReadDb, record: ImportRecord, file: Recognisable): boolean {
  const before = importedActions(db, record.id)
  const shared = [...file.actionIds].filter((id) => before.has(id)).length
  return shared > 0 && shared * 2 >= before.size + file.actionIds.size - shared
}

type Growing = {
  values: Partial<Record<FieldName, FieldValue>>
  several: Partial<Record<FieldName, readonly FieldValue[]>>
  unread: Partial<Record<FieldName, FieldValue>>
  open: Set<FieldName>
  seen: Set<FieldName>
}

/** Newest import first: a blank cell says nothing, so an older import may still be the last that said something. */
function basesOf(
  imports: readonly (readonly Said[])[],
  wanted: ReadonlySet<string>,
  leads: LeadNames,
): ReadonlyMap<string, RowBase> {
  const bases = new Map<string, Growing>()
  for (const rows of imports) {
    const byAction = new Map<string, Said[]>()
    for (const row of rows) {
      if (row.actionId === null || !wanted.has(row.actionId)) continue
      byAction.set(row.actionId, [...(byAction.get(row.actionId) ?? []), row])
    }
    for (const [actionId, own] of byAction) {
      const base = bases.get(actionId) ?? {
        values: {},
        several: {},
        unread: {},
        open: new Set(),
        seen: new Set(),
      }
      bases.set(actionId, base)
      addOlder(base, own, leads)
    }
  }
  return bases
}

/**
 * Adds what an older import said of fields that no newer one spoke of. A value that an undo took back does not count; what
 * the import gave twice and differently is no base, but a row that says one of them again says nothing new.
 */
function addOlder(base: Growing, rows: readonly Said[], leads: LeadNames): void {
  const spoken = new Set(rows.flatMap((r) => Object.keys(r.returned) as FieldName[]))
  for (const field of spoken) {
    if (base.seen.has(field) || rows.some((r) => r.void.includes(field))) continue
    const words = rows.map((r) => r.returned[field]).filter((v) => v !== undefined)
    const said = words.filter((v) => !isUnread(v))
    // what nobody could read is remembered beside what was said before it
    const unread = words.find(isUnread)
    if (unread !== undefined && base.unread[field] === undefined) {
      base.unread[field] = unread
      if (said.length === 0 && rows.some((r) => r.open.includes(field))) base.open.add(field)
    }
    if (said.length === 0) continue
    base.seen.add(field)
    const [first] = said
    if (first === undefined) continue
    if (said.some((o) => !sameValue(field, o, first, leads))) base.several[field] = said
    else base.values[field] = first
    if (rows.some((r) => r.open.includes(field))) base.open.add(field)
  }
}
