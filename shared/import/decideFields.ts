import type { FieldName, FieldValue } from '../workbook/draft.ts'
import type { PlannedFile, PlannedRow } from './importPlan.ts'
import type { Choice, FieldChange } from './previewDocument.ts'
import { isEmpty } from './sameValue.ts'

/** What settles the open questions: a person's choices, else one rule for all of them, else nothing. */
export type Decisions = {
  readonly choices: readonly Choice[]
  readonly take: 'returned' | 'current' | null
}

/** What is to be written to one action from one workbook. */
export type Decided = {
  /** Null where the rows make a new action. */
  readonly actionId: string | null
  /** The rows that give something, in the workbook's order. */
  readonly rows: readonly PlannedRow[]
  /** Field by field, the value to write; of two rows for one action the later one's. */
  readonly taken: ReadonlyMap<FieldName, FieldValue>
  /** Texts to be written after what the programme says. */
  readonly added: ReadonlyMap<FieldName, readonly string[]>
  /** Fields whose value somebody wrote in place of both. */
  readonly edited: ReadonlySet<FieldName>
  /** Fields that stay open after this import. */
  readonly open: ReadonlySet<FieldName>
}

type Gathered = {
  readonly actionId: string | null
  rows: PlannedRow[]
  taken: Map<FieldName, FieldValue>
  added: Map<FieldName, string[]>
  edited: Set<FieldName>
  open: Set<FieldName>
}

/**
 * Settles which values of a workbook are taken: every 'take-returned' that nobody refused, and of 'ask' and 'conflict'
 * those that were chosen. Rows that belong to no action and make none are never taken.
 */
export function decideFields(file: PlannedFile, decisions: Decisions): readonly Decided[] {
  const chosen = new Map(
    decisions.choices
      .filter((c) => c.file === file.source.file)
      .map((c) => [choiceKey(c.sheet, c.row, c.field), c]),
  )
  const everywhere = new Set(decisions.choices.map((c) => `${c.file} ${choiceKey(c.sheet, c.row, c.field)}`))
  const isSettled = ({ field, also = [] }: FieldChange): boolean =>
    everywhere.size > 0 && also.some((o) => everywhere.has(`${o.file} ${choiceKey(o.sheet, o.row, field)}`))
  const actions = new Map<string, Gathered>()
  for (const planned of file.rows) {
    const { sheet, row, changes } = planned.row
    const isNew = planned.answered?.as.kind === 'new'
    if (planned.actionId === null && !isNew) continue
    const key = planned.actionId ?? `new ${choiceKey(sheet, row, '')}`
    const action = actions.get(key) ?? emptyFor(planned.actionId)
    actions.set(key, action)
    action.rows.push(planned)
    for (const change of changes) {
      if (change.field === 'other') continue
      const choice = chosen.size === 0 ? null : (chosen.get(choiceKey(sheet, row, change.field)) ?? null)
      const isStillOpen = planned.stillOpen.includes(change.field)
      // one answer settles all rows of the batch that give the field differently
      const verdict =
        choice === null && isSettled(change)
          ? 'current'
          : verdictOf(change, choice, decisions.take, isStillOpen)
      settle(action, change.field, change, verdict, choice)
    }
  }
  return [...actions.values()]
}

const emptyFor = (actionId: string | null): Gathered => ({
  actionId,
  rows: [],
  taken: new Map(),
  added: new Map(),
  edited: new Set(),
  open: new Set(),
})

const choiceKey = (sheet: string, row: number, field: string): string => JSON.stringify([sheet, row, field])

type Verdict = Choice['take'] | 'open'

function settle(
  action: Gathered,
  field: FieldName,
  change: FieldChange,
  verdict: Verdict,
  choice: Choice | null,
): void {
  const { returned } = change
  if (verdict === 'open') action.open.add(field)
  if (verdict === 'edited' && choice?.value !== undefined) {
    action.taken.set(field, choice.value)
    action.edited.add(field)
  }
  if (returned === null) return
  if (verdict === 'returned') action.taken.set(field, returned)
  if (verdict === 'both')
    for (const text of [returned, ...(change.also ?? []).map((o) => o.value)])
      if (typeof text === 'string' && !isEmpty(text))
        action.added.set(field, [...(action.added.get(field) ?? []), text])
}

function verdictOf(
  change: FieldChange,
  choice: Choice | null,
  take: Decisions['take'],
  stillOpen: boolean,
): Verdict {
  const verdict = choice?.take ?? ruledBy(change, take, stillOpen)
  // What nobody could read is written by a person or kept out; no rule takes it.
  return change.invalid === true && (verdict === 'returned' || verdict === 'both') ? 'open' : verdict
}

function ruledBy(change: FieldChange, take: Decisions['take'], stillOpen: boolean): Verdict {
  switch (change.resolution) {
    case 'take-returned':
      return 'returned'
    case 'keep-current':
      return stillOpen ? (take ?? 'open') : 'current'
    case 'ask':
    case 'conflict':
      return take ?? 'open'
  }
}
