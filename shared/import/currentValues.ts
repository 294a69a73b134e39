import type { Row } from '../model/entities.ts'
import { dueOf, ratingOf, type ActionEntry } from '../view/programme.ts'
import type { FieldName, FieldValue } from '../workbook/draft.ts'

/** Where a value of the programme comes from: who said it (null where nobody is named) and the ISO day. */
export type Said = { readonly by: string | null; readonly at: string }

export type CurrentValues = {
  readonly values: Readonly<Partial<Record<FieldName, FieldValue>>>
  readonly said: Readonly<Partial<Record<FieldName, Said>>>
}

type TextField = 'progress' | 'nextSteps' | 'issues' | 'evidence'
const textFields: readonly TextField[] = ['progress', 'nextSteps', 'issues', 'evidence']

/**
 * What the programme says of an action now, in the fields of the contract. `completion` is when it is due by now (the
 * revised date, else the original); a text is the newest that anybody gave, blank updates do not take it away.
 */
export function currentValues(entry: ActionEntry): CurrentValues {
  const { action, updates, ratings, dateChanges } = entry
  const [moved] = dateChanges
  const values: Partial<Record<FieldName, FieldValue>> = {}
  const said: Partial<Record<FieldName, Said>> = {}
  const put = (field: FieldName, value: FieldValue | null, from?: Said): void => {
    if (value === null) return
    values[field] = value
    if (from) said[field] = { by: from.by, at: from.at }
  }
  put('ref', action.ref)
  put('objective', sayObjective(entry.objective))
  put('action', action.action)
  put('intendedImpact', action.intendedImpact)
  put('measureOfSuccess', action.measureOfSuccess)
  put('accountable', action.accountable)
  if (entry.leads.length > 0)
    put(
      'leads',
      entry.leads.map((l) => l.printed),
    )
  put('completion', dueOf(entry), moved)
  put('revisedCompletion', moved?.completion ?? null, moved)
  put('revisedReason', moved?.reason ?? null, moved)
  put('deliveryRating', ratingOf(entry, 'delivery'), ratings.delivery[0])
  put('impactRating', ratingOf(entry, 'impact'), ratings.impact[0])
  for (const field of textFields) {
    const from = updates.find((u) => u[field] !== null)
    put(field, from?.[field] ?? null, from)
  }
  const percent = updates.find((u) => u.percentComplete !== null)
  put('percentComplete', percent?.percentComplete ?? null, percent)
  put('updatedOn', updates[0]?.at ?? null)
  return { values, said }
}

const sayObjective = (o: Row<'objective'>): string => (o.title === null ? o.ref : `${o.ref} ${o.title}`)
