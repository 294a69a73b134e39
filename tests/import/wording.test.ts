import { describe, expect, it } from 'vitest'
import { bareWording, meaningfulWords, plainWording } from '../../shared/import/wording.ts'
import { buildWordingIndex, oneSlipApart } from '../../shared/import/wordingIndex.ts'

describe('wording', () => {
  it('takes quotes, dashes, spaces and case for what they are', () => {
    expect(plainWording('“We  felt\nheard” – parent’s')).toBe('"we felt heard" - parent\'s')
    expect(plainWording('co\u00ADproduce\u200B')).toBe('coproduce')
    expect(bareWording('Parent/carer training: A & B.')).toBe('parent carer training a and b')
    expect(bareWording('Children’s')).toBe(bareWording("Children's"))
  })

  it('keeps the words that carry meaning', () => {
    expect(meaningfulWords('Analysis of the survey is produced')).toEqual(
      meaningfulWords('Analysis of survey produced'),
    )
    expect(meaningfulWords('Use this intelligence to produce a report & plan')).toEqual(
      meaningfulWords('Use this intelligence to produce a report and a plan'),
    )
    expect(meaningfulWords('policies')).toEqual(meaningfulWords('policy'))
    expect(meaningfulWords('of the')).toEqual(['of', 'the'])
  })

  it('sees one slip in a longer word, and none in numbers', () => {
    expect(oneSlipApart('echp', 'ehcp')).toBe(true)
    expect(oneSlipApart('transition', 'transiton')).toBe(true)
    expect(oneSlipApart('transition', 'transitions')).toBe(true)
    expect(oneSlipApart('north', 'south')).toBe(false)
    expect(oneSlipApart('2019', '2018')).toBe(false)
    expect(oneSlipApart('a', 'b')).toBe(false)
  })
})

describe('buildWordingIndex', () => {
  const index = buildWordingIndex([
    { id: 'parents', text: 'Develop a training package for parents and carers' },
    { id: 'children', text: 'Develop a training package for children and young adults' },
    { id: 'survey', text: 'Launch annual survey with parents and carers' },
    {
      id: 'review',
      text: 'Review of working group meetings, TORs and functionality, with a report to the Board',
    },
  ])

  it('finds the same words whatever their order and endings', () => {
    expect(index.closest('Parents’ and carers’ training package developed')[0]).toMatchObject({
      id: 'parents',
    })
    expect(index.closest('annual survey launched with parents & carers')[0]?.score).toBeGreaterThan(0.85)
    expect(index.same('LAUNCH annual survey with parents & carers.')).toEqual(['survey'])
  })

  it('takes an entry cut short for the entry', () => {
    expect(index.score('Review of working group meetings, TORs', 'review')).toBeGreaterThan(0.8)
    expect(index.score('Review of working group mee…', 'review')).toBeGreaterThan(0.9)
    const [first, second] = index.closest('Develop a training package for')
    expect(first?.score).toBe(second?.score)
  })

  it('takes letters astray for a slip only where the plan does not have the word', () => {
    expect(index.score('Launch anunal suvrey with parents and carers', 'survey')).toBeGreaterThan(0.9)
    expect(index.score('Develop a tranining pakcage for parents and carers', 'parents')).toBeGreaterThan(0.9)
    expect(index.score('Develop a training package for children', 'parents')).toBeLessThan(0.8)
    expect(index.score('Lauhcn annual survey wiht parents and carers', 'survey')).toBeGreaterThan(0.9)
    expect(index.score('Develop a training package for children and carers', 'parents')).toBeLessThan(0.9)
  })

  it('finds nothing in other words', () => {
    expect(index.closest('Book a room')).toEqual([])
    expect(index.score('', 'survey')).toBe(0)
  })

  it('is quick over ten thousand entries', () => {
    const topics = [
      'speech',
      'autism',
      'transition',
      'tuition',
      'therapy',
      'transport',
      'early years',
      'health',
    ]
    const many = Array.from({ length: 10_000 }, (_, i) => ({
      id: `a${i}`,
      text: `Agree the ${topics[i % 8]} pathway number ${i} with ${topics[(i >> 3) % 8]} teams in locality ${i % 97}`,
    }))
    const big = buildWordingIndex(many)
    const started = performance.now()
    const wrong = many.filter((m, i) => i % 10 === 0 && big.closest(`${m.text} now`)[0]?.id !== m.id)
    expect(wrong).toEqual([])
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
