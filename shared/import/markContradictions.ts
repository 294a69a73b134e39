import type { Programme } from '../view/programme.ts'
import type { FieldName, FieldValue } from '../workbook/draft.ts'
import { currentValues } from './currentValues.ts'
import type { PlannedRow } from './importPlan.ts'
import type { LeadNames } from './leadNames.ts'
import type { FieldChange } from './previewDocument.ts'
import { isEmpty, sameValue } from './sameValue.ts'
import { isUnread } from './unreadValues.ts'

type Given = { readonly file: number; readonly row: number; readonly value: FieldValue }

/**
 * Where rows of one batch (of one file or of several) give a field of an action different values, it is a conflict in each
 * of them. A row that repeats what its tracker said last time gives nothing new and contradicts nobody.
 */
export function markContradictions(
  files: readonly (readonly PlannedRow[])[],
  names: readonly string[],
  programme: Programme,
  leads: LeadNames,
): readonly (readonly PlannedRow[])[] {
  const contradicted = new Map<string, Map<FieldName, readonly Given[]>>()
  for (const rows of rowsByAction(files).values()) {
    if (rows.length < 2) continue
    for (const [field, given] of givenByField(files, rows)) {
      const differ = given.some((g) => !sameValue(field, g.value, given[0]?.value ?? null, leads))
      if (!differ) continue
      for (const g of given) {
        const key = `${g.file}:${g.row}`
        contradicted.set(key, (contradicted.get(key) ?? new Map()).set(field, given))
      }
    }
  }
  const say = (g: Given, from: At): string => {
    const [there, here] = [files[g.file]?.[g.row]?.row, files[from.file]?.[from.row]?.row]
    if (g.file !== from.file) return `“${names[g.file]}”, row ${there?.row}`
    return there?.sheet === here?.sheet ? `row ${there?.row}` : `sheet “${there?.sheet}”, row ${there?.row}`
  }
  const place = (g: Given): Other => {
    const { sheet = '', row = 0 } = files[g.file]?.[g.row]?.row ?? {}
    return { file: names[g.file] ?? '', sheet, row, value: g.value }
  }
  return files.map((rows, file) =>
    rows.map((row, i) => {
      const fields = contradicted.get(`${file}:${i}`)
      return fields ? withConflicts(row, fields, programme, { file, row: i }, { say, place }) : row
    }),
  )
}

type Other = NonNullable<FieldChange['also']>[number]
type Words = {
  readonly say: (g: Given, from: At) => string
  readonly place: (g: Given) => Other
}

type At = { readonly file: number; readonly row: number }

function rowsByAction(files: readonly (readonly PlannedRow[])[]): ReadonlyMap<string, readonly At[]> {
  const rows = new Map<string, At[]>()
  files.forEach((list, file) =>
    list.forEach((planned, row) => {
      if (planned.actionId === null) return
      const known = rows.get(planned.actionId)
      if (known) known.push({ file, row })
      else rows.set(planned.actionId, [{ file, row }])
    }),
  )
  return rows
}

function givenByField(
  files: readonly (readonly PlannedRow[])[],
  rows: readonly At[],
): ReadonlyMap<FieldName, readonly Given[]> {
  const given = new Map<FieldName, Given[]>()
  for (const at of rows) {
    const planned = files[at.file]?.[at.row]
    if (!planned) continue
    for (const [field, value] of Object.entries(planned.draft.values) as [
      FieldName,
      { value: FieldValue },
    ][]) {
      if (field === 'ref' || field === 'updatedOn' || isEmpty(value.value)) continue
      // nobody said what was only printed, and nobody can read what is no value
      if (planned.draft.printed?.includes(field) === true || isUnread(value.value)) continue
      if (planned.row.changes.some((c) => c.field === field && c.resolution === 'keep-current')) continue
      given.set(field, [...(given.get(field) ?? []), { ...at, value: value.value }])
    }
  }
  return given
}

function withConflicts(
  planned: PlannedRow,
  fields: ReadonlyMap<FieldName, readonly Given[]>,
  programme: Programme,
  at: At,
  { say, place }: Words,
): PlannedRow {
  const entry = programme.actionById.get(planned.actionId ?? '')
  const now = entry ? currentValues(entry).values : {}
  const changes = planned.row.changes.filter((c) => c.field === 'other' || !fields.has(c.field))
  for (const [field, given] of fields) {
    const listed = planned.row.changes.find((c) => c.field === field)
    const others = given.filter((g) => !(g.file === at.file && g.row === at.row))
    const why = `Given twice with different values: also in ${others.map((g) => say(g, at)).join('; ')}.`
    const change: FieldChange = {
      field,
      base: listed?.base ?? null,
      current: listed?.current ?? now[field] ?? null,
      returned: planned.draft.values[field]?.value ?? null,
      resolution: 'conflict',
      why,
      also: others.map(place),
    }
    changes.push(change)
  }
  return { ...planned, row: { ...planned.row, changes } }
}
