import { printWritten } from '../../dates/printDay.ts'
import { partWords, type RegisterName } from '../../edit/registers.ts'
import type { Row } from '../../model/entities.ts'
import { type ActionEntry, ratingOf } from '../programme.ts'
import type { Programme } from '../programme.ts'
import { markOf } from '../ratingMark.ts'
import { isStale } from '../withWordings.ts'
import { abbreviationsUsed } from './abbreviations.ts'
import { nextMeeting } from './boardPaper.ts'
import { exceptionEntries, missingOf } from './exceptions.ts'
import type { MadeKind } from '../../paper/tree.ts'
import { assertNever } from '../../result.ts'
import { boardFor, buildPaper } from './index.ts'
import { missingValues } from './measures.ts'
import { paperContext, type PaperContext, type PaperOptions } from './paperContext.ts'
import { type Part, paperText } from './paperTexts.ts'
import { recommendationsOf } from './recommendations.ts'
import { count, list, lower } from './words.ts'

/** Where what is missing is entered; 'nowhere' where no screen has a box for it. */
export type GapPlace =
  | { readonly at: 'recommendations'; readonly board: string }
  | { readonly at: 'assessment'; readonly group: number | null; readonly priority: number | null }
  | { readonly at: 'action'; readonly actionId: string; readonly ref: string }
  | { readonly at: 'meeting'; readonly board: string }
  | {
      readonly at: 'register'
      readonly register: RegisterName
      /** Fields of the entry that is missing, where a certain one is. */
      readonly preset: Record<string, string> | null
    }
  | { readonly at: 'nowhere' }

/** Something that a paper had to say is missing. */
export type Gap = { readonly code: string; readonly message: string; readonly where: GapPlace }

const nowhere: GapPlace = { at: 'nowhere' }

const register = (name: RegisterName, preset: Record<string, string> | null = null): GapPlace => ({
  at: 'register',
  register: name,
  preset,
})

/** What a paper of a kind has to say is missing, in the order a reader meets it, each with where it is entered. */
export function paperGaps(kind: MadeKind, p: Programme, options: PaperOptions): Gap[] {
  const context = paperContext(p, options)
  const board = kind === 'board-paper' ? boardFor(p, options.board) : null
  const own = ownGaps(context, kind, board)
  return [...own, ...staleGaps(context, kind), ...abbreviationGaps(context, kind, board)]
}

function ownGaps(context: PaperContext, kind: MadeKind, board: Row<'board'> | null): Gap[] {
  const { p, options } = context
  const isOwn = (e: ActionEntry): boolean => options.group === undefined || e.group.number === options.group
  const ofActions = (): Gap[] => (p.actions.some(isOwn) ? actionGaps(context, isOwn) : [])
  switch (kind) {
    case 'plan':
      return ratingGaps(p.actions)
    case 'board-paper':
      return [
        ...(board ? boardGaps(context, board) : []),
        ...overallGaps(context, kind),
        ...ofActions(),
        ...measureGaps(context),
      ]
    case 'dfe-return':
      return [...overallGaps(context, kind), ...ofActions(), ...measureGaps(context)]
    case 'highlight-report':
      return [...overallGaps(context, kind), ...ofActions()]
    case 'exception-report':
      return ofActions()
    case 'scorecard':
      return measureGaps(context)
    case 'evidence-index':
      return evidenceGaps(context)
    case 'you-said-we-did':
      return [...feedbackGaps(context), ...textGaps(context, ['get-involved', 'contact'])]
    case 'bulletin':
      return textGaps(context, ['get-involved', 'contact'])
    default:
      return assertNever(kind)
  }
}

/** Texts that only papers need and that nobody has written. */
const textGaps = (context: PaperContext, parts: readonly Part[], boardId?: string): Gap[] =>
  parts
    .filter((part) => paperText(context, part, boardId === undefined ? {} : { boardId }) === null)
    .map((part) => ({
      code: 'no-text',
      message: `Not written yet: ${lower(partWords[part])}.`,
      where: register('paperText', boardId === undefined ? { part } : { part, boardId }),
    }))

/** Wordings whose update says something else by now, of the kind that this paper prints. */
function staleGaps({ p, options }: PaperContext, kind: MadeKind): Gap[] {
  const audience =
    kind === 'bulletin' ? 'public' : (options.audience ?? (kind === 'board-paper' ? 'board' : null))
  const stale = p.tables.wording.filter((w) => w.audience === audience && isStale(p, w))
  if (stale.length === 0) return []
  const message = `${count(stale.length, 'wording')} ${stale.length === 1 ? 'was' : 'were'} written from an update that says something else by now.`
  return [{ code: 'stale-wording', message, where: register('wording') }]
}

function feedbackGaps({ p }: PaperContext): Gap[] {
  const { feedback } = p.tables
  if (feedback.length === 0)
    return [
      {
        code: 'no-feedback',
        message: 'Nothing that families said has been recorded.',
        where: register('feedback'),
      },
    ]
  const untold = feedback.filter((f) => f.weDid !== null && f.toldWhom === null).length
  if (untold === 0) return []
  const message = `For ${count(untold, 'thing')} that changed, nobody is recorded as having been told.`
  return [{ code: 'nobody-told', message, where: register('feedback') }]
}

function evidenceGaps(context: PaperContext): Gap[] {
  if (context.has.evidence || context.p.tables.evidence.length > 0) return []
  const message = 'No evidence of impact has been recorded.'
  return [{ code: 'no-evidence', message, where: register('evidence') }]
}

