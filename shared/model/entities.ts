import type { z } from 'zod'
import * as progress from './progress.ts'
import * as registers from './registers.ts'
import * as structure from './structure.ts'

/**
 * Every noun of a programme that people edit, by name: schema first, types inferred.
 * The table of a noun has its name in snake_case and one column a field (lists and objects as JSON text).
 * The order is the order of writing: a row refers only to nouns above it, or to its own.
 */
export const entities = {
  programme: structure.programme,
  inspection: structure.inspection,
  organisation: structure.organisation,
  post: structure.post,
  postHolder: structure.postHolder,
  officer: structure.officer,
  board: structure.board,
  meeting: structure.meeting,
  priority: structure.priority,
  workingGroup: structure.workingGroup,
  groupPriority: structure.groupPriority,
  objective: structure.objective,
  action: structure.action,
  actionLead: structure.actionLead,
  milestone: structure.milestone,
  link: structure.link,
  scaleStep: structure.scaleStep,
  glossaryEntry: structure.glossaryEntry,
  period: progress.period,
  update: progress.update,
  rating: progress.rating,
  assessment: progress.assessment,
  dateChange: progress.dateChange,
  recovery: progress.recovery,
  recommendation: progress.recommendation,
  measure: progress.measure,
  measureValue: progress.measureValue,
  survey: progress.survey,
  event: progress.event,
  engagementOpportunity: progress.engagementOpportunity,
  evidence: registers.evidence,
  risk: registers.risk,
  decision: registers.decision,
  ask: registers.ask,
  feedback: registers.feedback,
  wording: registers.wording,
  paperText: registers.paperText,
} as const

export type EntityName = keyof typeof entities
export type Row<E extends EntityName> = z.infer<(typeof entities)[E]>
export const entityNames = Object.keys(entities) as readonly EntityName[]

/** The whole content of a programme as plain rows, in the order they were written; what a snapshot freezes. */
export type Tables = { readonly [E in EntityName]: readonly Row<E>[] }
