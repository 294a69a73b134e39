import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Piece, wordDiff } from '../../../renderer/collect/wordDiff.ts'

const joined = (pieces: readonly Piece[]): string => pieces.map((p) => p.text).join('')
const marked = (pieces: readonly Piece[]): readonly string[] =>
  pieces.filter((p) => p.differs).map((p) => p.text.trim())

describe('wordDiff', () => {
  it('marks only the words that differ', () => {
    const diff = wordDiff(
      'Two of six workshops held, in Penrith and Barrow.',
      'Three of six workshops held, in Penrith and Carlisle.',
    )
    expect(marked(diff.before)).toEqual(['Two', 'Barrow.'])
    expect(marked(diff.after)).toEqual(['Three', 'Carlisle.'])
  })

  it('marks words that were added, and nothing on the other side', () => {
    const diff = wordDiff('Draft agreed.', 'Draft report now agreed.')
    expect(marked(diff.before)).toEqual([])
    expect(marked(diff.after)).toEqual(['report now'])
  })

  it('marks nothing where only white space differs', () => {
    const diff = wordDiff('One  two\nthree', 'One two three')
    expect(marked(diff.before)).toEqual([])
    expect(marked(diff.after)).toEqual([])
  })

  it('marks all of a text beside an empty one', () => {
    expect(wordDiff('', 'Started in May.')).toEqual({
      before: [],
      after: [{ text: 'Started in May.', differs: true }],
    })
  })

  it('compares long texts without waiting', () => {
    const long = (word: string): string => Array.from({ length: 6000 }, (_, n) => `${word}${n}`).join(' ')
    const started = performance.now()
    const diff = wordDiff(`Same start ${long('a')} same end`, `Same start ${long('b')} same end`)
    expect(performance.now() - started).toBeLessThan(500)
    expect(diff.after.at(0)).toEqual({ text: 'Same start', differs: false })
    expect(diff.after.at(-1)).toEqual({ text: ' same end', differs: false })
  })

  const sentence = fc
    .array(
      fc.oneof(fc.constantFrom('plan', 'agreed', 'in', 'May', '2020', '\n'), fc.string({ maxLength: 6 })),
    )
    .map((parts) => parts.join(' '))

  it('gives both texts back to the character, and says the same about what they share', () => {
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const diff = wordDiff(before, after)
        expect(joined(diff.before)).toBe(before)
        expect(joined(diff.after)).toBe(after)
        const shared = (pieces: readonly Piece[]): readonly string[] =>
          pieces.filter((p) => !p.differs).flatMap((p) => p.text.split(/\s+/u).filter(Boolean))
        expect(shared(diff.before)).toEqual(shared(diff.after))
      }),
    )
  })

  it('marks nothing in a text beside itself', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(marked(wordDiff(text, text).after)).toEqual([])
      }),
    )
  })
})
