import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Draft, DraftValue, FieldName, FieldValue } from '../../shared/workbook/draft.ts'

/** What a careful person takes from a tracker, as `truth.json` beside the workbooks says it. */
export type TruthChange = {
  readonly sheet: string | null
  readonly row: number
  readonly ref: string
  readonly field: FieldName
  readonly value: unknown
  readonly alternatives?: readonly unknown[]
  readonly resolutions: readonly string[]
  readonly match?: 'contains'
}

export type TruthBook = {
  readonly file: string
  readonly expect: { readonly sheetsRead: readonly string[] }
  readonly changes: readonly TruthChange[]
  readonly mustNot: readonly {
    readonly sheet: string
    readonly row: number
    readonly field: string
    readonly why: string
  }[]
  readonly rowOutcomes: readonly {
    readonly sheet: string
    readonly row: number
    readonly outcome: readonly string[]
    readonly flagged?: FieldName
  }[]
  readonly mustBeAccounted: readonly (readonly [string, number])[]
}

export const trackersFolder = fileURLToPath(new URL('../fixtures/trackers/', import.meta.url))

export function readTruth(folder: string): {
  readonly workbooks: readonly TruthBook[]
  readonly bad: readonly { file: string; ifRead?: { changes: readonly TruthChange[] } }[]
} {
  return JSON.parse(readFileSync(`${folder}truth.json`, 'utf8'))
}

/** What is missing of one change in the drafts; null where it is there. */
export function whatIsMissing(change: TruthChange, drafts: readonly Draft[]): string | null {
  const draft = drafts.find(
    (d) => d.row === change.row && (change.sheet === null || d.sheet === change.sheet),
  )
  const where = `${change.sheet ?? ''}!${change.row} ${change.field}`
  if (!draft || draft.kind !== 'action') return `${where}: the row is ${draft?.kind ?? 'not there'}`
  if (draft.ref !== null && draft.ref !== change.ref) return `${where}: the row says ${draft.ref}`
  const value = draft.values[change.field]
  if (!value) return `${where}: not read`
  if (
    ![change.value, ...(change.alternatives ?? [])].some((want) => isSame(want, value.value, change.match))
  ) {
    return `${where}: read ${JSON.stringify(value.value)}, wanted ${JSON.stringify(change.value)}`
  }
  if (isAsked(value) && !change.resolutions.includes('ask')) return `${where}: asked (${value.ambiguous})`
  return null
}

const isAsked = (value: DraftValue): boolean => value.ambiguous !== null

const squash = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()

function isSame(want: unknown, got: FieldValue, match: 'contains' | undefined): boolean {
  if (typeof want === 'number') return typeof got === 'number' && Math.abs(want - got) < 1e-6
  if (Array.isArray(want)) {
    return (
      Array.isArray(got) &&
      JSON.stringify([...want].map(squash).sort()) === JSON.stringify([...got].map(squash).sort())
    )
  }
  if (typeof want === 'object' && want !== null) return isSameDate(want as Record<string, unknown>, got)
  if (typeof want !== 'string' || typeof got !== 'string') return false
  return match === 'contains' ? squash(got).includes(squash(want)) : squash(got) === squash(want)
}

function isSameDate(want: Record<string, unknown>, got: FieldValue): boolean {
  if (typeof got !== 'object' || Array.isArray(got))
    return typeof want['date'] === 'string' && got === want['date']
  const day = want['date']
  if (typeof day === 'string') return got.earliest === day && got.latest === day
  return Object.entries(want).every(([key, value]) => {
    if (key === 'text') return squash(got.text) === squash(String(value))
    if (key === 'precision') return [value].flat().includes(got.precision)
    if (key.endsWith('Between')) {
      const [from, to] = value as [string, string]
      const day = key.startsWith('latest') ? got.latest : got.earliest
      return day !== null && day >= from && day <= to
    }
    return got[key as 'earliest' | 'latest'] === value
  })
}
