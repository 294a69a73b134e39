import { z } from 'zod'
import { day } from '../model/fields.ts'
import { fieldName } from '../workbook/draft.ts'

const rowAt = { file: z.string(), sheet: z.string(), row: z.number().int() }

/**
 * What a person says a row is: an action of the plan, a new action under an objective, nothing to bring in (with why),
 * or that an answer remembered from earlier does not hold for it.
 */
export const rowAnswer = z.object({
  ...rowAt,
  as: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('action'), actionId: z.string().min(1) }),
    z.object({ kind: z.literal('new'), objectiveId: z.string().min(1), ref: z.string() }),
    z.object({ kind: z.literal('set-aside'), reason: z.string() }),
    z.object({ kind: z.literal('forget') }),
  ]),
})
export type RowAnswer = z.infer<typeof rowAnswer>

/** What a person says a sheet's columns are; those not listed stay as found. */
export const mappingAnswer = z.object({
  file: z.string(),
  sheet: z.string(),
  /** 1-based row of the (last) heading row; null as found. */
  headerRow: z.number().int().positive().nullable(),
  /** Letters of the column; null: it is not read. */
  columns: z.array(z.object({ column: z.string().regex(/^[A-Z]{1,3}$/), field: fieldName.nullable() })),
  /** The name that the mapping is kept under; null: the sender's or the file's. */
  name: z.string().nullable(),
})
export type MappingAnswer = z.infer<typeof mappingAnswer>

/** Whose a workbook is and the ISO day it speaks for; null: as recognised, as for the whole batch. */
export const fileAnswer = z.object({ file: z.string(), sender: z.string().nullable(), on: day.nullable() })
export type FileAnswer = z.infer<typeof fileAnswer>

/** Everything that a person has answered so far; always the whole list. */
export const importAnswers = z.object({
  rows: z.array(rowAnswer),
  mappings: z.array(mappingAnswer),
  files: z.array(fileAnswer),
})
export type ImportAnswers = z.infer<typeof importAnswers>

export const noAnswers: ImportAnswers = { rows: [], mappings: [], files: [] }
