import type { FieldChange } from '../../shared/import/previewDocument.ts'
import type { FieldValue } from '../../shared/workbook/draft.ts'
import type { RatingMark } from '../../shared/view/ratingMark.ts'
import { sayValue } from './fieldWords.ts'
import { type Piece, type WordDiff, wordDiff } from './wordDiff.ts'

export type Steps = readonly RatingMark[]

const plain = (text: string): readonly Piece[] => [{ text, differs: false }]

type Texts = {
  readonly base: readonly Piece[]
  readonly current: readonly Piece[]
  readonly returned: readonly Piece[]
}

/** The values of a change in words, with the words marked that the programme and the returned row don't share. */
export function textsOf(change: FieldChange, steps: Steps): Texts {
  const say = (value: FieldValue | null): string =>
    value === null ? '' : sayValue(change.field, value, steps)
  const base = plain(say(change.base))
  const current = say(change.current)
  const returned = say(change.returned)
  const unmarked = { base, current: plain(current), returned: plain(returned) }
  if (current === '' || returned === '') return unmarked
  const diff = wordDiff(current, returned)
  return isWorthMarking(diff) ? { base, current: diff.before, returned: diff.after } : unmarked
}

/** Where two texts share next to nothing, marks on every word would only shout. */
function isWorthMarking(diff: WordDiff): boolean {
  const length = (pieces: readonly Piece[]): number => pieces.reduce((n, p) => n + p.text.length, 0)
  const shared = length(diff.after.filter((p) => !p.differs))
  return shared >= length(diff.after) / 5
}
