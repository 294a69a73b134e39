import { Failure } from '../errors.ts'
import type { Change } from '../model/change.ts'
import { entities, type EntityName } from '../model/entities.ts'
import { registers, type Register, type RegisterField, type RegisterName } from './registers.ts'
import { wholeTextOf } from '../view/withWordings.ts'
import { added, editsOf, type Edit, type Editing } from './editAction.ts'

/** What a form sends: texts as typed, days as ISO days, links as ids, lists and counts as one text with a line each. */
export type RegisterValues = Readonly<Record<string, string | null>>

type Stored = { readonly id: string } & Readonly<Record<string, unknown>>

/**
 * Adds (`id` null) or edits an entry of a register. Fails with 'invalid-input' where a box that must be filled is empty, or
 * where a value is not one that the box takes; with 'not-found' for an entry that is no longer there. `lastNumber` is the
 * highest number of evidence ever given, so that one that papers have cited is never given again.
 */
export function saveRegister(
  e: Editing,
  asked: { readonly register: RegisterName; readonly id: string | null; readonly values: RegisterValues },
  lastNumber = 0,
): Edit {
  const register = registers[asked.register]
  const values = readValues(e, register, asked.values)
  const rows = rowsOf(e, register.entity)
  if (asked.id === null) {
    const row = {
      ...blankRow(register.entity),
      ...values,
      ...countedFields(register.entity, rows, lastNumber),
      id: e.newId(register.entity),
      retiredAt: null,
    }
    return { label: `${register.one} added`, changes: [added(register.entity, parsed(register, row))] }
  }
  const old = rows.find((r) => r.id === asked.id)
  if (!old) throw new Failure({ code: 'not-found', what: `the ${register.one}` })
  const next = parsed(register, { ...old, ...values })
  const edited = Object.fromEntries(Object.keys(values).map((f) => [f, next[f]]))
  return { label: `${register.one} edited`, changes: editsOf(register.entity, old, edited) }
}

/** Takes an entry out of its register; papers made from snapshots keep it. */
export function retireRegister(
  e: Editing,
  asked: { readonly register: RegisterName; readonly id: string },
): Edit {
  const register = registers[asked.register]
  if (!rowsOf(e, register.entity).some((r) => r.id === asked.id))
    throw new Failure({ code: 'not-found', what: `the ${register.one}` })
  const change: Change = { kind: 'retired', entity: register.entity, id: asked.id }
  return { label: `${register.one} removed`, changes: [change] }
}

const rowsOf = (e: Editing, entity: EntityName): readonly Stored[] =>
  e.programme.tables[entity] as readonly Stored[]

function readValues(e: Editing, register: Register, given: RegisterValues): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const f of register.fields) {
    const raw = given[f.field]?.trim() ?? ''
    if (raw === '' && f.required)
      throw new Failure({
        code: 'invalid-input',
        where: f.field,
        message: `“${f.label}” is empty. Fill it in.`,
      })
    values[f.field] = raw === '' ? emptyOf(f) : readValue(f, raw)
  }
  return { ...values, ...derived(e, register, values) }
}

const emptyOf = (f: RegisterField): unknown => (f.kind === 'lines' || f.kind === 'counts' ? [] : null)

function readValue(f: RegisterField, raw: string): unknown {
  if (f.kind === 'lines') return linesOf(raw)
  if (f.kind === 'counts') return linesOf(raw).map((l) => readCount(f, l))
  if (f.kind === 'number' || isScore(f)) return Number(raw)
  return raw
}

/** Choices whose values are whole numbers: likelihood and impact of a risk. */
const isScore = (f: RegisterField): boolean =>
  f.kind === 'choice' && (f.choices ?? []).every((c) => /^\d+$/u.test(c.value))

const linesOf = (raw: string): string[] =>
  raw
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '')

function readCount(f: RegisterField, text: string): { group: string; count: number } {
  const found = /^(.*?)\s*[:=]\s*([\d,]+)$/u.exec(text)
  const [, group = '', digits = ''] = found ?? []
  if (group === '')
    throw new Failure({
      code: 'invalid-input',
      where: f.field,
      message: `“${text}” is not a group and a number. Write it like “Parents and carers: 120”, one a line.`,
    })
  return { group, count: Number(digits.replaceAll(',', '')) }
}

/** What follows from what was typed: a measure's number from its text, a survey's total from its counts. */
function derived(e: Editing, register: Register, values: Record<string, unknown>): Record<string, unknown> {
  if (register.entity === 'wording') return writtenFrom(e, String(values['updateId']))
  if (register.entity === 'measureValue') return { value: numberIn(String(values['text'] ?? '')) }
  if (register.entity !== 'survey') return {}
  const counts = values['responses'] as readonly { count: number }[]
  return { responsesTotal: counts.length === 0 ? null : counts.reduce((n, c) => n + c.count, 0) }
}

/** What a wording was written from, so that it is seen to be stale when the update says something else. */
function writtenFrom(e: Editing, updateId: string): Record<string, unknown> {
  const update = e.programme.tables.update.find((u) => u.id === updateId)
  if (!update) throw new Failure({ code: 'not-found', what: 'the update' })
  return { source: wholeTextOf(update), at: e.programme.today, by: e.actor }
}

/** The figure that a printed value begins with: 12.1 of "12.1% (England average)"; null where it begins with words. */
function numberIn(text: string): number | null {
  const found = /^[£\s]*(-?\d[\d,]*(?:\.\d+)?)/u.exec(text)?.[1]
  return found === undefined ? null : Number(found.replaceAll(',', ''))
}

/** Fields that count up by themselves. */
function countedFields(
  entity: EntityName,
  rows: readonly Stored[],
  lastNumber: number,
): Record<string, number> {
  const shape: Record<string, unknown> = entities[entity].shape
  const last = (field: string, start: number): number =>
    rows.reduce((n, r) => Math.max(n, Number(r[field])), start)
  if ('position' in shape) return { position: last('position', -1) + 1 }
  return entity === 'evidence' ? { number: last('number', lastNumber) + 1 } : {}
}

/** A row of a noun with nothing in it: null where a field may be empty, an empty list for lists. */
function blankRow(entity: EntityName): Record<string, unknown> {
  const shape: Record<string, { safeParse: (v: unknown) => { success: boolean } }> = entities[entity].shape
  return Object.fromEntries(
    Object.entries(shape).map(([field, schema]) => [field, schema.safeParse(null).success ? null : []]),
  )
}

function parsed(register: Register, row: Stored): Stored {
  const read = entities[register.entity].safeParse(row)
  if (read.success) return read.data as Stored
  const field = String(read.error.issues[0]?.path[0] ?? '')
  const label = register.fields.find((f) => f.field === field)?.label ?? field
  throw new Failure({
    code: 'invalid-input',
    where: field,
    message: `“${label}” can't be taken as it is. Choose or write it again.`,
  })
}
