import { z } from 'zod'
import { assertNever } from './result.ts'
import { sayMoment } from './view/sayMoment.ts'

/** Where in a workbook something stands: sheet and cell where there is one. */
const place = { file: z.string(), sheet: z.string().optional(), cell: z.string().optional() }

/** Something that a screening for the public found: what kind, where in the paper, the words. */
export const paperFinding = z.object({ code: z.string(), where: z.string(), text: z.string() })

/** Everything that can be refused, as values: the window and the command line word them with `sayError`. */
export const appError = z.discriminatedUnion('code', [
  z.object({ code: z.literal('invalid-input'), where: z.string(), message: z.string().optional() }),
  z.object({ code: z.literal('usage'), message: z.string() }),
  z.object({ code: z.literal('no-programme') }),
  z.object({ code: z.literal('file-missing'), path: z.string() }),
  z.object({ code: z.literal('file-exists'), path: z.string() }),
  z.object({ code: z.literal('file-in-use'), path: z.string() }),
  z.object({ code: z.literal('cannot-write'), path: z.string(), why: z.string() }),
  z.object({ code: z.literal('not-ours'), path: z.string() }),
  z.object({ code: z.literal('damaged'), path: z.string(), why: z.string() }),
  z.object({ code: z.literal('newer-file'), path: z.string() }),
  z.object({ code: z.literal('locked'), path: z.string(), owner: z.string(), since: z.string() }),
  z.object({ code: z.literal('workbook-unreadable'), ...place, why: z.string() }),
  z.object({ code: z.literal('no-plan-table'), ...place, why: z.string() }),
  z.object({ code: z.literal('too-large'), ...place, why: z.string() }),
  z.object({ code: z.literal('stale-plan') }),
  z.object({ code: z.literal('overtaken'), what: z.string() }),
  z.object({ code: z.literal('reason-needed'), what: z.string() }),
  z.object({ code: z.literal('not-found'), what: z.string() }),
  z.object({ code: z.literal('already-there'), what: z.string() }),
  z.object({ code: z.literal('nothing-to-undo') }),
  z.object({ code: z.literal('newest-is-import'), what: z.string() }),
  z.object({ code: z.literal('cancelled') }),
  /** A paper for the public would say what could tell who somebody is. */
  z.object({
    code: z.literal('private-data'),
    findings: z.array(paperFinding),
  }),
  z.object({ code: z.literal('internal'), reference: z.string() }),
])
export type AppError = z.infer<typeof appError>

/** Thrown inside the core to leave a transaction; `dispatch` and the command line turn it into its value. */
export class Failure extends Error {
  readonly error: AppError
  constructor(error: AppError) {
    super(sayError(error))
    this.error = error
  }
}

type At = { readonly file: string; readonly sheet?: string | undefined; readonly cell?: string | undefined }

const at = (e: At): string =>
  `“${e.file}”${e.sheet ? `, sheet “${e.sheet}”` : ''}${e.cell ? `, cell ${e.cell}` : ''}`

/** A sentence for people: what was refused, where, and what to do. */
export function sayError(e: AppError): string {
  switch (e.code) {
    case 'invalid-input':
      return (
        e.message ?? `Something in this request is not as it should be (${e.where}). Nothing was changed.`
      )
    case 'usage':
      return e.message
    case 'no-programme':
      return 'No programme is open. Open one, or start the sample programme.'
    case 'file-missing':
      return `There is no file at “${e.path}”. Check the name, or choose the file again.`
    case 'file-exists':
      return `“${e.path}” is there already. Choose another name; nothing was overwritten.`
    case 'file-in-use':
      return `“${e.path}” is open in another program. Close it there, then try again.`
    case 'cannot-write':
      return `“${e.path}” could not be written (${e.why}). Choose another folder, or make room on the disk; nothing was changed.`
    case 'not-ours':
      return `“${e.path}” is not a SEND Improvement Desk programme. Choose a file that ends in .desk.`
    case 'damaged':
      return `“${e.path}” is damaged (${e.why}). Open the newest file in the backups folder beside it; nothing was changed.`
    case 'newer-file':
      return `“${e.path}” was saved by a newer version of SEND Improvement Desk. Install the newest version to open it; nothing was changed.`
    case 'locked':
      return `“${e.path}” is being changed by ${e.owner}${e.since === '' ? '' : ` since ${sayMoment(e.since)}`}. Close it there first. If nobody has it open any more, delete the file “${e.path}.lock” beside it. Nothing was changed.`
    case 'workbook-unreadable':
    case 'no-plan-table':
    case 'too-large':
      return `${at(e)}: ${e.why}`
    case 'stale-plan':
      return 'The programme changed after this preview. Preview the workbooks again, then commit.'
    case 'overtaken':
      return `${capital(e.what)} has been changed since you opened it. Look at the newer value, then try again; nothing was overwritten.`
    case 'reason-needed':
      return `${capital(e.what)} needs a reason. Write one sentence, then save.`
    case 'not-found':
      return `${capital(e.what)} was not found. Check the spelling.`
    case 'private-data':
      return `This paper is for the public, and ${e.findings.length === 1 ? 'one place' : `${e.findings.length} places`} in it could tell who somebody is. Look at each and reword it in the programme, or accept ${e.findings.length === 1 ? 'it' : 'them'} if the public may read ${e.findings.length === 1 ? 'it' : 'them'}. Nothing was written.`
    case 'already-there':
      return `${capital(e.what)} is there already. Choose another name.`
    case 'nothing-to-undo':
      return 'There is nothing to undo.'
    case 'newest-is-import':
      return `The last thing done was the ${e.what}. Take it back under Collect updates, Past imports; nothing was undone.`
    case 'cancelled':
      return 'Stopped. Nothing was read into the programme.'
    case 'internal':
      return `Something went wrong inside the app; nothing was changed. The log has the details under ${e.reference}.`
    default:
      return assertNever(e)
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
