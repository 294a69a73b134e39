import type { ChaseLedger } from '../view/chase.ts'

type Counted = Pick<ChaseLedger, 'recipients' | 'counts' | 'late' | 'actions' | 'answered'>

/** How a period's answers stand, in sentences: who, how many late, how many lines, how old they are. */
export function sayLedger({ recipients, counts: c, late, actions, answered }: Counted): readonly string[] {
  const parts = [
    c.returned > 0 ? `${c.returned} returned` : '',
    c['no-change'] > 0 ? `${c['no-change']} said “no change”` : '',
    c.partly > 0 ? `${c.partly} returned in part` : '',
    c['nothing-filled-in'] > 0 ? `${c['nothing-filled-in']} returned with nothing filled in` : '',
    c.covered > 0 ? `${c.covered} answered for by others` : '',
    c.silent > 0 ? `${c.silent} silent` : '',
  ].filter(Boolean)
  const asked = recipients.length
  const waited = recipients.filter((r) => r.missing.length > 0).length
  return [
    `${asked} asked: ${parts.join(', ')}.`,
    ...(late > 0
      ? [`${late === waited ? 'All who are waited for are' : late === 1 ? '1 is' : `${late} are`} late.`]
      : []),
    answered === actions
      ? `All ${actions} actions have an answer.`
      : `${answered} of ${actions} actions have an answer.`,
    ...sayOpen(recipients),
    ...sayAges(recipients),
  ]
}

function sayOpen(recipients: Counted['recipients']): readonly string[] {
  const open = new Set(
    recipients.flatMap((r) => r.lines.filter((l) => l.answer?.how === 'open').map((l) => l.actionId)),
  ).size
  return open > 0 ? [`Of these, ${open} ${open === 1 ? 'waits' : 'wait'} for a decision of yours.`] : []
}

function sayAges(recipients: Counted['recipients']): readonly string[] {
  const lines = [...new Map(recipients.flatMap((r) => r.lines).map((l) => [l.actionId, l])).values()]
  const never = lines.filter((l) => l.ageDays === null).length
  const oldest = Math.max(-1, ...lines.map((l) => l.ageDays ?? -1))
  return [
    ...(oldest > 0 ? [`The oldest last update is ${oldest === 1 ? '1 day' : `${oldest} days`} old.`] : []),
    ...(never > 0 ? [`${never} ${never === 1 ? 'has' : 'have'} no update yet.`] : []),
  ]
}