function boardGaps(context: PaperContext, board: Row<'board'>): Gap[] {
  const gaps: Gap[] = []
  if (recommendationsOf(context, board).length === 0) {
    gaps.push({
      code: 'no-recommendations',
      message: `No recommendations have been written for the ${board.name}.`,
      where: { at: 'recommendations', board: board.id },
    })
  }
  if (nextMeeting(context, board) === null) {
    gaps.push({
      code: 'no-meeting',
      message: `No coming meeting of the ${board.name} is recorded.`,
      where: { at: 'meeting', board: board.id },
    })
  }
  return [
    ...gaps,
    ...textGaps(
      context,
      ['author', 'contact', 'financial', 'legal', 'equality', 'engagement', 'data-protection'],
      board.id,
    ),
  ]
}

/** Overall ratings of groups, and for the return of priorities, that the paper's period does not have. */
function overallGaps(context: PaperContext, kind: MadeKind): Gap[] {
  const { p, period } = context
  if (period === null) {
    return [
      {
        code: 'no-period',
        message: 'No reporting period has been set up, so no group or priority has an overall rating.',
        where: nowhere,
      },
    ]
  }
  const { group: only } = context.options
  const own = p.groups.filter(({ group }) => only === undefined || group.number === only)
  const groups = own.flatMap(({ group }) =>
    overallGap(context, period, `Working group ${group.number}`, (a) => a.groupId === group.id, {
      at: 'assessment',
      group: group.number,
      priority: null,
    }),
  )
  if (kind !== 'dfe-return') return groups
  const priorities = p.tables.priority.flatMap((x) =>
    overallGap(context, period, `Priority ${x.number}`, (a) => a.priorityId === x.id, {
      at: 'assessment',
      group: null,
      priority: x.number,
    }),
  )
  return [...groups, ...priorities]
}

function overallGap(
  { p }: PaperContext,
  period: Row<'period'>,
  name: string,
  isOwn: (a: Row<'assessment'>) => boolean,
  where: GapPlace,
): Gap[] {
  const own = p.tables.assessment.findLast((a) => a.periodId === period.id && isOwn(a))
  if (!own || (own.delivery === null && own.impact === null)) {
    return [
      { code: 'no-overall-rating', message: `${name} has no overall rating for ${period.name}.`, where },
    ]
  }
  return own.reason === null
    ? [
        {
          code: 'no-overall-reason',
          message: `The overall rating of ${lower(name)} for ${period.name} has no reason.`,
          where,
        },
      ]
    : []
}

function actionGaps(context: PaperContext, isOwn: (e: ActionEntry) => boolean): Gap[] {
  const own = context.p.actions.filter(isOwn)
  return [
    ...ratingGaps(own),
    ...silentGaps(own),
    ...exceptionEntries(context)
      .filter(isOwn)
      .flatMap((e) => recoveryGap(context, e)),
    ...own.flatMap(moveGap),
    ...evidenceGaps(context),
  ]
}

function ratingGaps(actions: readonly ActionEntry[]): Gap[] {
  const unrated = actions.filter((e) => ratingOf(e, 'delivery') === null)
  if (unrated.length === 0) return []
  const message = `${count(unrated.length, 'action')} ${unrated.length === 1 ? 'is' : 'are'} not yet rated${some(unrated)}.`
  return [{ code: 'not-rated', message, where: nowhere }]
}

function silentGaps(actions: readonly ActionEntry[]): Gap[] {
  const silent = actions.filter((e) => e.updates.length === 0)
  if (silent.length === 0) return []
  const message = `${count(silent.length, 'action')} ${silent.length === 1 ? 'has' : 'have'} no update from a lead${some(silent)}.`
  return [{ code: 'no-update', message, where: nowhere }]
}

/** The refs, where there are few enough to read. */
const some = (entries: readonly ActionEntry[]): string =>
  entries.length <= 6 ? `: ${list(entries.map((e) => e.action.ref))}` : ''

function recoveryGap({ p }: PaperContext, e: ActionEntry): Gap[] {
  const missing = missingOf(e)
  if (missing.length === 0) return []
  const word = lower(markOf(p, 'delivery', ratingOf(e, 'delivery')).word)
  return [
    {
      code: 'no-recovery',
      message: `Action ${e.action.ref} is ${word} and has no ${list(missing, 'or')} recorded.`,
      where: { at: 'action', actionId: e.action.id, ref: e.action.ref },
    },
  ]
}

function moveGap(e: ActionEntry): Gap[] {
  const where: GapPlace = { at: 'action', actionId: e.action.id, ref: e.action.ref }
  return e.dateChanges.flatMap((d) => {
    const missing = [d.reason === null ? 'reason' : null, d.approvedBy === null ? 'approval' : null].filter(
      (x) => x !== null,
    )
    if (missing.length === 0) return []
    return [
      {
        code: 'date-not-approved',
        message: `The date of action ${e.action.ref} moved to ${printWritten(d.completion)} without ${list(missing, 'or')}.`,
        where,
      },
    ]
  })
}

function measureGaps(context: PaperContext): Gap[] {
  const missing = context.p.tables.measure.length > 0 ? missingValues(context) : null
  return missing === null
    ? []
    : [{ code: 'no-measure-values', message: missing, where: register('measureValue') }]
}

function abbreviationGaps({ p, options }: PaperContext, kind: MadeKind, board: Row<'board'> | null): Gap[] {
  if (kind === 'board-paper' && board === null) return []
  const unknown = abbreviationsUsed(p, buildPaper(kind, p, options).sections).filter((e) => e.inFull === null)
  if (unknown.length === 0) return []
  const message = `The glossary does not explain ${list(unknown.map((e) => e.abbreviation))}.`
  return [{ code: 'unexplained-abbreviations', message, where: nowhere }]
}
