import { z } from 'zod'
import { day } from '../model/fields.ts'
import { planAnswers, planPreview } from '../planIn/planDraft.ts'
import { call } from './call.ts'
import { openedProgramme } from './openedProgramme.ts'

/** A plan as it was read, under the id that makes a programme of it. */
export const planReply = z.object({ planId: z.string(), preview: planPreview })
export type PlanReply = z.infer<typeof planReply>

/** The calls of making a programme of a plan in Excel or Word. */
export const planInCalls = {
  /** The path of a plan, or null where the person cancelled. */
  'planIn.choose': call(z.object({}), z.string().nullable()),
  /**
   * Reads a plan and makes nothing. `answers`: what the person has corrected so far; `startedOn`: an ISO day, null for what
   * the plan's own dates suggest.
   */
  'planIn.preview': call(
    z.object({ path: z.string().min(1), answers: planAnswers, startedOn: day.nullable() }),
    planReply,
  ),
  /** Stops the preview that is running; its call answers with 'cancelled'. */
  'planIn.cancel': call(z.object({}), z.null()),
  /** Makes the programme of what was previewed; null where the person cancelled the dialog. */
  'planIn.create': call(
    z.object({
      planId: z.string().min(1),
      name: z.string().trim().min(1),
      localArea: z.string().trim().min(1),
    }),
    openedProgramme,
  ),
} as const
