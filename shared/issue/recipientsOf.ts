import type { AppError } from '../errors.ts'
import { indexLeadNames, placeOf, type LeadNames } from '../import/leadNames.ts'
import { bareWording } from '../import/wording.ts'
import { err, ok, type Result } from '../result.ts'
import type { ActionEntry, Programme } from '../view/programme.ts'

export type IssueRequest = {
  readonly by: 'lead' | 'group'
  /** Only this group's actions. */
  readonly group: number | null
  /** Only this lead's actions, in any spelling that the programme knows; without a place, at every place. */
  readonly lead: string | null
  /** Only these, by the names that `recipientsOf` gives them; all where it is left out. */
  readonly only?: readonly string[]
}

/** Somebody who gets a workbook. */
export type Recipient = {
  readonly by: 'lead' | 'group'
  /** The lead's post or the group's name. */
  readonly name: string
  /** In plan order. */
  readonly entries: readonly ActionEntry[]
}

export type Recipients = {
  readonly recipients: readonly Recipient[]
  /** Refs of actions that nobody leads: no lead's workbook has them. */
  readonly withoutLead: readonly string[]
}

/**
 * Who is asked about what: every lead gets all actions that they lead, alone or with others. Fails with 'not-found' for a
 * group or lead that the plan does not have, and with a sentence where there is nothing to issue.
 */
export function recipientsOf(p: Programme, request: IssueRequest): Result<Recipients, AppError> {
  const leads = indexLeadNames(p)
  const { group, lead } = request
  if (group !== null && !p.groups.some((g) => g.group.number === group))
    return err({ code: 'not-found', what: `working group ${group}` })
  const isWanted = lead === null ? () => true : leadTest(lead, leads)
  const led = p.actions.filter((e) => lead === null || e.leads.some((l) => isWanted(l.printed)))
  if (lead !== null && led.length === 0) return err({ code: 'not-found', what: `the lead “${lead}”` })
  const entries = led.filter((e) => group === null || e.group.number === group)
  const all = request.by === 'group' ? byGroup(entries) : byLead(entries, leads, isWanted)
  const unknown = request.only?.find((name) => !all.some((r) => r.name === name))
  if (unknown !== undefined) return err({ code: 'not-found', what: `the recipient “${unknown}”` })
  const recipients = all.filter((r) => request.only?.includes(r.name) ?? true)
  if (recipients.length === 0) return err(nothing(request, entries))
  return ok({
    recipients,
    withoutLead:
      request.by === 'group' ? [] : entries.filter((e) => e.leads.length === 0).map((e) => e.action.ref),
  })
}

const nothing = (request: IssueRequest, entries: readonly ActionEntry[]): AppError => ({
  code: 'invalid-input',
  where: 'issue',
  message:
    entries.length > 0
      ? 'None of these actions has a lead. Name their leads in the work plan, or issue them by group. Nothing was issued.'
      : `There is no action to ask about${request.lead !== null && request.group !== null ? ' of this lead in this group' : ''}. Nothing was issued.`,
})

function leadTest(wanted: string, leads: LeadNames): (printed: string) => boolean {
  const key = leads.keyOf(wanted)
  const post = leads.postOf(wanted)
  const anyPlace = placeOf(wanted) === null
  return (printed) => {
    if (leads.keyOf(printed) === key) return true
    const own = leads.postOf(printed)
    if (!anyPlace || own === null) return false
    return own.id === post?.id || bareWording(own.title) === bareWording(wanted)
  }
}

function byGroup(entries: readonly ActionEntry[]): readonly Recipient[] {
  return gather(entries, 'group', (e) => [{ key: e.group.id, name: `WG${e.group.number} ${e.group.name}` }])
}

/** A post at a place is one lead, however it is spelled; it is named as the plan spells it first. */
function byLead(
  entries: readonly ActionEntry[],
  leads: LeadNames,
  isWanted: (printed: string) => boolean,
): readonly Recipient[] {
  return gather(entries, 'lead', (e) =>
    e.leads
      .filter((l) => isWanted(l.printed))
      .map((l) => ({ key: leads.keyOf(l.printed), name: l.printed.replace(/[.;,\s]+$/u, '') })),
  )
}

type Whose = { readonly key: string; readonly name: string }

function gather(
  entries: readonly ActionEntry[],
  by: Recipient['by'],
  whose: (entry: ActionEntry) => readonly Whose[],
): readonly Recipient[] {
  const found = new Map<string, { name: string; entries: Set<ActionEntry> }>()
  for (const entry of entries)
    for (const { key, name } of whose(entry)) {
      const one = found.get(key) ?? { name, entries: new Set() }
      found.set(key, one)
      one.entries.add(entry)
    }
  return [...found.values()].map((r) => ({ by, name: r.name, entries: [...r.entries] }))
}
