import { z } from 'zod'

/** The rating filter for "not yet rated", which has no code of its own. */
export const notRated = 'not-rated'

/** How long ago an action was last heard of: days since its newest update, or never. */
export const updateAge = z.enum(['within-30', 'within-60', 'within-90', 'older', 'never'])
export type UpdateAge = z.infer<typeof updateAge>

/** What the work plan is asked for; every part left out does not filter. */
export const planQuery = z.object({
  /** Number of a working group. */
  group: z.number().int().nullable().default(null),
  /** Number of an area of weakness: the actions of the groups that work on it. */
  priority: z.number().int().nullable().default(null),
  /** Words that must all stand in ref, texts, leads or the newest update; capitals don't matter. */
  search: z.string().default(''),
  /** Code of a delivery rating, or 'not-rated'. */
  rating: z.string().nullable().default(null),
  /** Code of an impact rating, or 'not-rated'. */
  impact: z.string().nullable().default(null),
  /** A lead: its post and organisation, or the words of the plan. */
  lead: z.string().nullable().default(null),
  /** Past its latest day and not done. */
  overdue: z.boolean().default(false),
  /** Rated with a step that needs a recovery: off track or at risk in the default scale. */
  exceptions: z.boolean().default(false),
  /** Due from today within this many days, and not done. */
  dueWithin: z
    .union([z.literal(30), z.literal(60), z.literal(90)])
    .nullable()
    .default(null),
  /** Its date was moved. */
  moved: z.boolean().default(false),
  updated: updateAge.nullable().default(null),
})
export type PlanQuery = z.infer<typeof planQuery>

/** The whole plan, unfiltered. */
export const wholePlan: PlanQuery = planQuery.parse({})
