import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createProgramme, openForWriting } from '../../electron/db/openProgramme.ts'
import type { WriteDb } from '../../electron/db/types.ts'
import { previewImport } from '../../electron/import/previewImport.ts'
import { commitIssue } from '../../electron/issue/commitIssue.ts'
import { prepareIssue } from '../../electron/issue/prepareIssue.ts'
import { cumbriaRows } from '../../electron/sample/cumbriaSample.ts'

/** A way that an issued workbook went, and what differs from what was to come back; null where the way is not installed. */
export type Resaved = {
  readonly way: string
  readonly difference: string | null
  readonly isInstalled: boolean
}

const writer = { actor: 'Programme office', at: '2020-02-04T09:00:00.000Z' }

/** Issues a workbook, sends it through LibreOffice and openpyxl as they are installed here, and compares what comes back. */
export async function resaveIssued(): Promise<readonly Resaved[]> {
  const folder = mkdtempSync(join(tmpdir(), 'resave-'))
  const path = join(folder, 'sample.desk')
  createProgramme(path, cumbriaRows(), writer, 'sample')
  const open = openForWriting(path, writer, 'opened')
  try {
    const wanted = { period: '2020-02', by: 'group', group: 1, lead: null, returnBy: null } as const
    const prepared = await prepareIssue(open.db, wanted, '2020-02-04')
    const { issued } = commitIssue(open.db, prepared, join(folder, 'out'), writer)
    const file = issued[0]?.file
    if (!file) throw new Error('nothing was issued')
    const untouched = await readings(open.db, file)
    const filled = join(folder, 'filled.xlsx')
    const expected = openpyxl('filled', file, filled) ? await readings(open.db, filled) : null
    const results: Resaved[] = []
    for (const way of ways(folder)) {
      const isFilled = way.name.includes('filled')
      const from = isFilled ? filled : file
      const want = isFilled ? expected : untouched
      const out = want === null ? null : way.save(from)
      const got = out === null ? null : await readings(open.db, out)
      const difference = got === null || want === null ? null : firstDifference(want, got)
      results.push({ way: way.name, difference, isInstalled: got !== null })
    }
    return results
  } finally {
    open.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Way = { readonly name: string; readonly save: (from: string) => string | null }

function ways(folder: string): readonly Way[] {
  const out = (name: string): string => join(folder, name)
  const office = (to: string) => (from: string) => libreOffice(from, to, folder)
  const python = (how: string) => (from: string) => {
    const to = out(`${how}.xlsx`)
    return openpyxl(how, from, to) ? to : null
  }
  const twice = (from: string): string | null => {
    const ods = libreOffice(from, 'ods', folder)
    return ods === null ? null : libreOffice(ods, 'xlsx', folder)
  }
  return [
    { name: 'saved by openpyxl', save: python('as-it-is') },
    { name: 'saved by LibreOffice', save: office('xlsx') },
    { name: 'saved by LibreOffice as OpenDocument', save: office('ods') },
    { name: 'by way of OpenDocument', save: twice },
    { name: 'filled, rebuilt by openpyxl', save: python('rebuilt') },
    { name: 'filled, saved by LibreOffice', save: office('xlsx') },
    { name: 'filled, saved by LibreOffice as OpenDocument', save: office('ods') },
    { name: 'filled, by way of OpenDocument', save: twice },
  ]
}

function openpyxl(how: string, from: string, to: string): boolean {
  const script = join(import.meta.dirname, 'resave.py')
  const python = process.env['PYTHON'] ?? 'python3'
  return spawnSync(python, [script, how, from, to], { timeout: 60_000 }).status === 0
}

let conversions = 0

function libreOffice(from: string, to: string, folder: string): string | null {
  const out = join(folder, `office-${++conversions}`)
  mkdirSync(out)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const words = [profile, '--headless', '--convert-to', to, '--outdir', out, from]
  const { status } = spawnSync('soffice', words, { timeout: 120_000 })
  const made = status === 0 ? readdirSync(out)[0] : undefined
  return made === undefined ? null : join(out, made)
}

/** What a preview makes of every row, in words that can be compared. */
async function readings(db: WriteDb, path: string): Promise<readonly string[]> {
  const plan = await previewImport(db, [path], { sender: null, period: null, today: '2020-02-14' })
  const [file] = plan.document.files
  if (!file || 'error' in file) return [`refused: ${file?.error.message ?? ''}`]
  const rows = file.rows.map((r) => {
    const changes = r.changes.map((c) => `${c.field} ${c.resolution} ${JSON.stringify(c.returned)}`)
    return [r.ref, r.outcome, r.matchedBy, ...changes].join(', ')
  })
  return [`${file.kind} ${file.issuedId}`, ...rows.toSorted(), `missing: ${file.missing.join(', ')}`]
}

function firstDifference(want: readonly string[], got: readonly string[]): string | null {
  const at = want.findIndex((line, i) => line !== got[i])
  if (at < 0 && want.length === got.length) return null
  return `wanted “${want[at] ?? 'nothing more'}”, came back “${got[at < 0 ? want.length : at] ?? 'nothing'}”`
}
