import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../app/deps.ts'

const largest = 1_000_000

/** A log in two files of at most one megabyte; it stays on the machine. A fault gets a reference to quote. */
export function fileLog(folder: string, now: () => Date): Log {
  const file = join(folder, 'desk.log')
  const write = (line: string): void => {
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.old`)
      appendFileSync(file, `${now().toISOString()} ${line}\n`)
    } catch {
      // a full or locked disk must not stop the work; there is nowhere else to say so
    }
  }
  return {
    info: (message) => write(message),
    fault: (error) => {
      const reference = randomUUID().slice(0, 8)
      write(`${reference} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return reference
    },
  }
}
