import type { FieldName, FieldValue } from '../workbook/draft.ts'
import type { PlannedFile, PlannedRow } from './importPlan.ts'
import type { Choice, FieldChange } from './previewDocument.ts'

/** What settles the open questions: a person's choices, else one rule for all of them, else nothing. */
export type Decisions = {
  readonly choices: readonly Choice[]
  readonly take: Choice['take'] | null
}

/** What is to be written to one action from one workbook. */
export type Decided = {
  readonly actionId: string
  /** The rows that give something, in the workbook's order. */
  readonly rows: readonly PlannedRow[]
  /** Field by field, the value to write; of two rows for one action the later one's. */
  readonly taken: ReadonlyMap<FieldName, FieldValue>
  /** Fields that stay open after this import. */
  readonly open: ReadonlySet<FieldName>
}

/**
 * Settles which values of a workbook are taken: every 'take-returned' that nobody refused, and of 'ask' and 'conflict'
 * those that were chosen. Rows without an action are never taken.
 */
export function decideFields(file: PlannedFile, decisions: Decisions): readonly Decided[] {
  const chosen = new Map(
    decisions.choices
      .filter((c) => c.file === file.source.file)
      .map((c) => [choiceKey(c.sheet, c.row, c.field), c.take]),
  )
  const actions = new Map<string, Gathered>()
  for (const planned of file.rows) {
    if (planned.actionId === null) continue
    const action: Gathered = actions.get(planned.actionId) ?? { rows: [], taken: new Map(), open: new Set() }
    actions.set(planned.actionId, action)
    action.rows.push(planned)
    for (const change of planned.row.changes) {
      const choice = chosen.get(choiceKey(planned.row.sheet, planned.row.row, change.field)) ?? null
      const verdict = decide(change, choice, decisions.take, planned.stillOpen.includes(change.field))
      if (verdict === 'returned' && change.returned !== null) action.taken.set(change.field, change.returned)
      if (verdict === 'open') action.open.add(change.field)
    }
  }
  return [...actions].map(([actionId, a]) => ({ actionId, ...a }))
}

type Gathered = { rows: PlannedRow[]; taken: Map<FieldName, FieldValue>; open: Set<FieldName> }

const choiceKey = (sheet: string, row: number, field: string): string => JSON.stringify([sheet, row, field])

function decide(
  change: FieldChange,
  choice: Choice['take'] | null,
  take: Choice['take'] | null,
  stillOpen: boolean,
): 'returned' | 'current' | 'open' {
  if (choice !== null) return choice
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
