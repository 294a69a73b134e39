import { Failure } from '../../shared/errors.ts'
import { isWaitedFor, type ChaseLedger } from '../../shared/view/chase.ts'
import { writeAtomically } from '../export/writeAtomically.ts'
import { drawMissing } from './drawMissing.ts'

/** Writes the workbook of who is missing; fails with a sentence where nobody is, or where it cannot be written. */
export async function saveMissing(ledger: ChaseLedger, marking: string, path: string): Promise<void> {
  if (!ledger.recipients.some(isWaitedFor))
    throw new Failure({
      code: 'invalid-input',
      where: 'out',
      message: `Everybody who was asked for ${ledger.period.name} has answered, so there is nobody to list.`,
    })
  const written = await writeAtomically(path, await drawMissing(ledger, marking))
  if (!written.ok) throw new Failure(written.error)
}
