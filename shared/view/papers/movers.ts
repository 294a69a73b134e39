import type { Row } from '../../model/entities.ts'
import { type Block, paragraph, table } from '../../paper/tree.ts'
import { type ActionEntry, ratingOf } from '../programme.ts'
import { markOf } from '../ratingMark.ts'
import { sayDay } from '../sayDay.ts'
import type { PaperContext } from './paperContext.ts'
import { type Movement, movementOf, ratingAtLast } from './ratings.ts'
import { count, list } from './words.ts'

type Mover = { readonly e: ActionEntry; readonly before: string | null; readonly movement: Movement }

/** Every action whose delivery rating is not what the last paper showed, or was on the morning of the paper's first day. */
export function moversOf(context: PaperContext): Mover[] {
  const { p, since } = context
  if (since === null) return []
  return p.actions.flatMap((e) => {
    const before = ratingAtLast(context, e, 'delivery')
    const movement = movementOf(p, 'delivery', before, ratingOf(e, 'delivery'))
    return movement === null || movement.startsWith('●') ? [] : [{ e, before, movement }]
  })
}

/** "3 improved, 2 slipped and 12 were rated for the first time; 91 did not move." Adds up to the plan. */
export function movementSentence(context: PaperContext): string {
  const { since, p } = context
  if (since === null) return 'There is no earlier day to compare with.'
  const movers = moversOf(context)
  const n = (sign: string): number => movers.filter((m) => m.movement.startsWith(sign)).length
  const parts = [
    [n('▲'), 'improved'],
    [n('▼'), 'slipped'],
    [n('new'), n('new') === 1 ? 'was rated for the first time' : 'were rated for the first time'],
  ] as const
  const told = parts.filter(([k]) => k > 0).map(([k, words]) => `${k} ${words}`)
  const still = p.actions.length - movers.length
  const all =
    told.length > 0 ? `${list(told)}; ${still} did not move` : `none of the ${p.actions.length} actions moved`
  return `Since ${sayDay(since)}, ${all}.`
}

/** The actions that moved one way, with what they were, what they are and why. */
export function moverBlocks(context: PaperContext, way: '▲' | '▼', nothing: string): Block[] {
  const rows = moversOf(context).filter((m) => m.movement.startsWith(way))
  if (rows.length === 0) return [paragraph(nothing)]
  const { p } = context
  const word = way === '▲' ? 'improved' : 'slipped'
  return [
    paragraph(`${count(rows.length, 'action')} ${word}.`),
    table({
      caption: `Actions whose delivery rating ${word}`,
      rowHeads: true,
      dense: true,
      columns: [
        { head: 'Ref', kind: 'ref', width: { cm: 1.45 } },
        { head: 'Action', kind: 'text', width: { share: 3 } },
        { head: 'Was', kind: 'rating', width: { cm: 2.2 } },
        { head: 'Is now', kind: 'rating', width: { cm: 2.2 } },
        { head: 'Reason given', kind: 'text', width: { share: 2.4 } },
      ],
      rows: rows.map(({ e, before }) => [
        e.action.ref,
        e.action.action,
        markOf(p, 'delivery', before),
        markOf(p, 'delivery', ratingOf(e, 'delivery')),
        newest(e)?.reason ?? 'No reason recorded yet.',
      ]),
    }),
  ]
}

const newest = (e: ActionEntry): Row<'rating'> | undefined => e.ratings.delivery[0]
