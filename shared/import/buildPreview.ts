import type { Programme } from '../view/programme.ts'
import type { Draft, FieldName, FieldValue, Problem } from '../workbook/draft.ts'
import {
  isRefused,
  type ImportPlan,
  type MatchedFile,
  type PlannedFile,
  type PlannedRow,
} from './importPlan.ts'
import { indexLeadNames, type LeadNames } from './leadNames.ts'
import { isTick } from '../workbook/issuedLayout.ts'
import { markContradictions } from './markContradictions.ts'
import type { Match } from './matchRows.ts'
import { mergeRow, noBase } from './mergeRow.ts'
import type { FieldChange, Outcome, PreviewFile, PreviewRow, RefusedFile, Totals } from './previewDocument.ts'
import { isEmpty } from './sameValue.ts'

/**
 * Merges every row of every file with its action and says what became of it. Pure: the files are read and matched, the
 * programme is that of `revision`; `today` is the ISO day of the import.
 */
export function buildPreview(
  programme: Programme,
  files: readonly (MatchedFile | RefusedFile)[],
  revision: number,
  today: string,
): ImportPlan {
  const leads = indexLeadNames(programme)
  const merged = files.map((f) => (isRefused(f) ? [] : mergeFile(programme, f, leads, today)))
  const settled = markContradictions(
    merged,
    files.map((f) => f.file),
    programme,
    leads,
  )
  const planned = files.map((f, i) => (isRefused(f) ? f : planFile(f, settled[i] ?? [])))
  return {
    revision,
    today,
    files: planned,
    document: {
      files: planned.map((f) => (isRefused(f) ? f : f.preview)),
      totals: addTotals(planned.flatMap((f) => (isRefused(f) ? [] : [f.preview.totals]))),
    },
  }
}

function mergeFile(
  programme: Programme,
  file: MatchedFile,
  leads: LeadNames,
  today: string,
): readonly PlannedRow[] {
  return file.parsed.drafts.map((draft, i) => {
    const match = file.matches[i] ?? { kind: 'ignored', remark: null }
    return match.kind === 'matched'
      ? planMatched(programme, file, draft, match, leads, today)
      : planOther(draft, match)
  })
}

function planMatched(
  programme: Programme,
  file: MatchedFile,
  draft: Draft,
  match: Extract<Match, { kind: 'matched' }>,
  leads: LeadNames,
  today: string,
): PlannedRow {
  const entry = programme.actionById.get(match.actionId)
  if (!entry) throw new Error(`a row is matched to ${match.actionId}, which the programme does not have`)
  const merge = mergeRow(entry, draft, file.bases.get(match.actionId) ?? noBase, leads, today)
  const tick = draft.notes.find((n) => isTick(n.header, n.text))
  const row: PreviewRow = {
    sheet: draft.sheet,
    row: draft.row,
    outcome: 'unchanged',
    ref: entry.action.ref,
    matchedBy: match.by,
    action: entry.action.action,
    changes: [...merge.changes],
    problems: [...remarks(draft, match), ...draft.problems, ...merge.problems],
  }
  const answered = tick === undefined ? row : withNoChange(row, tick.cell)
  return { row: answered, draft, actionId: match.actionId, stillOpen: merge.stillOpen }
}

/** "No change" beside filled boxes contradicts itself: what is filled in counts, and that is said. */
function withNoChange(row: PreviewRow, cell: string): PreviewRow {
  const fills = row.changes.some((c) => c.resolution !== 'keep-current')
  if (!fills) return { ...row, noChange: true }
  const message = '“No change” is ticked and something has changed all the same: what has changed counts.'
  return { ...row, problems: [...row.problems, { code: 'no-change-but-filled', cell, message }] }
}

/** A row that belongs to no action: what it says is shown, and nothing of it is ever taken by itself. */
function planOther(draft: Draft, match: Exclude<Match, { kind: 'matched' }>): PlannedRow {
  const text = draft.values.action?.value
  const row: PreviewRow = {
    sheet: draft.sheet,
    row: draft.row,
    outcome: match.kind,
    ref: draft.ref ?? draft.refText,
    matchedBy: 'none',
    action: typeof text === 'string' ? text : null,
    changes: match.kind === 'ignored' ? [] : valuesOf(draft, match.kind),
    problems: [...remarks(draft, match), ...draft.problems],
  }
  return { row, draft, actionId: null, stillOpen: [] }
}

const remarks = (draft: Draft, match: Match): readonly Problem[] =>
  match.remark === null
    ? []
    : [{ ...match.remark, cell: draft.values.ref?.cell ?? draft.values.action?.cell ?? null }]

function valuesOf(draft: Draft, kind: 'new' | 'unmatched'): FieldChange[] {
  const why =
    kind === 'new' ? 'The plan does not have this action.' : 'Nobody has said yet which action this is.'
  return (Object.entries(draft.values) as [FieldName, { value: FieldValue }][])
    .filter(([field, v]) => field !== 'ref' && !isEmpty(v.value))
    .map(([field, v]) => ({ field, base: null, current: null, returned: v.value, resolution: 'ask', why }))
}

function planFile(source: MatchedFile, merged: readonly PlannedRow[]): PlannedFile {
  const rows = merged.map((r) =>
    r.actionId === null ? r : { ...r, row: { ...r.row, outcome: outcomeOf(r.row.changes, r.draft) } },
  )
  const preview: PreviewFile = {
    file: source.file,
    sha256: source.sha256,
    kind: source.issued ? 'issued' : 'tracker',
    issuedId: source.issued?.issuedId ?? null,
    sender: source.sender,
    sheets: [...source.parsed.sheets],
    rows: rows.map((r) => r.row),
    missing: missingRefs(source, merged),
    totals: countOutcomes(rows.map((r) => r.row.outcome)),
    alreadyImported: source.alreadyImported,
  }
  return { source, preview, rows }
}

/** Rows of an issued workbook that did not come back: somebody is asked, nothing is ever deleted. */
function missingRefs(source: MatchedFile, rows: readonly PlannedRow[]): string[] {
  const back = new Set(rows.map((r) => r.actionId))
  return (source.issued?.rows ?? []).filter((r) => !back.has(r.actionId)).map((r) => r.ref)
}

/** The contract's precedence: conflict, invalid, changed (also where only asked), unchanged. */
function outcomeOf(changes: readonly FieldChange[], draft: Draft): Outcome {
  if (changes.some((c) => c.resolution === 'conflict')) return 'conflict'
  // A date that nobody can read is still no change where the plan has it in the same words.
  const isOffered = (field: FieldName): boolean =>
    draft.values[field] === undefined || changes.some((c) => c.field === field)
  if (draft.invalid.some(isOffered)) return 'invalid'
  return changes.some((c) => c.resolution !== 'keep-current') ? 'changed' : 'unchanged'
}

const none: Totals = {
  rows: 0,
  changed: 0,
  unchanged: 0,
  new: 0,
  unmatched: 0,
  conflict: 0,
  invalid: 0,
  ignored: 0,
}

function countOutcomes(outcomes: readonly Outcome[]): Totals {
  const totals = { ...none, rows: outcomes.length }
  for (const outcome of outcomes) totals[outcome] += 1
  return totals
}

function addTotals(list: readonly Totals[]): Totals {
  const sum = { ...none }
  for (const totals of list) for (const key of Object.keys(sum) as (keyof Totals)[]) sum[key] += totals[key]
  return sum
}
