import { z } from 'zod'

/** What a write answers: the programme's new revision, and in words what was done. */
export const written = z.object({ revision: z.number().int(), label: z.string() })
export type Written = z.infer<typeof written>
