import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createProgramme, openForWriting, type OpenProgramme } from '../../electron/db/openProgramme.ts'
import { cumbriaRows } from '../../electron/sample/cumbriaSample.ts'

export const writer = { actor: 'Programme manager', at: '2020-02-14T00:00:00' }

/** A folder that is gone after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The path of a new sample programme in a folder of its own. */
export function aSampleFile(): string {
  const path = join(aFolder(), 'Cumbria.desk')
  createProgramme(path, cumbriaRows(), writer, 'sample programme')
  return path
}

/** The sample programme, open for writing until the test ends. */
export function anOpenSample(): OpenProgramme {
  const open = openForWriting(aSampleFile(), writer, 'opened')
  onTestFinished(() => open.close())
  return open
}
