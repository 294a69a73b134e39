import { z } from 'zod'
import { completion, day, ratingKind } from '../model/fields.ts'
import { fieldName } from '../workbook/draft.ts'

/** What a column of a plan can give: the fields of a tracker, and an action's place in the plan. */
export const planField = z.union([fieldName, z.enum(['group', 'priority', 'milestone'])])
export type PlanField = z.infer<typeof planField>

export const place = z.enum(['group', 'priority', 'objective'])

/** A row of the document: the sheet's or table's name, and the row in it (0: a heading taken over from another table). */
export const rowPlace = z.object({ sheet: z.string(), row: z.number().int() })
export type RowPlace = z.infer<typeof rowPlace>

export const planMilestone = z.object({ text: z.string(), date: completion.nullable() })

/** An action as it was read, with everything that its rows say. */
export const plannedAction = z.object({
  ref: z.string(),
  /** True where the document prints no reference, or one that another row has already. */
  refMade: z.boolean(),
  at: rowPlace,
  action: z.string(),
  intendedImpact: z.string().nullable(),
  measureOfSuccess: z.string().nullable(),
  leads: z.array(z.string()),
  accountable: z.string().nullable(),
  completion: completion.nullable(),
  revised: z.object({ completion, reason: z.string().nullable() }).nullable(),
  milestones: z.array(planMilestone),
  /** Oldest first; `at`: an ISO day, null where the document names none. */
  ratings: z.array(z.object({ kind: ratingKind, code: z.string(), at: day.nullable() })),
  update: z
    .object({
      at: day.nullable(),
      progress: z.string().nullable(),
      nextSteps: z.string().nullable(),
      issues: z.string().nullable(),
      evidence: z.string().nullable(),
      percentComplete: z.number().nullable(),
    })
    .nullable(),
  /** What stands in columns that no field takes, with their headings. */
  notes: z.array(z.string()),
})
export type PlannedAction = z.infer<typeof plannedAction>

export const plannedObjective = z.object({
  ref: z.string(),
  refMade: z.boolean(),
  title: z.string().nullable(),
  actions: z.array(plannedAction),
  /** Rows among its actions that were not understood. */
  notes: z.array(z.string()),
})
export type PlannedObjective = z.infer<typeof plannedObjective>

export const plannedGroup = z.object({
  number: z.number().int(),
  name: z.string(),
  /** True where the document names no group, so that one had to be made. */
  made: z.boolean(),
  chair: z.object({ name: z.string(), title: z.string().nullable() }).nullable(),
  /** The priorities it takes up, with the group's own wording where it differs. */
  priorities: z.array(z.object({ number: z.number().int(), heading: z.string().nullable() })),
  objectives: z.array(plannedObjective),
})
export type PlannedGroup = z.infer<typeof plannedGroup>

export const plannedPriority = z.object({ number: z.number().int(), text: z.string() })

/** The structure that a document's rows become. */
export const planStructure = z.object({
  priorities: z.array(plannedPriority),
  groups: z.array(plannedGroup),
})
export type PlanStructure = z.infer<typeof planStructure>

/** What became of a row. */
export const planOutcome = z.enum([
  'action',
  /** Belongs to an action of another row: a further date, a merged cell, a second list. */
  'more',
  'group',
  'priority',
  'objective',
  'heading-row',
  'repeated-header',
  'total',
  /** Not understood: kept as a note and shown. */
  'other',
  /** In a table that holds no actions, or above one that does. */
  'outside',
])
export type PlanOutcome = z.infer<typeof planOutcome>

export const planRow = rowPlace.extend({
  outcome: planOutcome,
  ref: z.string().nullable(),
  text: z.string(),
  why: z.string().nullable(),
})
export type PlanRow = z.infer<typeof planRow>

/** Something that a person should look at. */
export const planProblem = z.object({
  code: z.string(),
  /** The row it is about; null for the plan as a whole. */
  sheet: z.string().nullable(),
  row: z.number().int().nullable(),
  cell: z.string().nullable(),
  ref: z.string().nullable(),
  message: z.string(),
})
export type PlanProblem = z.infer<typeof planProblem>

/** One kind of heading in the document, and what its headings are. */
export const planLevel = z.object({
  key: z.string(),
  name: z.string(),
  example: z.string(),
  count: z.number().int(),
  as: place.nullable(),
})
export type PlanLevel = z.infer<typeof planLevel>

export const planColumn = z.object({
  column: z.string(),
  header: z.string(),
  field: planField.nullable(),
  how: z.enum(['exact', 'synonym', 'similar', 'saved', 'none']),
})
export type PlanColumn = z.infer<typeof planColumn>

/** A sheet or table as it was read, with all its columns; its first rows are there to correct headings and columns by. */
export const planTable = z.object({
  name: z.string(),
  /** The row of the headings; 0 where they are no row of it; null where none were found. */
  headerRow: z.number().int().nullable(),
  /** Whether any column is read; a table of which none is holds no actions. */
  read: z.boolean(),
  /** What row 0 is: nothing, the headings of the table that this one goes on with, or the labels before the values of records. */
  rowZero: z.enum(['none', 'taken-over', 'labels']),
  columns: z.array(planColumn),
  rows: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })),
})
export type PlanTableView = z.infer<typeof planTable>

/** What a person says of a table: where its headings stand, and what its columns are; others stay as found. */
export const planMapping = z.object({
  sheet: z.string(),
  /** 0: no row holds them, all rows are actions; null: as found. */
  headerRow: z.number().int().nonnegative().nullable(),
  columns: z.array(z.object({ column: z.string(), field: planField.nullable() })),
})
export type PlanMapping = z.infer<typeof planMapping>

/** What a person has corrected: columns, and what kinds of headings are. */
export const planAnswers = z.object({
  mappings: z.array(planMapping),
  levels: z.array(z.object({ key: z.string(), as: place.nullable() })),
})
export type PlanAnswers = z.infer<typeof planAnswers>
export const noPlanAnswers: PlanAnswers = { mappings: [], levels: [] }

/** Everything that is shown of a plan before a programme is made of it. */
export const planPreview = z.object({
  file: z.string(),
  sha256: z.string(),
  kind: z.enum(['word', 'excel']),
  /** The document's title, the local area it names, and the day its dates seem to begin; null where there is none. */
  title: z.string().nullable(),
  localArea: z.string().nullable(),
  startedOn: day.nullable(),
  tables: z.array(planTable),
  levels: z.array(planLevel),
  rows: z.array(planRow),
  structure: planStructure,
  problems: z.array(planProblem),
  totals: z.object({
    rows: z.number().int(),
    groups: z.number().int(),
    priorities: z.number().int(),
    objectives: z.number().int(),
    actions: z.number().int(),
    milestones: z.number().int(),
    outcomes: z.record(planOutcome, z.number().int()),
  }),
})
export type PlanPreview = z.infer<typeof planPreview>
