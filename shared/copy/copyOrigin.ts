import { z } from 'zod'
import { sayDay } from '../view/sayDay.ts'

/** What a group copy was made from: it stands in the copy itself, and everything the chair does leaves it alone. */
export const copyOrigin = z.object({
  /** Tells copies of one programme apart; the ids of rows made in a copy contain it. */
  copyId: z.string(),
  /** The groups that it may change, as they were called then. */
  groups: z.array(z.object({ id: z.string(), number: z.number().int(), name: z.string() })),
  /** True for a copy of all groups, which may change everything. */
  whole: z.boolean(),
  /** ISO date and time. */
  madeAt: z.string(),
  madeBy: z.string(),
})
export type CopyOrigin = z.infer<typeof copyOrigin>

/** What a copy is of, in words: its groups' names, or "all groups". */
export const sayScope = (origin: CopyOrigin): string =>
  origin.whole ? 'all groups' : origin.groups.map((g) => g.name).join(' and ')

/** "made on 4 February 2020 by Programme manager". */
export const sayMade = (origin: CopyOrigin): string => `made on ${sayDay(origin.madeAt)} by ${origin.madeBy}`
