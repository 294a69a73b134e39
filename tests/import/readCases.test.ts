import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/import/readWorkbook.ts'
import type { FieldName } from '../../shared/workbook/draft.ts'
import { parseBook } from '../workbook/parsing.ts'

type Expected = {
  readonly read: readonly string[]
  readonly rows: readonly (Record<string, unknown> & { sheet: string; row: number; ref: string })[]
  readonly ignored?: readonly (readonly [string, number])[]
  readonly asked?: readonly (readonly [string, number, FieldName])[]
}

const folder = fileURLToPath(new URL('../fixtures/import/reading/', import.meta.url))

/** Workbooks written by openpyxl, XlsxWriter and LibreOffice: each folder holds the file and what it says. */
describe.each(readdirSync(folder))('%s', (name) => {
  const files = readdirSync(`${folder}${name}`)
  const expected: Expected = JSON.parse(readFileSync(`${folder}${name}/expected.json`, 'utf8'))

  it('reads as expected', async () => {
    const read = await readWorkbook(`${folder}${name}/${files.find((f) => f.startsWith('incoming'))}`)
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    const parsed = parseBook(read.value)
    const at = (sheet: string, row: number) => parsed.drafts.find((d) => d.sheet === sheet && d.row === row)
    expect(parsed.sheets.filter((s) => s.read).map((s) => s.name)).toEqual(expected.read)
    for (const { sheet, row, ref, ...values } of expected.rows) {
      const draft = at(sheet, row)
      const got = Object.fromEntries(
        Object.entries(draft?.values ?? {}).map(([field, v]) => [field, v.value]),
      )
      expect({ ref: draft?.ref, ...got }, `${sheet}!${row}`).toMatchObject({ ref, ...values })
    }
    for (const [sheet, row] of expected.ignored ?? [])
      expect(at(sheet, row)?.kind, `${sheet}!${row}`).toBe('ignored')
    for (const [sheet, row, field] of expected.asked ?? [])
      expect(at(sheet, row)?.values[field]?.ambiguous).not.toBeNull()
    const accounted = expected.rows.length + (expected.ignored ?? []).length
    expect(parsed.drafts.length).toBe(accounted)
  })
})
