import { expect, it } from 'vitest'
import { blankRows } from '../../electron/sample/blankProgramme.ts'
import { checkRows } from './checkRows.ts'

const rows = blankRows({ name: 'SEND improvement', localArea: 'Westmorland', startedOn: '2024-04-01' })

it('starts a programme with its name, area and first day, and says nothing else about it', () => {
  const [first, ...others] = rows
  expect(first?.entity).toBe('programme')
  const said = Object.entries(first!.row).filter(([, value]) => value !== null && String(value) !== '')
  expect(Object.fromEntries(said)).toEqual({
    id: 'programme',
    name: 'SEND improvement',
    documentTitle: 'SEND improvement',
    localArea: 'Westmorland',
    startedOn: '2024-04-01',
    marking: 'OFFICIAL',
  })
  expect(others.map((r) => r.entity)).toEqual(others.map(() => 'scaleStep'))
  expect(others).toHaveLength(10)
})

it('gives rows that can be written', () => {
  expect(checkRows(rows)).toEqual([])
})
