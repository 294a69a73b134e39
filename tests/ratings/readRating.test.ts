import { describe, expect, it } from 'vitest'
import { defaultScale } from '../../shared/ratings/defaultScale.ts'
import { fillRating } from '../../shared/ratings/fillRating.ts'
import { acceptedWords, readRating, type RatingReading } from '../../shared/ratings/readRating.ts'

const read = (
  text: string,
  fill: string | null = null,
  kind: 'delivery' | 'impact' = 'delivery',
): RatingReading => readRating({ text, fill, ink: null }, kind, defaultScale)

const short = (reading: RatingReading): string =>
  reading.kind === 'read' ? `${reading.code}${reading.why === null ? '' : ' ?'}` : reading.kind

describe('delivery ratings in words, letters and signs', () => {
  it.each<[string, string]>([
    ['RED', 'red'],
    ['AMBER/GREEN', 'green ?'],
    ['Amber/Green', 'green ?'],
    ['--- AMBER', 'amber'],
    ['R', 'red'],
    ['A', 'amber'],
    ['G', 'green'],
    ['B', 'blue'],
    ['Yellow', 'amber'],
    ['(green)', 'green'],
    ['Completed', 'blue'],
    ['Embedded', 'blue'],
    ['Progressing but delayed', 'amber'],
    ['Blue', 'blue'],
    ['Grey', 'grey'],
    ['C', 'blue'],
    ['Complete', 'blue'],
    ['On track', 'green'],
    ['on-track', 'green'],
    ['Not started', 'grey'],
    ['A→G', 'green ?'],
    ['A -> G', 'green ?'],
    ['R/A', 'amber ?'],
    ['RA', 'amber ?'],
    ['G/G', 'green'],
    ['Amber to Green', 'green ?'],
    ['At risk', 'amber'],
    ['Off track', 'red'],
    ['RAG: Red', 'red'],
    ['Overall rating Green', 'green'],
    ['Red – delayed', 'red'],
    ['In progress (Amber)', 'amber'],
    ['Completed 12/12/2019', 'blue'],
    ['3 - Green', 'green'],
    ['G - On track', 'green'],
    ['Not started - Grey', 'grey'],
    ['green-ish', 'green ?'],
    ['Green?', 'green ?'],
    ['Amber (was Red)', 'amber ?'],
    ['G (A)', 'amber ?'],
    ['Complte', 'blue ?'],
    ['🟢', 'green'],
    ['🔴 🟢', 'green ?'],
    ['G ↑', 'green'],
    ['Amber – waiting for data from two partners', 'amber'],
    ['Green: all of it complete by March', 'green'],
    ['Green - on track', 'green'],
    ['Complete (green)', 'green ?'],
    ['Was amber now green', 'green ?'],
    ['Red but not complete', 'blue ?'],
    ['In progress', 'green ?'],
    ['Delayed', 'amber ?'],
    ['Not on track', 'amber ?'],
    ['Partially complete', 'blue ?'],
    ['not complete', 'blue ?'],
    ['✓', 'blue ?'],
    ['N/A', 'blank'],
    ['–', 'blank'],
    ['tbc', 'blank'],
    ['', 'blank'],
    ['On hold', 'unread'],
    ['Purple', 'unread'],
    ['3', 'unread'],
    ['Fabulous', 'unread'],
    ['●', 'unread'],
    ['incomplete', 'unread'],
  ])('%s', (text, expected) => {
    expect(short(read(text))).toBe(expected)
  })

  it('keeps the reason that stands behind a rating', () => {
    expect(read('Amber – waiting for data from two partners')).toMatchObject({
      rest: 'waiting for data from two partners',
    })
  })

  it('reads the programme’s own words before all others', () => {
    const own = [
      { kind: 'delivery', code: 'paused', word: 'Complete' },
      { kind: 'delivery', code: 'green', word: 'Full steam ahead' },
    ] as const
    const readOwn = (text: string): string =>
      short(readRating({ text, fill: null, ink: null }, 'delivery', own))
    expect([readOwn('complete'), readOwn('full steam ahead'), readOwn('green'), readOwn('red')]).toEqual([
      'paused',
      'green',
      'green',
      'unread',
    ])
  })
})

describe('impact ratings', () => {
  it.each<[string, string]>([
    ['Too early', 'too-early'],
    ['Too early to say', 'too-early'],
    ['None', 'none'],
    ['No impact yet', 'none'],
    ['Emerging', 'emerging'],
    ['Evident', 'evident'],
    ['EMBEDDED', 'embedded'],
    ['Emerging / Evident', 'evident ?'],
    ['Green', 'unread'],
    ['', 'blank'],
  ])('%s', (text, expected) => {
    expect(short(read(text, null, 'impact'))).toBe(expected)
  })
})

describe('ratings by fill', () => {
  it.each<[string, string]>([
    ['FF0000', 'red'],
    ['C00000', 'red'],
    ['FFC000', 'amber'],
    ['FFFF00', 'amber'],
    ['92D050', 'green'],
    ['00B050', 'green'],
    ['00B0F0', 'blue'],
    ['0070C0', 'blue'],
    ['C6EFCE', 'green'],
    ['FFEB9C', 'amber'],
    ['FFC7CE', 'red'],
    ['ED7D31', 'amber'],
    ['70AD47', 'green'],
    ['4472C4', 'blue'],
    ['A6A6A6', 'grey'],
    ['FCE4D6', 'amber ?'],
    ['FFF2CC', 'amber ?'],
    ['7030A0', 'unread'],
    ['FFFFFF', 'blank'],
    ['000000', 'blank'],
    ['E2F2E2', 'green'],
  ])('%s', (fill, expected) => {
    expect(short(read('', fill))).toBe(expected)
  })

  it('asks where words and fill disagree, and only there', () => {
    expect(short(read('Green', 'FF0000'))).toBe('green ?')
    expect(short(read('Green', '00B050'))).toBe('green')
    expect(short(read('Green', 'FFF2CC'))).toBe('green')
    expect(short(read('see note', '00B050'))).toBe('green ?')
    expect(read('Green', 'FF0000')).toMatchObject({
      why: 'The words say on track, the colour of the cell says off track.',
    })
  })

  it('reads a mark by the colour it is written in', () => {
    expect(short(readRating({ text: '●', fill: null, ink: 'FF0000' }, 'delivery', defaultScale))).toBe('red')
    expect(short(readRating({ text: 'Green', fill: null, ink: 'FF0000' }, 'delivery', defaultScale))).toBe(
      'green',
    )
  })

  it('gives every colour some reading', () => {
    for (let i = 0; i < 4096; i++) {
      const fill = [...i.toString(16).padStart(3, '0')]
        .map((d) => d + d)
        .join('')
        .toUpperCase()
      expect(['code', 'pale', 'other', 'none']).toContain(fillRating(fill).kind)
    }
  })
})

it('says which words are accepted', () => {
  expect(acceptedWords('impact', defaultScale)).toBe(
    '“Too early to say”, “No impact yet”, “Emerging”, “Evident”, “Embedded”',
  )
})
