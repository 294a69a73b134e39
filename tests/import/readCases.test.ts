import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/import/readWorkbook.ts'
import { sayError } from '../../shared/errors.ts'
import type { Draft, FieldName, ParsedWorkbook } from '../../shared/workbook/draft.ts'
import { hasPlanTable } from '../../shared/workbook/parseTracker.ts'
import { parseBook } from '../workbook/parsing.ts'

type At = readonly [sheet: string, row: number]

type Expected = {
  readonly read: readonly string[]
  readonly rows: readonly (Record<string, unknown> & { sheet: string; row: number; ref: string | null })[]
  readonly ignored?: readonly At[]
  /** Values that a person is asked about, that can't be read, that are not given. */
  readonly asked?: readonly (readonly [...At, FieldName])[]
  readonly invalid?: readonly (readonly [...At, FieldName])[]
  readonly absent?: readonly (readonly [...At, FieldName])[]
  /** Words that are kept and shown beside the row. */
  readonly notes?: readonly (readonly [...At, string])[]
  /** Older ratings, newest first. */
  readonly history?: readonly (readonly [...At, readonly string[]])[]
  readonly unread?: readonly string[]
}
/** A file that is refused, with words of the sentence; or read and found to hold no table of actions. */
type Refused = { readonly refused: string } | { readonly noTable: true }

const folder = fileURLToPath(new URL('../fixtures/import/reading/', import.meta.url))

/** Workbooks written by openpyxl, XlsxWriter and LibreOffice (see `../fixtures/import/making`): a file and what it says. */
describe.each(readdirSync(folder))('%s', (name) => {
  const file = readdirSync(`${folder}${name}`).find((f) => f.startsWith('incoming')) ?? ''
  const expected: Expected | Refused = JSON.parse(readFileSync(`${folder}${name}/expected.json`, 'utf8'))

  it('reads as expected', async () => {
    const read = await readWorkbook(`${folder}${name}/${file}`)
    if ('refused' in expected) {
      expect(read.ok ? 'it was read' : sayError(read.error)).toContain(expected.refused)
      return
    }
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    const parsed = parseBook(read.value)
    if ('noTable' in expected) expect(hasPlanTable(parsed)).toBe(false)
    else compare(parsed, expected)
  })
})

function compare(parsed: ParsedWorkbook, expected: Expected): void {
  const at = (sheet: string, row: number): Draft | undefined =>
    parsed.drafts.find((d) => d.sheet === sheet && d.row === row)
  expect([...new Set(parsed.sheets.filter((s) => s.read).map((s) => s.name))]).toEqual(expected.read)
  for (const { sheet, row, ref, ...values } of expected.rows) {
    const draft = at(sheet, row)
    const got = Object.fromEntries(Object.entries(draft?.values ?? {}).map(([field, v]) => [field, v.value]))
    expect({ ...got, kind: draft?.kind, ref: draft?.ref }, `${sheet}!${row}`).toMatchObject({
      kind: 'action',
      ref,
      ...values,
    })
    for (const field of Object.keys(values) as FieldName[])
      if (!(expected.asked ?? []).some((a) => a[0] === sheet && a[1] === row && a[2] === field))
        expect(draft?.values[field]?.ambiguous ?? null, `${sheet}!${row} ${field}`).toBeNull()
  }
  for (const [sheet, row] of expected.ignored ?? [])
    expect(at(sheet, row)?.kind, `${sheet}!${row}`).toBe('ignored')
  for (const [sheet, row, field] of expected.asked ?? [])
    expect(at(sheet, row)?.values[field]?.ambiguous, `${sheet}!${row} ${field}`).toBeTypeOf('string')
  for (const [sheet, row, field] of expected.invalid ?? [])
    expect(at(sheet, row)?.invalid, `${sheet}!${row}`).toContain(field)
  for (const [sheet, row, field] of expected.absent ?? [])
    expect(at(sheet, row)?.values[field], `${sheet}!${row} ${field}`).toBeUndefined()
  for (const [sheet, row, words] of expected.notes ?? [])
    expect(
      at(sheet, row)?.notes.some((n) => n.text.includes(words)),
      `${sheet}!${row}`,
    ).toBe(true)
  for (const [sheet, row, codes] of expected.history ?? [])
    expect(
      at(sheet, row)?.history.map((h) => h.code),
      `${sheet}!${row}`,
    ).toEqual(codes)
  for (const name of expected.unread ?? [])
    expect(parsed.sheets.find((s) => s.name === name)?.read, name).toBe(false)
  expect(parsed.drafts.map((d) => `${d.sheet}!${d.row}`).sort()).toEqual(
    [...expected.rows.map((r) => [r.sheet, r.row] as const), ...(expected.ignored ?? [])]
      .map(([sheet, row]) => `${sheet}!${row}`)
      .sort(),
  )
}
