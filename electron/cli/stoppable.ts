/**
 * Runs something that Ctrl+C stops cleanly: the signal tells it, it ends where nothing is half done, and what it opened is
 * closed. A second Ctrl+C ends the process at once.
 */
export async function stoppable<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const hear = (): void => stop.abort()
  process.once('SIGINT', hear)
  try {
    return await run(stop.signal)
  } finally {
    process.off('SIGINT', hear)
  }
}

/** Shows on a terminal what is being done, each time in place of what was shown before; '' clears it. */
export function showProgress(words: string): void {
  if (!process.stderr.isTTY) return
  const width = process.stderr.columns > 0 ? process.stderr.columns - 1 : 79
  process.stderr.write(`\r\u001B[K${words.slice(0, width)}`)
}
