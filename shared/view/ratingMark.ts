import { z } from 'zod'
import type { RatingKind } from '../model/fields.ts'
import { type Programme, stepOf } from './programme.ts'

/** A rating as it is shown everywhere: its word first, its colours (six hex digits) beside it. */
export const ratingMark = z.object({
  /** Null for "Not yet rated". */
  code: z.string().nullable(),
  word: z.string(),
  meaning: z.string(),
  fill: z.string(),
  ink: z.string(),
  bar: z.string(),
})
export type RatingMark = z.infer<typeof ratingMark>

const notYetRated: RatingMark = {
  code: null,
  word: 'Not yet rated',
  meaning: 'Nobody has given a rating yet.',
  fill: 'F5F5F5',
  ink: '424242',
  bar: 'BDBDBD',
}

/** The mark of a code; a code that the scale has lost keeps its name as its word. */
export function markOf(p: Programme, kind: RatingKind, code: string | null): RatingMark {
  if (code === null) return notYetRated
  const step = stepOf(p, kind, code)
  if (!step) return { ...notYetRated, code, word: code, meaning: 'A rating that the scale no longer has.' }
  const { word, meaning, fill, ink, bar } = step
  return { code, word, meaning, fill, ink, bar }
}

/** Every mark of a scale in its order, "Not yet rated" last. */
export const marksOf = (p: Programme, kind: RatingKind): RatingMark[] => [
  ...p.scale[kind].map((step) => markOf(p, kind, step.code)),
  notYetRated,
]
