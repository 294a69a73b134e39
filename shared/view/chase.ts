import { z } from 'zod'
import { day } from '../model/fields.ts'

/**
 * What came back from a recipient: every line answered; every one with "No change"; some; the workbook, but nothing filled
 * in; nothing, but others answered every line; nothing.
 */
export const chaseState = z.enum([
  'returned',
  'no-change',
  'partly',
  'nothing-filled-in',
  'covered',
  'silent',
])
export type ChaseState = z.infer<typeof chaseState>

/** Said something; ticked "No change"; wrote only what a person has to decide, and nobody has yet. */
const howAnswered = z.enum(['said', 'no-change', 'open'])
export type HowAnswered = z.infer<typeof howAnswered>

/** One action that somebody was asked about. */
export const chaseLine = z.object({
  actionId: z.string(),
  ref: z.string(),
  action: z.string(),
  /** The newest answer, with the file that gave it; `other` names who gave it where that was not who was asked here. */
  answer: z
    .object({
      how: howAnswered,
      file: z.string(),
      on: day,
      other: z.string().nullable(),
    })
    .nullable(),
  /** The day of the newest update in the programme, and how many days ago that is; null where there is none. */
  lastUpdate: day.nullable(),
  ageDays: z.number().int().nullable(),
})
export type ChaseLine = z.infer<typeof chaseLine>

export const chaseRecipient = z.object({
  by: z.enum(['lead', 'group']),
  /** The lead's post or the group's name. */
  name: z.string(),
  state: chaseState,
  /** True where the return date has passed and lines are without an answer. */
  isLate: z.boolean(),
  /** The last return date that was named: asking again gives nobody less time. */
  returnBy: day.nullable(),
  /** What was handed out, newest first. */
  asked: z.array(z.object({ issuedId: z.string(), file: z.string(), on: day, actor: z.string() })),
  /** What came back, newest first. */
  back: z.array(z.object({ importId: z.string(), file: z.string(), on: day })),
  lines: z.array(chaseLine),
  /** Refs without an answer from anybody. */
  missing: z.array(z.string()),
})
export type ChaseRecipient = z.infer<typeof chaseRecipient>

/** Who was asked in a period, what came back, and what did not. */
export const chaseLedger = z.object({
  period: z.object({ label: z.string(), name: z.string() }),
  programme: z.string(),
  today: day,
  recipients: z.array(chaseRecipient),
  counts: z.record(chaseState, z.number().int()),
  late: z.number().int(),
  /** Actions that somebody was asked about, and those of them with an answer. */
  actions: z.number().int(),
  answered: z.number().int(),
  /** The same in words, a sentence each. */
  summary: z.array(z.string()),
})
export type ChaseLedger = z.infer<typeof chaseLedger>

/** How a state is said. */
export const chaseWords: Readonly<Record<ChaseState, string>> = {
  returned: 'Returned',
  'no-change': 'No change',
  partly: 'Partly returned',
  'nothing-filled-in': 'Returned, nothing filled in',
  covered: 'Answered by others',
  silent: 'Silent',
}

/** Whether somebody is still waited for. */
export const isWaitedFor = (r: Pick<ChaseRecipient, 'missing'>): boolean => r.missing.length > 0

/** How many of somebody's lines only others have answered. */
export const answeredByOthers = ({ lines }: Pick<ChaseRecipient, 'lines'>): number =>
  lines.filter((l) => l.answer !== null && l.answer.other !== null).length
