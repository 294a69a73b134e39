import { endOfMonth, format, isValid, parse } from 'date-fns'
import type { Input } from '../../shared/ipc/contract.ts'

/**
 * A reporting period from its first and last month ('YYYY-MM'): its label ('2020-02'), its name ("February 2020",
 * "January to March 2020") and its days. Null where a month can't be read or the last comes before the first.
 */
export function periodDraft(from: string, to: string): Input<'period.add'> | null {
  const first = monthOf(from)
  const last = monthOf(to)
  if (!first || !last || last < first) return null
  return {
    label: from === to ? from : `${from} to ${to}`,
    name: nameOf(first, last),
    fromDay: format(first, 'yyyy-MM-dd'),
    toDay: format(endOfMonth(last), 'yyyy-MM-dd'),
  }
}

function monthOf(text: string): Date | null {
  if (!/^\d{4}-\d{2}$/u.test(text)) return null
  const date = parse(text, 'yyyy-MM', new Date(2000, 0, 1))
  return isValid(date) ? date : null
}

function nameOf(first: Date, last: Date): string {
  const end = format(last, 'MMMM yyyy')
  if (first.getTime() === last.getTime()) return end
  const sameYear = first.getFullYear() === last.getFullYear()
  return `${format(first, sameYear ? 'MMMM' : 'MMMM yyyy')} to ${end}`
}
