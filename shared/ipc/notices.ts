import { z } from 'zod'

/** What the core tells the window without being asked: a menu command, or a file opened from outside. */
export const notice = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('menu'),
    command: z.enum([
      'new',
      'open',
      'sample',
      'close',
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
])
export type Notice = z.infer<typeof notice>
