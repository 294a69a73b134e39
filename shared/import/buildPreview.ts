import { withRows } from '../copy/planCopy.ts'
import type { Programme } from '../view/programme.ts'
import type { Draft, DraftValue, FieldName, FieldValue, Problem } from '../workbook/draft.ts'
import {
  isRefused,
  type ImportPlan,
  type MatchedFile,
  type PlannedFile,
  type PlannedRow,
} from './importPlan.ts'
import { indexLeadNames, type LeadNames } from './leadNames.ts'
import { hasIssuedHeadings, isTick } from '../workbook/issuedLayout.ts'
import { markContradictions } from './markContradictions.ts'
import { completeProblems } from './completeProblems.ts'
import type { Match, Remark } from './matchRows.ts'
import { mergeRow, noBase } from './mergeRow.ts'
import { addTotals, countOutcomes, outcomeOf } from './outcomes.ts'
import type { FieldChange, PreviewFile, PreviewRow, RefusedFile } from './previewDocument.ts'
import type { RowAnswered } from './rowAnswered.ts'
import { isEmpty } from './sameValue.ts'
import { isUnread, unreadValues } from './unreadValues.ts'

/**
 * Merges every row of every file with its action and says what became of it. Pure: the files are read and matched, the
 * programme is that of `revision`; `today` is the ISO day of the import.
 */
