import type { ChaseLedger, ChaseRecipient } from '../view/chase.ts'
import { sayDay } from '../view/sayDay.ts'

export type ChaseMail = {
  readonly subject: string
  /** As long as it needs to be: for copying. */
  readonly body: string
  /** The same as an address that a mail program opens, shortened where it would be longer than those take. */
  readonly mailto: string
}

/** Windows hands an address of 2,083 characters to a mail program, and none that is longer. */
export const longestMailto = 2000

/** The body that a mail program gets. */
export const mailBody = (mailto: string): string =>
  decodeURIComponent(mailto.slice(mailto.indexOf('&body=') + '&body='.length)).replaceAll('\r\n', '\n')

type Period = Pick<ChaseLedger, 'period' | 'programme' | 'today'>

/**
 * The e-mail to a recipient: the first request, or what is still missing: a reminder, unless a part came before the day. Plain text, no address: the programme holds posts, not addresses. The workbook has to be attached by hand.
 */
export function chaseMail(
  period: Period,
  recipient: ChaseRecipient,
  kind: 'request' | 'reminder',
): ChaseMail {
  const write = kind === 'request' ? requestOf : reminderOf
  const subject = subjectOf(period, recipient, kind)
  const full = write(period, recipient, Infinity, true)
  return { subject, body: full, mailto: mailtoOf(subject, bodies(period, recipient, write)) }
}

/** Nobody is reminded who has sent a part before the day it is wanted: the rest is asked for. */
function subjectOf(
  { programme, period, today }: Period,
  r: ChaseRecipient,
  kind: 'request' | 'reminder',
): string {
  if (kind === 'request') return `${programme}: your update for ${period.name}`
  return isEarly(r, today) && r.back.length > 0
    ? `${programme}: the rest of your update for ${period.name}`
    : `Reminder: ${programme}, your update for ${period.name}`
}

const isEarly = (r: ChaseRecipient, today: string): boolean => r.returnBy !== null && r.returnBy >= today

type Write = (period: Period, recipient: ChaseRecipient, most: number, withWords: boolean) => string

/** The same text with its lines in words, as refs only, and with ever fewer refs. */
function* bodies(period: Period, recipient: ChaseRecipient, write: Write): Generator<string> {
  yield write(period, recipient, Infinity, true)
  for (const most of [Infinity, 40, 20, 10, 5, 1]) yield write(period, recipient, most, false)
}

function mailtoOf(subject: string, texts: Iterable<string>): string {
  let last = ''
  for (const body of texts) {
    last = `mailto:?subject=${encoded(clipped(subject, 150))}&body=${encoded(body.replaceAll('\n', '\r\n'))}`
    if (last.length <= longestMailto) return last
  }
  // a name of several hundred letters outside English is all that gets here: cut between encoded characters
  return last.slice(0, longestMailto).replace(/(?:%[0-9A-F]{0,2})+$/u, '')
}

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed())

const clipped = (text: string, length: number): string =>
  [...text].length > length ? `${[...text].slice(0, length - 1).join('')}…` : text

function requestOf(
  { period, programme }: Period,
  r: ChaseRecipient,
  most: number,
  withWords: boolean,
): string {
  const { lines } = r
  const wanted = lines.filter((l) => l.answer === null)
  const covered = lines.length - wanted.length
  return letter(
    `Please tell us how ${lines.length === 1 ? 'your action' : `your ${lines.length} actions`} in the ${programme} ${lines.length === 1 ? 'stands' : 'stand'} for ${period.name}. The attached workbook${fileOf(r)} shows what we know so far beside the empty boxes.`,
    `Fill in the white boxes; where nothing has changed, put an x under “No change”. Then send the workbook back${r.returnBy === null ? '' : ` by ${sayDay(r.returnBy)}`}.`,
    ...(covered === 0
      ? []
      : [
          `${covered === 1 ? '1 of them has' : `${covered} of them have`} been answered by others since; nothing more is needed there.`,
        ]),
    ...(wanted.length === 0
      ? []
      : [
          listed(
            covered > 0 ? 'Still to answer' : lines.length === 1 ? 'The action' : 'The actions',
            wanted,
            most,
            withWords,
          ),
        ]),
  )
}

function reminderOf(
  { period, programme, today }: Period,
  r: ChaseRecipient,
  most: number,
  withWords: boolean,
): string {
  const missing = r.lines.filter((l) => l.answer === null)
  const asked = r.asked.at(-1)
  const since = asked ? `On ${sayDay(asked.on)} we` : 'We'
  const last = r.back[0]
  const few = missing.length < r.lines.length || r.back.length > 0
  const again = r.asked.length > 1
  return letter(
    `${since} asked for your update for ${period.name} in the ${programme}${again ? '' : `, with the workbook${fileOf(r)}`}. ${cameBack(r, last?.on, isEarly(r, today))}`,
    `${again ? `The attached workbook${fileOf(r)} asks for what was missing when it was made. Please fill it in` : few ? 'Please fill in what is missing' : 'Please fill it in'}; where nothing has changed, an x under “No change” is enough. ${whenBack(r, today)}`,
    listed(`Still without an answer: ${missing.length} of ${r.lines.length}`, missing, most, withWords),
  )
}

const fileOf = (r: ChaseRecipient): string => (r.asked[0] ? ` “${clipped(r.asked[0].file, 120)}”` : '')

function cameBack(r: ChaseRecipient, on: string | undefined, isEarlyStill: boolean): string {
  if (on === undefined) return 'We have not had it back yet.'
  return r.state === 'nothing-filled-in'
    ? `It came back on ${sayDay(on)} with nothing filled in.`
    : `Thank you for what you sent on ${sayDay(on)}; ${isEarlyStill ? 'the actions below are still to come' : 'some actions are still missing'}.`
}

function whenBack(r: ChaseRecipient, today: string): string {
  if (r.returnBy === null) return 'Please send it back as soon as you can.'
  return r.returnBy < today
    ? `It was due on ${sayDay(r.returnBy)}; please send it back as soon as you can.`
    : `Please send it back by ${sayDay(r.returnBy)}.`
}

function listed(
  title: string,
  lines: readonly { readonly ref: string; readonly action: string }[],
  most: number,
  withWords: boolean,
): string {
  if (withWords)
    return [
      `${title}:`,
      ...lines.map((l) => `${l.ref}  ${clipped(l.action.replaceAll(/\s+/gu, ' '), 90)}`),
    ].join('\n')
  const left = lines.length - most
  const refs = lines.slice(0, most).map((l) => l.ref)
  return `${title}: ${refs.join(', ')}${left > 0 ? ` and ${left} more, as the workbook shows` : ''}.`
}

const letter = (...paragraphs: readonly string[]): string =>
  ['Dear colleague,', ...paragraphs, 'Thank you.'].join('\n\n')
