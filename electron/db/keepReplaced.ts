import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { backupFolderOf } from './backups.ts'
import { takeLock } from './lock.ts'
import { guarded } from './openFile.ts'
import type { Writer } from './openProgramme.ts'

/**
 * Moves a file that a person agreed to replace into the backups folder beside it, where it stays for good: a wrong
 * click in a dialog must not cost a programme. Fails with 'locked' where somebody has it open, or 'cannot-write'.
 */
export function keepReplaced(path: string, writer: Writer): string {
  const lock = takeLock(path, writer.actor, writer.at)
  try {
    return guarded(path, () => {
      const folder = backupFolderOf(path)
      mkdirSync(folder, { recursive: true })
      const kept = join(folder, `Replaced ${writer.at.replaceAll(':', '.').replace('T', ' ')}.desk`)
      renameSync(path, kept)
      return kept
    })
  } finally {
    lock.release()
  }
}
