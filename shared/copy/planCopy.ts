import type { PlannedFile, PlannedRow } from '../import/importPlan.ts'
import { countOutcomes, outcomeOf } from '../import/outcomes.ts'
import type { FieldChange, PreviewFile, PreviewRow } from '../import/previewDocument.ts'
import { isEmpty } from '../import/sameValue.ts'
import type { Draft, FieldName, Problem } from '../workbook/draft.ts'
import type { ParsedCopy } from './copyHistory.ts'
import type { CopyItem, LeftOut } from './copyItem.ts'
import { actionsOf, type CopyMerge } from './mergeCopy.ts'
import type { CopyStates } from './mergeAction.ts'

/** What of a return was left open, so that it can be decided without the file. */
export type OpenItems = Pick<CopyPlan, 'items' | 'support' | 'order'>

/** What a group copy brings, value by value, kept with the plan until it is committed. */
export type CopyPlan = {
  readonly copyId: string
  readonly revision: number
  readonly trail: string
  /** One a change of the preview: found by its row and field. */
  readonly items: readonly { readonly row: number; readonly item: CopyItem }[]
  readonly support: CopyMerge['support']
  readonly order: CopyMerge['order']
}

export type CopyContext = {
  readonly sender: string | null
  readonly period: string | null
  /** ISO day of the import. */
  readonly today: string
  readonly alreadyImported: string | null
  readonly trail: string
}

/** A merged copy as a file of the preview: a row for each action of its groups, one for everything else, one for what is left out. */
export function planCopy(
  copy: ParsedCopy,
  states: CopyStates,
  merge: CopyMerge,
  context: CopyContext,
): PlannedFile {
  const drawn = rowsOf(copy, states, merge)
  const rows = drawn.map((d) => d.planned)
  const preview: PreviewFile = {
    file: copy.file,
    sha256: copy.sha256,
    kind: 'copy',
    issuedId: null,
    sender: context.sender,
    on: context.today,
    period: context.period,
    mapping: null,
    sheets: copy.origin.groups.map((g) => ({ name: g.name, headerRow: null, read: true, columns: [] })),
    rows: rows.map((r) => r.row),
    missing: [],
    totals: countOutcomes(rows.map((r) => r.row.outcome)),
    alreadyImported: context.alreadyImported,
  }
  const { file, path, sha256 } = copy
  return {
    source: {
      file,
      path,
      sha256,
      layout: `copy ${copy.origin.copyId}`,
      sender: context.sender,
      period: context.period,
      parsed: { sheets: preview.sheets, drafts: rows.map((r) => r.draft), problems: [] },
      matches: [],
      bases: new Map(),
      alreadyImported: context.alreadyImported,
    },
    preview,
    rows,
    copy: {
      copyId: copy.origin.copyId,
      revision: copy.history.revision,
      trail: context.trail,
      items: drawn.flatMap((d) => d.items.map((item) => ({ row: d.planned.row.row, item }))),
      support: merge.support,
      order: merge.order,
    },
  }
}

/** What a file's preview says again after changes of its rows were settled otherwise, such as by another file of the batch. */
export function withRows(file: PlannedFile, rows: readonly PlannedRow[]): PlannedFile {
  const settled = rows.map((r) =>
    r.row.outcome === 'ignored' ? r : { ...r, row: { ...r.row, outcome: outcomeOf(r.row.changes, r.draft) } },
  )
  return {
    ...file,
    rows: settled,
    preview: {
      ...file.preview,
      rows: settled.map((r) => r.row),
      totals: countOutcomes(settled.map((r) => r.row.outcome)),
    },
  }
}

/** What a return left open as rows of their own: those of one action together, everything else by itself. */
export function drawOpen(
  items: readonly CopyItem[],
  textOf: (actionId: string | null) => string | null,
): readonly Drawn[] {
  let n = 0
  const own = Map.groupBy(items, (i) => (i.actionId !== null && i.field !== 'other' ? i.actionId : i.key))
  return [...own.values()].map((list) => {
    const [first] = list as [CopyItem]
    const at = placeOf(first, (n += 1))
    return drawRow({ ...at, action: textOf(first.actionId), isNew: false }, list)
  })
}

export type Drawn = { readonly planned: PlannedRow; readonly items: readonly CopyItem[] }

