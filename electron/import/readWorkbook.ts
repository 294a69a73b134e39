import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AppError } from '../../shared/errors.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Workbook } from '../../shared/workbook/grid.ts'
import { readCsv } from './readers/readCsv.ts'
import { readOds } from './readers/readOds.ts'
import { readXlsx } from './readers/readXlsx.ts'
import { recogniseFile } from './readers/recogniseFile.ts'
import { Refusal, limits } from './readers/refusal.ts'

/**
 * Reads a workbook from disk as values: .xlsx and .xlsm of any program, and .csv; recognised by content, not by ending.
 * The file is only read, never written, and nothing that it points to is fetched. Whatever can't be read comes back as
 * an error that names the file and says what it really is and what to do.
 */
export async function readWorkbook(path: string): Promise<Result<Workbook, AppError>> {
  const bytes = await readBytes(path)
  return bytes.ok ? workbookOf(bytes.value, basename(path)) : bytes
}

/** The same for bytes that are already at hand (hashed, or read off the window's thread). */
export function workbookOf(bytes: Uint8Array, file: string): Result<Workbook, AppError> {
  try {
    const found = recogniseFile(bytes)
    if (found.kind === 'text') return ok(readCsv(bytes, file))
    return ok(found.kind === 'ods' ? readOds(found.pack) : readXlsx(found.pack))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return err({
      code: error.code,
      file,
      why: error.message,
      ...(error.sheet === undefined ? {} : { sheet: error.sheet }),
      ...(error.cell === undefined ? {} : { cell: error.cell }),
    })
  }
}

/** The bytes of a workbook, read once for its fingerprint and its content; or why they can't be had. */
export async function readBytes(path: string): Promise<Result<Uint8Array, AppError>> {
  const file = basename(path)
  try {
    const { size } = await stat(path)
    if (size > limits.fileBytes) {
      return err({
        code: 'too-large',
        file,
        why: 'it is larger than 50 MB. Delete pictures and unused sheets, save it again, and import that copy.',
      })
    }
    return ok(await readFile(path))
  } catch (error) {
    return err(fileError(path, file, (error as NodeJS.ErrnoException).code))
  }
}

function fileError(path: string, file: string, code: string | undefined): AppError {
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'file-missing', path }
  if (code === 'EBUSY' || code === 'EPERM' || code === 'EACCES') return { code: 'file-in-use', path }
  if (code === 'EISDIR') {
    return { code: 'workbook-unreadable', file, why: 'this is a folder. Choose the workbooks in it.' }
  }
  return {
    code: 'workbook-unreadable',
    file,
    why: `it could not be read from the disk (${code ?? 'unknown reason'}). Copy it to your own computer, then import that copy.`,
  }
}
