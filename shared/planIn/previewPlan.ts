import type { PlanOutcome, PlanPreview } from './planDraft.ts'
import { planOutcome } from './planDraft.ts'
import type { PlanSource } from './planSource.ts'
import { readPlan, type PlanOptions } from './readPlan.ts'

/** A plan's reading with the counts that a preview shows. `file` is the document's name, `sha256` its fingerprint. */
export function previewPlan(
  document: { readonly file: string; readonly sha256: string; readonly source: PlanSource },
  options: PlanOptions,
): PlanPreview {
  const { file, sha256, source } = document
  const reading = readPlan(source, options)
  const { groups, priorities } = reading.structure
  const objectives = groups.flatMap((g) => g.objectives)
  const actions = objectives.flatMap((o) => o.actions)
  const outcomes = Object.fromEntries(planOutcome.options.map((o) => [o, 0])) as Record<PlanOutcome, number>
  for (const row of reading.rows) outcomes[row.outcome] += 1
  return {
    file,
    sha256,
    kind: source.kind,
    title: source.title,
    localArea: reading.localArea,
    startedOn: reading.startedOn,
    tables: [...reading.tables],
    levels: [...reading.levels],
    rows: [...reading.rows],
    structure: reading.structure,
    problems: [...reading.problems],
    totals: {
      rows: reading.rows.length,
      groups: groups.length,
      priorities: priorities.length,
      objectives: objectives.length,
      actions: actions.length,
      milestones: actions.reduce((n, a) => n + a.milestones.length, 0),
      outcomes,
    },
  }
}