export function buildPreview(
  programme: Programme,
  files: readonly (MatchedFile | PlannedFile | RefusedFile)[],
  revision: number,
  today: string,
): ImportPlan {
  const leads = indexLeadNames(programme)
  const merged = files.map((f) => {
    if (isRefused(f)) return []
    return isPlanned(f) ? f.rows : mergeFile(programme, f, leads, today)
  })
  const settled = markContradictions(
    merged,
    files.map((f) => (isRefused(f) || !isPlanned(f) ? f.file : f.source.file)),
    programme,
    leads,
  )
  const planned = files.map((f, i) => {
    if (isRefused(f)) return f
    return isPlanned(f) ? withRows(f, settled[i] ?? []) : planFile(f, settled[i] ?? [], today)
  })
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

/** A group copy comes merged already, row by row of the programme. */
const isPlanned = (file: MatchedFile | PlannedFile): file is PlannedFile => 'preview' in file

function mergeFile(
  programme: Programme,
  file: MatchedFile,
  leads: LeadNames,
  today: string,
): readonly PlannedRow[] {
  return file.parsed.drafts.map((draft, i) => {
    const planned = planRow(programme, file, i, draft, leads, today)
    const forgotten = file.forgotten?.has(i) === true
    const remark = file.remarks?.get(i)
    return remark ? { ...withRemark(planned, remark), forgotten } : { ...planned, forgotten }
  })
}

/** Something to say of a row beside why it was matched as it was. */
const withRemark = (planned: PlannedRow, remark: Remark): PlannedRow => ({
  ...planned,
  row: {
    ...planned.row,
    problems: [...planned.row.problems, ...remarks(planned.draft, { remark })],
  },
})

function planRow(
  programme: Programme,
  file: MatchedFile,
  i: number,
  draft: Draft,
  leads: LeadNames,
  today: string,
): PlannedRow {
  const answered = file.answered?.get(i) ?? null
  if (answered === null) {
    const match: Match = file.matches[i] ?? { kind: 'ignored', remark: null }
    return match.kind === 'matched'
      ? planMatched(programme, file, draft, match, leads, today)
      : planOther(draft, match)
  }
  const { as } = answered
  if (as.kind === 'set-aside') return planSetAside(draft, answered)
  if (as.kind === 'new') return planMade(draft, answered, as.ref, today)
  const by = { kind: 'matched', actionId: as.actionId, by: 'hand', remark: null } as const
  const planned = planMatched(programme, file, draft, by, leads, today)
  return { ...planned, answered, row: { ...planned.row, answer: sayAnswer(answered) } }
}

const sayAnswer = ({ as, remembered }: RowAnswered): NonNullable<PreviewRow['answer']> => ({
  kind: as.kind,
  reason: as.kind === 'set-aside' ? as.reason : null,
  remembered,
})

/** A row that somebody set aside: nothing of it is taken, what it says is kept with the import. */
function planSetAside(draft: Draft, answered: RowAnswered): PlannedRow {
  const reason = answered.as.kind === 'set-aside' ? answered.as.reason.trim() : ''
  const message = reason === '' ? 'Set aside.' : `Set aside: ${reason}`
  const planned = planOther(draft, { kind: 'ignored', remark: { code: 'set-aside', message } })
  return { ...planned, answered, row: { ...planned.row, answer: sayAnswer(answered) } }
}

/** A row that becomes a new action: everything that it says is taken, but what is ambiguous in itself. */
function planMade(draft: Draft, answered: RowAnswered, ref: string, today: string): PlannedRow {
  const why = 'A new action: everything that its row says is taken.'
  const changes = (Object.entries(draft.values) as [FieldName, DraftValue][])
    .filter(([field, v]) => field !== 'ref' && field !== 'objective' && !isEmpty(v.value))
    .filter(([field, v]) => field !== 'updatedOn' || (typeof v.value === 'string' && v.value <= today))
    .map(([field, v]): FieldChange => {
      if (isUnread(v.value)) return unreadChange(field, v.value)
      const asked = v.ambiguous !== null && field !== 'action'
      const returned = { field, base: null, current: null, returned: v.value }
      return asked
        ? { ...returned, resolution: 'ask', why: v.ambiguous ?? why }
        : { ...returned, resolution: 'take-returned', why }
    })
  for (const [field, value] of unreadValues(draft))
    if (draft.values[field] === undefined && field !== 'ref' && field !== 'objective')
      changes.push(unreadChange(field, value))
  const planned = planOther(draft, { kind: 'new', remark: null })
  const row: PreviewRow = {
    ...planned.row,
    ref,
    matchedBy: 'hand',
    changes,
    outcome: outcomeOf(changes, draft),
    answer: sayAnswer(answered),
  }
  return { ...planned, answered, row }
}

const unreadChange = (field: FieldName, returned: FieldValue | null): FieldChange => ({
  field,
  base: null,
  current: null,
  returned,
  resolution: 'ask',
  why: 'What came back can’t be read. Write the value, or leave it out.',
  invalid: true,
})

type Matched = {
  readonly actionId: string
  readonly by: PreviewRow['matchedBy']
  readonly remark: Remark | null
}

function planMatched(
  programme: Programme,
  file: MatchedFile,
  draft: Draft,
  match: Matched,
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
    problems: [
      ...remarks(draft, match),
      ...draft.problems,
      ...merge.problems,
      ...completeProblems(programme, entry, draft, merge.changes),
    ],
    ...(merge.stillOpen.length > 0 ? { stillOpen: [...merge.stillOpen] } : {}),
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

const remarks = (draft: Draft, match: { readonly remark: Remark | null }): readonly Problem[] =>
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

function planFile(source: MatchedFile, merged: readonly PlannedRow[], today: string): PlannedFile {
  const rows = merged.map((r) =>
    r.actionId === null ? r : { ...r, row: { ...r.row, outcome: outcomeOf(r.row.changes, r.draft) } },
  )
  const problems = lostIds(source)
  const preview: PreviewFile = {
    file: source.file,
    sha256: source.sha256,
    kind: source.issued ? 'issued' : 'tracker',
    issuedId: source.issued?.issuedId ?? null,
    sender: source.sender,
    on: source.on ?? today,
    period: source.period,
    mapping: source.mapping ? (source.mapping.name ?? source.sender ?? source.file) : null,
    sheets: [...source.parsed.sheets],
    rows: rows.map((r) => r.row),
    ...(problems.length > 0 ? { problems } : {}),
    missing: missingRefs(source, merged),
    totals: countOutcomes(rows.map((r) => r.row.outcome)),
    alreadyImported: source.alreadyImported,
  }
  return { source, preview, rows }
}

/** Values pasted from an issued workbook into a new one leave the hidden ids behind. */
function lostIds({ issued, parsed }: MatchedFile): Problem[] {
  const looksIssued = parsed.sheets.some((s) => hasIssuedHeadings(s.columns.map((c) => c.header)))
  if (issued || !looksIssued) return []
  const message =
    'This looks like a workbook that was issued, but its ids are gone: perhaps its values were pasted into a new workbook. Its rows were matched by reference and wording, and are compared with what this sender said last.'
  return [{ code: 'ids-gone', cell: null, message }]
}

/** Rows of an issued workbook that did not come back: somebody is asked, nothing is ever deleted. */
function missingRefs(source: MatchedFile, rows: readonly PlannedRow[]): string[] {
  if (!source.issued) return []
  const back = new Set(
    rows.map(({ actionId, answered }, i) => {
      const match = answered?.as.kind === 'set-aside' ? source.matches[i] : null
      return match?.kind === 'matched' ? match.actionId : actionId
    }),
  )
  return source.issued.rows.filter((r) => !back.has(r.actionId)).map((r) => r.ref)
}
