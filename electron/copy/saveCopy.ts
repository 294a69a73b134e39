import { existsSync, realpathSync } from 'node:fs'
import { Failure } from '../../shared/errors.ts'
import { copyTo } from '../db/backups.ts'
import { keepReplaced } from '../db/keepReplaced.ts'
import { guarded } from '../db/openFile.ts'
import type { Writer } from '../db/openProgramme.ts'
import type { WriteDb } from '../db/types.ts'

/**
 * Saves a group copy as it is now under another name, complete by itself, to be sent back while the chair works on.
 * Fails with a sentence where that is the file that is open, and with 'cannot-write'.
 */
export function saveCopy(db: WriteDb, out: string, writer: Writer): void {
  if (existsSync(out) && realpathSync(out) === realpathSync(db.name))
    throw new Failure({
      code: 'invalid-input',
      where: 'out',
      message: 'That is the copy that is open. Choose another name or folder for the file to send.',
    })
  if (existsSync(out)) keepReplaced(out, writer)
  guarded(out, () => copyTo(db, out))
}
