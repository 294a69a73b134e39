import { z } from 'zod'
import { entities, type EntityName } from './entities.ts'

const entityName = z.enum(Object.keys(entities) as [EntityName, ...EntityName[]])

/**
 * Everything that can happen to a row. Rows are never deleted: retired, and restored by an undo.
 * 'edited' changes one field; `before` must be what the programme holds, or the change is refused as overtaken.
 */
export const change = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('added'),
    entity: entityName,
    id: z.string(),
    row: z.record(z.string(), z.unknown()),
  }),
  z.object({
    kind: z.literal('edited'),
    entity: entityName,
    id: z.string(),
    field: z.string(),
    before: z.unknown(),
    after: z.unknown(),
  }),
  z.object({ kind: z.literal('retired'), entity: entityName, id: z.string() }),
  z.object({ kind: z.literal('restored'), entity: entityName, id: z.string() }),
])
export type Change = z.infer<typeof change>

/** Where a batch of changes came from. */
export const origin = z.enum(['init', 'window', 'import', 'undo', 'redo', 'command'])
export type Origin = z.infer<typeof origin>

/** Who, when, from what, and in words ("rating of 1.2.3"): what the audit trail keeps of every batch. */
export type Batch = {
  readonly actor: string
  /** ISO date and time. */
  readonly at: string
  readonly origin: Origin
  readonly label: string
  readonly importId?: string
  readonly undoesBatch?: number
}
