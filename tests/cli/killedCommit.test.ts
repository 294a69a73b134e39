import { spawn } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { checkProgramme } from '../../electron/db/checkProgramme.ts'
import { loadProgramme, loadTables } from '../../electron/db/loadTables.ts'
import { openForReading } from '../../electron/db/openFile.ts'
import { openForWriting } from '../../electron/db/openProgramme.ts'
import { listImports } from '../../electron/import/listImports.ts'
import { aFolder, aSampleFile, writer } from '../support/aProgramme.ts'

const worker = join(import.meta.dirname, 'commitWorker.ts')
const tracker = join(import.meta.dirname, '../fixtures/trackers/WG6 SEN Support tracker.xlsx')

type Ending = { said: string; killed: boolean }

/** Runs a commit in a process of its own and kills it so many milliseconds after it has begun. */
async function commitKilledAfter(path: string, ms: number | null): Promise<Ending> {
  const child = spawn(process.execPath, [worker, path, tracker], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  const ended = new Promise<NodeJS.Signals | null>((done) =>
    child.once('exit', (_code, signal) => done(signal)),
  )
  const begun = new Promise<void>((done) => {
    child.stdout.on('data', (text: Buffer) => {
      said += String(text)
      if (said.includes('begins')) done()
    })
  })
  await Promise.race([begun, ended])
  if (ms !== null) {
    if (ms > 0) await wait(ms)
    child.kill('SIGKILL')
  }
  return { said, killed: (await ended) === 'SIGKILL' }
}

function contentOf(path: string): string {
  const db = openForReading(path)
  try {
    expect(checkProgramme(db)).toEqual([])
    const { rating, update, dateChange, action, actionLead } = loadTables(db)
    const imports = listImports(db, loadProgramme(db, '2020-02-14')).map(({ id, fields }) => ({ id, fields }))
    return JSON.stringify({ rating, update, dateChange, action, actionLead, imports })
  } finally {
    db.close()
  }
}

describe('a commit that is killed', () => {
  it('leaves the programme before or after it, never between, and open to the next writer', async () => {
    const base = aSampleFile()
    const before = contentOf(base)
    const whole = join(aFolder(), 'whole.desk')
    copyFileSync(base, whole)
    expect(await commitKilledAfter(whole, null)).toMatchObject({ killed: false })
    const after = contentOf(whole)
    expect(after).not.toBe(before)

    const endings: string[] = []
    for (const ms of [0, 2, 5, 8, 12, 18, 30, 60]) {
      const path = join(aFolder(), 'killed.desk')
      copyFileSync(base, path)
      await commitKilledAfter(path, ms)
      const found = contentOf(path)
      expect([before, after]).toContain(found)
      endings.push(found === before ? 'before' : 'after')
      openForWriting(path, writer, 'opened').close()
    }
    expect(endings).toContain('before')
  }, 240_000)
})
