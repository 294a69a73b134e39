import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { daysBetween } from '../../shared/dates/overdue.ts'

/** Where the backups of a programme lie: beside it, so that whoever finds the file finds them. */
export const backupFolderOf = (path: string): string =>
  join(dirname(path), `${basename(path, '.desk')} backups`)

/**
 * Keeps a consistent copy of a programme as it is, once for each state of it, and thins out old ones.
 * `why` becomes part of the name ("opened", "before import"); `at` is an ISO date and time.
 */
export function backUp(db: Database.Database, path: string, why: string, at: string): string {
  const folder = backupFolderOf(path)
  mkdirSync(folder, { recursive: true })
  const revision = Number(db.prepare(`SELECT coalesce(max("id"), 0) FROM "batch"`).pluck().get())
  const same = readdirSync(folder).find(
    (name) => name.endsWith(`, state ${revision}.desk`) && !name.startsWith('.'),
  )
  if (same) return join(folder, same)
  const name = `${at.slice(0, 10)} ${at.slice(11, 16).replace(':', '.')} ${why}, state ${revision}.desk`
  copyTo(db, join(folder, name))
  for (const old of tooOld(readdirSync(folder), at.slice(0, 10))) rmSync(join(folder, old), { force: true })
  return join(folder, name)
}

/** Writes a consistent, complete copy through SQLite itself; never a half one under the name asked for. */
export function copyTo(db: Database.Database, out: string): void {
  const half = join(dirname(out), `.${basename(out)}.half`)
  rmSync(half, { force: true })
  db.prepare('VACUUM INTO ?').run(half)
  renameSync(half, out)
}

/**
 * Which backups may go: all of the last two days stay, then the newest of each day for 30 days, then the newest
 * of each month for ever. Takes names that begin with an ISO day; others are not ours and stay.
 */
export function tooOld(names: readonly string[], today: string): readonly string[] {
  const ours = names
    .filter((n) => /^\d{4}-\d{2}-\d{2} .*\.desk$/.test(n))
    .toSorted()
    .toReversed()
  const seen = new Set<string>()
  return ours.filter((name) => {
    const age = daysBetween(name.slice(0, 10), today)
    if (age < 2) return false
    const slot = age <= 30 ? name.slice(0, 10) : name.slice(0, 7)
    if (!seen.has(slot)) {
      seen.add(slot)
      return false
    }
    return true
  })
}
