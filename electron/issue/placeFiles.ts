import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../shared/errors.ts'

export type NewFile = { readonly file: string; readonly bytes: Uint8Array }

/**
 * Writes files into a folder (made where it is not there) together with a record of them: all files and the record, or
 * none. `recorded` runs `place` inside its transaction. Fails with 'cannot-write' or 'file-in-use'.
 */
export function placeFiles<T>(
  folder: string,
  files: readonly NewFile[],
  recorded: (place: () => void) => T,
): T {
  const isNew = !existsSync(folder)
  const drafts = files.map(({ file }) => join(folder, `.${file}.${randomUUID().slice(0, 8)}.part`))
  const placed: { readonly path: string; readonly before: Buffer | null }[] = []
  try {
    if (isNew) mkdirSync(folder, { recursive: true })
    files.forEach(({ bytes }, i) => writeWhole(drafts[i] ?? '', bytes))
    return recorded(() =>
      files.forEach(({ file }, i) => {
        const path = join(folder, file)
        const before = existsSync(path) ? readFileSync(path) : null
        renameSync(drafts[i] ?? '', path)
        placed.push({ path, before })
      }),
    )
  } catch (e) {
    putBack(placed)
    throw worded(folder, e)
  } finally {
    for (const draft of drafts) quietly(() => rmSync(draft, { force: true }))
    // a folder that holds what was written stays
    if (isNew) quietly(() => rmdirSync(folder))
  }
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx')
  try {
    writeFileSync(file, bytes)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function putBack(placed: readonly { readonly path: string; readonly before: Buffer | null }[]): void {
  for (const { path, before } of placed) {
    if (before === null) rmSync(path, { force: true })
    else writeFileSync(path, before)
  }
}

/** Tidying up never hides why something was refused. */
function quietly(tidy: () => void): void {
  try {
    tidy()
  } catch {
    // left as it is
  }
}

const why: Readonly<Record<string, string>> = {
  EACCES: 'the folder may not be written to',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOENT: 'the folder is not there',
  ENOTDIR: 'a file has that name',
  EEXIST: 'a file has that name',
  EISDIR: 'a folder has the name of one of the workbooks',
  ENAMETOOLONG: 'the name is too long',
}

function worded(folder: string, e: unknown): unknown {
  if (e instanceof Failure || !(e instanceof Error) || !('code' in e) || !('syscall' in e)) return e
  const code = String(e.code)
  const path = 'dest' in e && typeof e.dest === 'string' ? e.dest : folder
  if (code === 'EBUSY' || code === 'EPERM' || code === 'ETXTBSY')
    return new Failure({ code: 'file-in-use', path })
  return new Failure({ code: 'cannot-write', path: folder, why: why[code] ?? `the system says ${code}` })
}
