import type { Row } from '../../model/entities.ts'
import { overview, type OverviewView } from '../overview.ts'
import type { Programme } from '../programme.ts'
import { sayDay } from '../sayDay.ts'

/** What a paper is made for and from, beside the programme itself. */
export type PaperOptions = {
  /** A board's name or one of its alternative names. */
  readonly board?: string
  /** Number of the working group that a highlight report is about; all of them where none is given. */
  readonly group?: number
  /** In whose words; null or absent for the full ones. */
  readonly audience?: 'board' | 'public'
  /** Label of the reporting period; the newest that has begun where none is given. */
  readonly period?: string
  /** Label of the snapshot the programme was read from; null for the programme as it is now. */
  readonly snapshot: string | null
  /** The programme as the last paper of this kind showed it. */
  readonly previous?: Programme
  /** Such as 'Version 1.0'; a paper is a draft until somebody says otherwise. */
  readonly version?: string
}

/** A programme with everything the parts of a paper ask of it, worked out once. */
export type PaperContext = {
  readonly p: Programme
  readonly options: PaperOptions
  /** The numbers that the screens show, too. */
  readonly view: OverviewView
  readonly period: Row<'period'> | null
  /** ISO day after which things count as new: the last paper, or the period's first day; null for "ever". */
  readonly since: string | null
  readonly has: {
    readonly delivery: boolean
    readonly impact: boolean
    readonly progress: boolean
    readonly evidence: boolean
    readonly accountable: boolean
    readonly moved: boolean
  }
}

/** Works out once what the parts of a paper share. */
export function paperContext(p: Programme, options: PaperOptions): PaperContext {
  const period = periodOf(p, options.period)
  const updates = p.actions.flatMap((e) => e.updates)
  return {
    p,
    options,
    view: overview(p, []),
    period,
    since: options.previous?.today ?? period?.fromDay ?? null,
    has: {
      delivery: p.actions.some((e) => e.ratings.delivery.length > 0),
      impact: p.actions.some((e) => e.ratings.impact.length > 0),
      progress: updates.some((u) => u.progress !== null || u.nextSteps !== null || u.issues !== null),
      evidence:
        updates.some((u) => u.evidence !== null) || p.tables.evidence.some((e) => e.actionId !== null),
      accountable: p.actions.some((e) => e.action.accountable !== null),
      moved: p.actions.some((e) => e.dateChanges.length > 0),
    },
  }
}

/** What a paper was made from, in words. */
export const madeFrom = ({ p, options }: PaperContext): string =>
  options.snapshot === null
    ? `The programme as it stood on ${sayDay(p.today)}`
    : `The snapshot “${options.snapshot}”, as at ${sayDay(p.today)}`

function periodOf(p: Programme, label: string | undefined): Row<'period'> | null {
  const periods = [...p.tables.period].sort((a, b) => (a.fromDay < b.fromDay ? 1 : -1))
  if (label !== undefined) return periods.find((x) => x.label === label || x.name === label) ?? null
  return periods.find((x) => x.fromDay <= p.today) ?? null
}

/** True where something of that day belongs to the period of the paper (always, where it has none). */
export function isInPeriod({ period, p }: PaperContext, day: string): boolean {
  return day <= p.today && (period === null || day >= period.fromDay)
}

/** The board that a name or an alternative name means; null where no board is called so. */
export function findBoard(p: Programme, name: string): Row<'board'> | null {
  const wanted = fold(name)
  return (
    p.tables.board.find((b) => fold(b.name) === wanted) ??
    p.tables.board.find((b) => b.alternativeNames.some((n) => fold(n) === wanted)) ??
    null
  )
}

const fold = (name: string): string =>
  name.toLocaleLowerCase('en-GB').replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim()
