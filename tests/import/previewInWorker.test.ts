import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { previewImport, type ImportProgress } from '../../electron/import/previewImport.ts'
import { previewInWorker } from '../../electron/import/previewInWorker.ts'
import { aDesk } from '../support/aDesk.ts'
import { aFolder, aSampleFile, anOpenSample } from '../support/aProgramme.ts'

const options = { sender: null, period: null, today: '2020-02-14' }
const header = 'Ref,Action,Delivery rating,Progress\n'

/** A folder with as many returned workbooks as asked for, each of so many rows. */
function aFolderOfReturns(files: number, rows = 3): string {
  const folder = join(aFolder(), 'Returns')
  mkdirSync(folder)
  for (let n = 1; n <= files; n++) {
    const lines = Array.from({ length: rows }, (_, i) => `1.1.${i + 1},,Green,Progress ${n}.${i + 1}`)
    writeFileSync(join(folder, `Return ${n}.csv`), header + lines.join('\n'))
  }
  return folder
}

test('the plan from the thread is the plan that the same process makes, while the programme is open for writing', async () => {
  const open = anOpenSample()
  const paths = [aFolderOfReturns(3)]
  const here = await previewImport(open.db, paths, options)
  const there = await previewInWorker({ programme: open.path, paths, options })
  expect(there).toEqual(here)
  expect(here.document.totals.rows).toBe(9)
})

test('the follower is told each file as it comes, then that rows are matched', async () => {
  const told: ImportProgress[] = []
  const request = { programme: aSampleFile(), paths: [aFolderOfReturns(2)], options }
  await previewInWorker(request, { onProgress: (p) => told.push(p) })
  expect(told.slice(0, 3)).toEqual([
    { done: 0, total: 2, file: 'Return 1.csv', step: 'reading' },
    { done: 1, total: 2, file: 'Return 2.csv', step: 'reading' },
    { done: 2, total: 2, file: 'Return 2.csv', step: 'matching' },
  ])
})

test('stopped while it reads, it fails with “cancelled”, and the programme can be read and written as before', async () => {
  const open = anOpenSample()
  const stop = new AbortController()
  const running = previewInWorker(
    { programme: open.path, paths: [aFolderOfReturns(30, 200)], options },
    { signal: stop.signal, onProgress: () => stop.abort() },
  )
  await expect(running).rejects.toMatchObject({ error: { code: 'cancelled' } })
  expect(open.db.pragma('wal_checkpoint(TRUNCATE)', { simple: true })).toBe(0)
})

test('a refused request comes back as its error, not as a fault', async () => {
  const request = { programme: aSampleFile(), paths: ['x.csv'], options: { ...options, period: 'soon' } }
  await expect(previewInWorker(request)).rejects.toMatchObject({ error: { code: 'invalid-input' } })
})

test('a thread that runs out of memory is an error, and this process lives on', async () => {
  const request = { programme: aSampleFile(), paths: [aFolderOfReturns(1, 40_000)], options }
  await expect(previewInWorker(request, {}, { maxOldGenerationSizeMb: 24 })).rejects.toMatchObject({
    code: 'ERR_WORKER_OUT_OF_MEMORY',
  })
})

test('the window hears how far a preview is; one that it stops answers “cancelled”, and the next one works', async () => {
  const folder = aFolder()
  const desk = aDesk({ newProgramme: join(folder, 'P.desk') })
  await desk.call('programme.openSample', {})
  const slow = desk.ask('import.preview', { paths: [aFolderOfReturns(30, 200)], sender: null, on: null })
  await expect.poll(() => desk.notices.length, { timeout: 20_000 }).toBeGreaterThan(0)
  expect(desk.notices[0]).toMatchObject({ kind: 'progress', task: 'import', done: 0, total: 30 })
  await desk.call('import.cancel', {})
  expect(await slow).toEqual({ ok: false, error: { code: 'cancelled' } })
  const again = await desk.call('import.preview', { paths: [aFolderOfReturns(1)], sender: null, on: null })
  expect(again.document.totals.rows).toBe(3)
})
