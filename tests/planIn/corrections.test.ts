import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PlanMapping, PlanPreview } from '../../shared/planIn/planDraft.ts'
import { sayPlanRows } from '../../shared/planIn/sayPlanRows.ts'
import { aFolder } from '../support/aProgramme.ts'
import { actionsOf, planAt, previewOf } from './aPlan.ts'

function aPlan(...lines: readonly string[]): string {
  const path = join(aFolder(), 'plan.csv')
  writeFileSync(path, lines.join('\n'))
  return path
}

const withMapping = (path: string, mapping: PlanMapping): Promise<PlanPreview> =>
  previewOf(path, { answers: { mappings: [mapping], levels: [] } })

const sheetOf = (preview: PlanPreview): string => preview.tables[0]?.name ?? ''
const became = (preview: PlanPreview): readonly string[] => preview.rows.map((r) => `${r.row} ${r.outcome}`)

/** Headings that nobody could know. */
const aPlanOfUnknownWords = (): string =>
  aPlan(
    'Plan of the partnership',
    'Nr,Was,Wer',
    '1.1.1,Agree an offer for speech and language,Lead A',
    '1.1.2,Publish the offer,Lead B',
  )

describe('where the headings stand', () => {
  it('is said for a table in which none were found, and each column after it', async () => {
    const unknown = aPlanOfUnknownWords()
    const found = await previewOf(unknown)
    const sheet = sheetOf(found)
    expect(found.tables[0]).toMatchObject({ headerRow: null, read: false, rowZero: 'none' })
    expect(found.tables[0]?.rows.map((r) => r.row)).toEqual([1, 2, 3, 4])
    expect(became(found)).toEqual(['1 outside', '2 outside', '3 outside', '4 outside'])
    expect(found.rows[1]?.why).toBe('Not taken: no headings of actions were found in this table.')

    const headed = await withMapping(unknown, { sheet, headerRow: 2, columns: [] })
    expect(headed.tables[0]?.headerRow).toBe(2)
    expect(headed.tables[0]?.columns.map((c) => c.header)).toEqual(['Nr', 'Was', 'Wer'])

    const columns = [
      { column: 'A', field: 'ref' as const },
      { column: 'B', field: 'action' as const },
      { column: 'C', field: 'leads' as const },
    ]
    const mapped = await withMapping(unknown, { sheet, headerRow: 2, columns })
    expect(actionsOf(mapped)).toMatchObject([
      { ref: '1.1.1', action: 'Agree an offer for speech and language', leads: ['Lead A'] },
      { ref: '1.1.2', action: 'Publish the offer', leads: ['Lead B'] },
    ])
    expect(became(mapped)).toEqual(['1 outside', '2 heading-row', '3 action', '4 action'])
    expect(sayPlanRows(mapped)).toBe(
      'Of 4 rows in its tables, 2 are actions; 1 holds headings of columns; and 1 was not taken, as it stands in a table without actions or above the headings.',
    )
  })

  it('can be no row at all, so that every row is an action', async () => {
    const path = aPlan('1.1.1,Agree an offer,Lead A', '1.1.2,Publish the offer,Lead B')
    const sheet = sheetOf(await previewOf(path))
    const preview = await withMapping(path, {
      sheet,
      headerRow: 0,
      columns: [{ column: 'B', field: 'action' }],
    })
    expect(actionsOf(preview).map((a) => a.action)).toEqual(['Agree an offer', 'Publish the offer'])
    expect(became(preview)).toEqual(['1 action', '2 action'])
  })

  it('can be moved from where they were found, and what is said of a column takes its field from another', async () => {
    const path = aPlan(
      'Ref,Action,Lead,Note',
      '1.1.1,An example,Lead X,Who',
      'Ref,Task,Lead,Action needed in full',
      '1.1.1,Short,Lead A,Agree an offer for everybody',
    )
    const sheet = sheetOf(await previewOf(path))
    const moved = await withMapping(path, {
      sheet,
      headerRow: 3,
      columns: [{ column: 'D', field: 'action' }],
    })
    expect(moved.tables[0]?.headerRow).toBe(3)
    expect(actionsOf(moved)).toMatchObject([
      { ref: '1.1.1', action: 'Agree an offer for everybody', notes: ['Task: Short'] },
    ])
    expect(moved.tables[0]?.columns.map((c) => c.field)).toEqual(['ref', null, 'leads', 'action'])
    expect(moved.rows.map((r) => r.row)).toEqual([1, 2, 3, 4])
  })

  it('a column can say the place of its actions', async () => {
    const path = aPlan('Where,Ref,Action,Lead', 'Early years,1.1.1,Agree an offer,Lead A')
    const sheet = sheetOf(await previewOf(path))
    const columns = [{ column: 'A', field: 'group' as const }]
    const preview = await withMapping(path, { sheet, headerRow: null, columns })
    expect(preview.structure.groups.map((g) => g.name)).toEqual(['Early years'])
    expect(actionsOf(preview)[0]?.notes).toEqual([])
  })
})

it('a table of which no column is to be read is left out, with the reason', async () => {
  const path = planAt('weakness banners.xlsx')
  const found = await previewOf(path)
  const table = found.tables.find((t) => t.read)
  const columns = (table?.columns ?? []).map(({ column }) => ({ column, field: null }))
  const preview = await withMapping(path, { sheet: table?.name ?? '', headerRow: null, columns })
  expect(preview.totals).toMatchObject({ actions: 0, rows: found.totals.rows })
  expect(preview.totals.outcomes.outside).toBe(found.totals.rows)
  expect(preview.rows[0]?.why).toBe('Not taken: no column of this table is read.')
})

it('rows of Word tables without actions are not taken, and the account says how many', async () => {
  const preview = await previewOf(planAt('Cumbria plan saved by LibreOffice.docx'))
  const outside = preview.rows.filter((r) => r.outcome === 'outside')
  expect(outside.length).toBeGreaterThan(0)
  expect(outside.every((r) => r.why?.startsWith('Not taken: '))).toBe(true)
  expect(sayPlanRows(preview)).toContain(`Of ${preview.totals.rows} rows in its tables, 108 are actions;`)
  expect(sayPlanRows(preview)).toContain(`and ${outside.length} were not taken`)
})
