import { z } from 'zod'
import { day } from '../model/fields.ts'
import { fieldName, fieldValue, problem, readSheet, type FieldName } from '../workbook/draft.ts'

export const outcome = z.enum(['changed', 'unchanged', 'new', 'unmatched', 'conflict', 'invalid', 'ignored'])
export type Outcome = z.infer<typeof outcome>

export const resolution = z.enum(['take-returned', 'keep-current', 'conflict', 'ask'])

/** A field of a row, or something else that a group copy changed (a milestone, a recovery), which `label` names. */
export const changeField = z.union([fieldName, z.literal('other')])
export type ChangeField = z.infer<typeof changeField>

/** One field of one row: as issued (or last imported), in the programme now, and as returned. */
export const fieldChange = z.object({
  field: changeField,
  /** Shown in place of the field's word. */
  label: z.string().optional(),
  base: fieldValue.nullable(),
  current: fieldValue.nullable(),
  returned: fieldValue.nullable(),
  resolution,
  why: z.string(),
  /** True where what came back cannot be read: it is never taken, only kept out or written by a person. */
  invalid: z.boolean().optional(),
  /** 'last': the base is what the same workbook said when it last came back, not what was issued. */
  baseIs: z.enum(['last']).optional(),
  /** The other rows of the batch that give this field something else: one answer settles them all. */
  also: z
    .array(z.object({ file: z.string(), sheet: z.string(), row: z.number().int(), value: fieldValue }))
    .optional(),
})
export type FieldChange = z.infer<typeof fieldChange>
/** A change that a merge of fields found. */
export type MergedChange = FieldChange & { readonly field: FieldName }

export const previewRow = z.object({
  sheet: z.string(),
  row: z.number().int(),
  outcome,
  ref: z.string().nullable(),
  /** 'hand': a person said so, now or when the same row came before. */
  matchedBy: z.enum(['id', 'ref', 'text', 'hand', 'none']),
  /** The action's own text in the programme where matched, else the text as returned: so that a person knows the row. */
  action: z.string().nullable(),
  changes: z.array(fieldChange),
  problems: z.array(problem),
  /** True where "No change" is ticked: an answer of its own. */
  noChange: z.boolean().optional(),
  /** Questions of an earlier import that are still open: the programme's value stays until somebody decides. */
  stillOpen: z.array(changeField).optional(),
  /** What a person said this row is. */
  answer: z
    .object({
      kind: z.enum(['action', 'new', 'set-aside']),
      reason: z.string().nullable(),
      /** Who said so and when (ISO moment), where it was said in an earlier import. */
      remembered: z.object({ by: z.string(), at: z.string() }).nullable(),
    })
    .optional(),
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
  kind: z.enum(['issued', 'tracker', 'copy']),
  issuedId: z.string().nullable(),
  sender: z.string().nullable(),
  /** The ISO day that it speaks for where it does not say itself. */
  on: day,
  /** The label of the reporting period that was named or that it was issued for. */
  period: z.string().nullable(),
  /** The name of the saved mapping of columns that it was read by; null where none was needed. */
  mapping: z.string().nullable(),
  sheets: z.array(readSheet),
  rows: z.array(previewRow),
  /** What a person should know of the file as a whole. */
  problems: z.array(problem).optional(),
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

/**
 * A person's answer to one field: the returned value, the programme's, both texts one after the other, or a value of
 * their own (`value`; dates as they are written).
 */
export const choice = z.object({
  file: z.string(),
  sheet: z.string(),
  row: z.number().int(),
  field: changeField,
  take: z.enum(['returned', 'current', 'both', 'edited']),
  value: fieldValue.optional(),
})
export type Choice = z.infer<typeof choice>
