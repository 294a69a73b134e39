import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'

/** Reads a small JSON file of the host; a missing, broken or foreign one gives the fallback. */
export function readJsonFile<S extends z.ZodType>(
  path: string,
  schema: S,
  fallback: z.output<S>,
): z.output<S> {
  try {
    const read = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return read.success ? read.data : fallback
  } catch {
    return fallback
  }
}

/** Writes beside the file and renames, so that a crash leaves the old file or the new one, never half of one. */
export function writeJsonFile(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true })
  const beside = `${path}.${randomUUID()}.tmp`
  try {
    writeFileSync(beside, `${JSON.stringify(value, null, 2)}\n`)
    renameSync(beside, path)
  } finally {
    rmSync(beside, { force: true })
  }
}
