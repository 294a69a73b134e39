import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { paths } from '../vite/paths.ts'

/** The program of the electron package, which is downloaded apart from it, or null. */
export function electronBinary(): string | null {
  const folder = join(paths.root, 'node_modules/electron')
  if (!existsSync(join(folder, 'path.txt'))) return null
  const binary = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
  return existsSync(binary) ? binary : null
}
