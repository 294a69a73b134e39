import { Failure } from '../../shared/errors.ts'
import type { ChaseRecipient } from '../../shared/view/chase.ts'
import type { Programme } from '../../shared/view/programme.ts'
import type { ReadDb } from '../db/types.ts'
import { prepareWorkbooks, type Drawn, type IssueFor, type PreparedIssue } from './prepareIssue.ts'

/**
 * Draws new workbooks for recipients who are still waited for, each with only the actions that nobody has answered, under a
 * name of their own ("… (reminder).xlsx"). What was handed out before stays valid: both may come back.
 */
export async function prepareReissue(
  db: ReadDb,
  p: Programme,
  waitedFor: readonly ChaseRecipient[],
  wanted: IssueFor,
  drawn?: Drawn,
): Promise<PreparedIssue> {
  const recipients = waitedFor.flatMap(({ by, name, lines, asked }) => {
    const entries = lines.flatMap((l) => (l.answer === null ? (p.actionById.get(l.actionId) ?? []) : []))
    const again = asked.length > 1 ? `reminder ${asked.length}` : 'reminder'
    return entries.length === 0 ? [] : [{ by, name, entries, fileStem: `${name.slice(0, 80)} (${again})` }]
  })
  if (recipients.length === 0)
    throw new Failure({
      code: 'invalid-input',
      where: 'recipients',
      message: 'All of them have answered, so there is nothing to ask again. Nothing was issued.',
    })
  return prepareWorkbooks(db, p, { recipients, withoutLead: [] }, wanted, drawn)
}
