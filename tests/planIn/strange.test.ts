import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fixtures, jsonAt, previewOf } from './aPlan.ts'

type Expected = {
  readonly groups: readonly {
    readonly number: number
    readonly name: string
    readonly priorities: readonly number[]
  }[]
  readonly priorities: readonly { readonly number: number; readonly name: string }[]
  readonly objectives: readonly {
    readonly ref: string
    readonly group: number
    readonly title: string | null
    readonly actions: readonly Readonly<Record<string, unknown>>[]
  }[]
}

const folder = join(fixtures, 'strange/plans')
const plans = readdirSync(folder).filter((f) => /\.(docx|xlsx)$/.test(f))

/** Plans by somebody who had not seen the code that reads them, with the reading that they expect. */
it.each(plans)('reads %s as its maker meant it', async (name) => {
  const want = jsonAt<Expected>(join(folder, name.replace(/\.\w+$/, '.expected.json')))
  const { structure } = await previewOf(join(folder, name))
  expect(structure.priorities.map((p) => ({ number: p.number, name: p.text }))).toEqual(want.priorities)
  expect(
    structure.groups.map((g) => ({
      number: g.number,
      name: g.name,
      priorities: g.priorities.map((p) => p.number),
    })),
  ).toEqual(want.groups)
  const objectives = structure.groups.flatMap((g) =>
    g.objectives.map((o) => ({
      ref: o.ref,
      group: g.number,
      title: o.title,
      actions: o.actions.map((a) => ({
        ref: a.refMade ? null : a.ref,
        action: a.action,
        leads: a.leads,
        completion: a.completion?.text ?? null,
        intendedImpact: a.intendedImpact,
        measureOfSuccess: a.measureOfSuccess,
        accountable: a.accountable,
      })),
    })),
  )
  expect(objectives).toEqual(want.objectives)
})
