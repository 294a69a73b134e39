import { z } from 'zod'
import { fieldName, fieldValue, problem, readSheet } from '../workbook/draft.ts'

export const outcome = z.enum(['changed', 'unchanged', 'new', 'unmatched', 'conflict', 'invalid', 'ignored'])
export type Outcome = z.infer<typeof outcome>

export const resolution = z.enum(['take-returned', 'keep-current', 'conflict', 'ask'])

/** One field of one row: as issued (or last imported), in the programme now, and as returned. */
export const fieldChange = z.object({
  field: fieldName,
  base: fieldValue.nullable(),
  current: fieldValue.nullable(),
  returned: fieldValue.nullable(),
  resolution,
  why: z.string(),
})
export type FieldChange = z.infer<typeof fieldChange>

export const previewRow = z.object({
  sheet: z.string(),
  row: z.number().int(),
  outcome,
  ref: z.string().nullable(),
  matchedBy: z.enum(['id', 'ref', 'text', 'none']),
  /** The action's own text in the programme where matched, else the text as returned: so that a person knows the row. */
  action: z.string().nullable(),
  changes: z.array(fieldChange),
  problems: z.array(problem),
  /** True where "No change" is ticked: an answer of its own. */
  noChange: z.boolean().optional(),
})
export type PreviewRow = z.infer<typeof previewRow>

export const totals = z.object({
  rows: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  new: z.number().int(),
  unmatched: z.number().int(),
  conflict: z.number().int(),
  invalid: z.number().int(),
  ignored: z.number().int(),
})
export type Totals = z.infer<typeof totals>

export const previewFile = z.object({
  file: z.string(),
  sha256: z.string(),
  kind: z.enum(['issued', 'tracker']),
  issuedId: z.string().nullable(),
  sender: z.string().nullable(),
  sheets: z.array(readSheet),
  rows: z.array(previewRow),
  missing: z.array(z.string()),
  totals,
  /** The import of the very same file that is already in the programme, where there is one. */
  alreadyImported: z.string().nullable(),
})
export type PreviewFile = z.infer<typeof previewFile>

export const refusedFile = z.object({
  file: z.string(),
  error: z.object({ code: z.string(), message: z.string() }),
})
export type RefusedFile = z.infer<typeof refusedFile>

/** The document of `import … --preview --json`. */
export const previewDocument = z.object({
  files: z.array(z.union([previewFile, refusedFile])),
  totals,
})
export type PreviewDocument = z.infer<typeof previewDocument>

/** The document of `import … --commit --json`: the preview's, and per file what was committed. */
export const commitDocument = z.object({
  files: z.array(
    z.union([
      previewFile.extend({
        importId: z.string().nullable(),
        committed: z.object({ rows: z.number().int(), fields: z.number().int() }),
      }),
      refusedFile,
    ]),
  ),
  totals,
})
export type CommitDocument = z.infer<typeof commitDocument>

/** A person's answer to one field that is 'ask' or 'conflict'. */
export const choice = z.object({
  file: z.string(),
  sheet: z.string(),
  row: z.number().int(),
  field: fieldName,
  take: z.enum(['returned', 'current']),
})
export type Choice = z.infer<typeof choice>
