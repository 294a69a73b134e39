import { Failure } from '../errors.ts'
import type { Decisions } from '../import/decideFields.ts'
import type { PlannedFile } from '../import/importPlan.ts'
import type { Choice, FieldChange } from '../import/previewDocument.ts'
import type { FieldValue } from '../workbook/draft.ts'
import type { CopyItem } from './copyItem.ts'

/** What becomes of one value of a copy. */
export type DecidedItem = {
  readonly row: number
  readonly item: CopyItem
  readonly verdict: 'taken' | 'kept' | 'open'
  /** What is written in place of the copy's value, where a person wrote it, or wanted both. */
  readonly instead: FieldValue | null
}

/** Settles a copy's values: as previewed (also by another file of the batch), but for what a person or a rule decided. */
export function decideCopy(file: PlannedFile, decisions: Decisions): readonly DecidedItem[] {
  const changes = new Map(
    file.rows.flatMap(({ row }) => row.changes.map((c) => [keyOf(row.row, c.field), c] as const)),
  )
  const choices = new Map(
    decisions.choices
      .filter((c) => c.file === file.source.file)
      .map((c) => [keyOf(c.row, c.field), c] as const),
  )
  return (file.copy?.items ?? []).map(({ row, item }) => {
    const key = keyOf(row, item.field)
    const [change, choice] = [changes.get(key), choices.get(key)]
    const verdict = verdictOf(change?.resolution ?? item.resolution, item.stillOpen, choice, decisions.take)
    return { row, item, verdict, instead: verdict === 'taken' ? insteadOf(item, choice) : null }
  })
}

const keyOf = (row: number, field: string): string => `${row} ${field}`

function verdictOf(
  resolution: FieldChange['resolution'],
  stillOpen: boolean,
  choice: Choice | undefined,
  take: Decisions['take'],
): DecidedItem['verdict'] {
  if (choice) return choice.take === 'current' ? 'kept' : 'taken'
  const settled = take === null ? 'open' : take === 'returned' ? 'taken' : 'kept'
  if (resolution === 'take-returned') return 'taken'
  if (resolution === 'keep-current') return stillOpen ? settled : 'kept'
  return settled
}

/** Whether what is shown is what is kept, letter for letter: then other words can stand in its place. */
function isPlainText({ steps, returned }: CopyItem): boolean {
  const [step] = steps
  if (steps.length !== 1 || !step || typeof returned !== 'string') return false
  if (step.kind === 'edit') return step.after === returned
  return step.kind === 'add' && step.fields?.length === 1 && step.row[step.fields[0] ?? ''] === returned
}

function insteadOf(item: CopyItem, choice: Choice | undefined): FieldValue | null {
  if (choice?.take === 'edited') {
    if (item.field === 'other' && !isPlainText(item))
      throw new Failure({
        code: 'invalid-input',
        where: 'choices',
        message: `“${item.label ?? ''}” can’t be written anew here: take the copy’s value or keep the programme’s. Nothing was written.`,
      })
    return choice.value ?? null
  }
  if (choice?.take !== 'both') return null
  const both = [item.current, item.returned].filter(
    (v): v is string => typeof v === 'string' && v.trim() !== '',
  )
  return both.length === 2 ? both.join('\n\n') : null
}
