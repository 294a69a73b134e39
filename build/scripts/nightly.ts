import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { FuzzReport } from '../fuzz/fuzzPreview.ts'
import { liveMonth } from '../fuzz/liveMonth.ts'
import { resaveIssued } from '../fuzz/resaveIssued.ts'

/**
 * `npm run nightly [RUNS] [SEED]`: what takes too long for every day. Puts 2,000 damaged workbooks through the whole
 * preview, and sends a workbook that was issued just now through LibreOffice and openpyxl where they are installed; there
 * it also makes a whole month's returns anew, which have to read as the fixtures do.
 */
const STRETCH = 100
/** A stretch has as long as all of its previews may take in the very worst case, but for a hang of one. */
const STRETCH_MS = 180_000

async function nightly(): Promise<number> {
  const [runs = 2000, seed = Math.floor(Date.now() / 86_400_000)] = process.argv.slice(2).map(Number)
  const fuzzed = fuzz(runs, seed * 100_000)
  console.log(
    `fuzz: ${fuzzed.runs} damaged workbooks from seed ${seed}: ${fuzzed.read} read, ${fuzzed.refused} refused; ` +
      `${fuzzed.crashes.length} crashes, ${fuzzed.slow.length} over 10 s, ${fuzzed.changed.length} changed the programme; slowest ${fuzzed.slowest} ms`,
  )
  const faults = [...fuzzed.crashes, ...fuzzed.slow, ...fuzzed.changed]
  for (const fault of faults) console.log(`  ${fault}`)
  let differences = 0
  for (const { way, difference, isInstalled } of await resaveIssued()) {
    if (difference !== null) differences++
    console.log(
      `issued and ${way}: ${isInstalled ? (difference ?? 'came back whole') : 'not installed here'}`,
    )
  }
  const month = await liveMonth()
  console.log(`a month's returns made anew: ${sayMonth(month)}`)
  for (const line of month ?? []) console.log(`  ${line}`)
  return faults.length + differences + (month ?? []).length === 0 ? 0 : 1
}

function sayMonth(month: readonly string[] | null): string {
  if (!month) return 'not all is installed here'
  return month.length === 0 ? 'read as the fixtures do' : 'read differently'
}

function fuzz(runs: number, from: number): FuzzReport {
  let all: FuzzReport = { runs: 0, read: 0, refused: 0, crashes: [], slow: [], changed: [], slowest: 0 }
  for (let done = 0; done < runs; done += STRETCH) {
    const count = Math.min(STRETCH, runs - done)
    all = add(all, stretch(count, from + done))
  }
  return all
}

function stretch(runs: number, seed: number): FuzzReport {
  const script = join(import.meta.dirname, '../fuzz/run.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, String(runs), String(seed)], {
    encoding: 'utf8',
    timeout: STRETCH_MS,
  })
  if (status === 0) return JSON.parse(stdout) as FuzzReport
  const none = { runs, read: 0, refused: 0, crashes: [], slow: [], changed: [], slowest: 0 }
  const name = `runs ${seed} to ${seed + runs - 1}`
  return status === null
    ? { ...none, slow: [`${name}: not done in ${STRETCH_MS / 1000} s`] }
    : { ...none, crashes: [`${name}: ${stderr.split('\n').slice(0, 5).join(' ')}`] }
}

const add = (a: FuzzReport, b: FuzzReport): FuzzReport => ({
  runs: a.runs + b.runs,
  read: a.read + b.read,
  refused: a.refused + b.refused,
  crashes: [...a.crashes, ...b.crashes],
  slow: [...a.slow, ...b.slow],
  changed: [...a.changed, ...b.changed],
  slowest: Math.max(a.slowest, b.slowest),
})

process.exitCode = await nightly()
