import { addWorkingDays, partsOf } from '../../shared/dates/isoDay.ts'
import { monthPeriod } from '../../shared/import/toChanges.ts'
import type { IssueOptions } from '../../shared/ipc/issueCalls.ts'
import { recipientsOf } from '../../shared/issue/recipientsOf.ts'
import type { Programme } from '../../shared/view/programme.ts'
import { loadIssued } from '../db/issuedTable.ts'
import type { ReadDb } from '../db/types.ts'

/** Leads have this many working days, where nobody says otherwise. */
const usualDays = 8

/** What can be handed out now: the periods there are and the months around today, who can be asked, what nobody leads. */
export function issueOptionsOf(db: ReadDb, p: Programme): IssueOptions {
  const issued = Map.groupBy(loadIssued(db), (i) => i.period)
  const known = p.tables.period.map(({ label, name, fromDay }) => ({ label, name, fromDay, isNew: false }))
  const months = monthsAround(p.today)
    .filter((label) => !known.some((k) => k.label === label))
    .map((label) => monthPeriod('', label))
    .map(({ label, name, fromDay }) => ({ label, name, fromDay, isNew: true }))
  const periods = [...known, ...months].sort((a, b) => (a.fromDay < b.fromDay ? 1 : -1))
  const around = p.tables.period.find((x) => x.fromDay <= p.today && p.today <= x.toDay)
  return {
    periods: periods.map(({ label, name, isNew }) => ({
      label,
      name,
      isNew,
      issued: issued.get(label)?.length ?? 0,
      to: (issued.get(label) ?? []).map(({ by, recipient }) => ({ by, name: recipient })),
    })),
    period: around?.label ?? p.today.slice(0, 7),
    returnBy: addWorkingDays(p.today, usualDays),
    byLead: askableBy(p, 'lead'),
    byGroup: askableBy(p, 'group'),
    withoutLead: p.actions
      .filter((e) => e.leads.length === 0)
      .map(({ action: { id, ref, action } }) => ({ actionId: id, ref, action })),
  }
}

function askableBy(p: Programme, by: 'lead' | 'group'): IssueOptions['byLead'] {
  const found = recipientsOf(p, { by, group: null, lead: null })
  if (!found.ok) return []
  return found.value.recipients.map(({ name, entries }) => ({ name, refs: entries.map((e) => e.action.ref) }))
}

/** The month before, this month, and the two to come, as '2020-02'. */
function monthsAround(today: string): readonly string[] {
  const { year, month } = partsOf(today)
  return [-1, 0, 1, 2].map((step) => {
    const index = year * 12 + month - 1 + step
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  })
}
