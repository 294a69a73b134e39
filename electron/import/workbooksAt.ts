import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { AppError } from '../../shared/errors.ts'
import { maybeCopy } from '../copy/readCopy.ts'
import { err, ok, type Result } from '../../shared/result.ts'

/** Endings of spreadsheets, also of those that are refused with a sentence: so that no return is passed over unseen. */
const spreadsheets: ReadonlySet<string> = new Set(
  ['xlsx', 'xlsm', 'xltx', 'xls', 'xlsb', 'ods', 'csv', 'tsv'].map((e) => `.${e}`),
)

const byName = new Intl.Collator('en-GB', { numeric: true })

/**
 * The returns at a path: the file itself or, for a folder, the spreadsheets and group copies in it and in the folders directly
 * in it, by name. A programme that is no copy is left out, as the open one and its backups may lie there; a programme file that
 * cannot be read is not, for the reader to say so. What Excel and the system keep for themselves (names that begin with “~$” or a dot) is left out. A path that does not
 * exist comes back as it is, for the reader to say so; a folder without any is an error that says so.
 */
export async function workbooksAt(path: string): Promise<Result<readonly string[], AppError>> {
  if (!(await isFolder(path))) return ok([path])
  const top = await listFolder(path)
  const below = await Promise.all(top.folders.map(listFolder))
  const found = [...top.files, ...below.flatMap((f) => f.files)]
  if (found.length > 0) return ok(found)
  return err({
    code: 'workbook-unreadable',
    file: basename(path),
    why: 'there are no workbooks and no group copies in this folder, nor in the folders directly in it. Choose the folder that holds what came back.',
  })
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

type Folder = { readonly files: readonly string[]; readonly folders: readonly string[] }

/** A folder that may not be looked into holds nothing that could be read. */
async function listFolder(path: string): Promise<Folder> {
  try {
    const entries = (await readdir(path, { withFileTypes: true }))
      .filter((e) => !e.name.startsWith('.') && !e.name.startsWith('~$'))
      .toSorted((a, b) => byName.compare(a.name, b.name))
    const isSheet = (name: string): boolean => spreadsheets.has(extname(name).toLowerCase())
    const isProgramme = (name: string): boolean => extname(name).toLowerCase() === '.desk'
    return {
      files: entries
        .filter((e) => !e.isDirectory() && (isSheet(e.name) || isProgramme(e.name)))
        .map((e) => join(path, e.name))
        .filter((at) => !isProgramme(at) || maybeCopy(at)),
      folders: entries.filter((e) => e.isDirectory()).map((e) => join(path, e.name)),
    }
  } catch {
    return { files: [], folders: [] }
  }
}
