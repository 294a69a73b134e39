import type { CopyItem } from '../../shared/copy/copyItem.ts'
import { copyState } from '../../shared/copy/copyState.ts'
import { drawOpen } from '../../shared/copy/planCopy.ts'
import { refreshItem } from '../../shared/copy/refreshItem.ts'
import type { PlannedFile } from '../../shared/import/importPlan.ts'
import { countOutcomes } from '../../shared/import/outcomes.ts'
import type { PreviewFile } from '../../shared/import/previewDocument.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import { loadNewestReturns, type CopyReturn } from '../db/copyTables.ts'
import type { ImportRecord } from '../db/importsTable.ts'
import { loadTables } from '../db/loadTables.ts'
import type { ReadDb } from '../db/types.ts'

/** What the return of a copy left open and nobody has settled since, by the row it stood in. */
export type OpenCopy = {
  readonly importId: string
  readonly copyId: string
  readonly from: CopyReturn
  readonly items: readonly { readonly row: number; readonly item: CopyItem }[]
}

/** The open values of all copies that have come back. */
export function openCopies(db: ReadDb): readonly OpenCopy[] {
  const returns = loadNewestReturns(db).filter((r) => r.open.items.length > 0)
  if (returns.length === 0) return []
  const now = copyState(loadTables(db))
  return returns.flatMap((from): readonly OpenCopy[] => {
    const items = from.open.items.flatMap(({ row, item }) => {
      const fresh = refreshItem(now, item)
      return fresh ? [{ row, item: fresh }] : []
    })
    return items.length > 0 ? [{ importId: from.importId, copyId: from.copyId, from, items }] : []
  })
}

/** The open values of a copy as a file of their own, without the copy; committed, they come as the copy had them. */
export function planOpenCopy(
  db: ReadDb,
  open: OpenCopy,
  record: ImportRecord,
  before: PreviewFile,
): PlannedFile {
  const now = copyState(loadTables(db))
  const left = `Left open in the import of ${sayDay(record.at)}.`
  const asked = open.items.map(({ item }): CopyItem => ({
    ...item,
    resolution: 'conflict',
    stillOpen: false,
    why: item.stillOpen ? left : `${left} ${item.why}`,
  }))
  const drawn = drawOpen(asked, (id) => {
    const text = id === null ? null : now.live('action', id)?.['action']
    return typeof text === 'string' ? text : null
  })
  const rows = drawn.map((d) => d.planned)
  const preview: PreviewFile = {
    ...before,
    rows: rows.map((r) => r.row),
    missing: [],
    totals: countOutcomes(rows.map((r) => r.row.outcome)),
    alreadyImported: null,
  }
  const { file, sha256, layout, sender, period } = record
  const parsed = { sheets: before.sheets, drafts: rows.map((r) => r.draft), problems: [] }
  const source = { file, path: '', sha256, layout, sender, period, parsed, matches: [], bases: new Map() }
  const { revision, trail, open: kept } = open.from
  return {
    source: { ...source, on: before.on, alreadyImported: null, resumes: record.id },
    preview,
    rows,
    copy: {
      copyId: open.copyId,
      revision,
      trail,
      items: drawn.flatMap((d) => d.items.map((item) => ({ row: d.planned.row.row, item }))),
      support: kept.support,
      order: kept.order,
    },
  }
}
