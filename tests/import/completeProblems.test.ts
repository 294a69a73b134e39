import { expect, it } from 'vitest'
import { isRefused } from '../../shared/import/importPlan.ts'
import type { Programme } from '../../shared/view/programme.ts'
import { aDraft } from './aDraft.ts'
import { aFile, aPlan, aProgramme } from './aMerge.ts'

function problemsOf(programme: Programme, values: Parameters<typeof aDraft>[1]): readonly string[] {
  const [file] = aPlan(programme, [aFile(programme, [aDraft(2, { ref: '2.1.1', ...values })])]).files
  if (!file || isRefused(file)) throw new Error('refused')
  const [row] = file.rows
  expect(row?.row.outcome).toBe('changed')
  return (row?.row.problems ?? [])
    .filter((p) => p.code === 'complete-and-percent-differ')
    .map((p) => p.message)
}

it('says where “Complete” and the percentage don’t go together, in the row or with the programme, and holds nothing up', () => {
  const fresh = aProgramme()
  const said = 'The rating is “Complete” and the action is 60% complete: one of the two may be a slip.'
  expect(problemsOf(fresh, { deliveryRating: 'blue', percentComplete: 60 })).toEqual([said])
  expect(problemsOf(fresh, { deliveryRating: 'green', percentComplete: 100 })).toHaveLength(1)
  expect(problemsOf(fresh, { deliveryRating: 'blue', percentComplete: 100 })).toEqual([])
  expect(problemsOf(fresh, { deliveryRating: 'blue' })).toEqual([])
  const done = aProgramme([
    { entity: 'rating', row: { ref: '2.1.1', kind: 'delivery', code: 'blue', at: '2020-01-10' } },
  ])
  expect(problemsOf(done, { percentComplete: 60 })).toEqual([said])
  expect(problemsOf(done, { progress: 'Report printed' })).toEqual([])
})
