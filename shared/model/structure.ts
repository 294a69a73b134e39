import { z } from 'zod'
import { completion, day, id, kept, optionalId, optionalText, position, text, texts } from './fields.ts'

/** The programme itself: one row a file. */
export const programme = z.object({
  ...kept,
  name: text,
  documentTitle: text,
  localArea: text,
  /** ISO day; a completion date before it is a slip of the pen ("January 2010"). */
  startedOn: day,
  /** As printed: a month ('2019-08') or a day. */
  planDate: optionalText,
  approvedByDfe: optionalText,
  approvedNote: optionalText,
  /** Protective marking of every paper, such as OFFICIAL. */
  marking: text,
  vision: optionalText,
  visionOwner: optionalText,
  successIntro: optionalText,
  successStatements: texts,
  introduction: texts,
  workingTogether: texts,
  accountability: texts,
  prioritiesIntro: optionalText,
  partners: texts,
  boardsNote: optionalText,
  measuresIntro: optionalText,
  measuresFootnote: optionalText,
  measuresNote: optionalText,
})

export const inspection = z.object({
  ...kept,
  bodies: texts,
  startedOn: day,
  endedOn: day,
  title: text,
  /** ISO day the letter was published, where known. */
  reportedOn: day.nullable(),
})

export const organisation = z.object({
  ...kept,
  name: text,
  abbreviation: optionalText,
  kind: optionalText,
  spellings: texts,
  nameOutsideSource: optionalText,
  /** The organisation that took over (CCGs became ICBs). */
  successorId: optionalId,
  note: optionalText,
})

/** A post, not a person: leads are posts, holders come and go. */
export const post = z.object({
  ...kept,
  title: text,
  organisationId: optionalId,
  spellings: texts,
  note: optionalText,
})

export const postHolder = z.object({
  ...kept,
  postId: id,
  name: text,
  fromDay: day.nullable(),
  toDay: day.nullable(),
  basis: optionalText,
})

/** Lead officer, senior responsible officers, cabinet member of the programme, in printed order. */
export const officer = z.object({
  ...kept,
  position,
  role: z.enum(['lead-officer', 'senior-responsible', 'cabinet-member']),
  /** The role in the source's own words ("Lead Officer for the … Improvement Programme"), where it gives one. */
  roleText: optionalText,
  name: text,
  title: text,
  organisationId: optionalId,
  note: optionalText,
})

export const board = z.object({
  ...kept,
  position,
  name: text,
  alternativeNames: texts,
  role: optionalText,
  chairName: optionalText,
  chairTitle: optionalText,
  reportsToId: optionalId,
  members: texts,
  /** As said, such as 'Every six weeks'. */
  cadence: optionalText,
  /** Working days before a meeting that its papers are due; null where not set. */
  papersDueDays: z.number().int().nonnegative().nullable(),
  note: optionalText,
})

export const meeting = z.object({
  ...kept,
  boardId: id,
  heldOn: day,
  agendaItem: optionalText,
  note: optionalText,
})

/** An area of weakness, 1 to 9. */
export const priority = z.object({ ...kept, number: z.number().int(), text })

export const workingGroup = z.object({
  ...kept,
  number: z.number().int(),
  name: text,
  alternativeNames: texts,
  chairName: optionalText,
  chairTitle: optionalText,
  chairOrganisationId: optionalId,
  /** The chair's organisation as the source prints it, where it differs. */
  chairOrganisationPrinted: optionalText,
  note: optionalText,
})

/** A priority taken up by a group, with the group's own wording of it. */
export const groupPriority = z.object({
  ...kept,
  position,
  groupId: id,
  priorityId: id,
  heading: optionalText,
  overview: optionalText,
})

export const objective = z.object({
  ...kept,
  position,
  groupId: id,
  ref: text,
  /** Missing in the source for some (3.1). */
  title: optionalText,
  note: optionalText,
  /** Which printed cells spanned several actions: [{ field, spans: [refs] }]. */
  spans: z.array(z.object({ field: text, spans: texts, note: optionalText })),
})

export const action = z.object({
  ...kept,
  position,
  objectiveId: id,
  ref: text,
  action: text,
  intendedImpact: optionalText,
  measureOfSuccess: optionalText,
  /** The original completion date: never overwritten; a move is a dateChange. */
  completion: completion.nullable(),
  /** The accountable officer's post, as written. */
  accountable: optionalText,
  note: optionalText,
})

/** A lead of an action: a post with its place, and the words of the plan. */
export const actionLead = z.object({
  ...kept,
  position,
  actionId: id,
  postId: optionalId,
  printed: text,
  place: optionalText,
})

export const milestone = z.object({
  ...kept,
  position,
  actionId: id,
  text,
  date: completion.nullable(),
  recurrence: optionalText,
  qualifier: optionalText,
  /** What the source prints where it was corrected ("January 2010"). */
  printedDate: optionalText,
  note: optionalText,
  doneOn: day.nullable(),
})

/** What an action or objective rests on: a group, an objective, an action, or "other groups". */
export const link = z.object({
  ...kept,
  fromActionId: optionalId,
  fromObjectiveId: optionalId,
  toGroupId: optionalId,
  toObjectiveId: optionalId,
  toActionId: optionalId,
  text,
  /** Where the words stand: 'action', 'completionText', … or null. */
  foundIn: optionalText,
  scope: optionalText,
})

/** One step of a rating scale; words, colours and meanings are the programme's own. */
export const scaleStep = z.object({
  ...kept,
  position,
  kind: z.enum(['delivery', 'impact']),
  code: text,
  word: text,
  meaning: text,
  /** Six hex digits without '#': pale fill, dark text of the same hue (contrast 4.5:1 or more), strong bar. */
  fill: text,
  ink: text,
  bar: text,
  countsAsDone: z.boolean(),
  /** True where a rating needs a reason, a mitigation and a date. */
  needsRecovery: z.boolean(),
})

export const glossaryEntry = z.object({
  ...kept,
  abbreviation: text,
  inFull: optionalText,
  definition: optionalText,
  note: optionalText,
  /** False for abbreviations that the documents use but the plan's glossary does not explain. */
  inPlanGlossary: z.boolean(),
})
