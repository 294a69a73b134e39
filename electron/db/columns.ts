import type { z } from 'zod'
import { entities, type EntityName } from '../../shared/model/entities.ts'

/** How a field is stored: lists and objects as JSON text, truth as 0 and 1. */
export type Column = {
  readonly field: string
  readonly name: string
  readonly kind: 'text' | 'integer' | 'real' | 'boolean' | 'json'
  readonly nullable: boolean
  readonly schema: z.ZodType
}

/** The table of a noun: its name in snake_case. */
export const tableOf = (entity: EntityName): string => snakeCase(entity)

/** The columns of a noun's table, one a field, in the schema's order. */
export function columnsOf(entity: EntityName): readonly Column[] {
  const known = cache.get(entity)
  if (known) return known
  const shape: Record<string, z.ZodType> = entities[entity].shape
  const columns = Object.entries(shape).map(([field, schema]) => column(field, schema))
  cache.set(entity, columns)
  return columns
}

/** A value of a field as SQLite keeps it; throws a zod error where the value is not the field's. */
export function encode(column: Column, value: unknown): string | number | null {
  return store(column, column.schema.parse(value))
}

/** A stored value as the field has it. */
export function decode(column: Column, stored: string | number | null): unknown {
  if (stored === null) return null
  if (column.kind === 'json') return JSON.parse(String(stored)) as unknown
  return column.kind === 'boolean' ? stored === 1 : stored
}

/** As `encode`, for a value that its schema has parsed already. */
export function store(column: Column, value: unknown): string | number | null {
  if (value === null || value === undefined) return null
  if (column.kind === 'json') return JSON.stringify(value)
  if (column.kind === 'boolean') return value ? 1 : 0
  return typeof value === 'number' ? value : String(value)
}

export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)
export const quoted = (name: string): string => `"${name}"`

const cache = new Map<EntityName, readonly Column[]>()

type Def = { type: string; innerType?: z.ZodType; checks?: readonly unknown[] }
const defOf = (schema: z.ZodType): Def => schema.def as Def

function column(field: string, schema: z.ZodType): Column {
  const nullable = defOf(schema).type === 'nullable'
  const inner = nullable ? (defOf(schema).innerType ?? schema) : schema
  return { field, name: snakeCase(field), kind: kindOf(inner), nullable, schema }
}

function kindOf(schema: z.ZodType): Column['kind'] {
  switch (defOf(schema).type) {
    case 'string':
    case 'enum':
    case 'literal':
      return 'text'
    case 'boolean':
      return 'boolean'
    case 'number':
      return schema.safeParse(0.5).success ? 'real' : isInteger(schema) ? 'integer' : 'real'
    default:
      return 'json'
  }
}

const isInteger = (schema: z.ZodType): boolean =>
  !schema.safeParse(1.5).success && schema.safeParse(1).success
