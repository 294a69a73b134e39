import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import type { HandedOut, MailChoice } from '../../shared/ipc/issueCalls.ts'
import { chaseMail, mailBody, type ChaseMail } from '../../shared/issue/chaseMail.ts'
import { backUp } from '../db/backups.ts'
import { loadIssued } from '../db/issuedTable.ts'
import { basename } from 'node:path'
import { commitIssue } from '../issue/commitIssue.ts'
import { issueOptionsOf } from '../issue/issueOptionsOf.ts'
import { loadLedger, periodName } from '../issue/loadLedger.ts'
import { prepareIssue, type Drawn, type PreparedIssue } from '../issue/prepareIssue.ts'
import { prepareReissue } from '../issue/prepareReissue.ts'
import { saveMissing } from '../issue/saveMissing.ts'
import type { Deps } from './deps.ts'
import type { Session } from './session.ts'

type Calls =
  | 'issue.options'
  | 'issue.write'
  | 'chase.ledger'
  | 'chase.reissue'
  | 'chase.saveMissing'
  | 'chase.mail'
  | 'chase.openMail'
  | 'chase.copyMail'

/** Workbooks out, and who has answered. */
export function issueHandlers(deps: Deps, session: Session): Pick<Handlers, Calls> {
  const handOut = async (isAgain: boolean, prepare: Prepare) => {
    const done = await writeOut(deps, session, prepare)
    return done && { ...done, isAgain }
  }
  const ledgerOf = (period: string) => loadLedger(session.file().db, session.programme(), period)
  const mailOf = (choice: MailChoice) => mailTo(ledgerOf(choice.period), choice)
  return {
    'issue.options': () => issueOptionsOf(session.file().db, session.programme()),
    'issue.write': ({ period, by, recipients, returnBy }) =>
      handOut(false, (drawn) =>
        prepareIssue(
          session.file().db,
          { period, by, group: null, lead: null, only: recipients, returnBy },
          session.programme().today,
          drawn,
        ),
      ),
    'chase.ledger': ({ period }) => {
      const p = session.programme()
      const labels = [...new Set(loadIssued(session.file().db).map((i) => i.period))]
      const wanted = labels.find((l) => l === period) ?? labels[0]
      return {
        periods: labels.map((label) => ({ label, name: periodName(p, label) })),
        ledger: wanted === undefined ? null : ledgerOf(wanted),
      }
    },
    'chase.reissue': ({ period, recipients, returnBy }) =>
      handOut(true, (drawn) => {
        const asked = ledgerOf(period).recipients.filter((r) =>
          recipients.some((w) => w.by === r.by && w.name === r.name),
        )
        return prepareReissue(session.file().db, session.programme(), asked, { period, returnBy }, drawn)
      }),
    'chase.saveMissing': async ({ period }) => {
      const ledger = ledgerOf(period)
      const out = await deps.desk.chooseSavePath(`Without an answer, ${ledger.period.name}`, 'xlsx')
      if (out === null) return null
      await saveMissing(ledger, session.programme().programme.marking, out)
      return { out }
    },
    'chase.mail': (choice) => {
      const { subject, body, mailto, file } = mailOf(choice)
      return { subject, body, isShortened: mailBody(mailto) !== body, file }
    },
    'chase.openMail': async (choice) => {
      await deps.desk.openMail(mailOf(choice).mailto)
      return null
    },
    'chase.copyMail': async (choice) => {
      const { subject, body } = mailOf(choice)
      await deps.desk.copyText(`${subject}\n\n${body}`)
      return null
    },
  }
}

type Prepare = (drawn: Drawn) => Promise<PreparedIssue>

/** Asks for the folder, draws, writes and records; all or nothing. */
async function writeOut(
  deps: Deps,
  session: Session,
  prepare: Prepare,
): Promise<Omit<HandedOut, 'isAgain'> | null> {
  const before = session.file()
  const folder = await deps.desk.chooseFolder('Choose a folder for the workbooks')
  if (folder === null) return null
  const prepared = await prepare((done, total, file) => deps.tell({ kind: 'issuing', done, total, file }))
  const { db, path } = session.file()
  if (path !== before.path) throw new Failure({ code: 'cancelled' })
  const writer = session.writer()
  backUp(db, path, 'before issue', writer.at)
  const { issued } = notStale(() => commitIssue(db, prepared, folder, writer))
  return {
    folder,
    period: { label: prepared.period.label, name: prepared.period.name },
    returnBy: prepared.returnBy,
    issued: issued.map(({ id, file, to, actions }, i) => ({
      id,
      by: prepared.workbooks[i]?.by ?? 'lead',
      name: to,
      file: basename(file),
      path: file,
      actions,
    })),
  }
}

/** Somebody went on working while the workbooks were drawn: what was drawn is not what the programme says now. */
function notStale<T>(commit: () => T): T {
  try {
    return commit()
  } catch (e) {
    if (!(e instanceof Failure) || e.error.code !== 'stale-plan') throw e
    const message =
      'The programme changed while the workbooks were drawn. Hand them out again. Nothing was written.'
    throw new Failure({ code: 'invalid-input', where: 'issue', message })
  }
}

function mailTo(
  ledger: ReturnType<typeof loadLedger>,
  { by, name, kind }: MailChoice,
): ChaseMail & { file: string } {
  const recipient = ledger.recipients.find((r) => r.by === by && r.name === name)
  if (!recipient) throw new Failure({ code: 'not-found', what: `the recipient “${name}”` })
  return { ...chaseMail(ledger, recipient, kind), file: recipient.asked[0]?.file ?? '' }
}
