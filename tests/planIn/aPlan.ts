import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { planRows } from '../../electron/plan-in/planRows.ts'
import { readPlanFile } from '../../electron/plan-in/readPlanFile.ts'
import type { EntityName, Tables } from '../../shared/model/entities.ts'
import { noPlanAnswers, type PlanAnswers, type PlanPreview } from '../../shared/planIn/planDraft.ts'
import { previewPlan } from '../../shared/planIn/previewPlan.ts'
import { indexProgramme, type Programme } from '../../shared/view/programme.ts'
import { emptyTables } from '../../electron/sample/programmeRows.ts'

export const fixtures = join(import.meta.dirname, '../fixtures')
export const planAt = (name: string): string => join(fixtures, 'planIn', name)
export const today = '2020-02-04'

/** Reads a plan from disk as the app does, with nothing corrected unless it is given. */
export async function previewOf(
  path: string,
  more: { readonly startedOn?: string; readonly answers?: PlanAnswers } = {},
): Promise<PlanPreview> {
  const { startedOn = null, answers = noPlanAnswers } = more
  return previewPlan(await readPlanFile(path), { startedOn, today, answers })
}

/** The programme that a preview becomes, as the views read it. */
export function programmeOf(preview: PlanPreview): Programme {
  const facts = { name: 'Plan', localArea: 'Sampleshire', startedOn: preview.startedOn ?? today }
  const tables: Record<EntityName, unknown[]> = structuredClone(emptyTables) as never
  for (const { entity, row } of planRows(preview.structure, facts, today)) tables[entity].push(row)
  return indexProgramme(tables as unknown as Tables, today)
}

/** A structure as lines, so that a test shows what a plan becomes at one glance. */
export function outline({ structure }: PlanPreview): readonly string[] {
  return [
    ...structure.priorities.map((p) => `P${p.number} ${p.text}`),
    ...structure.groups.flatMap((g) => [
      `G${g.number} ${g.name}${g.made ? ' (made)' : ''}${g.priorities.map((p) => ` P${p.number}`).join('')}`,
      ...g.objectives.flatMap((o) => [
        `  O${o.ref}${o.refMade ? '*' : ''} ${o.title ?? '-'}`,
        ...o.actions.map((a) => `    ${a.ref}${a.refMade ? '*' : ''} ${a.action.replaceAll('\n', ' / ')}`),
      ]),
    ]),
  ]
}

export const actionsOf = (preview: PlanPreview) =>
  preview.structure.groups.flatMap((g) => g.objectives.flatMap((o) => o.actions))

export const codesOf = (preview: PlanPreview): readonly string[] =>
  [...new Set(preview.problems.map((p) => p.code))].sort()

export const jsonAt = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T
