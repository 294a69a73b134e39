import { type Block, type Cell, paragraph, table, type Table } from '../../paper/tree.ts'
import type { ActionEntry } from '../programme.ts'
import { sayDay } from '../sayDay.ts'
import type { PaperContext } from './paperContext.ts'
import { count } from './words.ts'

/** Wording and leads that changed since the last paper; a sentence where there is none to compare with. */
export function planChangeBlocks(context: PaperContext): Block[] {
  const changes = planChangeTable(context)
  if (changes === null) {
    return [paragraph('There is no earlier return to compare wording and leads with.')]
  }
  const since = sayDay(context.options.previous?.today ?? '')
  if (changes.rows.length === 0) return [paragraph(`No wording or lead has changed since ${since}.`)]
  return [
    paragraph(`${count(changes.rows.length, 'change')} of wording or leads since ${since}.`),
    table(changes),
  ]
}

/** Null where there is no earlier paper to compare with. */
export function planChangeTable({ p, options }: PaperContext): Table | null {
  const before = options.previous
  if (!before) return null
  const rows = p.actions.flatMap((e): Cell[][] => {
    const old = before.actionById.get(e.action.id)
    if (!old) return [[e.action.ref, 'Action', 'Not in the plan', e.action.action]]
    return fields.flatMap(({ word, of }) =>
      of(old) === of(e) ? [] : [[e.action.ref, word, of(old) || 'None', of(e) || 'None']],
    )
  })
  const gone = before.actions
    .filter((e) => !p.actionById.has(e.action.id))
    .map((e): Cell[] => [e.action.ref, 'Action', e.action.action, 'No longer in the plan'])
  return {
    caption: 'Wording and leads that changed',
    rowHeads: true,
    dense: true,
    columns: [
      { head: 'Ref', kind: 'ref', width: { cm: 1.45 } },
      { head: 'What', kind: 'text', width: { cm: 2.6 } },
      { head: 'Was', kind: 'text', width: { share: 1 } },
      { head: 'Now', kind: 'text', width: { share: 1 } },
    ],
    rows: [...rows, ...gone],
  }
}

const fields: readonly { readonly word: string; readonly of: (e: ActionEntry) => string }[] = [
  { word: 'Action', of: (e) => e.action.action },
  { word: 'Intended impact', of: (e) => e.action.intendedImpact ?? '' },
  { word: 'Measure of success', of: (e) => e.action.measureOfSuccess ?? '' },
  { word: 'Lead', of: (e) => e.leads.map((l) => l.printed).join('; ') },
  { word: 'Accountable', of: (e) => e.action.accountable ?? '' },
]
