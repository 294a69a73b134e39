import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { checkProgramme } from '../../electron/db/checkProgramme.ts'
import { loadImports } from '../../electron/db/importsTable.ts'
import { openForReading } from '../../electron/db/openFile.ts'
import { aFolder, aSampleFile } from '../support/aProgramme.ts'

const cli = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))

/** A folder of returned workbooks with many rows each. */
function aFolderOfReturns(files: number): string {
  const folder = join(aFolder(), 'Returns')
  mkdirSync(folder)
  const rows = Array.from({ length: 60 }, (_, i) => `1.1.${i + 1},Work ${i},Progress ${i}`)
  for (let n = 1; n <= files; n++)
    writeFileSync(join(folder, `Return ${n}.csv`), ['Ref,Action,Progress', ...rows].join('\n'))
  return folder
}

test('Ctrl+C during a commit ends between two workbooks: those before are whole, and nothing is left lying about', async () => {
  const file = aSampleFile()
  const words = ['import', file, aFolderOfReturns(40), '--commit', '--now', '2020-02-14']
  const child = spawn(process.execPath, [cli, ...words], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  await expect.poll(() => existsSync(`${file}.lock`), { interval: 5, timeout: 50_000 }).toBe(true)
  child.kill('SIGINT')
  expect(await ended).toBe(1)
  const committed = Number(/Stopped after (\d+) of 40 workbooks/.exec(said)?.[1])
  expect(committed).toBeLessThan(40)
  expect(readdirSync(dirname(file)).filter((name) => /-wal$|-shm$|\.lock$/.test(name))).toEqual([])
  const db = openForReading(file)
  try {
    expect(loadImports(db)).toHaveLength(committed)
    expect(checkProgramme(db)).toEqual([])
  } finally {
    db.close()
  }
})
