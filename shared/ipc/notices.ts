import { z } from 'zod'

/** What the core tells the window without being asked: a menu command, a file opened from outside, how far a task is. */
export const notice = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('menu'),
    command: z.enum([
      'new',
      'open',
      'sample',
      'close',
      'copy',
      'undo',
      'redo',
      'overview',
      'plan',
      'collect',
      'papers',
      'shortcuts',
    ]),
  }),
  z.object({ kind: z.literal('opened') }),
  /** How far a long task is: files done of all, the file at hand, and what is being done with it. */
  z.object({
    kind: z.literal('progress'),
    task: z.literal('import'),
    done: z.number().int(),
    total: z.number().int(),
    file: z.string(),
    step: z.enum(['reading', 'matching', 'merging']),
  }),
  /** How far the handing out of workbooks is. */
  z.object({
    kind: z.literal('issuing'),
    done: z.number().int(),
    total: z.number().int(),
    file: z.string(),
  }),
])
export type Notice = z.infer<typeof notice>
