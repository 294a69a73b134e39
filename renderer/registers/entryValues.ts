import { readDay } from '../../shared/dates/readDay.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { sayDay } from '../../shared/view/sayDay.ts'

type List = Output<'register.list'>
type Row = List['rows'][number] | null
type Values = Readonly<Record<string, string>>

/** Under which name a draft is kept: that of its entry, or of a new one with what it began with. */
export const draftKey = (list: List, row: Row, preset: Values): string =>
  `register ${list.register} ${row?.id ?? ['new', ...Object.values(preset)].join(' ')}`

/** What the boxes show: of an entry, or what a new one begins with. Days are shown as people write them. */
export const shownValues = (list: List, row: Row, preset: Values): Values =>
  Object.fromEntries(
    list.fields.map((f) => {
      const value = row ? (row.values[f.field] ?? '') : (preset[f.field] ?? '')
      return [f.field, f.kind === 'day' && value !== '' ? sayDay(value) : value]
    }),
  )

/** The values with days as ISO days; null where a day can't be read or a box that is needed is empty. */
export function sentValues(list: List, typed: Values, today: string): Record<string, string | null> | null {
  const values: Record<string, string | null> = {}
  for (const f of list.fields) {
    const raw = typed[f.field]?.trim() ?? ''
    const value = raw !== '' && f.kind === 'day' ? readDay(raw, today) : raw
    if (value === null || (value === '' && f.required)) return null
    values[f.field] = value === '' ? null : value
  }
  return values
}
