import { z } from 'zod'

/** An ISO day, 'YYYY-MM-DD'. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** A completion text as it was written, with what it means (see dates/completion). */
export const completion = z.object({
  text: z.string(),
  earliest: day.nullable(),
  latest: day.nullable(),
  precision: z.enum([
    'day',
    'month',
    'quarter',
    'season',
    'term',
    'half',
    'year',
    'range',
    'from',
    'ongoing',
    'milestones',
    'none',
    'unread',
  ]),
})

export const text = z.string()
export const optionalText = z.string().nullable()
export const texts = z.array(z.string())
export const id = z.string().min(1)
export const optionalId = z.string().min(1).nullable()
/** 0 for the first. */
export const position = z.number().int().nonnegative()
/** Percent, 0 to 100. */
export const percent = z.number().min(0).max(100)
export const ratingKind = z.enum(['delivery', 'impact'])
export type RatingKind = z.infer<typeof ratingKind>

/** What every row of the programme has: its id, and the moment it was retired (rows are never deleted). */
export const kept = { id, retiredAt: z.string().nullable() }
