import { createHash } from 'node:crypto'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { openForReading } from '../../electron/db/openFile.ts'
import { createProgramme } from '../../electron/db/openProgramme.ts'
import type { ReadDb } from '../../electron/db/types.ts'
import { previewImport } from '../../electron/import/previewImport.ts'
import { cumbriaRows } from '../../electron/sample/cumbriaSample.ts'
import { isRefused } from '../../shared/import/importPlan.ts'
import { mutateWorkbook } from './mutateWorkbook.ts'

/** What a run over damaged workbooks found; `crashes`, `slow` and `changed` are faults. */
export type FuzzReport = {
  readonly runs: number
  readonly read: number
  readonly refused: number
  readonly crashes: readonly string[]
  readonly slow: readonly string[]
  readonly changed: readonly string[]
  /** Milliseconds of the slowest preview. */
  readonly slowest: number
}

const MOST_MS = 10_000
const writer = { actor: 'Programme office', at: '2020-02-14T09:00:00.000Z' }
const tests = join(import.meta.dirname, '../../tests/fixtures')

/** The workbooks that are damaged: trackers, returned workbooks and cases of every form, of several writers. */
const sources = (): readonly string[] =>
  globSync(['trackers/*.xlsx', 'trackers/bad/*.ods', 'issued/*.{xlsx,ods}', 'import/reading/*/incoming.*'], {
    cwd: tests,
  })
    .filter((f) => !f.endsWith('.xls'))
    .sort()

/**
 * Puts damaged workbooks through the whole preview against the sample programme: each must be read or refused with a
 * sentence, within ten seconds, and leave the programme as it was. Run `seed` to `seed + runs - 1` are always the same.
 */
export async function fuzzPreview(runs: number, seed: number): Promise<FuzzReport> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
  const programme = join(folder, 'sample.desk')
  createProgramme(programme, cumbriaRows(), writer, 'sample')
  const before = fingerprint(programme)
  const db = openForReading(programme)
  const files = sources().map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(tests, name))) }))
  const report = {
    runs,
    read: 0,
    refused: 0,
    crashes: [] as string[],
    slow: [] as string[],
    changed: [] as string[],
    slowest: 0,
  }
  try {
    for (let i = seed; i < seed + runs; i++) {
      const file = files[i % files.length]
      if (!file) throw new Error('there are no workbooks to damage')
      const { bytes, how } = mutateWorkbook(file.bytes, i)
      const name = `run ${i}, ${file.name}, ${how}`
      const path = join(folder, `damaged${extname(file.name)}`)
      writeFileSync(path, bytes)
      const began = performance.now()
      const outcome = await previewOne(db, path)
      const ms = Math.round(performance.now() - began)
      report.slowest = Math.max(report.slowest, ms)
      if (outcome === 'read') report.read++
      else if (outcome === 'refused') report.refused++
      else report.crashes.push(`${name}: ${outcome}`)
      if (ms > MOST_MS) report.slow.push(`${name}: ${ms} ms`)
      if (i % 50 === 0 && fingerprint(programme) !== before) report.changed.push(name)
    }
  } finally {
    db.close()
    if (fingerprint(programme) !== before) report.changed.push('at the end')
    rmSync(folder, { recursive: true, force: true })
  }
  return report
}

/** 'read', 'refused', or what went wrong. */
async function previewOne(db: ReadDb, path: string): Promise<string> {
  try {
    const plan = await previewImport(db, [path], { sender: null, period: null, today: '2020-02-14' })
    const [file] = plan.files
    if (!file) return 'nothing came back'
    if (isRefused(file))
      return /^“.+”.*\.$/s.test(file.error.message)
        ? 'refused'
        : `refused without a sentence: ${file.error.message}`
    const { totals } = plan.document
    const rows = new Set(file.preview.rows.map((r) => `${r.sheet}!${r.row}`))
    if (totals.rows !== file.preview.rows.length || rows.size !== totals.rows)
      return 'rows are not accounted for once'
    structuredClone(plan)
    return 'read'
  } catch (error) {
    return error instanceof Error
      ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ')
      : String(error)
  }
}

const fingerprint = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
