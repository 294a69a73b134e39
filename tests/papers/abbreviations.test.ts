import { describe, expect, it } from 'vitest'
import { paragraph, plain, type Section, table } from '../../shared/paper/tree.ts'
import { abbreviationsUsed, expandAbbreviations } from '../../shared/view/papers/abbreviations.ts'
import { build, columnOf, plainSample, tableCalled, wordsOf } from './figures.ts'

const section = (...texts: string[]): Section[] => [{ orientation: 'portrait', blocks: texts.map(paragraph) }]
const expanded = (...texts: string[]): string[] =>
  expandAbbreviations(plainSample, section(...texts)).flatMap((s) =>
    s.blocks.map((b) => (b.block === 'paragraph' ? plain(b.text) : '')),
  )

describe('abbreviations', () => {
  it('are written out where they are used first, and only there', () => {
    expect(expanded('The KPI is new.', 'The KPI is old.')).toEqual([
      'The Key performance indicator (KPI) is new.',
      'The KPI is old.',
    ])
  })

  it('keep their plural', () => {
    expect(expanded('Both CCGs agreed.')).toEqual(['Both Clinical Commissioning Groups (CCGs) agreed.'])
  })

  it('are left alone where the text explains them itself', () => {
    expect(
      expanded('A Joint Strategic Needs Analysis (JSNA) and a Local Area Assessment (LAA).', 'The LAA.'),
    ).toEqual(['A Joint Strategic Needs Analysis (JSNA) and a Local Area Assessment (LAA).', 'The LAA.'])
  })

  it('are left alone inside the names of boards and of the programme', () => {
    expect(expanded('The SEND Partnership Improvement Board met.')).toEqual([
      'The SEND Partnership Improvement Board met.',
    ])
  })

  it('are listed when a table uses them, and not when nothing does', () => {
    const withTable: Section[] = [
      {
        orientation: 'portrait',
        blocks: [
          table({
            caption: 'T',
            columns: [{ head: 'A', kind: 'text', width: { share: 1 } }],
            rows: [['CAMHS referrals']],
          }),
        ],
      },
    ]
    expect(abbreviationsUsed(plainSample, withTable).map((e) => e.abbreviation)).toEqual(['CAMHS'])
    expect(abbreviationsUsed(plainSample, section('No capitals here.'))).toEqual([])
  })

  it('of a paper are all in its glossary or named as unexplained', () => {
    const paper = build('plan', plainSample)
    expect(columnOf(tableCalled(paper, 'Abbreviations'), 'Abbreviation')).toEqual(
      expect.arrayContaining(['CAMHS', 'SEND', 'LAA']),
    )
    expect(wordsOf(paper)).toMatch(/not yet explained in the programme’s glossary: .*\bCASL\b/)
  })
})
