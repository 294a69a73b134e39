import { expect, test } from 'vitest'
import { fileName } from '../../electron/host/fileName.ts'

test.each([
  ['Cumbria SEND Improvement Programme', 'Cumbria SEND Improvement Programme'],
  ['Plan 4/2/2020: final?', 'Plan 4 2 2020 final'],
  ['  ends with dots...', 'ends with dots'],
  ['a\nb\tc', 'a b c'],
  ['???', 'Programme'],
])('%j becomes a name that every system takes', (name, expected) => {
  expect(fileName(name)).toBe(expected)
})
