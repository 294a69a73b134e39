import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readPlanFile } from '../../electron/plan-in/readPlanFile.ts'
import { noPlanAnswers } from '../../shared/planIn/planDraft.ts'
import { previewPlan } from '../../shared/planIn/previewPlan.ts'
import { hasContent } from '../../shared/workbook/gridView.ts'
import { fixtures, planAt, today } from './aPlan.ts'

const plans = [planAt(''), join(fixtures, 'strange/plans'), join(fixtures, 'trackers')].flatMap((folder) =>
  readdirSync(folder)
    .filter((f) => /\.(docx|xlsx|ods|csv)$/.test(f))
    .map((f) => [f, join(folder, f)] as const),
)

/** Plans, and trackers taken for plans: whatever a document is, no row is lost or counted twice. */
it.each(plans)('%s: every row with words comes out exactly once', async (name, path) => {
  const file = await readPlanFile(path)
  const preview = previewPlan(file, { startedOn: null, today, answers: noPlanAnswers })
  const keys = preview.rows.map((r) => `${r.sheet} ${r.row}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect(Object.values(preview.totals.outcomes).reduce((a, b) => a + b, 0)).toBe(preview.rows.length)
  // of a record, a row is all of its labels
  if (name === 'app records.docx') return
  const rows = file.source.parts.flatMap((p) =>
    p.kind === 'table'
      ? p.sheet.rows
          .filter((r) => r.number > 0 && r.cells.some((c) => hasContent(c)))
          .map((r) => `${p.sheet.name} ${r.number}`)
      : [],
  )
  expect(rows.filter((r) => !keys.includes(r))).toEqual([])
})
