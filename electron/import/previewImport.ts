import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Failure, sayError, type AppError } from '../../shared/errors.ts'
import type { ParsedCopy } from '../../shared/copy/copyHistory.ts'
import type { ImportPlan } from '../../shared/import/importPlan.ts'
import type { RefusedFile } from '../../shared/import/previewDocument.ts'
import type { Notice } from '../../shared/ipc/notices.ts'
import type { ParseContext } from '../../shared/workbook/parseTracker.ts'
import { isDatabase, readCopy } from '../copy/readCopy.ts'
import { loadRows } from '../db/loadTables.ts'
import { loadMappings } from '../db/mappingsTable.ts'
import type { ReadDb } from '../db/types.ts'
import { parseWorkbook, type Mappings } from './parseWorkbook.ts'
import { planImport, type ImportOptions, type ParsedFile } from './planImport.ts'
import { readBytes, workbookOf } from './readWorkbook.ts'
import { workbooksAt } from './workbooksAt.ts'

/** How far a preview is: files read of all, the file at hand, and what is being done. */
export type ImportProgress = Omit<Extract<Notice, { kind: 'progress' }>, 'kind' | 'task'>

/** Who follows a preview: is told how far it is, and can stop it between two workbooks. */
export type Follower = {
  readonly onProgress?: (progress: ImportProgress) => void
  readonly signal?: AbortSignal
}

/**
 * Reads workbooks (files, and folders of them), matches their rows and merges them with the programme; writes nothing. A
 * workbook that cannot be read has its error in its place, the others go on. Fails with 'invalid-input' for a period that is
 * not a month, and with 'cancelled' where the follower stopped it.
 */
export async function previewImport(
  db: ReadDb,
  paths: readonly string[],
  options: ImportOptions,
  follower: Follower = {},
): Promise<ImportPlan> {
  if (options.period !== null && !/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(options.period))
    throw new Failure({
      code: 'invalid-input',
      where: 'period',
      message: `“${options.period}” is not a month. Write the period as in 2020-02.`,
    })
  const context = contextFor(db, options.today)
  const found = await filesOf(paths)
  const all = found.filter((f) => typeof f === 'string')
  const mappings: Mappings = {
    kept: loadMappings(db),
    name: options.mapping ?? null,
    sender: options.sender,
    corrected: [],
  }
  const files: (ParsedFile | ParsedCopy | RefusedFile)[] = []
  const lying = new Map<string, string>()
  const total = found.length
  for (const at of found) {
    const file = typeof at === 'string' ? nameOf(at, all) : at.file
    follower.onProgress?.({ done: files.length, total, file, step: 'reading' })
    await letStop(follower)
    files.push(typeof at === 'string' ? await readFileAt(db, at, file, context, mappings) : at)
    if (typeof at === 'string') lying.set(file, at)
  }
  follower.onProgress?.({ done: total, total, file: files.at(-1)?.file ?? '', step: 'matching' })
  await letStop(follower)
  const plan = planImport(db, files, { ...options, sender: options.sender?.trim() || null }, lying)
  await letStop(follower)
  return plan
}

/** What reading needs to know of the programme: when it began, and its scale. */
function contextFor(db: ReadDb, today: string): ParseContext {
  const startedOn = loadRows(db, 'programme').find((p) => p.retiredAt === null)?.startedOn
  if (startedOn === undefined) throw new Error('a programme file without a programme row')
  return { startedOn, today, scale: loadRows(db, 'scaleStep').filter((s) => s.retiredAt === null) }
}

/** Lets what waits (a signal, a stop) come in, and stops where it says so. */
async function letStop({ signal }: Follower): Promise<void> {
  if (!signal) return
  await setImmediate()
  if (signal.aborted) throw new Failure({ code: 'cancelled' })
}

/** The workbooks at all paths, each once; a folder without any is refused in its place. */
async function filesOf(paths: readonly string[]): Promise<readonly (string | RefusedFile)[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      const at = await workbooksAt(path)
      return at.ok ? at.value : [refused(basename(path), at.error)]
    }),
  )
  return [...new Set(found.flat())]
}

/** A file's name; the whole path only where two files of a batch have the same name. */
function nameOf(path: string, all: readonly string[]): string {
  const name = basename(path)
  return all.filter((p) => basename(p) === name).length > 1 ? path : name
}

/** One file of a batch, read and parsed; a workbook that cannot be read with its error in its place. */
export async function readFileAt(
  db: ReadDb,
  path: string,
  file: string,
  context: ParseContext,
  mappings: Mappings,
): Promise<ParsedFile | ParsedCopy | RefusedFile> {
  if (isDatabase(path)) return readCopy(db, path, file)
  const bytes = await readBytes(path)
  if (!bytes.ok) return refused(file, bytes.error)
  const read = workbookOf(bytes.value, basename(path))
  if (!read.ok) return refused(file, read.error)
  const parsed = parseWorkbook(read.value, file, context, mappings)
  if (!parsed.ok) return refused(file, parsed.error)
  const sha256 = createHash('sha256').update(bytes.value).digest('hex')
  return { file, path, sha256, ...parsed.value }
}

const refused = (file: string, error: AppError): RefusedFile => ({
  file,
  error: { code: error.code, message: sayError(error) },
})
