import { daysBetween } from '../dates/isoDay.ts'
import { indexLeadNames, type LeadNames } from '../import/leadNames.ts'
import { bareWording } from '../import/wording.ts'
import type { ChaseLedger, ChaseLine, ChaseRecipient, ChaseState, HowAnswered } from '../view/chase.ts'
import type { Programme } from '../view/programme.ts'
import { laterDay } from './askAgainBy.ts'
import { sayLedger } from './sayLedger.ts'

/** A workbook that was handed out. */
export type AskedWorkbook = {
  readonly id: string
  readonly by: 'lead' | 'group'
  readonly recipient: string
  readonly file: string
  /** ISO date and time. */
  readonly at: string
  readonly actor: string
  readonly returnBy: string | null
  readonly rows: readonly { readonly actionId: string; readonly ref: string }[]
}

/** A workbook that came back and is in effect: the return of an issued one, or a tracker of the sender's own. */
export type ReturnedWorkbook = {
  readonly importId: string
  readonly file: string
  readonly at: string
  readonly issuedId: string | null
  readonly sender: string | null
  /** The actions that it answers, and how. */
  readonly answers: ReadonlyMap<string, HowAnswered>
}

/**
 * Who was asked in a period, what came back and what did not. A line counts as answered by its recipient's own workbooks,
 * by a tracker that the recipient sent, and by a tracker whose sender is none of those asked; an answer that another
 * recipient gave to a shared action is shown, and no longer waited for, but does not make anybody's workbook returned.
 * Takes both lists newest first; gives recipients in the order in which they were first asked.
 */
export function makeLedger(
  p: Programme,
  period: ChaseLedger['period'],
  asked: readonly AskedWorkbook[],
  back: readonly ReturnedWorkbook[],
): ChaseLedger {
  const leads = indexLeadNames(p)
  const groups = new Map<string, AskedWorkbook[]>()
  for (const one of asked.toReversed()) {
    const key = recipientKey(one, leads)
    groups.set(key, [one, ...(groups.get(key) ?? [])])
  }
  const owners = ownersOf(groups, back, leads)
  const recipients = [...groups]
    .map(([key, own]) => recipientOf(p, key, own, back, owners))
    .filter((r) => r.lines.length > 0)
  const actions = new Map<string, boolean>()
  for (const { lines } of recipients)
    for (const l of lines) actions.set(l.actionId, (actions.get(l.actionId) ?? false) || l.answer !== null)
  const counted = {
    recipients,
    counts: countStates(recipients),
    late: recipients.filter((r) => r.isLate).length,
    actions: actions.size,
    answered: [...actions.values()].filter(Boolean).length,
  }
  return {
    period,
    programme: p.programme.name,
    today: p.today,
    ...counted,
    summary: [...sayLedger(counted)],
  }
}

const recipientKey = (one: Pick<AskedWorkbook, 'by' | 'recipient'>, leads: LeadNames): string =>
  one.by === 'lead' ? `lead ${leads.keyOf(one.recipient)}` : `group ${bareWording(one.recipient)}`

/** Who gave each return: the key of a recipient, or null where it can be said of nobody. */
function ownersOf(
  groups: ReadonlyMap<string, readonly AskedWorkbook[]>,
  back: readonly ReturnedWorkbook[],
  leads: LeadNames,
): ReadonlyMap<string, string | null> {
  const byIssue = new Map([...groups].flatMap(([key, own]) => own.map((o) => [o.id, key] as const)))
  return new Map(
    back.map((r) => {
      if (r.issuedId !== null) return [r.importId, byIssue.get(r.issuedId) ?? null]
      const { sender } = r
      const keys =
        sender === null
          ? []
          : (['lead', 'group'] as const).map((by) => recipientKey({ by, recipient: sender }, leads))
      return [r.importId, keys.find((k) => groups.has(k)) ?? null]
    }),
  )
}

function recipientOf(
  p: Programme,
  key: string,
  asked: readonly AskedWorkbook[],
  back: readonly ReturnedWorkbook[],
  owners: ReadonlyMap<string, string | null>,
): ChaseRecipient {
  const newest = asked[0]
  if (!newest) throw new Error('a recipient without a workbook')
  const ownerOf = (r: ReturnedWorkbook): string | null => owners.get(r.importId) ?? null
  const wanted = new Map(asked.flatMap((a) => a.rows.map((r) => [r.actionId, r.ref] as const)))
  const theirs = back.filter((r) => {
    const owner = ownerOf(r)
    return owner === key || (owner === null && [...r.answers.keys()].some((id) => wanted.has(id)))
  })
  const others = back.filter((r) => !theirs.includes(r))
  const lines = p.actions
    .filter((e) => wanted.has(e.action.id))
    .map((e): ChaseLine => {
      const { id, ref, action } = e.action
      const lastUpdate = e.updates[0]?.at.slice(0, 10) ?? null
      return {
        actionId: id,
        ref,
        action,
        answer: answerIn(theirs, id, false) ?? answerIn(others, id, true),
        lastUpdate,
        ageDays: lastUpdate === null ? null : daysBetween(lastUpdate, p.today),
      }
    })
  const missing = lines.filter((l) => l.answer === null).map((l) => l.ref)
  const state = stateOf(lines, theirs.length > 0)
  // a second asking gives nobody less time than the first
  const returnBy = asked.reduce<string | null>((last, a) => laterDay(last, a.returnBy), null)
  return {
    by: newest.by,
    name: newest.recipient,
    state,
    isLate: missing.length > 0 && returnBy !== null && returnBy < p.today,
    returnBy,
    asked: asked.map(({ id, file, at, actor }) => ({ issuedId: id, file, on: dayOf(at), actor })),
    back: theirs.map(({ importId, file, at }) => ({ importId, file, on: dayOf(at) })),
    lines,
    missing,
  }
}

function answerIn(
  back: readonly ReturnedWorkbook[],
  actionId: string,
  isOther: boolean,
): ChaseLine['answer'] {
  for (const r of back) {
    const how = r.answers.get(actionId)
    if (how) return { how, file: r.file, on: dayOf(r.at), other: isOther ? (r.sender ?? r.file) : null }
  }
  return null
}

function stateOf(lines: readonly ChaseLine[], cameBack: boolean): ChaseState {
  const own = lines.filter((l) => l.answer !== null && l.answer.other === null)
  const missing = lines.filter((l) => l.answer === null)
  if (missing.length > 0) {
    if (own.length > 0) return 'partly'
    return cameBack ? 'nothing-filled-in' : 'silent'
  }
  if (own.length === 0) return cameBack ? 'nothing-filled-in' : 'covered'
  return own.every((l) => l.answer?.how === 'no-change') ? 'no-change' : 'returned'
}

function countStates(recipients: readonly ChaseRecipient[]): ChaseLedger['counts'] {
  const of = (state: ChaseState): number => recipients.filter((r) => r.state === state).length
  return {
    returned: of('returned'),
    'no-change': of('no-change'),
    partly: of('partly'),
    'nothing-filled-in': of('nothing-filled-in'),
    covered: of('covered'),
    silent: of('silent'),
  }
}

const dayOf = (at: string): string => at.slice(0, 10)
