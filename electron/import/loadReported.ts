import { Failure } from '../../shared/errors.ts'
import type { Change } from '../../shared/model/change.ts'
import type { ReportedImport, ReportedRow } from '../../shared/view/papers/importFates.ts'
import type { Programme } from '../../shared/view/programme.ts'
import type { FieldName, FieldValue } from '../../shared/workbook/draft.ts'
import { changesOf } from '../db/audit.ts'
import {
  loadImportedRows,
  loadImportPreview,
  loadImports,
  type ImportedRow,
  type ImportRecord,
} from '../db/importsTable.ts'
import type { ReadDb } from '../db/types.ts'
import { findOpen } from './findOpen.ts'

type Written = ReportedRow['written']

/**
 * Imports with what became of every row, oldest first however they were asked for. Fails with 'not-found' where one of the
 * ids is not an import of the programme.
 */
export function loadReported(
  db: ReadDb,
  programme: Programme,
  ids: readonly string[],
): readonly ReportedImport[] {
  const wanted = new Set(ids)
  const records = loadImports(db).filter((i) => wanted.has(i.id))
  for (const id of wanted)
    if (!records.some((i) => i.id === id))
      throw new Failure({ code: 'not-found', what: `the import “${id}”` })
  const open = new Map(findOpen(db, programme).map((o) => [o.record.id, o.rows]))
  return records.toReversed().map((record) => {
    const openNow = new Map((open.get(record.id) ?? []).map((o) => [keyOf(o.row), o.fields]))
    return reported(db, record, openNow)
  })
}

const keyOf = (row: { readonly sheet: string; readonly row: number }): string =>
  JSON.stringify([row.sheet, row.row])

function reported(
  db: ReadDb,
  record: ImportRecord,
  openNow: ReadonlyMap<string, readonly string[]>,
): ReportedImport {
  const preview = loadImportPreview(db, record.id)
  if (!preview) throw new Failure({ code: 'not-found', what: `the import “${record.id}”` })
  const kept = new Map<string, ImportedRow>(loadImportedRows(db, record.id).map((r) => [keyOf(r), r]))
  const written = record.batch === null ? new Map<string, Written>() : writtenBy(changesOf(db, record.batch))
  return {
    id: record.id,
    file: record.file,
    kind: record.kind,
    sender: record.sender,
    period: record.period,
    at: record.at,
    undoneAt: record.undoneAt,
    actor: record.actor,
    isResumed: record.resumes !== null,
    committed: { rows: record.rows, fields: record.fields },
    preview,
    rows: preview.rows.map((row) => {
      const own = kept.get(keyOf(row))
      return {
        row,
        taken: own?.taken ?? [],
        open: own?.open ?? [],
        // nothing settled the questions of an import that was taken back: they went with it
        openNow: (record.undoneAt === null ? openNow.get(keyOf(row)) : own?.open) ?? [],
        written: written.get(own?.actionId ?? '') ?? {},
      }
    }),
  }
}

/** What a batch wrote of each action, by field, as far as its changes say it in one value. */
function writtenBy(changes: readonly Change[]): ReadonlyMap<string, Written> {
  const actions = new Map<string, Written>()
  const put = (actionId: unknown, values: { readonly [F in FieldName]?: unknown }): void => {
    if (typeof actionId !== 'string') return
    const given = Object.entries(values).filter(([, v]) => v !== null && v !== undefined)
    actions.set(actionId, { ...actions.get(actionId), ...(Object.fromEntries(given) as Written) })
  }
  for (const change of changes) {
    if (change.kind === 'edited' && change.entity === 'action' && textFields.has(change.field))
      put(change.id, { [change.field]: change.after as FieldValue })
    if (change.kind === 'added') putAdded(change, put)
  }
  return actions
}

const textFields: ReadonlySet<string> = new Set([
  'action',
  'intendedImpact',
  'measureOfSuccess',
  'accountable',
])

function putAdded(
  { entity, row }: Extract<Change, { kind: 'added' }>,
  put: (actionId: unknown, values: { readonly [F in FieldName]?: unknown }) => void,
): void {
  const said = row as Readonly<Record<string, unknown>>
  if (entity === 'update')
    put(said['actionId'], {
      progress: said['progress'],
      nextSteps: said['nextSteps'],
      issues: said['issues'],
      evidence: said['evidence'],
      percentComplete: said['percentComplete'],
    })
  if (entity === 'rating')
    put(said['actionId'], { [said['kind'] === 'impact' ? 'impactRating' : 'deliveryRating']: said['code'] })
  if (entity === 'dateChange')
    put(said['actionId'], { completion: said['completion'], revisedCompletion: said['completion'] })
}
