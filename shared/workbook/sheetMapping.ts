import { z } from 'zod'
import { fieldName } from './draft.ts'

/** What a person says the columns of a sheet are; columns that are not listed stay as found. */
export const sheetMapping = z.object({
  sheet: z.string(),
  /** 1-based row of the heading; null: wherever one is found. */
  headerRow: z.number().int().positive().nullable(),
  /** By letters; without a field the column is not read. */
  columns: z.array(z.object({ column: z.string(), field: fieldName.nullable() })),
})
export type SheetMapping = z.infer<typeof sheetMapping>

/** A mapping as it is kept: with the headings that tell the same layout again. */
export const keptSheet = z.object({
  sheet: z.string(),
  /** All headings of the table, so that its heading row is known again. */
  headings: z.array(z.string()),
  columns: z.array(z.object({ column: z.string(), header: z.string(), field: fieldName.nullable() })),
})
export type KeptSheet = z.infer<typeof keptSheet>
