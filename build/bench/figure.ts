import type { Measured, Runs } from './sideBySide.ts'

/** One line of the benchmark, in the words of its contract. */
export type Figure = Measured & {
  readonly name: string
  /** What ours is measured beside, in the same run. */
  readonly peer: string
  readonly goal: string
  /** Peak memory in megabytes of a fresh process that does it once; null where it is not measured. */
  readonly rss_mb: number | null
  readonly note: string
}

/** Makes a figure: `folder` is empty and its own, and is deleted afterwards. */
export type MakeFigure = (folder: string, runs: Runs) => Promise<Figure>