function rowsOf(copy: ParsedCopy, states: CopyStates, merge: CopyMerge): readonly Drawn[] {
  let n = 0
  const next = (): number => ++n
  const byAction = Map.groupBy(merge.items, (i) => i.actionId)
  const known = actionsOf(states, copy.origin)
  const place = new Map(known.map((a) => [a.actionId as string | null, a.place]))
  const added = merge.items.filter((i) => i.actionId !== null && !place.has(i.actionId))
  const actions = [...known.map((a) => a.place), ...new Map(added.map((i) => [i.actionId, i])).values()]
  const sheets = copy.origin.groups.map((g) => g.name)
  const order = (group: string): number => (sheets.includes(group) ? sheets.indexOf(group) : sheets.length)
  const drawn = actions
    .toSorted((a, b) => order(a.group) - order(b.group))
    .flatMap((at) => {
      const own = byAction.get(at.actionId) ?? []
      const main = own.filter((i) => i.field !== 'other')
      const text = states.current.live('action', at.actionId)?.['action'] ?? main[0]?.returned
      const action = typeof text === 'string' ? text : null
      const isNew = !place.has(at.actionId)
      const row = drawRow(
        { sheet: at.group, row: next(), ref: at.ref, action, actionId: at.actionId, isNew },
        main,
      )
      return [
        row,
        ...own
          .filter((i) => i.field === 'other')
          .map((i) => drawRow({ ...placeOf(i, next()), action, isNew: false }, [i])),
      ]
    })
  const others = (byAction.get(null) ?? []).map((i) =>
    drawRow({ ...placeOf(i, next()), action: null, isNew: false }, [i]),
  )
  const out = merge.leftOut.map((l) => drawLeftOut(l, sheets[0] ?? '', next()))
  return [...drawn, ...others, ...out]
}

const placeOf = (i: CopyItem, row: number) => ({ sheet: i.group, row, ref: i.ref, actionId: i.actionId })

type At = Pick<PreviewRow, 'sheet' | 'row' | 'ref' | 'action'> & {
  readonly actionId: string | null
  readonly isNew: boolean
}

function drawRow(at: At, items: readonly CopyItem[]): Drawn {
  const changes = items.map((i): FieldChange => ({
    field: i.field,
    ...(i.label === null ? {} : { label: i.label }),
    base: i.base,
    current: i.current,
    returned: i.returned,
    resolution: i.resolution,
    why: i.why,
  }))
  const stillOpen = items.filter((i) => i.stillOpen).map((i) => i.field)
  const draft = draftOf(at, items)
  const row: PreviewRow = {
    sheet: at.sheet,
    row: at.row,
    outcome: outcomeOf(changes, draft),
    ref: at.ref,
    matchedBy: at.isNew ? 'none' : 'id',
    action: at.action,
    changes,
    problems: missingReasons(items),
    ...(stillOpen.length > 0 ? { stillOpen } : {}),
  }
  return { planned: { row, draft, actionId: at.actionId, stillOpen }, items }
}

/** A date or rating that moves wants a reason; its absence is said, and holds nothing up. */
function missingReasons(items: readonly CopyItem[]): Problem[] {
  const moved = items.filter(
    (i) =>
      i.base !== null &&
      i.resolution !== 'keep-current' &&
      (i.field === 'revisedCompletion' || i.field === 'deliveryRating' || i.field === 'impactRating'),
  )
  return moved
    .filter((i) => i.steps.every((s) => s.kind !== 'add' || (s.row['reason'] ?? null) === null))
    .map((i) => ({
      code: 'reason-missing',
      cell: null,
      message: `The ${i.field === 'revisedCompletion' ? 'date' : 'rating'} moves and no reason is given. It can be added to the action later.`,
    }))
}

const draftOf = (at: At, items: readonly CopyItem[]): Draft => ({
  sheet: at.sheet,
  row: at.row,
  kind: 'action',
  refText: at.ref,
  ref: at.ref,
  values: Object.fromEntries(
    items.flatMap((i) =>
      i.field === 'other' || i.returned === null || isEmpty(i.returned)
        ? []
        : [[i.field satisfies FieldName, { value: i.returned, cell: '', ambiguous: null }]],
    ),
  ),
  history: [],
  invalid: [],
  problems: [],
  notes: [],
})

function drawLeftOut(left: LeftOut, sheet: string, row: number): Drawn {
  const at: At = { sheet, row, ref: left.ref, action: null, actionId: null, isNew: true }
  const { planned } = drawRow(at, [])
  const problems = [{ code: 'left-out', cell: null, message: left.message }]
  return { planned: { ...planned, row: { ...planned.row, outcome: 'ignored', problems } }, items: [] }
}
