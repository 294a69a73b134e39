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
