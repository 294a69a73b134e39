import { z } from 'zod'
import { day, id, kept, optionalId, optionalText, position, text } from './fields.ts'

/** Whose experience a piece of evidence speaks of. */
export const voice = z.enum(['parents-carers', 'young-people', 'practitioners', 'data', 'inspection'])

/**
 * A claim of difference made, with what it was and is, where it comes from and how strong it is, or why it could not be
 * measured. It belongs to an action, a group, a priority or a measure, or (all null) to the whole programme.
 */
export const evidence = z.object({
  ...kept,
  /** Its number in the index: [E12]. Never given twice. */
  number: z.number().int().positive(),
  claim: text,
  actionId: optionalId,
  groupId: optionalId,
  priorityId: optionalId,
  measureId: optionalId,
  baseline: optionalText,
  latest: optionalText,
  source: optionalText,
  /** ISO day the evidence speaks for. */
  at: day,
  voice: voice.nullable(),
  strength: z.enum(['weak', 'moderate', 'strong']).nullable(),
  notMeasurable: optionalText,
})

/** A risk to the programme, or to one group's work; likelihood and impact from 1 (low) to 5 (high). */
export const risk = z.object({
  ...kept,
  position,
  title: text,
  groupId: optionalId,
  cause: optionalText,
  effect: optionalText,
  likelihood: z.number().int().min(1).max(5).nullable(),
  impact: z.number().int().min(1).max(5).nullable(),
  mitigation: optionalText,
  owner: optionalText,
  raisedOn: day.nullable(),
  reviewOn: day.nullable(),
  closedOn: day.nullable(),
})

/** A decision asked of a board or made by it. */
export const decision = z.object({
  ...kept,
  position,
  boardId: optionalId,
  groupId: optionalId,
  periodId: optionalId,
  text,
  status: z.enum(['asked', 'made', 'declined']),
  decidedOn: day.nullable(),
  note: optionalText,
})

/** Something asked of somebody outside the programme, such as the Department for Education or NHS England. */
export const ask = z.object({
  ...kept,
  position,
  to: text,
  text,
  groupId: optionalId,
  askedOn: day.nullable(),
  answer: optionalText,
  answeredOn: day.nullable(),
})

/** "You said, we did": what families said, whose voice, where it was heard, what changed, and whom we told when. */
export const feedback = z.object({
  ...kept,
  position,
  youSaid: text,
  whose: optionalText,
  heardAt: optionalText,
  heardOn: day.nullable(),
  weDid: optionalText,
  groupId: optionalId,
  actionId: optionalId,
  toldWhom: optionalText,
  toldOn: day.nullable(),
})

/**
 * An update in the words for one audience. `source` is the text it was written from: where the update says something else
 * by now, the wording is stale.
 */
export const wording = z.object({
  ...kept,
  updateId: id,
  audience: z.enum(['board', 'public', 'easy-read']),
  text,
  source: text,
  at: day,
  by: optionalText,
})

/**
 * A text that a paper needs and no other noun holds: an implication, the reasons for the recommendations, a contact.
 * For one board or (null) for all, for one group or (null) for none, for one period or (null) until it is replaced.
 */
export const paperText = z.object({
  ...kept,
  boardId: optionalId,
  groupId: optionalId,
  periodId: optionalId,
  part: z.enum([
    'author',
    'contact',
    'reasons',
    'risk-summary',
    'financial',
    'legal',
    'equality',
    'engagement',
    'data-protection',
    'get-involved',
    'good-news',
  ]),
  text,
})
