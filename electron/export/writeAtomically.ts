import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { AppError } from '../../shared/errors.ts'
import { err, ok, type Result } from '../../shared/result.ts'

/**
 * Writes a file whole or not at all: into a temporary file beside it, flushed to the disk, then renamed over it.
 * A file that another program holds open is 'file-in-use'; what else stops it is 'cannot-write'.
 */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<Result<string, AppError>> {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.part`)
  try {
    const file = await open(draft, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
    return ok(path)
  } catch (cause) {
    await rm(draft, { force: true })
    return err(refusal(path, cause))
  }
}

const inUse = new Set(['EBUSY', 'EPERM', 'ETXTBSY'])
const why: Readonly<Record<string, string>> = {
  ENOENT: 'the folder is not there',
  ENOTDIR: 'the folder is not there',
  EISDIR: 'a folder has that name',
  EACCES: 'the folder may not be written to',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the name is too long',
}

function refusal(path: string, cause: unknown): AppError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (inUse.has(code)) return { code: 'file-in-use', path }
  return { code: 'cannot-write', path, why: why[code] ?? (code || 'the system refused') }
}
