import { z } from 'zod'
import source from './cumbria-wsoa-2019.json' with { type: 'json' }

/**
 * The transcription of the Cumbria plan (August 2019) and its bulletin (February 2020), as the file holds it.
 * Every object is strict: a key that nobody reads stops the sample instead of being lost.
 */
const note = { transcriptionNote: z.string().optional() }

const person = z.strictObject({
  name: z.string(),
  title: z.string(),
  organisation: z.string(),
  role: z.string().optional(),
  note: z.string().optional(),
})

const programme = z.strictObject({
  name: z.string(),
  documentTitle: z.string(),
  localArea: z.string(),
  inspection: z.strictObject({
    bodies: z.array(z.string()),
    from: z.string(),
    to: z.string(),
    title: z.string(),
  }),
  wsoaDate: z.string(),
  approvedByDfe: z.string(),
  approvedByDfeNote: z.string(),
  leadOfficer: person,
  seniorResponsibleOfficers: z.array(person),
  cabinetMember: person,
  partners: z.array(z.string()),
  vision: z.string(),
  visionOwner: z.string(),
  successIntro: z.string(),
  successStatements: z.array(z.string()),
  introduction: z.array(z.string()),
  workingTogether: z.array(z.string()),
  accountability: z.array(z.string()),
  prioritiesIntro: z.string(),
})

const organisation = z.strictObject({
  ...note,
  abbreviation: z.string().nullable(),
  name: z.string().nullable(),
  nameOutsideSource: z.string().optional(),
  printedAs: z.array(z.string()),
  kind: z.string().nullable(),
})

const board = z.strictObject({
  ...note,
  name: z.string(),
  alternativeNames: z.array(z.string()),
  chair: z.strictObject({ name: z.string() }).optional(),
  role: z.string(),
  reportsTo: z.string().optional(),
  members: z.array(z.string()).optional(),
})

const link = z.strictObject({
  workingGroup: z.number().nullable(),
  text: z.string(),
  objective: z.string().optional(),
  in: z.string().optional(),
  scope: z.string().optional(),
})

const milestone = z.strictObject({
  ...note,
  text: z.string(),
  date: z.string(),
  end: z.string().optional(),
  precision: z.enum(['month', 'range', 'from', 'ongoing']),
  printedDate: z.string().optional(),
  corrected: z.literal(true).optional(),
  recurrence: z.string().optional(),
  qualifier: z.string().optional(),
})

const action = z.strictObject({
  ...note,
  ref: z.string(),
  action: z.string(),
  intendedImpact: z.string(),
  measureOfSuccess: z.string(),
  responsibleLeads: z.array(z.string()),
  completionText: z.string(),
  milestones: z.array(milestone),
  rag: z.null(),
  links: z.array(link),
})

const objective = z.strictObject({
  ...note,
  ref: z.string(),
  title: z.string().nullable(),
  links: z.array(link).optional(),
  notes: z.array(
    z.strictObject({ field: z.string(), spans: z.array(z.string()), note: z.string().optional() }),
  ),
  actions: z.array(action),
})

const workingGroup = z.strictObject({
  ...note,
  number: z.number(),
  name: z.string(),
  alternativeNames: z.array(z.string()),
  chair: z.strictObject({
    name: z.string(),
    title: z.string(),
    organisation: z.string(),
    organisationPrinted: z.string().optional(),
  }),
  priorities: z.array(z.number()),
  priorityStatements: z.array(
    z.strictObject({ number: z.number(), heading: z.string(), overview: z.string() }),
  ),
  objectives: z.array(objective),
})

const role = z.strictObject({
  title: z.string(),
  organisation: z.string().nullable(),
  spellings: z.array(z.string()),
  heldBy: z.string().optional(),
  heldByBasis: z.string().optional(),
  note: z.string().optional(),
})

const measure = z.strictObject({
  number: z.number(),
  name: z.string(),
  direction: z.enum(['increase', 'reduce', 'monitor']),
  note: z.string().optional(),
})

const glossaryEntry = z.strictObject({
  ...note,
  abbreviation: z.string(),
  inFull: z.string(),
  definition: z.string().nullable(),
})

const survey = z.strictObject({
  ...note,
  name: z.string(),
  asAt: z.string(),
  description: z.string(),
  context: z.string().optional(),
  totalPrinted: z.string().nullable(),
  responses: z.array(z.strictObject({ group: z.string(), count: z.number() })),
  responsesTotalComputed: z.number().optional(),
  next: z.string().optional(),
  comments: z.strictObject({ positive: z.array(z.string()), lessGood: z.array(z.string()) }).optional(),
})

const event = z.strictObject({
  ...note,
  name: z.string(),
  type: z.string(),
  workingGroup: z.number().nullable(),
  dateText: z.string(),
  date: z.string().nullable(),
  precision: z.string(),
  timeText: z.string().optional(),
  locations: z.array(z.string()).optional(),
  venue: z.string().optional(),
  count: z.number().optional(),
  attendanceText: z.string().optional(),
  organiser: z.string().optional(),
  status: z.string().optional(),
  source: z.string(),
  description: z.string(),
})

const cumbriaDocument = z.strictObject({
  /** Where the transcription comes from and how it was made: about the file, not part of the programme. */
  meta: z.object({ sources: z.array(z.object({ id: z.string(), title: z.string() })) }),
  programme,
  organisations: z.array(organisation),
  boards: z.array(board),
  boardsNote: z.string(),
  priorities: z.array(z.strictObject({ number: z.number(), text: z.string() })),
  workingGroups: z.array(workingGroup),
  roles: z.array(role),
  performanceMeasures: z.array(measure),
  performanceMeasuresIntro: z.string(),
  performanceMeasuresFootnote: z.string(),
  performanceMeasuresNote: z.string(),
  glossary: z.array(glossaryEntry),
  abbreviationsNotInGlossary: z.array(
    z.strictObject({ abbreviation: z.string(), inFull: z.string().nullable() }),
  ),
  progressUpdates: z.array(
    z.strictObject({ workingGroup: z.number(), asAt: z.string(), sequence: z.number(), text: z.string() }),
  ),
  programmeUpdates: z.array(
    z.strictObject({
      asAt: z.string(),
      author: z.strictObject({ name: z.string(), title: z.string() }).nullable(),
      paragraphs: z.array(z.string()),
    }),
  ),
  surveys: z.array(survey),
  events: z.array(event),
  engagementOpportunities: z.strictObject({
    asAt: z.string(),
    text: z.string(),
    workAreas: z.array(z.string()),
  }),
})

export type CumbriaDocument = z.infer<typeof cumbriaDocument>
export type CumbriaGroup = CumbriaDocument['workingGroups'][number]
export type CumbriaObjective = CumbriaGroup['objectives'][number]
export type CumbriaAction = CumbriaObjective['actions'][number]
export type CumbriaMilestone = CumbriaAction['milestones'][number]
export type CumbriaLink = CumbriaAction['links'][number]

/** The transcribed document; throws where the file holds something that the schema above does not know. */
export const readCumbriaDocument = (): CumbriaDocument => cumbriaDocument.parse(source)
