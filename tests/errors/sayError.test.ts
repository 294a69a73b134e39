import { expect, it } from 'vitest'
import { sayError } from '../../shared/errors.ts'

it('says since when a file is held as people write a moment, and nothing where nobody knows', () => {
  const locked = { code: 'locked', path: 'Plan.desk', owner: 'Programme manager' } as const
  expect(sayError({ ...locked, since: '2026-11-25T16:28:56' })).toContain(
    'is being changed by Programme manager since 25 November 2026, 16:28. Close it there first.',
  )
  expect(sayError({ ...locked, since: '' })).toContain('by Programme manager. Close it there first.')
})
