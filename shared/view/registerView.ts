import { z } from 'zod'
import { registers, type RegisterField, type RegisterName, type LinkTarget } from '../edit/registers.ts'
import type { Row } from '../model/entities.ts'
import type { Programme } from './programme.ts'
import { sayDay } from './sayDay.ts'
import { wholeTextOf } from './withWordings.ts'

export const registerName = z.enum(Object.keys(registers) as [RegisterName, ...RegisterName[]])

const option = z.object({ value: z.string(), label: z.string() })

/** A register as the window shows it: its form, its entries, and what a link can point to. */
export const registerList = z.object({
  register: registerName,
  name: z.string(),
  one: z.string(),
  about: z.string(),
  fields: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      kind: z.enum(['line', 'text', 'day', 'number', 'choice', 'link', 'lines', 'counts']),
      required: z.boolean(),
      help: z.string().nullable(),
      options: z.array(option),
    }),
  ),
  rows: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** Where it belongs and when, for the list. */
      about: z.string(),
      /** As the form's boxes show them. */
      values: z.record(z.string(), z.string().nullable()),
    }),
  ),
})
export type RegisterList = z.infer<typeof registerList>

type Stored = { readonly id: string } & Readonly<Record<string, unknown>>

/** The entries of a register in the order they were added, with the form that edits them. */
export function registerView(p: Programme, name: RegisterName): RegisterList {
  const register = registers[name]
  const fields = register.fields.map((f) => ({
    field: f.field,
    label: f.label,
    kind: f.kind,
    required: f.required === true,
    help: f.help ?? null,
    options: f.to ? optionsOf(p, f.to) : (f.choices ?? []).map((c) => ({ ...c })),
  }))
  const rows = p.tables[register.entity] as readonly Stored[]
  return {
    register: name,
    name: register.name,
    one: register.one,
    about: register.about,
    fields,
    rows: rows.map((row) => ({
      id: row.id,
      title: titleOf(name, row, register.title),
      about: aboutOf(p, register.fields, register.title, row),
      values: Object.fromEntries(register.fields.map((f) => [f.field, valueOf(f, row[f.field])])),
    })),
  }
}

const titleOf = (name: RegisterName, row: Stored, field: string): string =>
  name === 'evidence' ? `E${String(row['number'])} ${String(row[field])}` : String(row[field])

/** What else tells an entry apart: the nouns it points to, its choices and its days. */
function aboutOf(p: Programme, fields: readonly RegisterField[], title: string, row: Stored): string {
  const parts = fields.flatMap((f) => {
    const value = row[f.field]
    if (value === null || value === undefined || f.field === title) return []
    if (f.to) return [optionsOf(p, f.to).find((o) => o.value === value)?.label ?? '']
    if (f.kind === 'day') return [`${f.label.toLowerCase()} ${sayDay(String(value))}`]
    if (f.kind === 'choice') return [f.choices?.find((c) => c.value === String(value))?.label ?? '']
    return []
  })
  return parts.filter((x) => x !== '').join(' · ')
}

function valueOf(f: RegisterField, value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (f.kind === 'lines') return (value as readonly string[]).join('\n')
  if (f.kind === 'counts')
    return (value as readonly { group: string; count: number }[])
      .map((c) => `${c.group}: ${c.count}`)
      .join('\n')
  return String(value)
}

/** What a link can point to, by id, in plan order. */
function optionsOf(p: Programme, to: LinkTarget): z.infer<typeof option>[] {
  const { tables } = p
  switch (to) {
    case 'action':
      return p.actions.map((e) => ({ value: e.action.id, label: `${e.action.ref} ${e.action.action}` }))
    case 'group':
      return p.groups.map(({ group }) => ({ value: group.id, label: `${group.number} ${group.name}` }))
    case 'board':
      return tables.board.map((b) => ({ value: b.id, label: b.name }))
    case 'priority':
      return tables.priority.map((x) => ({ value: x.id, label: `${x.number} ${x.text}` }))
    case 'measure':
      return tables.measure.map((m) => ({ value: m.id, label: `${m.number} ${m.name}` }))
    case 'update':
      return tables.update
        .filter((u) => wholeTextOf(u) !== '')
        .toReversed()
        .map((u) => ({ value: u.id, label: sayUpdate(p, u) }))
    case 'period':
      return tables.period.map((x) => ({ value: x.id, label: x.name }))
  }
}

/** "1.2.3, 4 February 2020: Charter drafted with parents…" */
function sayUpdate(p: Programme, u: Row<'update'>): string {
  const ref = u.actionId === null ? undefined : p.actionById.get(u.actionId)?.action.ref
  const group = p.tables.workingGroup.find((g) => g.id === u.groupId)
  const whose = ref ?? (group ? `Working group ${group.number}` : 'Programme')
  const words = wholeTextOf(u).replaceAll(/\s+/gu, ' ')
  return `${whose}, ${sayDay(u.at)}: ${words.length > 80 ? `${words.slice(0, 77)}…` : words}`
}
