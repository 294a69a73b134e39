import { z } from 'zod'
import { importAnswers } from '../import/importAnswers.ts'
import { choice, commitDocument, previewDocument, refusedFile, totals } from '../import/previewDocument.ts'
import { day } from '../model/fields.ts'
import { ratingMark } from '../view/ratingMark.ts'
import { fieldName, readColumn } from '../workbook/draft.ts'
import { call } from './call.ts'

const nothing = z.object({})
const path = z.string().min(1)
const id = z.string().min(1)
const rowNumber = z.number().int()

/** An import as the list of past imports shows it. */
export const importView = z.object({
  id: z.string(),
  file: z.string(),
  at: z.string(),
  actor: z.string(),
  sender: z.string().nullable(),
  rows: z.number().int(),
  fields: z.number().int(),
  totals,
  undoneAt: z.string().nullable(),
  /** Fields that it left open and that are still open. */
  open: z.number().int(),
  /** Rows that a person set aside. */
  setAside: z.number().int(),
  /** The import whose open values this one settled; null for the import of a file. */
  resumes: z.string().nullable(),
})

export const undoDocument = z.object({
  importId: z.string(),
  restored: z.number().int(),
  kept: z.array(
    z.object({
      ref: z.string(),
      field: z.string(),
      value: z.unknown(),
      why: z.string(),
      /** A rating that was kept, by its word on the scale. */
      word: z.string().optional(),
    }),
  ),
})

/** What was previewed, under the id that commits it. */
export const previewReply = z.object({
  planId: z.string(),
  document: previewDocument,
  /** The steps of both scales ("Not yet rated" last), so that the review can say ratings in words. */
  deliverySteps: z.array(ratingMark),
  impactSteps: z.array(ratingMark),
  /** Senders of earlier imports and the plan's leads, to choose a sender from. */
  senders: z.array(z.string()),
})
export type PreviewReply = z.infer<typeof previewReply>

/** A sheet of a workbook as it was read: its first rows, and which field each column gives. */
export const sheetView = z.object({
  file: z.string(),
  sheets: z.array(z.string()),
  sheet: z.string(),
  headerRow: rowNumber.nullable(),
  columns: z.array(readColumn),
  rows: z.array(z.object({ row: rowNumber, cells: z.array(z.string()) })),
})
export type SheetView = z.infer<typeof sheetView>

/** A row as it stands in its workbook. */
export const rowView = z.object({
  columns: z.array(z.object({ column: z.string(), header: z.string(), field: fieldName.nullable() })),
  cells: z.array(
    z.object({
      column: z.string(),
      text: z.string(),
      fill: z
        .string()
        .regex(/^#[0-9a-f]{6}$/)
        .nullable(),
      note: z.string().nullable(),
    }),
  ),
})
export type RowView = z.infer<typeof rowView>

/** An action that a row could be, as a person finds it. */
export const foundAction = z.object({
  actionId: z.string(),
  ref: z.string(),
  action: z.string(),
  group: z.number().int(),
  groupName: z.string(),
  objective: z.string(),
  leads: z.array(z.string()),
})
export type FoundAction = z.infer<typeof foundAction>

/** An objective that a new action can stand under. */
export const actionPlace = z.object({
  objectiveId: z.string(),
  ref: z.string(),
  title: z.string().nullable(),
  group: z.number().int(),
  groupName: z.string(),
  /** The next free reference under it. */
  nextRef: z.string(),
})
export type ActionPlace = z.infer<typeof actionPlace>

/** An import with values that are still to be decided. */
export const openQuestions = z.object({
  importId: z.string(),
  file: z.string(),
  sender: z.string().nullable(),
  at: z.string(),
  actions: z.number().int(),
  fields: z.number().int(),
})
export type OpenQuestions = z.infer<typeof openQuestions>

/** The calls of collecting updates. */
export const importCalls = {
  'import.choose': call(nothing, z.array(z.string())),
  /** `on`: the ISO day that the workbooks speak for where they don't say themselves; null for today. */
  'import.preview': call(
    z.object({ paths: z.array(path).min(1), sender: z.string().nullable(), on: day.nullable() }),
    previewReply,
  ),
  /** Stops the preview that is running; its call answers with 'cancelled'. */
  'import.cancel': call(nothing, z.null()),
  /** The same workbooks with what a person has answered so far; nothing is read again unless a mapping changed. */
  'import.replan': call(z.object({ planId: id, answers: importAnswers }), previewReply),
  /** The first rows of a sheet (null: of the first that matters), also of a file in which no table was found. */
  'import.sheet': call(z.object({ planId: id, file: z.string(), sheet: z.string().nullable() }), sheetView),
  'import.row': call(z.object({ planId: id, file: z.string(), sheet: z.string(), row: rowNumber }), rowView),
  'import.findAction': call(z.object({ text: z.string() }), z.array(foundAction)),
  'import.places': call(nothing, z.array(actionPlace)),
  'import.commit': call(z.object({ planId: id, choices: z.array(choice) }), commitDocument),
  'import.questions': call(nothing, z.array(openQuestions)),
  /** The values that an import left open, as a plan of their own. */
  'import.resume': call(z.object({ importId: id }), previewReply),
  'import.list': call(nothing, z.array(importView)),
  /** A Word report of what became of every row; `refused`: files of the same batch that could not be read. Null where cancelled. */
  'import.report': call(
    z.object({ importIds: z.array(id).min(1), refused: z.array(refusedFile).default([]) }),
    z.object({ out: z.string(), sha256: z.string() }).nullable(),
  ),
  'import.undo': call(z.object({ importId: id }), undoDocument),
} as const
