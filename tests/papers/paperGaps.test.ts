import { describe, expect, it } from 'vitest'
import { paperGaps } from '../../shared/view/papers/paperGaps.ts'
import { livedInSample, plainSample } from './figures.ts'

const options = { snapshot: null }
const codes = (kind: Parameters<typeof paperGaps>[0], p: typeof plainSample): string[] => [
  ...new Set(paperGaps(kind, p, options).map((g) => g.code)),
]

describe('gaps of a paper', () => {
  it('name what an unused programme lacks, each once', () => {
    expect(codes('board-paper', plainSample)).toEqual([
      'no-recommendations',
      'no-meeting',
      'no-text',
      'no-period',
      'not-rated',
      'no-update',
      'no-evidence',
      'no-measure-values',
      'unexplained-abbreviations',
    ])
    const messages = paperGaps('board-paper', plainSample, options).map((g) => g.message)
    expect(messages).toContain('108 actions are not yet rated.')
    expect(messages).toContain('Not written yet: financial implications.')
  })

  it('lead to the board whose recommendations are missing', () => {
    const board = plainSample.tables.board.find((b) => b.name === 'SEND Partnership Improvement Board')
    expect(paperGaps('board-paper', plainSample, options)[0]?.where).toEqual({
      at: 'recommendations',
      board: board?.id,
    })
  })

  it('lead to the action whose recovery or approval is missing, and to the group without a reason', () => {
    const gaps = paperGaps('dfe-return', livedInSample, options)
    const action = gaps.find((g) => g.code === 'no-recovery')
    expect(action?.message).toMatch(/^Action [\d.]+ is (off track|at risk) and has no .*recorded\.$/)
    expect(action?.where.at).toBe('action')
    expect(gaps.find((g) => g.code === 'date-not-approved')?.message).toMatch(/without reason or approval\.$/)
    expect(gaps.find((g) => g.code === 'no-overall-reason')?.where).toEqual({
      at: 'assessment',
      group: 4,
      priority: null,
    })
  })

  it('of the plan are those that the plan prints', () => {
    expect(codes('plan', livedInSample)).toEqual(['not-rated', 'unexplained-abbreviations'])
  })
})
