import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, release, tmpdir, totalmem, type as systemName } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Figure, MakeFigure } from './figure.ts'

/** Each is loaded when it is measured. */
const figures: Readonly<Record<string, () => Promise<MakeFigure>>> = {
  'import-10k': async () => (await import('./figures/import10k.ts')).import10k,
  'import-40': async () => (await import('./figures/import40.ts')).import40,
  'commit-10k': async () => (await import('./figures/commit10k.ts')).commit10k,
  'undo-10k': async () => (await import('./figures/undo10k.ts')).undo10k,
}

const usage = `npm run -s bench -- [--json] [--only NAME,…] [--quick]
Measures what people wait for beside a peer in the same run: medians of seven runs after a warm-up; --quick one.
Figures: ${Object.keys(figures).join(', ')}`

/** Runs the benchmark; the answer is the exit code: 0 measured (whatever the figures are), 2 wrong usage. */
async function bench(argv: readonly string[]): Promise<number> {
  const wanted = readWords(argv)
  if ('refused' in wanted) {
    process.stderr.write(`${wanted.refused}\n`)
    return 2
  }
  const { names, json, quick } = wanted
  const measured: Figure[] = []
  for (const name of names) {
    if (process.stderr.isTTY) process.stderr.write(`Measuring ${name} …\n`)
    const made = await measure(name, quick ? 1 : 7)
    measured.push(made)
    if (!json) console.log(sayFigure(made))
  }
  if (json) console.log(JSON.stringify({ machine: machine(), figures: measured }, null, 2))
  else console.log(sayMachine())
  return 0
}

type Wanted = { readonly names: readonly string[]; readonly json: boolean; readonly quick: boolean }

function readWords(argv: readonly string[]): Wanted | { readonly refused: string } {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        only: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { refused: usage }
    const names = values.only?.split(',').map((n) => n.trim()) ?? Object.keys(figures)
    const unknown = names.find((n) => !Object.hasOwn(figures, n))
    if (unknown !== undefined)
      return { refused: `There is no figure “${unknown}”. There are: ${Object.keys(figures).join(', ')}.` }
    return { names, json: values.json, quick: values.quick }
  } catch (e) {
    return { refused: `${(e as Error).message}.\n${usage}` }
  }
}

async function measure(name: string, count: number): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'))
  try {
    const make = await figures[name]?.()
    if (!make) throw new Error(`no figure ${name}`)
    return inTenths(await make(folder, { count }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Times to a tenth of a millisecond, ratios to a hundredth: more digits would only pretend. */
function inTenths(figure: Figure): Figure {
  const tenth = (n: number): number => Math.round(n * 10) / 10
  return {
    ...figure,
    ours_ms: tenth(figure.ours_ms),
    p95_ms: tenth(figure.p95_ms),
    peer_ms: tenth(figure.peer_ms),
    ratio: Math.round(figure.ratio * 100) / 100,
  }
}

const sayFigure = (f: Figure): string =>
  `${f.name.padEnd(14)} ${String(f.ours_ms).padStart(8)} ms, p95 ${f.p95_ms} ms; peer ${f.peer_ms} ms (${f.peer}); ratio ${f.ratio}${f.rss_mb === null ? '' : `, peak ${f.rss_mb} MB`}; goal: ${f.goal}\n${' '.repeat(15)}${f.note}`

function machine() {
  const [cpu] = cpus()
  return {
    cpu: cpu?.model ?? 'unknown',
    cores: cpus().length,
    memory_mb: Math.round(totalmem() / 1024 / 1024),
    system: `${systemName()} ${release()}`,
    node: process.version,
  }
}

function sayMachine(): string {
  const m = machine()
  return `Measured on ${m.cores} × ${m.cpu}, ${m.memory_mb} MB, ${m.system}, Node ${m.node}.`
}

process.exitCode = await bench(process.argv.slice(2))
