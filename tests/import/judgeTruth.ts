import type { FieldChange, PreviewFile, PreviewRow } from '../../shared/import/previewDocument.ts'
import type { FieldValue } from '../../shared/workbook/draft.ts'

type Wanted = unknown
type Entry = {
  readonly sheet: string
  readonly row: number
  readonly ref: string
  readonly field: string
  readonly value: Wanted
  readonly alternatives?: readonly Wanted[]
  readonly resolutions: readonly string[]
  readonly match?: 'contains'
}
type Optional = {
  readonly sheet: string
  readonly row: number | '*'
  readonly field: string
  readonly refs?: readonly string[]
  readonly outcomes?: readonly string[]
  readonly values?: readonly Wanted[]
}
type MustNot = {
  readonly sheet: string
  readonly row: number
  readonly field: string
  readonly value?: Wanted
  readonly ref?: string
  readonly unlessRef?: string
  readonly why: string
}
type Special = {
  readonly sheet: string
  readonly row: number
  readonly outcome: readonly string[]
  readonly flagged?: string
  readonly orValue?: Wanted
}

/** What a careful person takes from one workbook; see the README beside the fixtures. */
export type Truth = {
  readonly file: string
  readonly changes: readonly Entry[]
  readonly optional: readonly Optional[]
  readonly mustNot: readonly MustNot[]
  readonly rowOutcomes: readonly Special[]
  readonly mustBeAccounted: readonly (readonly [string, number])[]
}

/** Everything in which a preview differs from the truth, in words; empty where it is right. */
export function judgeTruth(truth: Truth, file: PreviewFile): readonly string[] {
  const at = (sheet: string, row: number): readonly PreviewRow[] =>
    file.rows.filter((r) => r.sheet === sheet && r.row === row)
  const explained = new Set<FieldChange>()
  return [
    ...truth.mustBeAccounted.flatMap(([sheet, row]) =>
      at(sheet, row).length === 1 ? [] : [`${sheet}!${row} appears ${at(sheet, row).length} times`],
    ),
    ...truth.changes.flatMap((entry) => missing(entry, at(entry.sheet, entry.row), explained)),
    ...file.rows.flatMap((row) => wrongly(truth, row, explained)),
    ...truth.rowOutcomes.flatMap((special) => misjudged(special, at(special.sheet, special.row))),
  ]
}

function missing(entry: Entry, rows: readonly PreviewRow[], explained: Set<FieldChange>): readonly string[] {
  const where = `missing ${entry.sheet}!${entry.row} ${entry.ref} ${entry.field} ${show(entry.value)}`
  for (const row of rows) {
    if (row.outcome === 'ignored' || row.outcome === 'unmatched')
      return [`${where}: the row is ${row.outcome}`]
    if (row.ref !== entry.ref) return [`${where}: the row is taken for ${row.ref}`]
    const change = row.changes.find((c) => c.field === entry.field)
    if (!change) return [`${where}: not offered`]
    const right = [entry.value, ...(entry.alternatives ?? [])].some((v) =>
      fits(v, change.returned, entry.match),
    )
    if (!right) return [`${where}: offered ${show(change.returned)}`]
    explained.add(change)
    if (!entry.resolutions.includes(change.resolution)) return [`${where}: offered as ${change.resolution}`]
    return []
  }
  return [`${where}: no such row`]
}

function wrongly(truth: Truth, row: PreviewRow, explained: ReadonlySet<FieldChange>): readonly string[] {
  if (row.outcome === 'ignored' || row.outcome === 'unmatched') return []
  return row.changes
    .filter((c) => c.resolution === 'take-returned')
    .flatMap((change) => {
      const where = `${row.sheet}!${row.row} ${row.ref} ${change.field}: takes ${show(change.returned)}`
      const forbidden = truth.mustNot.find(
        (m) =>
          m.sheet === row.sheet &&
          m.row === row.row &&
          (m.field === '*' || m.field === change.field) &&
          (m.value === undefined || fits(m.value, change.returned)) &&
          (m.ref === undefined || row.ref === m.ref) &&
          (m.unlessRef === undefined || row.ref !== m.unlessRef),
      )
      if (forbidden) return [`${where} (${forbidden.why})`]
      return explained.has(change) || truth.optional.some((o) => isOptional(o, row, change)) ? [] : [where]
    })
}

const isOptional = (o: Optional, row: PreviewRow, change: FieldChange): boolean =>
  (o.sheet === '*' || o.sheet === row.sheet) &&
  (o.row === '*' || o.row === row.row) &&
  (o.field === '*' || o.field === change.field) &&
  (!o.refs || o.refs.includes(row.ref ?? '')) &&
  (!o.outcomes || o.outcomes.includes(row.outcome)) &&
  (!o.values || o.values.some((v) => fits(v, change.returned)))

function misjudged(special: Special, rows: readonly PreviewRow[]): readonly string[] {
  const where = `${special.sheet}!${special.row}`
  if (rows.length === 0) return [`${where} is missing`]
  return rows.flatMap((row) => {
    const wrong = special.outcome.includes(row.outcome) ? [] : [`${where} is ${row.outcome}`]
    if (special.flagged === undefined) return wrong
    const change = row.changes.find((c) => c.field === special.flagged)
    const said = row.problems.length > 0 || change?.resolution === 'ask' || change?.resolution === 'conflict'
    const worked = special.orValue !== undefined && change && fits(special.orValue, change.returned)
    return said || worked ? wrong : [...wrong, `${where} says nothing about ${special.flagged}`]
  })
}

const squash = (value: unknown): string => String(value).normalize('NFC').replace(/\s+/gu, ' ').trim()

function fits(want: Wanted, got: FieldValue | null, match?: 'contains'): boolean {
  if (got === null) return false
  if (Array.isArray(want))
    return Array.isArray(got) && String(want.map(squash).sort()) === String(got.map(squash).sort())
  if (want !== null && typeof want === 'object') return dateFits(want as Record<string, unknown>, got)
  if (typeof want === 'number') return typeof got === 'number' && Math.abs(want - got) < 1e-6
  if (typeof got !== 'string') return false
  return match === 'contains' ? squash(got).includes(squash(want)) : squash(want) === squash(got)
}

function dateFits(want: Record<string, unknown>, got: FieldValue): boolean {
  if (typeof got !== 'object' || Array.isArray(got)) return false
  const between = (value: string | null, bounds: unknown): boolean => {
    const [from, to] = bounds as [string, string]
    return value !== null && value >= from && value <= to
  }
  return Object.entries(want).every(([key, value]) => {
    if (key === 'date') return got.earliest === value && got.latest === value
    if (key === 'earliest' || key === 'latest') return got[key] === value
    if (key === 'earliestBetween') return between(got.earliest, value)
    if (key === 'latestBetween') return between(got.latest, value)
    if (key === 'precision') return [value].flat().includes(got.precision)
    return key !== 'text' || squash(got.text) === squash(value)
  })
}

const show = (value: unknown): string => JSON.stringify(value)?.slice(0, 90) ?? 'nothing'
