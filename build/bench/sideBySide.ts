import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Something to measure: `prepare` is not timed and makes what one run takes; `run` is. */
export type Subject<T> = {
  readonly prepare: () => T | Promise<T>
  readonly run: (prepared: T) => unknown
  readonly cleanUp?: (prepared: T) => void
}

/** Milliseconds: median and 95th percentile of ours, median of the peer's; `ratio` is that of the medians. */
export type Measured = {
  readonly ours_ms: number
  readonly p95_ms: number
  readonly peer_ms: number
  readonly ratio: number
}

/** How often each is measured; one run of each before that only warms up. */
export type Runs = { readonly count: number }

/**
 * Measures two subjects in turn, ours and the peer's, so that a machine that is slower for a while is slower for both. What
 * one run left behind is cleared away before the next, untimed.
 */
export async function sideBySide<A, B>(ours: Subject<A>, peer: Subject<B>, runs: Runs): Promise<Measured> {
  await timed(ours)
  await timed(peer)
  const [mine, theirs]: [number[], number[]] = [[], []]
  for (let i = 0; i < runs.count; i++) {
    mine.push(await timed(ours))
    theirs.push(await timed(peer))
  }
  const [ours_ms, peer_ms] = [median(mine), median(theirs)]
  return { ours_ms, p95_ms: percentile(mine, 0.95), peer_ms, ratio: ours_ms / peer_ms }
}

/** One timed run in milliseconds. */
export async function timed<T>({ prepare, run, cleanUp }: Subject<T>): Promise<number> {
  const prepared = await prepare()
  collectGarbage()
  const began = performance.now()
  await run(prepared)
  const took = performance.now() - began
  cleanUp?.(prepared)
  return took
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** The value that this share of the values is not above. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

setFlagsFromString('--expose-gc')
// Node has no type for what its flag makes
const collectGarbage = runInNewContext('gc') as () => void
