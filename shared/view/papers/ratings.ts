import type { Row } from '../../model/entities.ts'
import type { RatingKind } from '../../model/fields.ts'
import type { ActionEntry, Programme } from '../programme.ts'
import { ratingOf, stepOf } from '../programme.ts'
import { markOf, type RatingMark } from '../ratingMark.ts'
import type { PaperContext } from './paperContext.ts'

/** Movement of a rating, as a word and a symbol. */
export type Movement = '▲\u00a0improved' | '▼\u00a0slipped' | '●\u00a0no\u00a0change' | 'new'

/** How good a step is among its scale: what needs a recovery stands below what has not begun. */
function rank(step: Row<'scaleStep'>): number {
  return step.needsRecovery ? step.position - 100 : step.position
}

/** How a rating moved; null where it is not rated now. */
export function movementOf(
  p: Programme,
  kind: RatingKind,
  before: string | null,
  now: string | null,
): Movement | null {
  const to = stepOf(p, kind, now)
  if (!to) return null
  const from = stepOf(p, kind, before)
  if (!from) return 'new'
  if (rank(from) === rank(to)) return '●\u00a0no\u00a0change'
  return rank(to) > rank(from) ? '▲\u00a0improved' : '▼\u00a0slipped'
}

/** The rating of an action on the morning of a day: the newest given before it. */
const ratingBefore = (e: ActionEntry, kind: RatingKind, day: string): string | null =>
  e.ratings[kind].find((r) => r.at < day)?.code ?? null

/** The rating that the last paper showed; without one, that of the morning of the day since which things count as new. */
export function ratingAtLast(
  { options, since }: PaperContext,
  e: ActionEntry,
  kind: RatingKind,
): string | null {
  if (options.previous) {
    const then = options.previous.actionById.get(e.action.id)
    return then ? ratingOf(then, kind) : null
  }
  return since === null ? null : ratingBefore(e, kind, since)
}

export type Spell = {
  readonly code: string
  /** ISO day since which the rating has been what it is. */
  readonly since: string
  /** The rating before it, null where it was the first. */
  readonly was: string | null
  readonly reason: string | null
}

/** How long an action has had its rating, and what it was before. */
export function spellOf(e: ActionEntry, kind: RatingKind): Spell | null {
  const [newest, ...older] = e.ratings[kind]
  if (!newest) return null
  let since = newest.at
  for (const row of older) {
    if (row.code !== newest.code) return { code: newest.code, since, was: row.code, reason: newest.reason }
    since = row.at
  }
  return { code: newest.code, since, was: null, reason: newest.reason }
}

export type Overall = {
  readonly delivery: RatingMark
  readonly impact: RatingMark
  readonly deliveryMoved: Movement | null
  readonly impactMoved: Movement | null
  readonly reason: string | null
  readonly commentary: string | null
  readonly period: Row<'period'>
}

/**
 * The overall rating of a group or priority: of the paper's period, else of the newest before it; null where there is
 * none. It moved against the assessment before it.
 */
export function overallOf(
  { p, period }: PaperContext,
  isOwn: (a: Row<'assessment'>) => boolean,
): Overall | null {
  const latest = period?.toDay ?? p.today
  const periods = p.tables.period
    .filter((x) => x.fromDay <= latest)
    .sort((a, b) => (a.toDay < b.toDay ? 1 : -1))
  const found = periods.flatMap((x) => {
    const row = p.tables.assessment.findLast((a) => a.periodId === x.id && isOwn(a))
    return row ? [{ period: x, row }] : []
  })
  const [now, before] = found
  if (!now) return null
  return {
    delivery: markOf(p, 'delivery', now.row.delivery),
    impact: markOf(p, 'impact', now.row.impact),
    deliveryMoved: movementOf(p, 'delivery', before?.row.delivery ?? null, now.row.delivery),
    impactMoved: movementOf(p, 'impact', before?.row.impact ?? null, now.row.impact),
    reason: now.row.reason,
    commentary: now.row.commentary,
    period: now.period,
  }
}
