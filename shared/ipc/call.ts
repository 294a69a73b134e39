import type { z } from 'zod'

/** One call of the contract: what it takes and what it answers. */
export const call = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): { input: I; output: O } => ({
  input,
  output,
})
