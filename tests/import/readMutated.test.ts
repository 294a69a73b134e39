import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const run = join(import.meta.dirname, '../../build/fuzz/run.ts')

describe('workbooks that were damaged on the way', () => {
  it('are read or refused with a sentence: 200 of them, in time, and the programme stays as it was', () => {
    // a process of its own: whatever hangs is ended from outside
    const { status, stdout, stderr } = spawnSync(process.execPath, [run, '200', '1'], {
      encoding: 'utf8',
      timeout: 120_000,
    })
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ runs: 200, crashes: [], slow: [], changed: [] })
  }, 130_000)
})
