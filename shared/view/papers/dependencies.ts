import type { Row } from '../../model/entities.ts'
import { type Block, paragraph, table, type Table } from '../../paper/tree.ts'
import type { Programme } from '../programme.ts'
import type { PaperContext } from './paperContext.ts'
import { count } from './words.ts'

type Crossing = {
  readonly ref: string
  readonly from: number
  readonly on: string
  readonly text: string
}

/** What rests on another group's work, in the plan's own words. */
export function dependencyBlocks(context: PaperContext): Block[] {
  const rows = crossings(context.p)
  if (rows.length === 0) return [paragraph('The plan names no action that rests on another group’s work.')]
  return [
    paragraph(
      `${count(rows.length, 'link')} in the plan ${rows.length === 1 ? 'crosses' : 'cross'} from one working group to another.`,
    ),
    table(dependencyTable(context)),
  ]
}

export function dependencyTable({ p }: PaperContext): Table {
  return {
    caption: 'What rests on another group’s work',
    rowHeads: true,
    dense: true,
    columns: [
      { head: 'Ref', kind: 'ref', width: { cm: 1.45 } },
      { head: 'Group', kind: 'number', width: { cm: 1.5 } },
      { head: 'Rests on', kind: 'text', width: { share: 3 } },
      { head: 'In the plan’s words', kind: 'text', width: { share: 5 } },
    ],
    rows: crossings(p).map((c) => [c.ref, c.from, c.on, c.text]),
  }
}

function crossings(p: Programme): Crossing[] {
  const objectives = new Map(p.tables.objective.map((o) => [o.id, o]))
  const groups = new Map(p.tables.workingGroup.map((g) => [g.id, g]))
  const name = (g: Row<'workingGroup'>): string => `Working group ${g.number}: ${g.name}`
  return p.tables.link.flatMap((link) => {
    const entry = link.fromActionId ? p.actionById.get(link.fromActionId) : undefined
    const objective = link.fromObjectiveId ? objectives.get(link.fromObjectiveId) : undefined
    const from = entry?.group ?? (objective && groups.get(objective.groupId))
    const ref = entry?.action.ref ?? objective?.ref
    if (!from || !ref) return []
    const toAction = link.toActionId ? p.actionById.get(link.toActionId) : undefined
    const toObjective = link.toObjectiveId ? objectives.get(link.toObjectiveId) : undefined
    const to =
      toAction?.group ??
      (toObjective && groups.get(toObjective.groupId)) ??
      (link.toGroupId ? groups.get(link.toGroupId) : undefined)
    if (to?.id === from.id) return []
    const place = toAction
      ? `, action ${toAction.action.ref}`
      : toObjective
        ? `, objective ${toObjective.ref}`
        : ''
    return [
      {
        ref,
        from: from.number,
        on: to ? `${name(to)}${place}` : 'Other working groups, none named',
        text: link.text,
      },
    ]
  })
}
