import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportPaper } from '../../electron/export/exportPaper.ts'
import { cumbriaTables } from '../../electron/sample/cumbriaSample.ts'
import { indexProgramme } from '../../shared/view/programme.ts'
import { livedIn } from '../papers/livedIn.ts'
import { aFolder } from '../support/aProgramme.ts'

/** The lived-in sample with one update that says this. */
function saying(progress: string) {
  const tables = livedIn(cumbriaTables())
  const own = tables.update.findLast(
    (u) => u.progress !== null && u.actionId !== null && u.at === '2020-01-24',
  )
  const update = tables.update.map((u) => (u.id === own?.id ? { ...u, progress } : u))
  return indexProgramme({ ...tables, update }, '2020-02-04')
}

const ask = { kind: 'highlight-report', format: 'docx', snapshot: null, audience: 'public' } as const

describe('a paper for the public', () => {
  it('is refused with a list of what would tell who somebody is, and nothing is written', async () => {
    const out = join(aFolder(), 'paper.docx')
    const programme = saying(
      'Mrs Sarah Thompson of CA3 8NA wrote; NHS number 943 476 5919; only 3 pupils came.',
    )
    const answer = await exportPaper({ ...ask, programme, out })
    expect(answer).toMatchObject({ ok: false, error: { code: 'private-data' } })
    const findings = !answer.ok && answer.error.code === 'private-data' ? answer.error.findings : []
    expect(findings.map((f) => f.code)).toEqual(
      expect.arrayContaining(['nhs-number', 'postcode', 'small-number', 'name']),
    )
    expect(findings.find((f) => f.code === 'name')?.text).toContain('Thompson')
    expect(existsSync(out)).toBe(false)
  })

  it('is written where somebody accepts what was found, and the receipt keeps the list', async () => {
    const out = join(aFolder(), 'paper.docx')
    const programme = saying('Only 3 pupils came.')
    const answer = await exportPaper({ ...ask, programme, out, acceptFindings: true })
    expect(answer).toMatchObject({ ok: true, value: { findings: [{ code: 'small-number' }] } })
    expect(existsSync(out)).toBe(true)
  })

  it('does not take officers, chairs, boards or places of the plan for private people', async () => {
    const tables = livedIn(cumbriaTables())
    const programme = indexProgramme(tables, '2020-02-04')
    const answer = await exportPaper({ ...ask, kind: 'plan', programme, out: join(aFolder(), 'plan.docx') })
    const found = !answer.ok && answer.error.code === 'private-data' ? answer.error.findings : []
    expect(found.filter((f) => f.code === 'name')).toEqual([])
  })
})
