import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { paths } from '../vite/paths.ts'

/** True where a source file is newer than the bundles, or one of them is missing. */
export function isOutOfDate(): boolean {
  const built = [paths.outMain, paths.outPreload, paths.outRenderer].map((folder) => newest(folder))
  if (built.some((at) => at === 0)) return true
  const sources = ['electron', 'shared', 'renderer', 'build/vite', 'package-lock.json']
  return Math.max(...sources.map((source) => newest(join(paths.root, source)))) > Math.min(...built)
}

/** When the newest file in a folder was written, in milliseconds; 0 where there is none. */
function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}
