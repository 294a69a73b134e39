import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach } from 'vitest'
import { loadTables } from '../../electron/db/loadTables.ts'
import { createProgramme, openForWriting, type OpenProgramme } from '../../electron/db/openProgramme.ts'
import type { ReadDb } from '../../electron/db/types.ts'
import type { ParsedFile } from '../../electron/import/planImport.ts'
import { cumbriaRows } from '../../electron/sample/cumbriaSample.ts'
import type { Tables } from '../../shared/model/entities.ts'
import type { Draft } from '../../shared/workbook/draft.ts'
import { aWorkbook } from './aDraft.ts'

export const writer = { actor: 'Programme office', at: '2020-02-14T09:00:00.000Z' }

const folder = mkdtempSync(join(tmpdir(), 'import-test-'))
const template = join(folder, 'template.desk')
const open: OpenProgramme[] = []
let count = 0

afterEach(() => {
  for (const programme of open.splice(0)) programme.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The sample programme in a file of its own, open for writing; closed after the test. */
export function aStore(): OpenProgramme {
  if (count++ === 0) createProgramme(template, cumbriaRows(), writer, 'sample')
  const path = join(folder, `p${count}.desk`)
  copyFileSync(template, path)
  const programme = openForWriting(path, writer, 'opened')
  open.push(programme)
  return programme
}

/** A parsed workbook that lies on the disk, so that a commit can look at it again. */
export function aParsedFile(drafts: readonly Draft[], file = 'Tracker.xlsx', sheet = 'Tracker'): ParsedFile {
  const content = JSON.stringify(drafts)
  const path = join(folder, `${++count}-${file}`)
  writeFileSync(path, content)
  return {
    file,
    path,
    sha256: createHash('sha256').update(content).digest('hex'),
    parsed: aWorkbook(drafts, sheet),
  }
}

/** The live rows of a programme: what every view, query and paper is made of. */
export function liveRows(db: ReadDb): Tables {
  const live = Object.entries(loadTables(db)).map(([name, rows]) => [
    name,
    (rows as readonly { retiredAt: string | null }[]).filter((r) => r.retiredAt === null),
  ])
  return Object.fromEntries(live) as Tables
}
