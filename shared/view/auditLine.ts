import { z } from 'zod'
import { origin } from '../model/change.ts'

/** One line of the audit trail for people: when (ISO moment), who, what in words, and from where. */
export const auditLine = z.object({ at: z.string(), actor: z.string(), label: z.string(), origin })
export type AuditLine = z.infer<typeof auditLine>
