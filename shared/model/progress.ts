import { z } from 'zod'
import {
  completion,
  day,
  id,
  kept,
  optionalId,
  optionalText,
  percent,
  position,
  ratingKind,
  text,
  texts,
} from './fields.ts'

/** A reporting period, such as '2020-02'. */
export const period = z.object({ ...kept, label: text, name: text, fromDay: day, toDay: day })

/** What was said about an action, a group or (both null) the whole programme, on a day, by somebody. */
export const update = z.object({
  ...kept,
  actionId: optionalId,
  groupId: optionalId,
  periodId: optionalId,
  /** ISO day the update speaks for. */
  at: day,
  /** Who said it: a post, an officer as printed, or a sender; null where the source names nobody. */
  by: optionalText,
  source: z.enum(['import', 'email', 'phone', 'meeting', 'entered', 'bulletin']),
  sourceNote: optionalText,
  progress: optionalText,
  nextSteps: optionalText,
  issues: optionalText,
  evidence: optionalText,
  percentComplete: percent.nullable(),
  importId: optionalId,
})

/** A rating of an action. The newest row of a kind that is not retired is the rating; the others are its history. */
export const rating = z.object({
  ...kept,
  actionId: id,
  kind: ratingKind,
  code: text,
  reason: optionalText,
  at: day,
  by: optionalText,
  periodId: optionalId,
  importId: optionalId,
})

/** The overall rating of a group or a priority in a period, with its reason and commentary. */
export const assessment = z.object({
  ...kept,
  periodId: id,
  groupId: optionalId,
  priorityId: optionalId,
  delivery: optionalText,
  impact: optionalText,
  reason: optionalText,
  commentary: optionalText,
})

/** A completion date that moved. The newest that is not retired is the revised date; the original stays on the action. */
export const dateChange = z.object({
  ...kept,
  actionId: id,
  completion,
  reason: optionalText,
  approvedBy: optionalText,
  approvedOn: day.nullable(),
  at: day,
  by: optionalText,
  importId: optionalId,
})

/** For an action off track or at risk: why, what is being done, by whom, by when, the effect if not, what is asked. One a action. */
export const recovery = z.object({
  ...kept,
  actionId: id,
  cause: optionalText,
  plan: optionalText,
  who: optionalText,
  due: completion.nullable(),
  effect: optionalText,
  ask: optionalText,
})

/** A recommendation of a paper to a board; each begins with a verb (note, agree, endorse). */
export const recommendation = z.object({
  ...kept,
  position,
  boardId: id,
  periodId: optionalId,
  text,
})

export const measure = z.object({
  ...kept,
  number: z.number().int(),
  name: text,
  direction: z.enum(['increase', 'reduce', 'monitor']),
  unit: optionalText,
  source: optionalText,
  note: optionalText,
})

/** A value of a measure: cells hold text ("12.1% (England average 21/22)"), so text, number and note are apart. */
export const measureValue = z.object({
  ...kept,
  measureId: id,
  kind: z.enum(['baseline', 'target', 'milestone', 'actual', 'comparator']),
  at: day,
  text,
  value: z.number().nullable(),
  note: optionalText,
})

export const survey = z.object({
  ...kept,
  name: text,
  asAt: day,
  description: optionalText,
  totalPrinted: optionalText,
  context: optionalText,
  next: optionalText,
  responses: z.array(z.object({ group: text, count: z.number().int() })),
  responsesTotal: z.number().int().nullable(),
  positiveComments: texts,
  lessGoodComments: texts,
  note: optionalText,
})

export const event = z.object({
  ...kept,
  name: text,
  type: optionalText,
  groupId: optionalId,
  dateText: optionalText,
  date: optionalText,
  precision: optionalText,
  timeText: optionalText,
  locations: texts,
  venue: optionalText,
  count: z.number().int().nullable(),
  attendanceText: optionalText,
  organiser: optionalText,
  status: optionalText,
  source: optionalText,
  description: optionalText,
  note: optionalText,
})

export const engagementOpportunity = z.object({
  ...kept,
  asAt: day,
  text,
  workAreas: texts,
  note: optionalText,
})
