import { fuzzPreview } from './fuzzPreview.ts'

/** `run.ts RUNS SEED`: one stretch of the fuzz run in a process of its own, so that a hang can be ended from outside. */
const [runs = 200, seed = 1] = process.argv.slice(2).map(Number)
process.stdout.write(JSON.stringify(await fuzzPreview(runs, seed)))
