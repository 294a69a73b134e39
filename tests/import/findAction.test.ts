import { expect, it } from 'vitest'
import { findAction } from '../../shared/import/findAction.ts'
import { placesForActions } from '../../shared/import/placesForActions.ts'
import { aProgramme } from './aMerge.ts'

const programme = aProgramme()
const refs = (text: string): readonly string[] => findAction(programme, text).map((e) => e.action.ref)

it('finds an action by its reference, by words of it or its leads, and by close wording', () => {
  expect(refs('  ')).toEqual([])
  expect(refs('Action 2.1.1.')[0]).toBe('2.1.1')
  expect(refs('2.1')).toEqual(expect.arrayContaining(['2.1.1']))
  expect(refs('2.1').some((r) => r.startsWith('2.10'))).toBe(false)
  expect(refs('joint commissioning review report')[0]).toBe('2.1.1')
  const own = programme.actions[5]!
  expect(refs(own.action.action)[0]).toBe(own.action.ref)
  const lead = own.leads[0]!.printed
  expect(findAction(programme, lead).length).toBeGreaterThan(0)
  expect(refs('the').length).toBeLessThanOrEqual(20)
})

it('offers the next free reference under every objective', () => {
  const places = placesForActions(programme)
  expect(places).toHaveLength(programme.tables.objective.length)
  const taken = new Set(programme.actions.map((e) => e.action.ref))
  expect(places.filter((p) => taken.has(p.nextRef))).toEqual([])
  expect(places[0]).toMatchObject({ objective: { ref: '1.1' }, nextRef: '1.1.5' })
})
