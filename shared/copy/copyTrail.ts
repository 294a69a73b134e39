import type { CopyHistory } from './copyHistory.ts'

/**
 * The steps that a copy has gone, oldest first, each with its number and fingerprint: kept with every return, so that it is
 * known how far two files went together.
 */
export const trailOf = (history: CopyHistory): string =>
  history.done
    .map((d) => `${d.id}:${d.fingerprint.slice(0, 16)}`)
    .toReversed()
    .join(' ')

/** The last step that a file has in common with a return; 1 where they share only what they were made from. */
export function commonStep(history: CopyHistory, trail: string): number {
  const steps = new Set(trail.split(' '))
  return history.done.find((d) => steps.has(`${d.id}:${d.fingerprint.slice(0, 16)}`))?.id ?? 1
}

const lastStep = (trail: string): number => Number(trail.split(' ').at(-1)?.split(':')[0] ?? 1) || 1

/**
 * Where a copy was copied again and both files were worked in, both gave the same ids to different rows. The file that came
 * back first keeps them; in any that went another way, the rows made since they parted get ids of their own.
 * `trails` are those of all returns of the copy, oldest first.
 */
export function withOwnIds(history: CopyHistory, trails: readonly string[]): CopyHistory {
  const main = trails.reduce((known, t) => (known === '' || t.startsWith(`${known} `) ? t : known), '')
  const parted = commonStep(history, main)
  const since = history.done.filter((d) => d.id > parted)
  const first = since.at(-1)
  if (main === '' || lastStep(main) <= parted || !first) return history
  const own = new Map(
    since.flatMap((d) =>
      d.changes.flatMap((c) =>
        c.kind === 'added' ? [[c.id, `${c.id}-${first.fingerprint.slice(0, 6)}`]] : [],
      ),
    ) as [string, string][],
  )
  const renamed = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? (own.get(value) ?? value) : value
  return JSON.parse(JSON.stringify(history), renamed) as CopyHistory
}
