import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readPlanFile } from '../../electron/plan-in/readPlanFile.ts'
import { noPlanAnswers } from '../../shared/planIn/planDraft.ts'
import { previewPlan } from '../../shared/planIn/previewPlan.ts'

const folder = join(import.meta.dirname, '../fixtures/strange/plans')

type Expected = {
  readonly groups: readonly { number: number; name: string; priorities: number[] }[]
  readonly priorities: readonly { number: number; name: string }[]
  readonly objectives: readonly {
    ref: string
    group: number
    title: string
    actions: readonly {
      ref: string | null
      action: string
      leads: string[]
      completion: string
      intendedImpact: string | null
      measureOfSuccess: string | null
      accountable: string | null
    }[]
  }[]
}

/** Made without having read the reader of plans: see the README beside the fixtures. */
it.each(['Exampleshire SEND improvement plan.docx', 'Exampleshire priority action plan.xlsx'])(
  '%s becomes the structure that a careful person sees in it',
  async (name) => {
    const expected = JSON.parse(
      readFileSync(join(folder, name.replace(/\.\w+$/, '.expected.json')), 'utf8'),
    ) as Expected
    const file = await readPlanFile(join(folder, name))
    const { structure } = previewPlan(file, {
      startedOn: null,
      today: '2025-03-02',
      answers: noPlanAnswers,
    })
    expect(structure.priorities.map((p) => ({ number: p.number, name: p.text }))).toEqual(expected.priorities)
    expect(
      structure.groups.map((g) => ({
        number: g.number,
        name: g.name,
        priorities: g.priorities.map((p) => p.number),
      })),
    ).toEqual(expected.groups)
    const read = structure.groups.flatMap((g) =>
      g.objectives.map((o) => ({
        ref: o.ref,
        group: g.number,
        title: o.title,
        actions: o.actions.map((a) => ({
          ref: a.refMade ? null : a.ref,
          action: a.action,
          leads: a.leads,
          completion: a.completion?.text,
          intendedImpact: a.intendedImpact,
          measureOfSuccess: a.measureOfSuccess,
          accountable: a.accountable,
        })),
      })),
    )
    expect(read).toEqual(expected.objectives)
  },
)
