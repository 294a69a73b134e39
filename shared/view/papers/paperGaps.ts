import type { PaperGap, PaperKind } from '../../ipc/contract.ts'
import type { Programme } from '../programme.ts'
import { exceptionEntries, missingOf } from './exceptions.ts'
import { boardFor } from './index.ts'
import { paperContext, type PaperContext, type PaperOptions } from './paperContext.ts'
import { overallOf } from './ratings.ts'
import { recommendationsOf } from './recommendations.ts'
import { list } from './words.ts'

/**
 * What a paper had to say is missing, and where each is entered: for the screen beside the paper and for the
 * terminal. The plan itself prints none of it. In the order a person would fill them in.
 */
export function paperGaps(kind: PaperKind, p: Programme, options: PaperOptions): readonly PaperGap[] {
  if (kind === 'plan') return []
  const context = paperContext(p, options)
  return [
    ...(kind === 'board-paper' ? recommendationGaps(context) : []),
    ...periodGaps(context),
    ...assessmentGaps(context),
    ...exceptionGaps(context),
    ...approvalGaps(context),
  ]
}

function recommendationGaps(context: PaperContext): readonly PaperGap[] {
  const board = boardFor(context.p, context.options.board)
  if (!board || recommendationsOf(context, board).length > 0) return []
  return [
    {
      code: 'no-recommendations',
      message: `No recommendations have been written for the ${board.name}.`,
      where: { at: 'recommendations', board: board.id },
    },
  ]
}

const periodGaps = ({ period }: PaperContext): readonly PaperGap[] =>
  period
    ? []
    : [
        {
          code: 'no-period',
          message:
            'No reporting period has been set up, so overall ratings have no home. Add the period first.',
          where: { at: 'nowhere' },
        },
      ]

/** A group without an overall rating of the period in hand; one that was given needs its reason. */
function assessmentGaps(context: PaperContext): readonly PaperGap[] {
  const { p, period } = context
  if (!period) return []
  const groups = p.groups.map(({ group }) => ({
    name: `working group ${group.number}, ${group.name}`,
    overall: overallOf(context, (a) => a.groupId === group.id),
    where: { at: 'assessment' as const, group: group.number, priority: null },
  }))
  const priorities = p.tables.priority.map((x) => ({
    name: `priority ${x.number}`,
    overall: overallOf(context, (a) => a.priorityId === x.id),
    where: { at: 'assessment' as const, group: null, priority: x.number },
  }))
  return [...groups, ...priorities].flatMap(({ name, overall, where }): PaperGap[] => {
    if (overall?.period.id !== period.id)
      return [{ code: 'no-assessment', message: `No overall rating of ${name} for ${period.name}.`, where }]
    if (!overall.reason)
      return [
        { code: 'no-assessment-reason', message: `No reason for the overall rating of ${name}.`, where },
      ]
    return []
  })
}

const exceptionGaps = (context: PaperContext): readonly PaperGap[] =>
  exceptionEntries(context).flatMap((e): PaperGap[] => {
    const missing = missingOf(e)
    if (missing.length === 0) return []
    const where = { at: 'action' as const, actionId: e.action.id, ref: e.action.ref }
    return [{ code: 'no-recovery', message: `${e.action.ref}: no ${list(missing, 'or')} recorded.`, where }]
  })

const approvalGaps = ({ p }: PaperContext): readonly PaperGap[] =>
  p.actions.flatMap((e): PaperGap[] => {
    const moved = e.dateChanges[0]
    if (!moved || (moved.reason && moved.approvedBy)) return []
    const missing = [moved.reason ? null : 'reason', moved.approvedBy ? null : 'approval'].filter(
      (x) => x !== null,
    )
    const where = { at: 'action' as const, actionId: e.action.id, ref: e.action.ref }
    return [
      { code: 'date-move', message: `${e.action.ref}: no ${list(missing, 'or')} for the moved date.`, where },
    ]
  })
