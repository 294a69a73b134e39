import { z } from 'zod'
import { changeField } from '../import/previewDocument.ts'
import { call } from './call.ts'

const nothing = z.object({})

/** What a group copy is, as the bar above every screen says it. */
export const copyAbout = z.object({
  /** The groups' names, or "all groups". */
  scope: z.string(),
  /** ISO date and time. */
  madeAt: z.string(),
  madeBy: z.string(),
  /** Where the copy lies. */
  path: z.string(),
})
export type CopyAbout = z.infer<typeof copyAbout>

/** What would go back: row by row what was changed since the copy was made, and what stays behind. */
export const copySummary = z.object({
  rows: z.array(
    z.object({
      ref: z.string().nullable(),
      /** The action's words; null where it is none's. */
      action: z.string().nullable(),
      fields: z.array(changeField),
      /** What has no field of its own, in words. */
      others: z.array(z.string()),
    }),
  ),
  leftOut: z.array(z.string()),
})
export type CopySummary = z.infer<typeof copySummary>

/** The calls of group copies. */
export const copyCalls = {
  /** The groups that a copy can be made of, with their chairs. */
  'copy.groups': call(
    nothing,
    z.array(z.object({ number: z.number().int(), name: z.string(), chair: z.string().nullable() })),
  ),
  /** Makes a copy of these groups by number (null: of all); null where the person cancelled the dialog. */
  'copy.make': call(
    z.object({ groups: z.array(z.number().int()).min(1).nullable() }),
    z.object({ out: z.string() }).nullable(),
  ),
  /** Null where the open programme is no group copy. */
  'copy.about': call(nothing, copyAbout.nullable()),
  'copy.summary': call(nothing, copySummary),
  /** Saves the open copy as it is now, complete by itself; null where the person cancelled the dialog. */
  'copy.sendBack': call(nothing, z.object({ out: z.string() }).nullable()),
  /** Whether a file is a copy of the open programme, by what it holds. */
  'copy.isOurs': call(z.object({ path: z.string().min(1) }), z.boolean()),
}
