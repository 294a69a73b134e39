import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aDraft } from './aDraft.ts'
import { aBase, aFile, aPlan, aProgramme } from './aMerge.ts'

const folder = join(import.meta.dirname, '../fixtures/merges')
const read = (name: string, file: string): unknown =>
  JSON.parse(readFileSync(join(folder, name, file), 'utf8'))

type Case = {
  about: string
  programme: Parameters<typeof aProgramme>[0]
  base: Parameters<typeof aBase>[1]
  rows: { row: number; values: Parameters<typeof aDraft>[1] }[]
}

describe('merge cases', () => {
  for (const name of readdirSync(folder)) {
    const { about, programme: extra, base, rows } = read(name, 'case.json') as Case
    it(`${name}: ${about}`, () => {
      const programme = aProgramme(extra)
      const drafts = rows.map(({ row, values, ...more }) => aDraft(row, values, more))
      const plan = aPlan(programme, [aFile(programme, drafts, { bases: aBase(programme, base) })])
      const [file] = plan.document.files
      if (!file || 'error' in file) throw new Error('refused')
      const found = file.rows.map((r) => ({
        row: r.row,
        ref: r.ref,
        outcome: r.outcome,
        changes: Object.fromEntries(r.changes.map((c) => [c.field, c.resolution])),
        problems: r.problems.map((p) => p.code),
      }))
      expect(found).toEqual(read(name, 'expected.json'))
      for (const change of file.rows.flatMap((r) => r.changes)) expect(change.why).toMatch(/^[A-Z“].*\.$/u)
      const { rows: all, ...counts } = plan.document.totals
      expect(all).toBe(rows.length)
      expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(all)
    })
  }
})
